import type { PartyRecord } from '../../../model/index.ts';
import type { ReadContext } from '../../reader.ts';
import { countryCode } from './country.ts';
import type { TableRow } from './table-row.ts';

/** Columns whose value is that of the FollowTheMoney property of the same name. */
const PROPERTIES = [
  'firstName',
  'lastName',
  'taxNumber',
  'vatCode',
  'registrationNumber',
  'leiCode',
  'dunsCode',
  'uniqueEntityId',
  'cageCode',
  'website',
  'email',
  'phone',
  'birthDate',
  'imoNumber',
];

/** Properties that name countries, as codes where the country is known. */
const COUNTRIES = ['country', 'jurisdiction', 'nationality'];

const ADDRESS = ['street', 'street2', 'postalCode', 'city', 'state'];

/** FollowTheMoney schemas by the words tables use for them. */
const SCHEMAS: ReadonlyMap<string, string> = new Map([
  ['person', 'Person'],
  ['individual', 'Person'],
  ['natural person', 'Person'],
  ['company', 'Company'],
  ['corporation', 'Company'],
  ['organization', 'Organization'],
  ['organisation', 'Organization'],
  ['government', 'Organization'],
  ['vessel', 'Vessel'],
  ['ship', 'Vessel'],
]);

/** The party of a row; undefined when it has no name. */
export function partyRecord(row: TableRow, context: ReadContext): PartyRecord | undefined {
  const name = row.text('name') ?? personName(row);
  if (name === undefined) return undefined;
  const properties: [string, string[]][] = [['name', [name]]];
  const alias = row.text('alias');
  if (alias !== undefined) properties.push(['alias', splitList(alias)]);
  for (const column of COUNTRIES) {
    const country = row.text(column);
    if (country !== undefined) properties.push([column, [ftmCountry(country)]]);
  }
  const address = ADDRESS.map((column) => row.text(column)).filter((part) => part !== undefined);
  if (address.length > 0) properties.push(['address', [address.join(', ')]]);
  for (const column of PROPERTIES) {
    const value = row.text(column);
    if (value !== undefined) properties.push([column, [value]]);
  }
  return {
    kind: 'party',
    source: { file: context.file, pointer: row.pointer },
    id: row.text('id') ?? `${context.file}#${row.pointer}`,
    schema: SCHEMAS.get(row.cell('schema').trim().toLowerCase()) ?? schemaBy(row),
    properties: Object.fromEntries(properties),
  };
}

function personName(row: TableRow): string | undefined {
  const last = row.text('lastName');
  if (last === undefined) return undefined;
  const first = row.text('firstName');
  return first === undefined ? last : `${first} ${last}`;
}

function schemaBy(row: TableRow): string {
  if (row.text('birthDate') !== undefined || row.text('lastName') !== undefined) return 'Person';
  return row.text('imoNumber') === undefined ? 'LegalEntity' : 'Vessel';
}

/** FollowTheMoney writes codes in lower case; a name that is no country stays as it is. */
function ftmCountry(country: string): string {
  return countryCode(country)?.toLowerCase() ?? country;
}

export function splitList(text: string): string[] {
  return text
    .split(/[;|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

import { splitRows, type FileHead } from '@interdict/core';
import {
  addAddress,
  addCountry,
  addDate,
  EntryMaker,
  lastDayTo,
  parsePartialDate,
  splitNames,
} from '../field/index.ts';
import { SINGLE_PART, type ListFormat, type ListItem } from '../list-source.ts';
import { lost } from '../problems.ts';
import { readTable, type TableRow } from '../table/index.ts';
import { schemaOf } from './schema.ts';

/** Headings people give to the columns that are understood; case and signs do not count. */
const HEADINGS: Readonly<Record<string, string>> = {
  id: 'Id | Number | No | Reference | Entry | Party Id | Supplier Id | Vendor Id | Customer Id',
  schema: 'Schema | Type | Entity Type | Kind',
  name:
    'Name | Full Name | Company | Company Name | Supplier | Supplier Name | Vendor | ' +
    'Vendor Name | Customer | Customer Name | Party | Party Name | Legal Name | ' +
    'Organization | Entity | Entity Name | Firma | Firmenname | Nom | Raison sociale | ' +
    'Nombre | Razón social',
  firstName: 'First Name | Given Name | Given Names | Vorname | Prénom',
  lastName: 'Last Name | Surname | Family Name | Nachname',
  alias:
    'Alias | Aliases | AKA | Also Known As | Other Names | DBA | Doing Business As | ' +
    'Trade Name | Trading Name | Clean Name | Short Name | Abbreviation',
  weakAlias: 'Weak Alias | Weak Aliases | Low Quality Alias',
  previousName: 'Previous Name | Previous Names | Former Name | Former Names | FKA | Formerly',
  country: 'Country | Countries | Country Code | Land | Pays | País',
  nationality: 'Nationality | Nationalities | Citizenship',
  address: 'Address | Addresses | Full Address | Adresse | Dirección',
  street: 'Street | Street Address | Address 1 | Address Line 1',
  city: 'City | Town | Ort | Ville | Ciudad',
  state: 'State | Province | Region',
  postalCode: 'Postal Code | Zip | Zip Code | Postcode | PLZ',
  birthDate: 'Birth Date | Date Of Birth | DOB | Born | Geburtsdatum',
  imoNumber: 'IMO | IMO Number',
  registrationNumber: 'Registration Number | Company Number | Registration No | CRN | HRB',
  taxNumber: 'Tax Number | Tax Id | VAT | VAT Number | EIN | INN | TIN',
  leiCode: 'LEI | LEI Code',
  dunsCode: 'DUNS | DUNS Number | D-U-N-S',
  uniqueEntityId: 'UEI | Unique Entity Id | SAM UEI',
  cageCode: 'CAGE | CAGE Code',
  passportNumber: 'Passport | Passport Number',
  idNumber: 'Identifier | Identifiers | ID Number | National Id',
  website: 'Website | Web | URL | Homepage | Domain',
  email: 'Email | E-mail | Email Address',
  phone: 'Phone | Telephone | Phone Number',
  program: 'Program | Programme | List | Reason For Listing | Measure',
  from: 'From | Start Date | Date | Listed On | Listing Date | Date Listed | Effective Date',
  to: 'To | End Date | Until | Expiration Date | Expiry Date',
  notes: 'Note | Notes | Remark | Remarks | Comment | Comments | Reason | Description',
  sourceUrl: 'Source | Source URL | Link',
};

const COLUMNS: ReadonlyMap<string, string> = makeColumns();

function makeColumns(): ReadonlyMap<string, string> {
  const columns = new Map<string, string>();
  for (const [column, headings] of Object.entries(HEADINGS)) {
    for (const heading of [column, ...headings.split(' | ')]) columns.set(plain(heading), column);
  }
  return columns;
}

function plain(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The column a heading means; one that nobody knows is kept under its own words. */
function columnOf(heading: string): string {
  return COLUMNS.get(plain(heading)) ?? `:${heading.trim()}`;
}

const DELIMITERS = [',', ';', '\t'];

/** The delimiter that splits the first line into the most columns that are known. */
function delimiterOf({ text }: FileHead): string | undefined {
  let best: { readonly delimiter: string; readonly known: number } | undefined;
  for (const delimiter of DELIMITERS) {
    const first = splitRows([text], delimiter).next();
    if (first.done === true || first.value.kind !== 'row') continue;
    const columns = first.value.cells.map(columnOf);
    const known = columns.filter((column) => !column.startsWith(':')).length;
    const isNamed = columns.includes('name') || columns.includes('lastName');
    if (isNamed && known > (best?.known ?? 0)) best = { delimiter, known };
  }
  return best?.delimiter;
}

/**
 * A list of one's own as CSV with a header. Columns are known by many headings; what stands in
 * another column is kept as a note with its heading.
 */
export const ownCsv: ListFormat = {
  format: 'own-csv',
  title: 'CSV with a header and a column for the name',
  parts: SINGLE_PART,
  recognize: (head: FileHead) =>
    !head.isBinary && delimiterOf(head) !== undefined ? 'list' : undefined,
  *read(parts, list) {
    const file = parts.get('list');
    const delimiter = file === undefined ? undefined : delimiterOf(file.head);
    if (file === undefined || delimiter === undefined) return;
    const options = { required: [], columnKey: columnOf, delimiter, mayEndAnyhow: true };
    for (const row of readTable(file, options)) {
      if (row.kind === 'problem') yield row;
      else yield readRow(row, list, file.name);
    }
  },
};

/** Properties whose cells hold several values with semicolons between. */
const SEVERAL = [
  'alias',
  'weakAlias',
  'previousName',
  'address',
  'imoNumber',
  'registrationNumber',
  'taxNumber',
  'leiCode',
  'dunsCode',
  'uniqueEntityId',
  'cageCode',
  'passportNumber',
  'idNumber',
  'website',
  'email',
  'phone',
];

function readRow(row: TableRow, list: string, file: string): ListItem {
  const { get, line } = row;
  const pointer = `line:${line}`;
  const [first, last] = [get('firstName'), get('lastName')];
  const name = get('name') || `${first} ${last}`.trim();
  const isPerson = get('schema') === '' && last !== '' && get('name') === '';
  const maker = new EntryMaker(
    list,
    get('id') || name,
    isPerson ? 'Person' : schemaOf(get('schema')),
  );
  const place = (field: string): { field: string; pointer: string } => ({ field, pointer });
  maker.add('name', name, place('name'));
  maker.add('firstName', first, place('firstName'));
  maker.add('lastName', last, place('lastName'));
  for (const other of row.all('name').slice(1)) maker.add('alias', other, place('name'));
  for (const property of SEVERAL) {
    for (const value of row.all(property).flatMap(splitNames)) {
      maker.add(property, value, place(property));
    }
  }
  for (const country of splitNames(get('nationality'))) {
    addCountry(maker, 'nationality', country, place('nationality'));
  }
  const address = ['street', 'city', 'state', 'postalCode'].map(get);
  const countries = splitNames(get('country'));
  addAddress(maker, { parts: address, country: countries[0] ?? '' }, place('address'));
  for (const country of countries) addCountry(maker, 'country', country, place('country'));
  for (const date of splitNames(get('birthDate'))) {
    addDate(maker, 'birthDate', date, place('birthDate'));
  }
  for (const program of splitNames(get('program'))) maker.addProgram(program);
  maker.add('sourceUrl', get('sourceUrl'), place('sourceUrl'));
  for (const note of row.all('notes')) maker.add('notes', note, place('notes'));
  addInterval(maker, row);
  addOther(maker, row);
  const entry = maker.finish();
  if (entry !== undefined) return { kind: 'entry', entry };
  return lost('list-no-name', 'the row has no name', { file, pointer });
}

function addInterval(maker: EntryMaker, { get, line }: TableRow): void {
  const pointer = `line:${line}`;
  addDate(maker, 'startDate', get('from'), { field: 'from', pointer });
  addDate(maker, 'endDate', get('to'), { field: 'to', pointer });
  const from = parsePartialDate(get('from'), 'day-first');
  if (from?.length === 10) maker.from = from;
  maker.to = lastDayTo(parsePartialDate(get('to'), 'day-first'));
}

/** Columns nobody knows: kept, with their heading. */
function addOther(maker: EntryMaker, { columns, get, line }: TableRow): void {
  for (const column of columns) {
    if (!column.startsWith(':')) continue;
    const field = column.slice(1);
    maker.add('notes', get(column), { field, pointer: `line:${line}`, detail: field });
  }
}

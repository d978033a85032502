import {
  addCountry,
  addDate,
  EntryMaker,
  lastDayTo,
  parsePartialDate,
  parsePersonName,
  unquoteName,
} from '../field/index.ts';

/** A field of a row, in CSV or JSON, as text; empty for none. */
export type Fields = (name: string) => string;

/** OFAC's lists keep the number of an entry; the others have none of their own. */
const OFAC_LISTS: Readonly<Record<string, string>> = {
  SDN: 'us-ofac-sdn',
  FSE: 'us-ofac-cons',
  SSI: 'us-ofac-cons',
  PLC: 'us-ofac-cons',
  CAP: 'us-ofac-cons',
  CMIC: 'us-ofac-cons',
  MBS: 'us-ofac-cons',
};

/** `SDN` of `Specially Designated Nationals (SDN) - Treasury Department`. */
export function sourceCode(source: string): string {
  const code = /\(([^)]+)\)/.exec(source)?.[1] ?? source;
  return code.replace(/^(?:NS-)?(\w+)(?: List)?$/, '$1').toUpperCase();
}

/**
 * Key of a row. What OFAC lists twice, as SDN and in a sector, has one number in both; the rows of
 * Commerce and State have a digest of the publisher's instead of a number.
 */
export function keyOf(id: string, fields: Fields): string {
  const number = fields('entity_number');
  return number === '' ? id : `${sourceCode(fields('source'))}-${number}`;
}

/** An entry with what stands in single fields; names, addresses and ids come after. */
export function makeEntry(list: string, key: string, fields: Fields, pointer: string): EntryMaker {
  const maker = new EntryMaker(list, key, schemaOf(fields('type')));
  const place = (field: string): { field: string; pointer: string } => ({ field, pointer });
  const code = sourceCode(fields('source'));
  const other = Object.hasOwn(OFAC_LISTS, code) ? OFAC_LISTS[code] : undefined;
  const number = fields('entity_number');
  if (other !== undefined && number !== '') maker.addReference(`${other}:${number}`);
  maker.addProgram(code);
  addName(maker, 'name', fields('name'), place('name'));
  maker.add(maker.schema === 'Person' ? 'position' : 'notes', fields('title'), place('title'));
  maker.add('recordId', fields('federal_register_notice'), place('federal_register_notice'));
  addPlain(maker, fields, place);
  addCountry(maker, 'flag', fields('vessel_flag'), place('vessel_flag'));
  addDate(maker, 'startDate', fields('start_date'), place('start_date'));
  addDate(maker, 'endDate', fields('end_date'), place('end_date'));
  maker.from = parsePartialDate(fields('start_date'), 'day-first');
  maker.to = lastDayTo(parsePartialDate(fields('end_date'), 'day-first'));
  return maker;
}

const PLAIN: readonly (readonly [field: string, property: string])[] = [
  ['license_requirement', 'provisions'],
  ['license_policy', 'provisions'],
  ['call_sign', 'callSign'],
  ['vessel_type', 'type'],
  ['gross_tonnage', 'tonnage'],
  ['gross_registered_tonnage', 'grossRegisteredTonnage'],
  ['vessel_owner', 'owner'],
  ['remarks', 'notes'],
];

function addPlain(
  maker: EntryMaker,
  fields: Fields,
  place: (field: string) => { readonly field: string; readonly pointer: string },
): void {
  for (const [field, property] of PLAIN) maker.add(property, fields(field), place(field));
  if (fields('standard_order') === '') return;
  const detail = 'standard order';
  maker.add('provisions', fields('standard_order'), { ...place('standard_order'), detail });
}

/** A name; persons of OFAC are written `LAST, First`, and weak aliases in quotation marks. */
export function addName(
  maker: EntryMaker,
  property: string,
  text: string,
  place: { readonly field: string; readonly pointer: string },
): void {
  const weak = unquoteName(text);
  const name = weak ?? text;
  const full = maker.schema === 'Person' ? parsePersonName(name).full : name;
  maker.add(weak === undefined ? property : 'weakAlias', full, { ...place, original: text });
}

function schemaOf(type: string): EntryMaker['schema'] {
  switch (type.toLowerCase()) {
    case 'individual':
      return 'Person';
    case 'vessel':
      return 'Vessel';
    case 'aircraft':
      return 'Airplane';
    default:
      // Rows of Commerce and State do not say what they are.
      return 'LegalEntity';
  }
}

import {
  addAddress,
  addCountry,
  addDate,
  addDocument,
  addGender,
  type EntryMaker,
  joined,
  splitNumbered,
  type StatementPlace,
} from '../field/index.ts';

/** A field of a designation by the name of its column in the CSV; empty for none. */
export type UkFields = (name: string) => string;

type Place = Omit<StatementPlace, 'original' | 'field'>;

/** Schema of `Individual`, `Entity` or `Ship`. */
export function ukSchema(type: string): EntryMaker['schema'] {
  switch (type.trim().toLowerCase()) {
    case 'individual':
      return 'Person';
    case 'ship':
      return 'Vessel';
    default:
      return 'LegalEntity';
  }
}

/** What the kind and quality of a name make of it. */
export function ukNameProperty(kind: string, quality: string): string {
  if (/low/i.test(quality)) return 'weakAlias';
  if (/^primary name$/i.test(kind.trim())) return 'name';
  return /former|fka|f\.k\.a/i.test(kind) ? 'previousName' : 'alias';
}

const NAME_PARTS = ['Name 1', 'Name 2', 'Name 3', 'Name 4', 'Name 5', 'Name 6'];

/** The name of a row in the order it is spoken: `Name 6` is the family name, or the only one. */
export function addUkName(maker: EntryMaker, property: string, get: UkFields, place: Place): void {
  const parts = NAME_PARTS.map(get).filter((part) => part !== '');
  maker.add(property, parts.join(' '), { ...place, field: 'Name 1-6' });
  if (maker.schema !== 'Person' || property !== 'name') return;
  maker.add('lastName', get('Name 6'), { ...place, field: 'Name 6' });
  maker.add('firstName', get('Name 1'), { ...place, field: 'Name 1' });
}

/** Columns with text, as properties. */
const PLAIN: readonly (readonly [field: string, property: string])[] = [
  ['Title', 'title'],
  ['Position', 'position'],
  ['Other Information', 'notes'],
  ['UK Statement of Reasons', 'notes'],
  ['Phone number', 'phone'],
  ['Website', 'website'],
  ['Email address', 'email'],
  ['Town of birth', 'birthPlace'],
  ['Type of entity', 'legalForm'],
  ['Subsidiaries', 'subsidiaries'],
  ['Parent company', 'parent'],
  ['Business registration number (s)', 'registrationNumber'],
  ['Current owner/operator (s)', 'owner'],
  ['Previous owner/operator (s)', 'pastOwner'],
  ['Type of ship', 'type'],
  ['Tonnage of ship', 'tonnage'],
  ['Length of ship', 'length'],
  ['Hull identification number (HIN)', 'registrationNumber'],
];

const COUNTRIES: readonly (readonly [field: string, property: string])[] = [
  ['Nationality(/ies)', 'nationality'],
  ['Country of birth', 'birthCountry'],
  ['Current believed flag of ship', 'flag'],
  ['Previous flags', 'pastFlags'],
];

/** Adds everything of a designation but its names and addresses. */
export function addUkDetails(maker: EntryMaker, get: UkFields, place: Place): void {
  maker.addProgram(get('Regime Name'));
  for (const measure of get('Sanctions Imposed').split('|')) {
    maker.add('provisions', measure, { ...place, field: 'Sanctions Imposed' });
  }
  for (const [field, property] of PLAIN) {
    for (const value of splitNumbered(get(field))) maker.add(property, value, { ...place, field });
  }
  for (const [field, property] of COUNTRIES) {
    for (const value of splitNumbered(get(field))) {
      addCountry(maker, property, value, { ...place, field });
    }
  }
  addDates(maker, get, place);
  addNumbers(maker, get, place);
  addGender(maker, get('Gender'), { ...place, field: 'Gender' });
}

function addDates(maker: EntryMaker, get: UkFields, place: Place): void {
  for (const date of splitNumbered(get('D.O.B'))) {
    addDate(maker, 'birthDate', date, { ...place, field: 'D.O.B' });
  }
  addDate(maker, 'buildDate', get('Year Built'), { ...place, field: 'Year Built' });
  addDate(maker, 'modifiedAt', get('Last Updated'), { ...place, field: 'Last Updated' });
}

function addNumbers(maker: EntryMaker, get: UkFields, place: Place): void {
  for (const [kind, field, more] of [
    ['Passport', 'Passport number', 'Passport additional information'],
    [
      'National identifier',
      'National Identifier number',
      'National Identifier additional information',
    ],
  ] as const) {
    for (const number of splitNumbered(get(field))) {
      const remark = joined(get(more)) ?? '';
      addDocument(maker, { type: kind, number, remark }, { ...place, field });
    }
    if (get(field) === '') maker.add('notes', get(more), { ...place, field: more });
  }
  for (const number of splitNumbered(get('IMO number'))) {
    const bare = number.replace(/^IMO\s*/i, '');
    maker.add('imoNumber', bare, { ...place, field: 'IMO number', original: number });
  }
}

const ADDRESS_PARTS = [1, 2, 3, 4, 5, 6].map((number) => `Address Line ${number}`);

export function addUkAddress(maker: EntryMaker, get: UkFields, place: Place): void {
  const parts = [...ADDRESS_PARTS, 'Address Postal Code'].map(get);
  const country = get('Address Country');
  addAddress(maker, { parts, country }, { ...place, field: 'Address' });
}

import {
  addAddress,
  addCountry,
  addDate,
  addDocument,
  addGender,
  joined,
  rangeOf,
  type EntryMaker,
  type StatementPlace,
} from '../field/index.ts';

/** An attribute of a child of an entity, by the name it has in the XML; empty for none. */
type Attributes = (name: string) => string;

/** The children an entity of the Financial Sanctions File has, in XML and in CSV. */
export type ChildName = 'nameAlias' | 'address' | 'birthdate' | 'identification' | 'citizenship';

/** One child with its place, remark and the date of the regulation it stands in. */
export interface EuChild {
  readonly name: ChildName;
  readonly get: Attributes;
  readonly pointer: string;
  readonly remark: string;
  /** Publication of the regulation, from which the statement holds. */
  readonly published: string;
  /** Ways to reach someone at an address: key and value. */
  readonly contacts?: readonly (readonly [key: string, value: string])[];
}

/** Adds what one child of an entity says. */
export function addEuChild(maker: EntryMaker, child: EuChild): void {
  const from = /^\d{4}-\d{2}-\d{2}/.exec(child.published)?.[0];
  const place = { field: child.name, pointer: child.pointer, from };
  switch (child.name) {
    case 'nameAlias':
      addNameAlias(maker, child, place);
      return;
    case 'address':
      addAddressOf(maker, child, place);
      return;
    case 'birthdate':
      addBirth(maker, child, place);
      return;
    case 'identification':
      addIdentification(maker, child, place);
      return;
    case 'citizenship':
      addCountry(maker, 'citizenship', countryOf(child.get), { ...place, detail: noteOf(child) });
      return;
  }
}

type Place = Omit<StatementPlace, 'original'>;

/** The code, or the words where the code is `00` for unknown. */
function countryOf(get: Attributes): string {
  const code = get('countryIso2Code');
  return code === '' || code === '00' ? get('countryDescription') : code;
}

function noteOf({ remark, get }: EuChild): string | undefined {
  return joined(get('region'), remark);
}

/** All names of an entity are equal before the law; the first strong one is its caption. */
function addNameAlias(maker: EntryMaker, { get, remark }: EuChild, place: Place): void {
  const parts = [get('firstName'), get('middleName'), get('lastName')];
  const whole = get('wholeName') || parts.filter((part) => part !== '').join(' ');
  const isWeak = get('strong') === 'false';
  const property = isWeak ? 'weakAlias' : maker.isNamed ? 'alias' : 'name';
  const lang = get('nameLanguage').toLowerCase() || undefined;
  maker.add(property, whole, { ...place, lang, detail: joined(remark) });
  maker.add('firstName', get('firstName'), { ...place, lang });
  maker.add('middleName', get('middleName'), { ...place, lang });
  maker.add('lastName', get('lastName'), { ...place, lang });
  maker.add('title', get('title'), place);
  maker.add('position', get('function'), place);
  addGender(maker, get('gender'), place);
}

const CONTACTS: Readonly<Record<string, string>> = {
  PHONE: 'phone',
  EMAIL: 'email',
  WEB: 'website',
};

function addAddressOf(maker: EntryMaker, child: EuChild, place: Place): void {
  const { get, contacts = [] } = child;
  const box = get('poBox');
  const parts = [
    get('street'),
    box === '' ? '' : `PO Box ${box}`,
    get('place'),
    get('city'),
    get('region'),
    get('zipCode'),
  ];
  const detail = joined(child.remark);
  addAddress(maker, { parts, country: countryOf(get) }, { ...place, detail });
  for (const [key, value] of contacts) {
    const property = CONTACTS[key.toUpperCase()];
    if (property === undefined) maker.add('notes', `${key}: ${value}`, place);
    else maker.add(property, value, place);
  }
}

function addBirth(maker: EntryMaker, child: EuChild, place: Place): void {
  const { get } = child;
  const where = [get('place'), get('city'), get('region')];
  const country = countryOf(get);
  const isNamed = get('countryIso2Code') !== '00' && get('countryIso2Code') !== '';
  const words = isNamed ? [...where, get('countryDescription')] : where;
  maker.add('birthPlace', words.filter((word) => word !== '').join(', '), place);
  addCountry(maker, 'birthCountry', country, place);
  const calendar = get('calendarType');
  const written = birthText(get);
  if (calendar !== '' && calendar !== 'GREGORIAN') {
    // A date of another calendar compared as it stands would be wrong by six centuries.
    maker.add('notes', written, { ...place, detail: `birthDate, ${calendar} calendar` });
    return;
  }
  const about = get('circa') === 'true' ? 'circa' : undefined;
  const detail = joined(about, child.remark);
  addDate(maker, 'birthDate', written, { ...place, detail });
  const [from, to] = [get('yearRangeFrom'), get('yearRangeTo')];
  if (!/^\d{4}$/.test(from) || !/^\d{4}$/.test(to) || from > to) return;
  const range = rangeOf(from, to);
  for (const value of range.values) {
    const original = `${from} to ${to}`;
    maker.add('birthDate', value, { ...place, original, detail: joined(range.detail, detail) });
  }
}

/** The date whole, or the parts of it that are known. */
function birthText(get: Attributes): string {
  if (get('birthdate') !== '') return get('birthdate');
  const [year, month, day] = [get('year'), get('monthOfYear'), get('dayOfMonth')];
  if (year === '') return '';
  if (month === '' || month === '0') return year;
  const isDay = day !== '' && day !== '0';
  return isDay ? `${year}-${month}-${day}` : `${year}-${month}`;
}

const DOUBTS = ['knownExpired', 'knownFalse', 'reportedLost', 'revokedByIssuer', 'diplomatic'];

function addIdentification(maker: EntryMaker, child: EuChild, place: Place): void {
  const { get } = child;
  const doubts = DOUBTS.filter((name) => get(name) === 'true');
  const type = [get('identificationTypeCode'), get('identificationTypeDescription')];
  const document = {
    type: type.filter((word) => word !== '').join(': '),
    number: get('number') || get('latinNumber'),
    country: countryOf(get),
    issued: get('issueDate') || get('validFrom'),
    expires: get('validTo'),
    remark: joined(...doubts, get('issuedBy'), get('nameOnDocument'), child.remark) ?? '',
  };
  addDocument(maker, document, place);
}

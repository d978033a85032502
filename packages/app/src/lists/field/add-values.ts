import { parseListCountry } from './country.ts';
import type { EntryMaker, StatementPlace } from './entry-maker.ts';
import { parseListDate, type DateOrder } from './partial-date.ts';

type Place = Omit<StatementPlace, 'original'>;

/** Adds a date; words that are none are kept as a note that says what they were meant for. */
export function addDate(
  maker: EntryMaker,
  property: string,
  text: string,
  place: Place & { readonly order?: DateOrder },
): void {
  if (text.trim() === '') return;
  const { order, ...rest } = place;
  const date = parseListDate(text, order);
  if (date === undefined) {
    maker.add('notes', text, { ...rest, detail: property });
    return;
  }
  const detail = joined(date.detail, place.detail);
  for (const value of date.values) maker.add(property, value, { ...rest, original: text, detail });
}

/** Adds a country by its code; words nobody could place are kept as they stand. */
export function addCountry(maker: EntryMaker, property: string, text: string, place: Place): void {
  const country = parseListCountry(text);
  switch (country.kind) {
    case 'code':
      maker.add(property, country.code, { ...place, original: text });
      return;
    case 'words':
      maker.add(property, country.words, place);
      return;
    case 'unknown':
      return;
  }
}

/** An address in parts, some of them empty, and its country in words or as a code. */
export interface AddressParts {
  readonly parts: readonly (string | undefined)[];
  readonly country: string;
}

/** Adds an address as one line, and its country on its own. */
export function addAddress(maker: EntryMaker, address: AddressParts, place: Place): void {
  const given = address.parts.map((part) => part?.trim() ?? '').filter((part) => part !== '');
  const country = parseListCountry(address.country);
  const words = address.country.trim();
  const line = country.kind === 'unknown' ? given : [...given, words];
  // A country alone is no address.
  if (given.length > 0) {
    const code = country.kind === 'code' ? country.code : undefined;
    maker.add('address', line.join(', '), { ...place, detail: joined(place.detail, code) });
  }
  addCountry(maker, 'country', words, place);
}

/** Details as one text, without those that are missing. */
export function joined(...parts: readonly (string | undefined)[]): string | undefined {
  const given = parts.filter((part) => part !== undefined && part.trim() !== '');
  return given.length === 0 ? undefined : given.join('; ');
}

/** `male` or `female` as FollowTheMoney writes them; other words as they stand. */
export function addGender(maker: EntryMaker, text: string, place: Place): void {
  const word = text.trim().toLowerCase();
  const value = word === 'm' ? 'male' : word === 'f' ? 'female' : word;
  maker.add('gender', value, { ...place, original: text });
}

/** A document that proves who someone is, as its publisher describes it. */
export interface IdentityDocument {
  /** Kind in the words of the publisher. */
  readonly type: string;
  readonly number: string;
  readonly country?: string;
  readonly issued?: string;
  readonly expires?: string;
  /** Anything else: place of issue, known to be false. */
  readonly remark?: string;
}

const DOCUMENTS: readonly (readonly [words: RegExp, property: string])[] = [
  [/passport|passeport|pasaporte/i, 'passportNumber'],
  [/\bswift|\bbic\b/i, 'swiftBic'],
  [/tax|fiscal|\binn\b|\bvat\b/i, 'taxNumber'],
  [/social security|\bssn\b/i, 'socialSecurityNumber'],
  [/regnumber|registration|commercial|company number|trade licen/i, 'registrationNumber'],
  [/\bimo\b/i, 'imoNumber'],
];

/** Adds the number of a document under the property its kind calls for. */
export function addDocument(maker: EntryMaker, document: IdentityDocument, place: Place): void {
  const { type, number, country = '', issued, expires, remark } = document;
  const property = DOCUMENTS.find(([words]) => words.test(type))?.[1] ?? 'idNumber';
  const issuer = parseListCountry(country);
  const code = issuer.kind === 'code' ? issuer.code : undefined;
  const words = issuer.kind === 'words' ? issuer.words : undefined;
  const detail = joined(
    type,
    code ?? words,
    issued === undefined || issued === '' ? undefined : `issued ${issued}`,
    expires === undefined || expires === '' ? undefined : `expires ${expires}`,
    remark,
  );
  maker.add(property, number, { ...place, detail });
}

import { parseListCountry } from './country.ts';
import { addCountry, addDate, addGender, joined } from './add-values.ts';
import type { EntryMaker } from './entry-maker.ts';
import { findLabel } from './ofac-labels.ts';
import { parsePartialDate } from './partial-date.ts';

/** A value with a label in the words of OFAC, which the Consolidated Screening List shares. */
export interface LabelledFact {
  readonly label: string;
  readonly value: string;
  /** Issuing country, in words or as a code. */
  readonly country?: string;
  readonly issued?: string;
  readonly expires?: string;
  /** Anything else that is said of it, such as that a document is not valid. */
  readonly remark?: string | undefined;
  readonly field: string;
  readonly pointer: string;
  readonly original?: string;
  readonly from?: string;
}

/** Adds a labelled value as the property it is; one with a label nobody knows becomes a note. */
export function addLabelledFact(maker: EntryMaker, fact: LabelledFact): void {
  const { label, value, field, pointer, original, from } = fact;
  const known = findLabel(label);
  const detail = detailOf(fact);
  const place = { field, pointer, from, detail };
  const quoted = { ...place, original };
  if (known === undefined || known.property === 'notes') {
    const words = original ?? `${label} ${value}`;
    maker.add('notes', words, { field, pointer, from });
    return;
  }
  switch (known.kind) {
    case 'date':
      addDate(maker, known.property, value, place);
      return;
    case 'country':
      addCountry(maker, known.property, value, place);
      return;
    case 'gender':
      addGender(maker, value, { field, pointer, from });
      return;
    case 'ship':
      addShipNumber(maker, fact, quoted);
      return;
    case 'wallet':
      maker.add('publicKey', value, {
        ...quoted,
        detail: label.replace(/^.*-\s*/, '').toUpperCase(),
      });
      return;
    case 'text':
      maker.add(known.property, value, quoted);
      return;
  }
}

/** OFAC writes `IMO 9187629` and other registrations under the same label. */
function addShipNumber(
  maker: EntryMaker,
  { value }: LabelledFact,
  place: Parameters<EntryMaker['add']>[2],
): void {
  const imo = /^(?:IMO\s*)?(\d{7})$/i.exec(value.trim())?.[1];
  if (imo === undefined) maker.add('registrationNumber', value, place);
  else maker.add('imoNumber', imo, { ...place, original: place.original ?? value });
}

/** Labels that say nothing the property does not say. */
const PLAIN = /^(?:DOB|Birthdate|POB|Place of Birth|nationality.*|citizen.*|Gender|Website|MMSI)$/i;

function detailOf({ label, country, issued, expires, remark }: LabelledFact): string | undefined {
  const code = country === undefined ? undefined : parseListCountry(country);
  const where = code?.kind === 'code' ? code.code : code?.kind === 'words' ? code.words : undefined;
  return joined(
    PLAIN.test(label) ? undefined : label.replace(/[:-]$/, '').trim(),
    where,
    datedWord('issued', issued),
    datedWord('expires', expires),
    remark,
  );
}

function datedWord(word: string, text: string | undefined): string | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  return `${word} ${parsePartialDate(text, 'day-first') ?? text.trim()}`;
}

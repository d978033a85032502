import {
  addLabelledFact,
  parsePersonName,
  splitLabel,
  unquoteName,
  type EntryMaker,
} from '../field/index.ts';

/** Remarks of this length go on in the part with the comments: the column has no room for more. */
export const REMARK_LENGTH = 1000;

/** The longest fact with a number in it that is taken apart. */
const FACT_LENGTH_MAX = 300;

interface RemarkPlace {
  readonly field: string;
  readonly pointer: string;
  readonly isPerson: boolean;
}

/** Adds every fact of a remark, `; ` between them. What nobody understands is kept as a note. */
export function addRemark(maker: EntryMaker, remark: string, place: RemarkPlace): void {
  for (const part of remark.trim().replace(/\.$/, '').split(/;\s+/)) {
    const fact = part.trim();
    if (fact !== '') addFact(maker, fact, place);
  }
}

function addFact(maker: EntryMaker, fact: string, place: RemarkPlace): void {
  const { field, pointer } = place;
  const words = fact.replace(/^alt\.\s+/i, '').replace(/^\((.+)\)\.?$/, '$1');
  const alias = /^(?:alt\.\s+)?(a\.k\.a\.|f\.k\.a\.|n\.k\.a\.)\s+(.+)$/i.exec(words);
  if (alias !== null) {
    addAlias(maker, alias[1] ?? '', alias[2] ?? '', { ...place, fact });
    return;
  }
  const labelled = splitLabel(words);
  if (labelled === undefined) {
    maker.add('notes', fact, { field, pointer });
    return;
  }
  const { label, value } = labelled;
  const document = /^(.*?)(?:\s+\(([^()]+)\))?(?:\s+issued\s+(.+?))?(?:\s+expires\s+(.+?))?$/i;
  const isShort = value.length <= FACT_LENGTH_MAX;
  const isNumbered = isShort && !/^(?:DOB|POB|nationality|citizen|Gender|Linked To:)/i.test(label);
  const [, number, country, issued, expires] = (isNumbered && document.exec(value)) || [];
  addLabelledFact(maker, {
    label,
    value: number === undefined || number === '' ? value : number,
    ...(country === undefined ? {} : { country }),
    ...(issued === undefined ? {} : { issued }),
    ...(expires === undefined ? {} : { expires }),
    field,
    pointer,
    original: fact,
  });
}

/** OFAC's own rule: an alias in quotation marks is a weak one. */
function addAlias(
  maker: EntryMaker,
  kind: string,
  text: string,
  place: RemarkPlace & { readonly fact: string },
): void {
  const weak = unquoteName(text);
  const name = weak ?? text;
  const value = place.isPerson ? parsePersonName(name).full : name;
  const former = kind.toLowerCase().startsWith('f');
  const property = weak !== undefined ? 'weakAlias' : former ? 'previousName' : 'alias';
  maker.add(property, value, { field: place.field, pointer: place.pointer, original: place.fact });
}

import type { LegalClass } from './name.ts';
import { spellOneWay } from './spelling.ts';
import { AMBIGUOUS_FORMS, LEGAL_FORMS } from './words.ts';

interface Phrase {
  readonly words: readonly string[];
  readonly legalClass: LegalClass;
}

/** Legal forms by their first word, longest first. */
export type LegalFormTable = ReadonlyMap<string, readonly Phrase[]>;

/** Forms that stand before the name where they are at home. */
const LEADING = new Set([
  'ao',
  'zao',
  'pao',
  'nao',
  'pt',
  'ip',
  'dp',
  'kp',
  'tov',
  'too',
  'sia',
  'pat',
  'vat',
]);

export function buildLegalForms(): LegalFormTable {
  const table = new Map<string, Phrase[]>();
  for (const [legalClass, forms] of Object.entries(LEGAL_FORMS)) {
    for (const form of forms.split(',')) {
      const words = form.split(' ').map(spellOneWay);
      const [first = ''] = words;
      const phrases = table.get(first) ?? [];
      phrases.push({ words, legalClass: legalClass as LegalClass });
      table.set(first, phrases);
    }
  }
  for (const phrases of table.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return table;
}

export interface LegalSpan {
  readonly length: number;
  readonly legalClass: LegalClass;
}

/** The longest legal form that starts at a word of a name, if one does. */
export function legalFormAt(
  table: LegalFormTable,
  words: readonly string[],
  at: number,
): LegalSpan | undefined {
  for (const { words: phrase, legalClass } of table.get(words[at] ?? '') ?? []) {
    const isHere = phrase.every((word, offset) => words[at + offset] === word);
    if (isHere && isPlaced(phrase, words, at)) return { length: phrase.length, legalClass };
  }
  return undefined;
}

/** An ambiguous form counts where forms stand: at the end, or before the name for a few. */
function isPlaced(phrase: readonly string[], words: readonly string[], at: number): boolean {
  const [first = ''] = phrase;
  if (phrase.length > 1 || !AMBIGUOUS_FORMS.has(first)) return true;
  return at + 1 === words.length || (at === 0 && words.length > 1 && LEADING.has(first));
}

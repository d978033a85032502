import { distance } from 'fastest-levenshtein';

/** Words are short; what is longer is no misspelling of one. */
const LENGTH_MAX = 64;
/** Words of which all are named when none is near. */
const LISTED_MAX = 20;

/** Rank of a word written out: behind every slip of a letter or two. */
const LONGHAND = 4;

/** Differences that a writer does not see: case, and how words are joined. */
function fold(word: string): string {
  return word.toLowerCase().replaceAll(/[\s._-]+/g, '');
}

function lettersOf(word: string): string {
  return word.split('').sort().join('');
}

/** Edits between two words; two letters exchanged are one slip, not two. */
function slips(a: string, b: string): number {
  const edits = distance(a, b);
  return edits === 2 && a.length === b.length && lettersOf(a) === lettersOf(b) ? 1 : edits;
}

/** How far a word is from what was written; undefined when nobody would take one for the other. */
function farFrom(written: string, word: string): number | undefined {
  const folded = fold(word);
  if (folded === written) return 0;
  // `selling` for `sell`, `agency` for `state-agency`: one holds the other.
  const isLong = written.length > 3 && folded.length > 3;
  if (isLong && (folded.includes(written) || written.includes(folded))) return 1;
  const edits = slips(written, folded);
  const isNear = edits <= Math.max(1, Math.floor(Math.max(written.length, folded.length) / 3));
  if (isNear) return edits + 1;
  // `useing` for `use`, `operator` for `op`: a short word that somebody wrote out.
  return folded.length > 1 && written.startsWith(folded) ? LONGHAND : undefined;
}

/** The known word that was meant by one that is not known; undefined when none is near. */
export function nearestWord(written: string, words: Iterable<string>): string | undefined {
  if (written.length > LENGTH_MAX || fold(written) === '') return undefined;
  let best: { readonly word: string; readonly far: number } | undefined;
  for (const word of words) {
    const far = farFrom(fold(written), word);
    if (far !== undefined && (best === undefined || far < best.far)) best = { word, far };
  }
  return best?.word;
}

/**
 * What a writer may have meant, as the end of a message: `: did you mean ...?`; all words when
 * they are few and none is near; else nothing.
 */
export function didYouMean(written: string, words: Iterable<string>): string {
  const known = [...words];
  const nearest = nearestWord(written, known);
  if (nearest !== undefined) return `: did you mean \`${nearest}\`?`;
  if (known.length === 0 || known.length > LISTED_MAX) return '';
  return `: there ${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}`;
}

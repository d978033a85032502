/** Words that may stand between the words of a product's name and say nothing about it. */
const FILLERS: ReadonlySet<string> = new Set(['for', 'the', 'of', 'and', 'lab', 'tm', 'r', 'c']);

const ASCII = /^[\p{ASCII}]*$/u;

/** Words of a text: lower case, split at everything that is no letter or digit. */
export function wordsIn(text: string): readonly string[] {
  const folded = (ASCII.test(text) ? text : text.normalize('NFKC')).toLowerCase();
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

function startsWithDigit(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 48 && code <= 57;
}

function isFiller(word: string): boolean {
  return startsWithDigit(word) || FILLERS.has(word);
}

/** Words of a name that count: fillers and version numbers are left out. */
export function nameWords(text: string): readonly string[] {
  const words = wordsIn(text);
  const counting = words.filter((word, at) => at === 0 || !isFiller(word));
  return counting.length > 0 ? counting : words;
}

/** Key of a name for exact look-up: its counting words. */
export function nameKey(text: string): string {
  return nameWords(text).join(' ');
}

/**
 * Whether the words open a name, whole and in this order. Version numbers and fillers may stand
 * between them; anything may follow. Never a substring: `kaspersky` does not open `KasperSkytte`.
 */
export function opensWith(words: readonly string[], wanted: readonly string[]): boolean {
  if (words.length < wanted.length || words[0] !== wanted[0]) return false;
  let at = 1;
  for (let next = 1; next < wanted.length; next += 1) {
    while (at < words.length && words[at] !== wanted[next]) {
      if (!isFiller(words[at] ?? '')) return false;
      at += 1;
    }
    if (at === words.length) return false;
    at += 1;
  }
  return true;
}

interface Entry<T> {
  readonly wanted: readonly string[];
  readonly isWhole: boolean;
  readonly value: T;
}

function firstWordEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isWord =
      (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
    if (!isWord) return code > 127 ? -1 : at;
  }
  return at;
}

/** The first word of a text without splitting all of it: most names are asked for no more. */
function firstWord(text: string): string {
  let from = 0;
  while (from < text.length) {
    const end = firstWordEnd(text, from);
    if (end === -1) return wordsIn(text)[0] ?? '';
    if (end > from) return text.slice(from, end).toLowerCase();
    from += 1;
  }
  return '';
}

/** Finds names by their opening words; what matches with the most words wins. */
export class TokenIndex<T> {
  readonly #byFirst = new Map<string, Entry<T>[]>();

  /** `isWhole`: the name must consist of these words and nothing else. */
  add(name: string, value: T, isWhole = false): void {
    const wanted = nameWords(name);
    const first = wanted[0] ?? '';
    const entries = this.#byFirst.get(first) ?? [];
    entries.push({ wanted, isWhole, value });
    entries.sort((a, b) => b.wanted.length - a.wanted.length);
    this.#byFirst.set(first, entries);
  }

  get size(): number {
    return this.#byFirst.size;
  }

  /** Whether any name begins with the first word of the text. */
  knowsFirstWordOf(text: string): boolean {
    return this.#byFirst.has(firstWord(text));
  }

  lookUp(text: string): readonly T[] {
    const entries = this.#byFirst.get(firstWord(text));
    if (entries === undefined) return [];
    const words = wordsIn(text);
    const found: T[] = [];
    let longest = 0;
    for (const { wanted, isWhole, value } of entries) {
      if (wanted.length < longest) break;
      if (!opensWith(words, wanted)) continue;
      if (isWhole && nameWords(text).length !== wanted.length) continue;
      longest = wanted.length;
      found.push(value);
    }
    return found;
  }
}

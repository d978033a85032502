import type { Reading } from './reading.ts';
import { readCyrillic } from './cyrillic.ts';
import { readAbjad } from './abjad.ts';
import { readGreek } from './greek.ts';
import { readHan, readHangul } from './cjk.ts';
import { toAscii } from './to-ascii.ts';

type Script =
  | 'latin'
  | 'cyrillic'
  | 'greek'
  | 'abjad'
  | 'abugida'
  | 'han'
  | 'kana'
  | 'hangul'
  | 'other';

/** First and last code point of the blocks whose letters need more than a table. */
const RANGES: readonly (readonly [number, number, Script])[] = [
  [0x0000, 0x024f, 'latin'],
  [0x0370, 0x03ff, 'greek'],
  [0x0400, 0x052f, 'cyrillic'],
  [0x0590, 0x08ff, 'abjad'],
  [0x0900, 0x0e7f, 'abugida'],
  [0x1c80, 0x1c8f, 'cyrillic'],
  [0x1e00, 0x1eff, 'latin'],
  [0x1f00, 0x1fff, 'greek'],
  [0x3040, 0x30ff, 'kana'],
  [0x3400, 0x4dbf, 'han'],
  [0x4e00, 0x9fff, 'han'],
  [0xac00, 0xd7af, 'hangul'],
  [0xf900, 0xfaff, 'han'],
  [0xfb1d, 0xfdff, 'abjad'],
  [0xfe70, 0xfeff, 'abjad'],
  [0x20000, 0x3ffff, 'han'],
];

function scriptOf(code: number): Script {
  for (const [from, to, script] of RANGES) {
    if (code < from) return 'other';
    if (code <= to) return script;
  }
  return 'other';
}

export interface ScriptHints {
  /** The whole name, lower case: letters of one language tell how the others are read. */
  readonly whole: string;
  readonly isPerson: boolean;
}

/** Reads one word, in lower case, into Latin tokens. */
export function readWord(word: string, hints: ScriptHints): readonly Reading[] {
  const scripts = new Set<Script>();
  for (const letter of word) {
    const script = scriptOf(letter.codePointAt(0) ?? 0);
    if (script !== 'latin' || /\p{L}/u.test(letter)) scripts.add(script);
  }
  if (scripts.size > 1 && scripts.has('latin')) {
    return [{ text: toAscii(foldLookAlikes(word)) }];
  }
  if (scripts.has('cyrillic')) return [readCyrillic(word, hints.whole)];
  if (scripts.has('greek')) return [{ text: readGreek(word) }];
  if (scripts.has('abjad')) return readAbjad(word);
  if (scripts.has('abugida')) return [{ text: toAscii(word), isAbjad: true }];
  if (scripts.has('hangul')) return readHangul(word, hints.isPerson);
  if (scripts.has('han')) return readHan(word, hints.isPerson);
  return [{ text: toAscii(word) }];
}

/** Letters that look Latin, in a word that is otherwise Latin: nobody writes so but to deceive. */
const LOOK_ALIKES = new Map(
  [
    ...'аaвbеeзzкkмmнhоoрpсcтtуyхxіiјjѕsһhԁdԛqԝwґrαaβbεeηnιiκkνvοoρpτtυuχxγyσo'.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, from = '', to = '']) => [from, to]),
);

function foldLookAlikes(word: string): string {
  let folded = '';
  for (const letter of word) folded += LOOK_ALIKES.get(letter) ?? letter;
  return folded;
}

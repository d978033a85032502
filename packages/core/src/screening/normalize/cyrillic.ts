import type { Reading } from './reading.ts';
import { toAscii } from './to-ascii.ts';

/** `from to` pairs; letters that are not named keep the reading of the common table. */
function table(pairs: string): ReadonlyMap<string, string> {
  return new Map(pairs.split(' ').map((pair): [string, string] => [pair.charAt(0), pair.slice(1)]));
}

/** The readings that passports and English-language lists use most. */
const COMMON = table(
  'аa бb вv гg дd еe ёe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ' +
    'ыy ь эe юyu яya іi їi єe ґg ўu ђdj јj љlj њnj ћc џdz ѓg ќk ѕdz әa ғg қk ңn өo ұu үu һh ӣi ' +
    'ӯu ҳh ҷj ѐe ѝi',
);
const SERBIAN = table('жz хh цc чc шs ђdj ћc џdz');
const BULGARIAN_HARD_SIGN = 'a';

/**
 * Reads a word in Cyrillic letters. `whole` is the name it stands in: `ї` anywhere in it makes `г`
 * an `h`, though lists may have the Russian form of the name, and a letter that only Serbian has
 * makes `ш` an `s`, as on Serbian passports.
 */
export function readCyrillic(word: string, whole: string): Reading {
  const isUkrainian = /[іїєґў]/u.test(whole);
  const text = spell(word, whole, isUkrainian);
  if (!isUkrainian) return { text };
  return { text, alternatives: [{ text: spell(word, whole, false), isAbjad: false }] };
}

function spell(word: string, whole: string, isUkrainian: boolean): string {
  const isSerbian = /[ђјљњћџ]/u.test(whole);
  let text = '';
  let previous = '';
  for (const letter of word) {
    if (letter === 'г' && isUkrainian) text += 'h';
    else if (letter === 'и' && isUkrainian) text += 'y';
    else if (letter === 'ъ' && isConsonant(previous)) text += BULGARIAN_HARD_SIGN;
    else
      text +=
        (isSerbian ? SERBIAN.get(letter) : undefined) ?? COMMON.get(letter) ?? toAscii(letter);
    previous = letter;
  }
  return text;
}

function isConsonant(letter: string): boolean {
  return /[бвгджзклмнпрстфхцчш]/u.test(letter);
}

import { ARABIC_NAMES } from './arabic-names.ts';
import type { OtherReading } from './name.ts';
import type { Reading } from './reading.ts';

function table(pairs: string): ReadonlyMap<string, string> {
  return new Map(pairs.split(' ').map((pair): [string, string] => [pair.charAt(0), pair.slice(1)]));
}

/** Arabic, with the letters that Persian, Urdu, Pashto and Kurdish add. */
const ARABIC = table(
  'اa أa إi آa ٱa بb تt ثth جj حh خkh دd ذdh رr زz سs شsh صs ضd طt ظz ع غgh فf قq كk لl مm نn هh ' +
    'وw يy ةa ىa ء ؤw ئy پp چch ژzh گg کk یy ہh ھh ٹt ڈd ڑr ںn ےe ټt ډd ړr ښsh ږzh ځdz څts ڼn ' +
    'ګg ېe ۍi ۀh ۆo ێe ڕr ڵl ڤv ەe ۇu ۋv',
);
const HEBREW = table(
  'אa בb גg דd הh וw זz חh טt יy כk ךk לl מm םm נn ןn סs ע פp ףp צts ץts קk רr שsh תt',
);

/**
 * Reads a word in Arabic or Hebrew letters. Names so frequent that their vowels are known are
 * looked up; of others the written letters remain, and the token says that vowels are missing.
 */
export function readAbjad(word: string): readonly Reading[] {
  const bare = bareLetters(word);
  const known = ARABIC_NAMES.get(bare);
  if (known !== undefined) {
    return [
      { text: known, alternatives: [{ text: spell(bare), isAbjad: true }, ...otherReadings(bare)] },
    ];
  }
  if (bare.startsWith('عبدال') && bare.length > 6) {
    return [{ text: 'abd' }, ...readAbjad(bare.slice(5))];
  }
  if (bare.startsWith('ال') && bare.length > 3) {
    return [{ text: 'al' }, ...readAbjad(bare.slice(2))];
  }
  if (bare.endsWith('الله') && bare.length > 5) {
    return [...readAbjad(bare.slice(0, -4)), { text: 'allah' }];
  }
  if (bare.endsWith('عبد') && bare.length > 5) {
    return [...readAbjad(bare.slice(0, -3)), { text: 'abd' }];
  }
  if (bare.endsWith('الدین') && bare.length > 6) {
    return [...readAbjad(bare.slice(0, -5)), { text: 'din' }];
  }
  return [{ text: spell(bare), isAbjad: true, alternatives: otherReadings(bare) }];
}

/** Letters as they are written; a vowel keeps two of them from being read as one sound. */
function spell(bare: string, separates = true): string {
  let text = '';
  for (const [at, letter] of Array.from(bare).entries()) {
    const isFinalH = letter === 'ه' && at > 1 && at === bare.length - 1;
    const latin = isFinalH ? 'a' : (ARABIC.get(letter) ?? HEBREW.get(letter) ?? '');
    if (latin === 'h' && separates && /[^aeiou]$/.test(text)) text += 'a';
    text += latin;
  }
  return text;
}

/**
 * Letters that are read in two ways: as z in Persian and Urdu and as d or dh in Arabic, as s and as
 * th, and an h that a Latin spelling may have drawn to the letter before it.
 */
function otherReadings(bare: string): readonly OtherReading[] {
  const others: OtherReading[] = [];
  if (bare.includes('ث')) others.push({ text: spell(bare.replaceAll('ث', 'س')), isAbjad: true });
  if (/[کدتسگزظ][هح]/u.test(bare)) others.push({ text: spell(bare, false), isAbjad: true });
  if (/[ضذ]/u.test(bare)) {
    others.push({ text: spell(bare.replaceAll(/[ضذ]/gu, 'ز')), isAbjad: true });
  }
  if (bare.includes('ظ')) {
    others.push({ text: spell(bare.replaceAll('ظ', 'ذ')), isAbjad: true });
  }
  return others;
}

/** Without points and stretching, the letters of one sound written one way. */
function bareLetters(word: string): string {
  return word
    .normalize('NFKC')
    .normalize('NFD')
    .replaceAll(/[\p{M}\u0640]/gu, '')
    .replaceAll(/[أإآٱ]/gu, 'ا')
    .replaceAll('ي', 'ی')
    .replaceAll('ى', 'ی')
    .replaceAll('ك', 'ک')
    .replaceAll('ة', 'ه')
    .replaceAll(/[ۀہھ]/gu, 'ه');
}

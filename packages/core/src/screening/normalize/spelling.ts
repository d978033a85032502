/**
 * Spells a Latin word the one way that both sides are spelled. Only letters that romanizations
 * exchange without meaning are touched; what is left over is for the distance of tokens to weigh.
 */
export function spellOneWay(word: string): string {
  if (word.length < 2 || /\d/.test(word)) return word;
  return word
    .replaceAll('ks', 'x')
    .replaceAll('y', 'i')
    .replace(/(?:ii|i)?[oe]vich$/, (end) => (end.startsWith('i') ? 'evich' : end))
    .replace(/(?:ii|i)vna$/, (end) => (end.length > 4 ? 'evna' : 'ovna'))
    .replace(/(?<=..)[ei]+ev(?=ich$|na$)/, 'ev')
    .replace(/(?<=[aeou])j$/, 'i')
    .replace(/(?<=..)(?:ii|ij)$/, 'i');
}

/**
 * The consonants of a word, sounds that scripts and romanizations exchange written as one:
 * q, k, c and kh; g and gh; t and th; d and dh; s, z and ts; p and b; v and w. Vowels, y, h after
 * a consonant and final h are left out, doubled consonants are one.
 *
 * @param keepsW whether w is a consonant; in an abjad it may be a vowel, so both ways are tried
 */
export function skeletonOf(word: string, keepsW: boolean): string {
  let skeleton = '';
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charAt(at);
    const next = word.charAt(at + 1);
    // dj and tch are written for j and ch.
    if ((letter === 'd' && next === 'j') || (letter === 't' && next === 'c')) continue;
    const sound = soundOf(letter, next, keepsW);
    if (sound === '') continue;
    if (
      sound === 'H' &&
      (at === word.length - 1 || /[bcdgjklmnpqrstz]/.test(word.charAt(at - 1)))
    ) {
      continue;
    }
    if (!skeleton.endsWith(sound)) skeleton += sound;
  }
  return skeleton;
}

function soundOf(letter: string, next: string, keepsW: boolean): string {
  switch (letter) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
    case 'y':
      return '';
    case 'w':
      return keepsW ? 'V' : '';
    case 'v':
      return 'V';
    case 's':
      return next === 'h' ? 'X' : 'S';
    case 'c':
      if (next === 'h') return 'X';
      return next === 'e' || next === 'i' || next === 'y' ? 'S' : 'K';
    case 'z':
      return next === 'h' ? 'J' : 'S';
    case 'k':
    case 'q':
      return 'K';
    case 'x':
      return 'KS';
    case 'p':
      return next === 'h' ? 'F' : 'P';
    case 'b':
      return 'P';
    default:
      return letter.toUpperCase();
  }
}

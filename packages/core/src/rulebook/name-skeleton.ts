/** Cyrillic letters as the common transliterations write them; soft and hard signs fall away. */
const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

function skeletonOfWord(word: string): string {
  const latin = word.replaceAll(/[\u0400-\u04FF]/g, (letter) => LATIN[letter] ?? letter);
  // Initials are what they are.
  if (word.length <= 2) return latin;
  return latin
    .replaceAll(/shch|sch/g, 'sh')
    .replaceAll('kh', 'h')
    .replaceAll('x', 'ks')
    .replaceAll(/[jy]/g, 'i')
    .replaceAll('ie', 'e')
    .replaceAll(/(.)\1+/g, '$1');
}

/**
 * Words of a folded name, written so that usual transliterations of one name agree: Gennadyevich,
 * Gennadievich and Геннадьевич. Equal skeletons are a reason to ask, and no proof of identity.
 */
export function skeletonWords(folded: string): readonly string[] {
  return folded
    .split(' ')
    .map(skeletonOfWord)
    .filter((word) => word !== '');
}

/** Whether a folded name is written in Chinese characters alone. */
export function isHan(folded: string): boolean {
  return /^[\p{Script=Han}\p{N} ]+$/u.test(folded) && /\p{Script=Han}/u.test(folded);
}

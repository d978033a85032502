import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../limits.ts';
import { createClassifier } from './classify.ts';
import type { NameMode } from './name.ts';
import { normalizeName } from './normalize-name.ts';

const classifier = createClassifier();

function words(name: string, mode: NameMode): string {
  return normalizeName(classifier, name, mode)
    .tokens.filter(({ kind }) => kind === 'word' || kind === 'number' || kind === 'initial')
    .map(({ text }) => text)
    .join(' ');
}

describe('normalizeName', () => {
  it.each([
    ['Cyrillic, Russian', 'Юрий Хрущёв', 'iuri khrushchev'],
    ['Cyrillic, Ukrainian', 'Ігор Гриценко', 'ihor hritsenko'],
    ['Cyrillic, Belarusian', 'Аляксандр Лукашэнка', 'aliaxandr lukashenka'],
    ['Cyrillic, Bulgarian', 'Първанов', 'parvanov'],
    ['Cyrillic, Serbian', 'Слободан Милошевић', 'slobodan milosevic'],
    ['Cyrillic, Kazakh', 'Қасым Тоқаев', 'kasim tokaev'],
    ['Greek', 'Μπάμπης Παπαδόπουλος', 'bampis papadopulos'],
    ['Armenian', 'Սերժ Սարգսյան', 'serzh sargsian'],
    ['Georgian', 'მიხეილ', 'mikheil'],
    ['Hebrew', 'בנימין', 'bnymyn'],
    ['Arabic', 'محمد بن سلمان', 'muhammad salman'],
    ['Persian', 'پژمان', 'pzhman'],
    ['Devanagari', 'नरेन्द्र', 'nrendr'],
    ['Thai', 'ทักษิณ', 'thaksin'],
    ['Hangul', '김정은', 'kim jong un'],
    ['kana', 'とよた', 'toiota'],
    ['Han', '习近平', 'xi jinping'],
    ['Han with a surname of two signs', '欧阳明', 'ouiang ming'],
    ['Latin with marks', 'Đặng Thị Ngọc Thịnh', 'dang thi ngoc thinh'],
  ])('reads %s', (_, name, expected) => {
    expect(words(name, 'person')).toBe(expected);
  });

  it.each([
    ['LAST, First turned round', 'PUTIN, Vladimir', 'Vladimir Putin', 'person'],
    ['titles and particles', 'Dr. Khalid bin al-Walid', 'Khalid Walid', 'person'],
    ['the servant of God in any spelling', 'Abdur-Rahman', 'Abd al Rahman', 'person'],
    ['compounds with Allah', 'Hidayatullah', 'Hidayat Allah', 'person'],
    ['letters that only look Latin', 'Рuтin', 'Putin', 'person'],
    ['invisible letters', 'Pu\u200btin', 'Putin', 'person'],
    ['digits in the place of letters', 'R0sneft', 'Rosneft', 'organization'],
    ['forms of an organization', 'ООО «Ромашка»', 'Romashka Limited', 'organization'],
    ['a form spelled out', 'Joint Stock Company Vostok', 'Vostok JSC', 'organization'],
    ['a form with a slip', 'Joint Stokc Company Vostok', 'Vostok', 'organization'],
    ['dotted letters', 'S.A. Dupont', 'SA Dupont', 'organization'],
    ['abbreviations', 'Vostok Intl Mfg', 'Vostok International Manufacturing', 'organization'],
    ['numbers', 'Plant No. VII', 'Plant No 7', 'organization'],
    [
      'words joined by a lost space',
      'Ivan AleksandrovichPetrov',
      'Ivan Aleksandrovich Petrov',
      'person',
    ],
  ] as const)('reads %s as one', (...[, left, right, mode]) => {
    expect(words(left, mode)).toBe(words(right, mode));
  });

  it.each([
    ['The Company', 'organization'],
    ['OOO', 'organization'],
    ['Le An', 'person'],
    ['Li', 'person'],
    ['No 7', 'organization'],
  ] as const)('leaves no name without words: %s', (name, mode) => {
    expect(words(name, mode)).not.toBe('');
  });

  it('reads a company of a legal form’s name by its own name', () => {
    expect(words('Alfa-Bank (JSC)', 'organization')).toBe('alfa bank');
    expect(words('Alfa SA Co Ltd', 'any')).toBe('alfa');
  });

  it('says that a name was cut', () => {
    const { isCut, tokens } = normalizeName(classifier, 'ab '.repeat(1_000), 'any');

    expect(isCut).toBe(true);
    expect(tokens.length).toBeLessThanOrEqual(LIMITS.screening.nameTokensMax);
  });

  it('gives only letters and digits for any text, and the same for the same', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom<NameMode>('person', 'organization', 'any'),
        (text, mode) => {
          const once = normalizeName(classifier, text, mode);
          const fresh = normalizeName(createClassifier(), text, mode);

          expect(once).toEqual(fresh);
          for (const token of once.tokens) expect(token.text).toMatch(/^[a-z0-9]+$/);
        },
      ),
      { numRuns: 60 },
    );
  });
});

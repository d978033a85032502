import { LIMITS } from '../../limits.ts';
import { classify, type Classifier, spell } from './classify.ts';
import { isOneSlip } from './correct.ts';
import type { NameMode, NameToken, NormalName, OtherReading } from './name.ts';
import { type ScriptHints, readWord } from './scripts.ts';
import type { Reading } from './reading.ts';

/** Written into every snapshot and every answer: both sides must be read by one version. */
export const NORMALIZER_VERSION = 'interdict.normalizer/1 any-ascii/0.3.3';

/** Marks of direction, joiners and soft hyphens, which only hide letters from each other. */
const INVISIBLE =
  /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\ufe00-\ufe0f]/g;
const ASCII_ONLY = /^[\u0020-\u007e]*$/;
const PIECE =
  // long line: a regular expression is one line
  /[\p{L}\p{M}\p{N}]+(?:['\u2018\u2019\u02bb-\u02bf\u0060\u00b4\u05f3\u05f4"][\p{L}\p{M}\p{N}]+)*|[.&]/gu;
const APOSTROPHES = /['\u2018\u2019\u02bb-\u02bf\u0060\u00b4\u05f3\u05f4"]/g;

/** One token before it is known what it is. */
interface Draft {
  text: string;
  surface: string;
  isAbjad: boolean;
  alternatives: readonly OtherReading[];
  /** A single letter with a stop behind it, as in `S.A.` or `V. V. Ivanov`. */
  isDotted: boolean;
}

/**
 * Reads a name into tokens, the same way for what is asked and for what is listed. The order of
 * the tokens is that of the name, except that `LAST, First` of a person is turned round.
 */
export function normalizeName(classifier: Classifier, name: string, mode: NameMode): NormalName {
  const isCut = name.length > LIMITS.screening.nameLengthMax;
  const text = clean(isCut ? name.slice(0, LIMITS.screening.nameLengthMax) : name);
  const ordered = mode === 'person' ? turnRound(text) : text;
  const drafts = joinDotted(splitPieces(classifier, ordered, mode), classifier, mode);
  const kept = drafts.slice(0, LIMITS.screening.nameTokensMax);
  const tokens: readonly NameToken[] = classify(classifier, joinServants(kept), mode);
  return { tokens, isCut: isCut || kept.length < drafts.length };
}

function clean(name: string): string {
  if (ASCII_ONLY.test(name)) return name;
  return name.normalize('NFKC').replaceAll(INVISIBLE, '');
}

/** `LAST, First Middle` as `First Middle LAST`; a suffix after the comma stays where it is. */
function turnRound(name: string): string {
  const at = name.search(/[,،、]/);
  if (at <= 0 || at === name.length - 1) return name;
  const rest = name.slice(at + 1).trim();
  if (rest === '' || /^(jr|sr|ii|iii|iv|esq|phd|md)\b/i.test(rest)) return name;
  return `${rest} ${name.slice(0, at)}`;
}

function splitPieces(classifier: Classifier, name: string, mode: NameMode): Draft[] {
  const drafts: Draft[] = [];
  const whole = name.toLowerCase();
  const hints: ScriptHints = { whole, isPerson: mode === 'person' };
  for (const match of splitCamel(name).matchAll(PIECE)) {
    const [piece] = match;
    if (piece === '.') {
      const last = drafts.at(-1);
      if (last?.text.length === 1 && name[match.index - 1] !== ' ') last.isDotted = true;
    } else if (piece === '&') {
      drafts.push(draft('and', '&'));
    } else {
      addPiece(classifier, drafts, piece, hints);
    }
    if (drafts.length > LIMITS.screening.nameTokensMax) break;
  }
  return drafts;
}

/** Two words that lost the space between them: `IvanAleksandrovich`; `McDonald` is one word. */
function splitCamel(name: string): string {
  return name.replaceAll(/(\p{L}{2}\p{Ll})(\p{Lu}\p{Ll}{3})/gu, '$1 $2');
}

function addPiece(
  classifier: Classifier,
  drafts: Draft[],
  piece: string,
  hints: ScriptHints,
): void {
  const lower = piece.toLowerCase().replaceAll(APOSTROPHES, '');
  if (ASCII_ONLY.test(lower)) {
    addLatin(classifier, drafts, lower, piece);
    return;
  }
  for (const reading of readWord(lower, hints)) {
    if (reading.text === '') continue;
    if (reading.isAbjad === true) {
      drafts.push({ ...draft(reading.text, piece), isAbjad: true });
    } else {
      addLatin(classifier, drafts, reading.text, piece);
    }
    const last = drafts.at(-1);
    if (last !== undefined) last.alternatives = otherReadings(classifier, last.text, reading);
  }
}

/** `Abdullah` with one slip, which would otherwise be two strange words. */
function mendServant(word: string): string {
  if (word.length < 7 || word.length > 9 || !/^(?:a|b|.ab)/.test(word)) return word;
  return ['abdullah', 'abdallah', 'abdulla', 'abdalla'].some((name) => isOneSlip(word, name))
    ? 'abdullah'
    : word;
}

function otherReadings(
  classifier: Classifier,
  text: string,
  { alternatives = [] }: Reading,
): readonly OtherReading[] {
  return alternatives
    .map(({ text: other, isAbjad }) => ({
      text: isAbjad ? other : spell(classifier, other),
      isAbjad,
    }))
    .filter((other) => other.text !== '' && other.text !== text);
}

/** `Abdulrahman`, `Abd-el-Rahman` and `Abdur Rahman` are the servant and the name served. */
const SERVANT = /^abd[aeiou](?:l|(r|s|z|n|t|d|sh)(?=\1))?([a-z]{3,})$/;
const ABDULLAH = /^abd[aeou]?l+ah?i?$/;
const SERVANT_ALONE = /^abd(?:[aeiou]|ou)(?:l|r|s|z|n|t|d|sh)?$/;

function addLatin(classifier: Classifier, drafts: Draft[], latin: string, surface: string): void {
  const word = mendServant(spell(classifier, foldDigits(latin)));
  if (!word.startsWith('abd')) {
    for (const part of splitCompound(word)) drafts.push(draft(part, surface));
  } else if (ABDULLAH.test(word)) {
    drafts.push(draft('abdullah', surface));
  } else if (SERVANT_ALONE.test(word)) {
    drafts.push(draft('abd', surface));
  } else {
    const served = SERVANT.exec(word)?.[2];
    if (served === undefined) drafts.push(draft(word, surface));
    else drafts.push(draft('abd', surface), draft(served, surface));
  }
}

/** `Hidayatullah` and `Jalaluddin` are two words, as they are written in Arabic. */
const DIN = /^[aeiou]dd?ine?$/;

function splitCompound(word: string): readonly string[] {
  const allah = /^([a-z]{2,}[bcdfghjkmnpqrstvwyzi])[aeou]?llah$/.exec(word)?.[1];
  if (allah !== undefined) return [allah, 'allah'];
  if (DIN.test(word)) return ['din'];
  const served = /^([a-z]{2,}[bcdfghjklmnpqrstvwyz])(?:ou?ddine?|[aeiu]ddine?|[aeu]ldine?)$/.exec(
    word,
  )?.[1];
  return served === undefined ? [word] : [served, 'din'];
}

function draft(text: string, surface: string): Draft {
  return { text, surface, isAbjad: false, alternatives: [], isDotted: false };
}

/** Digits put in the place of letters: `R0sneft`, `Ka1ashnikov`. Real numbers stand at an end. */
function foldDigits(word: string): string {
  if (/^(0[a-z]{3,}|[a-z]{3,}0)$/.test(word)) return word.replace('0', 'o');
  if (!/^[a-z]+[01345][a-z]+$/.test(word)) return word;
  return word
    .replaceAll('0', 'o')
    .replaceAll('1', 'l')
    .replaceAll('3', 'e')
    .replaceAll('4', 'a')
    .replaceAll('5', 's');
}

/** `S. A.` of a company is one word; in the name of a person the letters are initials. */
function joinDotted(drafts: readonly Draft[], classifier: Classifier, mode: NameMode): Draft[] {
  const joined: Draft[] = [];
  for (let at = 0; at < drafts.length;) {
    const end = endOfDotted(drafts, at);
    const run = drafts.slice(at, end);
    const text = run.map((one) => one.text).join('');
    const isWord =
      run.length > 1 &&
      (mode === 'organization' || (mode === 'any' && classifier.legalForms.has(text)));
    if (isWord) joined.push(draft(text, run.map((one) => one.surface).join('')));
    else joined.push(...run);
    at = end;
  }
  return joined;
}

/** End of a run of dotted letters, of which the last may lack its stop; one draft otherwise. */
function endOfDotted(drafts: readonly Draft[], at: number): number {
  let end = at;
  while (drafts[end]?.isDotted === true) end += 1;
  return Math.max(end, at + 1);
}

/** `Abd Allah` is `Abdullah`. */
function joinServants(drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = [];
  for (const one of drafts) {
    const last = joined.at(-1);
    const isAllah = last?.text === 'abd' && /^(all?ah|ull?ah|oll?ah|llah)$/.test(one.text);
    if (!isAllah || last === undefined) joined.push(one);
    else joined[joined.length - 1] = draft('abdullah', `${last.surface} ${one.surface}`);
  }
  return joined;
}

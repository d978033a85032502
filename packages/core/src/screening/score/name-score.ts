import { acronymOf } from '../index/doors.ts';
import type { ScreeningPolicy } from '../policy.ts';
import type { Engine } from '../search/engine.ts';
import type { QueryName } from '../search/query-name.ts';
import { KIND_NUMBER, LEGAL_CLASSES, MODES } from '../snapshot/codes.ts';
import { align, listedToken } from './alignment.ts';
import { type Board, PAIR_KINDS } from './board.ts';

/** What the words of two names have in common, as a ledger of points. */
export type NameFeature =
  | 'word'
  | 'clash'
  | 'initials'
  | 'one-word'
  | 'rarity'
  | 'frequent-name'
  | 'number'
  | 'legal-form'
  | 'acronym';

export interface NameLine {
  readonly feature: NameFeature;
  readonly points: number;
  /** Pair of the board, for `word`. */
  readonly pair: number;
}

interface Case {
  readonly engine: Engine;
  readonly policy: ScreeningPolicy;
  readonly name: QueryName;
  readonly listedName: number;
  readonly board: Board;
  readonly isPerson: boolean;
  /** Takes the lines of a score; a score that is only compared writes none. */
  readonly ledger: NameLine[] | undefined;
}

interface Sums {
  /** Weight of everything on both sides, after the shares of what stands alone. */
  readonly total: number;
  readonly extra: number;
  readonly missing: number;
  readonly bits: number;
  readonly isExact: boolean;
}

export interface NamePoints {
  readonly points: number;
  /** Every word is on both sides and spelled the same. */
  readonly isExact: boolean;
}

/** Weight of a word that is taken for a slip of one without weight. */
const EXTRA_SLIP = 0.3;
const ACRONYM_SURE_LENGTH = 4;
const PERSON = MODES.indexOf('person');
const INITIAL = PAIR_KINDS.indexOf('initial');
const WHOLE = PAIR_KINDS.indexOf('whole');
const PLAIN_FORM = 1 << LEGAL_CLASSES.indexOf('corporation');
const NOTHING: NamePoints = { points: 0, isExact: false };

/** Scores one name of the query against one listed name; the points of all lines are the score. */
// oxlint-disable-next-line max-params -- run for each candidate; an object for each costs a tenth
export function scoreName(
  engine: Engine,
  policy: ScreeningPolicy,
  name: QueryName,
  listedName: number,
  ledger?: NameLine[],
): NamePoints {
  const board = align(engine, name, listedName);
  const isPerson = name.mode === 'person' || engine.snapshot.tables.nameMode[listedName] === PERSON;
  const one: Case = { engine, policy, name, listedName, board, isPerson, ledger };
  if (hasOnlyInitials(board)) return board.pairCount === 0 ? scoreAcronym(one) : NOTHING;
  const sums = sumsOf(one);
  let points = wordPoints(one, sums.total) + clashPoints(one, sums);
  points += oneWordPoints(one, sums, points);
  points += informationPoints(one, sums, points);
  points += numberPoints(one) + legalFormPoints(one);
  return { points, isExact: sums.isExact };
}

function note({ ledger }: Case, feature: NameFeature, points: number, pair = -1): number {
  if (points !== 0 || pair !== -1) ledger?.push({ feature, points, pair });
  return points;
}

/** Weight of two single letters that are the same. */
const WEIGHT_LETTERS = 1;

/**
 * Letters alone are of too many names to be anything: no word stands on both sides, and an initial
 * is taken for a word. Names that are letters on both sides may be the same.
 */
function hasOnlyInitials({ pairKind, pairWeight, pairCount }: Board): boolean {
  let hasInitial = pairCount === 0;
  for (let pair = 0; pair < pairCount; pair += 1) {
    if (pairKind[pair] === INITIAL) hasInitial = true;
    else if ((pairWeight[pair] as number) > WEIGHT_LETTERS) return false;
  }
  return hasInitial;
}

function sumsOf({ engine, policy, name, board }: Case): Sums {
  const { tokenWeight } = engine.snapshot.tables;
  let paired = 0;
  let bits = 0;
  let isExact = true;
  for (let pair = 0; pair < board.pairCount; pair += 1) {
    const likeness = board.pairLikeness[pair] as number;
    paired += board.pairWeight[pair] as number;
    bits += likeness * (board.pairBits[pair] as number);
    if (likeness !== 1) isExact = false;
  }
  let extra = 0;
  for (let at = 0; at < board.queryCount; at += 1) {
    if (board.usedQuery[at] === 0) extra += name.tokens[at]?.weight ?? 0;
  }
  let missing = 0;
  for (let at = 0; at < board.listedCount; at += 1) {
    if (board.usedListed[at] === 0) missing += tokenWeight[board.listed[at] as number] as number;
  }
  const total = paired + policy.extraShare * extra + policy.missingShare * missing;
  return { total, extra, missing, bits, isExact: isExact && extra === 0 && missing === 0 };
}

/** Points of the pairs, rounded so that a name found in full has exactly the points of one. */
function wordPoints(one: Case, total: number): number {
  const { board, policy } = one;
  let exact = 0;
  let rounded = 0;
  for (let pair = 0; pair < board.pairCount; pair += 1) {
    const share = (board.pairLikeness[pair] as number) * (board.pairWeight[pair] as number);
    exact += (policy.nameFull * share) / total;
    rounded += note(one, 'word', Math.round(exact) - rounded, pair);
  }
  return rounded;
}

/** Another word on each side tells two parties apart more than a word that one leaves out. */
function clashPoints(one: Case, { extra, missing, total }: Sums): number {
  const clash = Math.min(extra, missing);
  const { nameFull, clashShare } = one.policy;
  const points = note(one, 'clash', -Math.round((nameFull * clashShare * clash) / total));
  return areInitialsCrossed(one)
    ? points + note(one, 'initials', one.policy.crossedPoints)
    : points;
}

/** `John B. Larson` and `John L. Broussard`: each initial is taken for the other's surname. */
function areInitialsCrossed({ board, name }: Case): boolean {
  let isQuery = false;
  let isListed = false;
  for (let pair = 0; pair < board.pairCount; pair += 1) {
    if (board.pairKind[pair] !== INITIAL) continue;
    if (name.tokens[board.pairQuery[pair] as number]?.kind === 'initial') isQuery = true;
    else isListed = true;
  }
  return isQuery && isListed;
}

/** One word of several is a lead, not a match, unless it alone names an organization. */
function oneWordPoints(one: Case, { bits, extra }: Sums, points: number): number {
  const { board, policy } = one;
  if (board.pairCount > 1 || board.pairKind[0] === WHOLE) return 0;
  if ((board.pairQueries[0] as number) + (board.pairListeds[0] as number) > 2) return 0;
  if (board.queryCount === 1 && board.listedCount === 1) return 0;
  if (!one.isPerson && bits >= policy.oneWordBits && extra <= EXTRA_SLIP) return 0;
  return note(one, 'one-word', -Math.max(0, points - policy.oneWordMax));
}

/** Rare names are worth more than frequent ones, and a near miss of a frequent one less. */
function informationPoints(one: Case, { bits, isExact }: Sums, points: number): number {
  const { policy, isPerson } = one;
  const usual = isPerson ? policy.usualBits : policy.usualBitsOrganization;
  const surplus = Math.max(-1, Math.min(1, (bits - usual) / usual));
  if (isExact || surplus > 0) {
    const rarity = Math.round(policy.rarityPoints * Math.max(0, surplus));
    // However rare its words are, a name that is not the same stays below every one that is.
    const room = Math.max(0, policy.nameFull - 1 - points);
    return note(one, 'rarity', isExact ? rarity : Math.min(rarity, room));
  }
  return note(one, 'frequent-name', Math.round(policy.frequentPoints * surplus));
}

function numberPoints(one: Case): number {
  const { board, name, policy } = one;
  let isExtra = false;
  let isMissing = false;
  for (let at = 0; at < board.queryCount; at += 1) {
    if (board.usedQuery[at] === 0 && name.tokens[at]?.kind === 'number') isExtra = true;
  }
  for (let at = 0; at < board.listedCount; at += 1) {
    if (board.usedListed[at] === 0 && board.kinds[at] === KIND_NUMBER) isMissing = true;
  }
  if (isExtra && isMissing) return note(one, 'number', policy.numberDiffersPoints);
  return isExtra || isMissing ? note(one, 'number', policy.numberMissingPoints) : 0;
}

function legalFormPoints(one: Case): number {
  const { engine, name, listedName, policy } = one;
  const listed = legalMaskOf(engine, listedName);
  const query = name.legalMask;
  if (listed === query) return 0;
  if (name.mode === 'person') return note(one, 'legal-form', policy.legalFormOfPersonPoints);
  if (listed === 0 || query === 0) return note(one, 'legal-form', policy.legalFormMissingPoints);
  if ((listed & query) !== 0 || ((listed | query) & PLAIN_FORM) !== 0) return 0;
  return note(one, 'legal-form', policy.legalFormDiffersPoints);
}

/** Legal classes of a listed name, a bit for each in the order of `LEGAL_CLASSES`. */
export function legalMaskOf(engine: Engine, listedName: number): number {
  const { nameStart, nameKinds, nameMode } = engine.snapshot.tables;
  if (nameMode[listedName] === PERSON) return 0;
  let mask = 0;
  const end = nameStart[listedName + 1] as number;
  for (let at = nameStart[listedName] as number; at < end; at += 1) {
    const legal = (nameKinds[at] as number) >> 4;
    if (legal !== 0) mask |= 1 << (legal - 1);
  }
  return mask;
}

/** A short name made of the first letters of a long one, on either side. */
function scoreAcronym(one: Case): NamePoints {
  const { engine, policy, name, board } = one;
  if (one.isPerson || (board.queryCount !== 1 && board.listedCount !== 1)) return NOTHING;
  const query = name.tokens.map((token) => token.text);
  const listed = Array.from(board.listed.subarray(0, board.listedCount), (id) =>
    listedToken(engine, id),
  );
  const [short = '', long] = query.length === 1 ? [query[0], listed] : [listed[0], query];
  if (short.length < 3 || acronymOf(long) !== short) return NOTHING;
  const points =
    short.length >= ACRONYM_SURE_LENGTH
      ? policy.acronymPoints
      : Math.min(policy.acronymPoints, policy.oneWordMax);
  return { points: note(one, 'acronym', points), isExact: false };
}

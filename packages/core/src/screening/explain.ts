import type { ListEntryId, ListId } from '../model/index.ts';
import type { LedgerLine, ScreeningMatch, StatementSource } from './answer.ts';
import { listedToken } from './score/alignment.ts';
import { type Board, PAIR_KINDS, type PairKind, unusedPlaces } from './score/board.ts';
import type { EvidenceLine } from './score/evidence.ts';
import { legalMaskOf, type NameFeature, type NameLine, scoreName } from './score/name-score.ts';
import type { EntryScore } from './score/total.ts';
import type { Screener } from './screener.ts';
import type { Engine } from './search/engine.ts';
import { expandOnce } from './search/expand.ts';
import { type NameHit, rolePoints } from './search/find-entries.ts';
import type { QueryName } from './search/query-name.ts';
import { textAt } from './search/read-text.ts';
import { LEGAL_CLASSES, ROLES, SCHEMAS } from './snapshot/codes.ts';
import { EVER_FROM, EVER_TO, type Tables } from './snapshot/tables.ts';

/** Puts the score of an entry into words, line by line as it was added up. */
export function explain(screener: Screener, score: EntryScore): ScreeningMatch {
  const { snapshot } = screener.engine;
  const { tables, meta } = snapshot;
  const { entity, points } = score;
  return {
    id: textAt(tables, tables.entityId[entity] as number) as ListEntryId,
    caption: textAt(tables, tables.entityCaption[entity] as number),
    schema: SCHEMAS[tables.entitySchema[entity] as number] ?? 'LegalEntity',
    list: (meta.listIds[tables.entityList[entity] as number] ?? '') as ListId,
    programs: programsOf(tables, entity),
    score: points / 10_000,
    match: points >= Math.round(screener.policy.threshold * 10_000),
    explanation: ledgerOf(screener, score),
  };
}

function programsOf(tables: Tables, entity: number): readonly string[] {
  const more = JSON.parse(textAt(tables, tables.entityMore[entity] as number)) as {
    readonly programs: readonly string[];
  };
  return more.programs;
}

function ledgerOf(screener: Screener, score: EntryScore): readonly LedgerLine[] {
  const { hit, type, evidence, floor, bounds } = score;
  const lines: LedgerLine[] = [];
  if (hit !== undefined) addNameLines(screener, lines, hit);
  if (type !== 0) lines.push({ feature: 'type', points: type, detail: 'another kind of thing' });
  for (const line of evidence) lines.push(evidenceLine(screener, line));
  if (floor !== 0) {
    const detail = 'an identifier is the same, whatever the name';
    lines.push({ feature: 'identifier-floor', points: floor, detail });
  }
  if (bounds !== 0) {
    lines.push({ feature: 'bounds', points: bounds, detail: 'a score is between 0 and 1' });
  }
  return lines;
}

/** Scores the name once more, this time writing down each line. */
function addNameLines(screener: Screener, lines: LedgerLine[], hit: NameHit): void {
  const { engine, policy } = screener;
  const { tables } = engine.snapshot;
  const written: NameLine[] = [];
  expandOnce(engine, hit.query);
  scoreName(engine, policy, hit.query, hit.listedName, written);
  const source = sourceOf(tables, tables.rowStatement[hit.row] as number);
  for (const [at, line] of written.entries()) {
    const told = nameLine(screener, hit, line);
    // The statement stands once, with the first line that rests on it.
    lines.push(at === 0 ? { ...told, source } : told);
  }
  if (hit.slip !== 0) {
    const detail = 'written the same but for one letter at most';
    const slip = { feature: 'slip', points: hit.slip, detail } as const;
    const texts = { query: hit.query.text, listed: source.value };
    lines.push({ ...slip, ...texts, ...(written.length === 0 ? { source } : {}) });
  }
  if (hit.spelling !== 0) {
    lines.push({ feature: 'spelling', points: hit.spelling, detail: 'letter by letter the same' });
  }
  addRole(screener, lines, hit);
}

function addRole(screener: Screener, lines: LedgerLine[], { row, query }: NameHit): void {
  const role = screener.engine.snapshot.tables.rowRole[row] as number;
  const points = rolePoints(screener, query, role);
  if (points === 0) return;
  const isPrevious = !query.isWeak && ROLES[role] === 'previousName';
  lines.push({
    feature: isPrevious ? 'previous-name' : 'weak-alias',
    points,
    detail: isPrevious
      ? 'a name it no longer has'
      : 'an alias that the list or the query calls weak',
  });
}

const PAIR_WORDS: Readonly<Record<PairKind, string>> = {
  same: 'the same word',
  alike: 'a word like it',
  initial: 'an initial and a word',
  joined: 'two words and one',
  split: 'one word and two',
  whole: 'the whole name without spaces',
};

const PLAIN_WORDS: Readonly<
  Record<Exclude<NameFeature, 'word' | 'clash' | 'number' | 'legal-form'>, string>
> = {
  'one-word': 'only one word of several is found',
  initials: 'each side has an initial of a word of the other',
  rarity: 'few names have these words',
  'frequent-name': 'many names have such words, and these are not the same',
  acronym: 'the first letters of the other name',
};

function nameLine(screener: Screener, hit: NameHit, line: NameLine): LedgerLine {
  const { feature, points } = line;
  switch (feature) {
    case 'word':
      return wordLine(screener, hit, line);
    case 'clash':
      return clashLine(screener, hit, points);
    case 'number': {
      const isOther = points === screener.policy.numberDiffersPoints;
      return { feature, points, detail: isOther ? 'other numbers' : 'a number on one side only' };
    }
    case 'legal-form': {
      const query = classesOf(hit.query.legalMask);
      const listed = classesOf(legalMaskOf(screener.engine, hit.listedName));
      return { feature, points, detail: 'legal forms differ', query, listed };
    }
    default:
      return { feature, points, detail: PLAIN_WORDS[feature] };
  }
}

function classesOf(mask: number): string {
  return LEGAL_CLASSES.filter((_, at) => ((mask >> at) & 1) === 1).join(', ');
}

function wordLine(
  { engine }: Screener,
  { query }: NameHit,
  { points, pair }: NameLine,
): LedgerLine {
  const { board } = engine;
  const likeness = board.pairLikeness[pair] as number;
  const alike = likeness === 1 ? '' : `, ${String(Math.round(likeness * 100))} % alike`;
  return {
    feature: 'word',
    points,
    detail: PAIR_WORDS[PAIR_KINDS[board.pairKind[pair] as number] ?? 'alike'] + alike,
    query: surfaces(query, span(board.pairQuery[pair], board.pairQueries[pair])),
    listed: listedWords(engine, listedPlaces(board, pair)),
  };
}

function listedPlaces(board: Board, pair: number): readonly number[] {
  const first = board.pairListed[pair] as number;
  if (board.pairListeds[pair] !== 2) return span(first, board.pairListeds[pair]);
  return [first, board.pairSecond[pair] as number];
}

function clashLine({ engine }: Screener, { query }: NameHit, points: number): LedgerLine {
  const { board } = engine;
  return {
    feature: 'clash',
    points,
    detail: 'each side has a word that the other lacks',
    query: surfaces(query, unusedPlaces(board.usedQuery, board.queryCount)),
    listed: listedWords(engine, unusedPlaces(board.usedListed, board.listedCount)),
  };
}

function surfaces(query: QueryName, places: readonly number[]): string {
  return places.map((at) => query.tokens[at]?.surface ?? '').join(' ');
}

function listedWords(engine: Engine, places: readonly number[]): string {
  return places.map((at) => listedToken(engine, engine.board.listed[at] as number)).join(' ');
}

function span(start = 0, count = 0): readonly number[] {
  return Array.from({ length: count }, (_, at) => start + at);
}

function evidenceLine(screener: Screener, line: EvidenceLine): LedgerLine {
  const { tables } = screener.engine.snapshot;
  const source = sourceOf(tables, line.statement);
  const { feature, points, detail, query } = line;
  return { feature, points, detail, query, listed: source.value, source };
}

function sourceOf(tables: Tables, statement: number): StatementSource {
  const original = textAt(tables, tables.statementOriginal[statement] ?? 0);
  const detail = textAt(tables, tables.statementDetail[statement] ?? 0);
  const from = tables.statementFrom[statement] ?? EVER_FROM;
  const to = tables.statementTo[statement] ?? EVER_TO;
  return {
    property: textAt(tables, tables.statementProperty[statement] ?? 0),
    value: textAt(tables, tables.statementValue[statement] ?? 0),
    ...(original === '' ? {} : { original }),
    field: textAt(tables, tables.statementField[statement] ?? 0),
    pointer: textAt(tables, tables.statementPointer[statement] ?? 0),
    ...(detail === '' ? {} : { detail }),
    ...(from === EVER_FROM ? {} : { from: dateText(from) }),
    ...(to === EVER_TO ? {} : { to: dateText(to) }),
  };
}

function dateText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

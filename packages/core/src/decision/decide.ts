import { formatInstant, parseDate, type When } from '../calendar/index.ts';
import {
  moreSevere,
  VERDICTS,
  type Decision,
  type DutyRow,
  type NextChange,
  type Verdict,
  type VerdictRow,
} from '../model/index.ts';
import type { Rulebook } from '../rulebook/index.ts';
import { compileRule, type CompiledRule } from './compile-rule.ts';
import { dutiesOf } from './evaluate-duty.ts';
import { evaluateRule } from './evaluate-rule.ts';
import type { Outcome } from './outcome.ts';
import { pointOf, type CompiledEdge, type Point } from './point.ts';
import { buildSituation, type Question, type Situation } from './situation.ts';

/** A rulebook made ready to decide by; build once, use for every question. */
export interface CompiledRulebook {
  readonly rulebook: Rulebook;
  readonly rules: readonly CompiledRule[];
}

export interface DecideOptions {
  /** Answer from what the rulebook had recorded by then; without it, from all it records. */
  readonly knownAt?: When;
}

export function compileRulebook(rulebook: Rulebook): CompiledRulebook {
  return {
    rulebook,
    rules: rulebook.rules.map((rule) => compileRule(rule, rulebook.directory)),
  };
}

/** An outcome that adds a duty to an act nothing else is wrong with. */
function verdictWith(outcome: Outcome, duties: readonly DutyRow[]): Verdict {
  const owes = duties.some(({ due, missing }) => due !== undefined && missing.length === 0);
  const isMild = VERDICTS[outcome.verdict].severity < VERDICTS['report-due'].severity;
  return owes && isMild ? 'report-due' : outcome.verdict;
}

function verdictAt(rule: CompiledRule, situation: Situation, point: Point): Verdict {
  const outcome = evaluateRule(rule, situation, point);
  if (rule.duties.length === 0) return outcome.verdict;
  return verdictWith(outcome, dutiesOf(rule, situation, point, outcome));
}

function bindsOf(outcome: Outcome): VerdictRow['binds'] {
  const { prohibition, deal } = outcome;
  if (prohibition === undefined || deal === undefined) return undefined;
  const { binds } = prohibition.source;
  const path =
    binds === 'supplier' ? deal.supplier.path : binds === 'customer' ? deal.customer.path : binds;
  if (path === 'item.maker') return 'maker';
  return path === 'actor' || path === 'counterparty' ? path : undefined;
}

function rowOf(rule: CompiledRule, situation: Situation, point: Point, outcome: Outcome) {
  const duties = dutiesOf(rule, situation, point, outcome);
  const verdict = verdictWith(outcome, duties);
  const binds = bindsOf(outcome);
  const caution = outcome.cautions.join('; ');
  const row: VerdictRow = {
    rule: rule.rule.id,
    ...(outcome.provision === undefined ? {} : { prohibition: outcome.provision }),
    activity: situation.activity,
    verdict,
    ...(binds === undefined ? {} : { binds }),
    because: outcome.because,
    missing: outcome.missing,
    duties,
    cite: outcome.cite,
    ...(outcome.assumed.length === 0 ? {} : { assumed: outcome.assumed }),
    ...(caution === '' ? {} : { caution }),
    ...(outcome.condition === undefined ? {} : { condition: outcome.condition }),
    ...(outcome.advice === undefined ? {} : { advice: outcome.advice }),
  };
  return row;
}

function recordedLater(rule: CompiledRule, knownAt: When | undefined): boolean {
  if (knownAt === undefined) return false;
  const recorded = parseDate(rule.rule.recordedAt);
  return recorded !== undefined && recorded * 86_400_000 > knownAt.local;
}

function unrecordedRow(rule: CompiledRule, situation: Situation): VerdictRow {
  return {
    rule: rule.rule.id,
    activity: situation.activity,
    verdict: 'undetermined',
    because: `the rulebook recorded this rule on ${rule.rule.recordedAt}, after the date of knowledge`,
    missing: [],
    duties: [],
    cite: [rule.instrument],
  };
}

/** Edges at which an answer can change: those of the rule and of the ownership stated. */
function edgesFor(rule: CompiledRule, situation: Situation): readonly CompiledEdge[] {
  const owners = [situation.actor, situation.counterparty].flatMap(({ owners }) => owners ?? []);
  if (owners.length === 0) return rule.edges;
  const extra = owners
    .flatMap(({ fromLocal, toLocal }) => [fromLocal, toLocal])
    .filter(Number.isFinite)
    .map((local): CompiledEdge => {
      // A share is dated by day without a zone: both readings are 00:00 of that day.
      const utc = local as CompiledEdge['utc'];
      return { isDate: false, utc, local, text: '', isWholeDay: true };
    });
  return [...rule.edges, ...extra].sort((a, b) => a.utc - b.utc);
}

function isLater(edge: CompiledEdge, point: Point): boolean {
  return point.isDate ? edge.local > point.local : edge.utc > point.utc;
}

interface RowWithEdges {
  readonly row: VerdictRow;
  readonly rule: CompiledRule;
  readonly edges: readonly CompiledEdge[];
}

function changesOf(one: RowWithEdges, situation: Situation, point: Point): Partial<VerdictRow> {
  let next: NextChange | undefined;
  let previous: NextChange | undefined;
  const { rule, edges, row } = one;
  for (const edge of edges) {
    if (!isLater(edge, point)) continue;
    const verdict = verdictAt(rule, situation, edge);
    if (verdict === row.verdict) continue;
    next = { at: formatInstant(edge.utc), verdict };
    break;
  }
  for (let index = edges.length - 1; index >= 0; index -= 1) {
    const edge = edges[index];
    if (edge === undefined || isLater(edge, point)) continue;
    // Just before the edge, in both readings.
    const before = { isDate: false, utc: edge.utc - 1, local: edge.local - 1 } as Point;
    const verdict = verdictAt(rule, situation, before);
    if (verdict === row.verdict) continue;
    previous = { at: formatInstant(edge.utc), verdict };
    break;
  }
  return {
    ...(next === undefined ? {} : { next }),
    ...(previous === undefined ? {} : { previous }),
  };
}

function overallNext(
  rows: readonly RowWithEdges[],
  situation: Situation,
  point: Point,
  now: Verdict,
): NextChange | undefined {
  const moving = rows.filter(({ row }) => row.next !== undefined);
  if (moving.length === 0) return undefined;
  let fixed: Verdict = 'out-of-scope';
  for (const { row } of rows) if (row.next === undefined) fixed = moreSevere(fixed, row.verdict);
  const edges = new Map<number, CompiledEdge>();
  for (const one of moving) {
    for (const edge of one.edges) if (isLater(edge, point)) edges.set(edge.utc, edge);
  }
  for (const edge of [...edges.values()].sort((a, b) => a.utc - b.utc)) {
    let verdict = fixed;
    for (const { rule } of moving) verdict = moreSevere(verdict, verdictAt(rule, situation, edge));
    if (verdict !== now) return { at: formatInstant(edge.utc), verdict };
  }
  return undefined;
}

/**
 * Answers one question: every rule of the rulebook gives a row, the summary is the most
 * severe of them, and each says when it changes next and when it last changed.
 * Pure: the same rulebook, question and time give the same bytes.
 */
export function decide(
  compiled: CompiledRulebook,
  question: Question,
  asOf: When,
  options: DecideOptions = {},
): Decision {
  const situation = buildSituation(question, compiled.rulebook.directory);
  const point = pointOf(asOf);
  const rows: RowWithEdges[] = [];
  let verdict: Verdict = 'out-of-scope';
  for (const rule of compiled.rules) {
    if (recordedLater(rule, options.knownAt)) {
      rows.push({ row: unrecordedRow(rule, situation), rule, edges: [] });
      verdict = moreSevere(verdict, 'undetermined');
      continue;
    }
    const outcome = evaluateRule(rule, situation, point);
    const row = rowOf(rule, situation, point, outcome);
    const edges = edgesFor(rule, situation);
    const one = { row, rule, edges };
    rows.push({ ...one, row: { ...row, ...changesOf(one, situation, point) } });
    verdict = moreSevere(verdict, row.verdict);
  }
  const next = overallNext(rows, situation, point, verdict);
  return {
    id: question.transaction.id,
    asOf: asOf.text,
    verdict,
    rows: rows.map(({ row }) => row),
    ...(next === undefined ? {} : { next }),
  };
}

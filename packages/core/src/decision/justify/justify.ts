import type { When } from '../../calendar/index.ts';
import {
  VERDICTS,
  type Activity,
  type Cond,
  type Decision,
  type Force,
  type ResolvedCite,
  type RuleId,
  type Status,
  type Verdict,
  type VerdictRow,
} from '../../model/index.ts';
import type { Asked } from '../ask.ts';
import { planFor, type CompiledException, type CompiledRule } from '../compile-rule.ts';
import { consider, outcomeAt, type Considered } from '../consider.ts';
import { newContext, type Context } from '../context.ts';
import { decide, type CompiledRulebook, type DecideOptions } from '../decide.ts';
import { hearAlone, type Numbers } from '../hearing.ts';
import type { Outcome } from '../outcome.ts';
import { locate, pointOf, type CompiledSpan, type Point } from '../point.ts';
import { settle, type Settled } from '../settle.ts';
import { hearingsOf } from '../sitting.ts';
import { buildSituation, type Question, type Situation } from '../situation.ts';
import { forceAt, statusAt } from '../status-at.ts';
import { newTracer, traceCond, type Tracer } from './trace-cond.ts';
import type { Trace } from './trace.ts';

/** Where the time asked about lies against a dated span, with both ends as the law gives them. */
export interface SpanTrace {
  readonly phase: 'before' | 'inside' | 'after';
  readonly from: string;
  readonly to?: string;
}

export interface ExceptionTrace {
  readonly id: string;
  readonly rank: number;
  readonly effect: Verdict;
  readonly because: string;
  readonly span?: SpanTrace;
  readonly when: Trace;
  readonly cite: ResolvedCite;
}

/** One prohibition about the act, under one reading of who supplies whom. */
export interface ProhibitionTrace {
  readonly id: string;
  readonly title: string;
  readonly because: string;
  readonly binds: 'actor' | 'supplier' | 'customer' | 'counterparty';
  /** Where supplier and customer stand in the transaction. */
  readonly supplier: string;
  readonly customer: string;
  readonly effect: Verdict;
  readonly span: SpanTrace;
  /** In the order of the law: whom it binds, how far it reaches, what it is about, and if. */
  readonly bound: Trace;
  readonly reach: Trace;
  readonly target: Trace;
  readonly when: Trace;
  /** Highest rank first, as they are tried. */
  readonly exceptions: readonly ExceptionTrace[];
  readonly verdict: Verdict;
  readonly via: Settled['via'];
  /** Rank order decides; the exception that fired, or that is open. */
  readonly exception?: string;
  readonly cite: ResolvedCite;
}

export interface FreedomTrace {
  readonly id: string;
  readonly because: string;
  readonly when: Trace;
  readonly supplier: string;
  readonly customer: string;
  readonly cite: ResolvedCite;
}

/** The state of a rule at the time asked about. */
export interface StatusTrace {
  readonly force: Force;
  /** Absent before its first state and after its last. */
  readonly state?: Status;
  readonly from?: string;
  readonly to?: string;
  readonly cite?: ResolvedCite;
  readonly confirmBy?: string;
  readonly residual?: Verdict;
}

/** Why one rule answers as it does. */
export interface RuleJustification {
  readonly rule: RuleId;
  readonly title: string;
  readonly boundText: string;
  /** The row that `decide` gives. */
  readonly row: VerdictRow;
  readonly status: StatusTrace;
  readonly prohibitions: readonly ProhibitionTrace[];
  readonly freedoms: readonly FreedomTrace[];
  /** Position of the prohibition that decides, or the freedom by its id; absent for neither. */
  readonly decidedBy?: number | string;
  /** Provisions of the rule that are about other activities. */
  readonly othersCount: number;
}

/** Why a transaction was decided as it was, rule by rule. */
export interface Justification {
  readonly activity: Activity;
  readonly decision: Decision;
  readonly rules: readonly RuleJustification[];
}

/** A condition that a provision does not have is met by everything. */
const ALWAYS: Cond = { all: [] };

function spanTrace(span: CompiledSpan, point: Point): SpanTrace {
  return {
    phase: locate(point, span),
    from: span.from.text,
    ...(span.to === undefined ? {} : { to: span.to.text }),
  };
}

function exceptionTrace(
  { source, span, cite }: CompiledException,
  context: Context,
  tracer: Tracer,
): ExceptionTrace {
  return {
    id: source.id,
    rank: source.rank,
    effect: source.effect,
    because: source.because,
    ...(span === undefined ? {} : { span: spanTrace(span, context.point) }),
    when: traceCond(source.when, context, tracer),
    cite,
  };
}

function prohibitionTrace(
  asked: Asked,
  settled: Settled,
  context: Context,
  tracer: Tracer,
): ProhibitionTrace {
  const { one, deal } = asked;
  const { source, cite } = one;
  const fired = settled.exception?.exception.source.id;
  return {
    id: source.id,
    title: source.title,
    because: source.because,
    binds: source.binds,
    supplier: deal.supplier.path,
    customer: deal.customer.path,
    effect: source.effect,
    span: spanTrace(one.span, context.point),
    bound: traceCond(source.bound, context, tracer),
    reach: traceCond(source.reach ?? ALWAYS, context, tracer),
    target: traceCond(source.target ?? ALWAYS, context, tracer),
    when: traceCond(source.when ?? ALWAYS, context, tracer),
    exceptions: one.exceptions.map((exception) => exceptionTrace(exception, context, tracer)),
    verdict: settled.verdict,
    via: settled.via,
    ...(fired === undefined ? {} : { exception: fired }),
    cite,
  };
}

function freedomTraces(
  { plan }: Considered,
  situation: Situation,
  point: Point,
  tracer: Tracer,
): readonly FreedomTrace[] {
  return plan.freedoms.flatMap(({ source, cite }) =>
    situation.deals.map((deal) => ({
      id: source.id,
      because: source.because,
      when: traceCond(source.when ?? ALWAYS, newContext(situation, deal, point), tracer),
      supplier: deal.supplier.path,
      customer: deal.customer.path,
      cite,
    })),
  );
}

function statusTrace(rule: CompiledRule, point: Point): StatusTrace {
  const force = forceAt(rule, point);
  const status = statusAt(rule, point);
  if (status === undefined) return { force };
  const { source, span, cite } = status;
  return {
    force,
    state: source.state,
    from: span.from.text,
    ...(span.to === undefined ? {} : { to: span.to.text }),
    cite,
    ...(source.scheduled === undefined ? {} : { confirmBy: source.scheduled.confirmBy }),
    ...(source.residual === undefined ? {} : { residual: source.residual.verdict }),
  };
}

function decidedBy(
  { asked, freedom }: Considered,
  outcome: Outcome,
): RuleJustification['decidedBy'] {
  const { prohibition, deal, provision } = outcome;
  if (prohibition !== undefined) {
    const at = asked.findIndex((one) => one.one === prohibition && one.deal === deal);
    return at === -1 ? undefined : at;
  }
  return freedom !== undefined && freedom.provision === provision ? provision : undefined;
}

/** One question at one time, as every rule hears it. */
interface Asking {
  readonly situation: Situation;
  readonly point: Point;
  readonly numbers: Numbers;
}

function justifyRule(rule: CompiledRule, row: VerdictRow, asking: Asking): RuleJustification {
  const { situation, point, numbers } = asking;
  const { directory, activity } = situation;
  const plan = planFor(rule, activity, directory);
  const hearings = hearingsOf(situation, point, numbers);
  // Alone, whatever the rules of its kind have answered: this is about the rule itself.
  const considered = consider(rule, plan, hearings, hearAlone);
  const tracer = newTracer({ directory, terms: rule.rule.terms ?? {} });
  const prohibitions = considered.asked.map((asked) =>
    prohibitionTrace(
      asked,
      settle(asked, rule, point),
      newContext(situation, asked.deal, point),
      tracer,
    ),
  );
  const decider = decidedBy(considered, outcomeAt(considered, activity, point));
  return {
    rule: rule.rule.id,
    title: rule.rule.title,
    boundText: rule.rule.boundText,
    row,
    status: statusTrace(rule, point),
    prohibitions,
    freedoms: freedomTraces(considered, situation, point, tracer),
    ...(decider === undefined ? {} : { decidedBy: decider }),
    othersCount: rule.prohibitions.length - plan.prohibitions.length,
  };
}

/** Whether a row says more than that its rule is not about this. */
export function isInQuestion({ verdict }: VerdictRow): boolean {
  return VERDICTS[verdict].severity > VERDICTS['out-of-scope'].severity;
}

/**
 * Why a question is answered as it is. The answers come from the conditions that `decide` asks,
 * so that the verdict can be worked out again from the explanation alone.
 */
export function justify(
  compiled: CompiledRulebook,
  question: Question,
  asOf: When,
  options: DecideOptions = {},
): Justification {
  const decision = decide(compiled, question, asOf, options);
  const situation = buildSituation(question, compiled.rulebook.directory);
  const asking: Asking = { situation, point: pointOf(asOf), numbers: compiled.numbers };
  const rows = new Map(decision.rows.map((row) => [row.rule, row]));
  return {
    activity: question.transaction.activity,
    decision,
    rules: compiled.rules.flatMap((rule) => {
      const row = rows.get(rule.rule.id);
      return row === undefined ? [] : [justifyRule(rule, row, asking)];
    }),
  };
}

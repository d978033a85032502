import { dateOfLocal } from '../calendar/index.ts';
import { isBarring, VERDICTS, type Force, type Verdict } from '../model/index.ts';
import type {
  CompiledException,
  CompiledProhibition,
  CompiledRule,
  CompiledStatus,
} from './compile-rule.ts';
import { markOf, rollBack, type Context } from './context.ts';
import { NOTHING, type Outcome } from './outcome.ts';
import { isBefore, locate, type Point } from './point.ts';
import type { Tri } from './tri.ts';
import { distinct, missingInWords } from './words.ts';

/** The state of a rule at a point; undefined before the first state it has. */
export function statusAt(compiled: CompiledRule, point: Point): CompiledStatus | undefined {
  return compiled.timeline.find(({ span }) => locate(point, span) === 'inside');
}

/** How far a rule is in force at a point, before its first state and after its last included. */
export function forceAt(compiled: CompiledRule, point: Point): Force {
  const status = statusAt(compiled, point);
  if (status !== undefined) return status.force;
  const first = compiled.timeline[0];
  return first !== undefined && isBefore(point, first.span.from) ? 'not-yet' : 'ended';
}

type Scope =
  | { readonly kind: 'in' | 'open' }
  | { readonly kind: 'out'; readonly because: string };

function scopeOf(one: CompiledProhibition, rule: CompiledRule, context: Context): Scope {
  const bound = one.bound(context);
  if (bound === false) {
    return { kind: 'out', because: `this rule binds ${rule.rule.boundText}` };
  }
  const reach = one.reach(context);
  if (reach === false) return { kind: 'out', because: 'the act is outside what the rule reaches' };
  const target = one.target(context);
  if (target === false) {
    return { kind: 'out', because: 'neither the item nor the counterparty is what the rule names' };
  }
  const isOpen = bound === undefined || reach === undefined || target === undefined;
  return { kind: isOpen ? 'open' : 'in' };
}

interface Fired {
  readonly exception: CompiledException;
  readonly certain: boolean;
}

function exceptionOf(one: CompiledProhibition, context: Context): Fired | undefined {
  for (const exception of one.exceptions) {
    const { span } = exception;
    if (span !== undefined && locate(context.point, span) !== 'inside') continue;
    const mark = markOf(context);
    const fires = exception.when(context);
    if (fires === true) return { exception, certain: true };
    if (fires === undefined && exception.source.effect !== one.source.effect) {
      return { exception, certain: false };
    }
    rollBack(context, mark);
  }
  return undefined;
}

/** What holds when the prohibition is in force: its effect, an exception's, or unknown. */
function effectOf(one: CompiledProhibition, scope: Scope, context: Context): Outcome {
  const { source } = one;
  const base = { prohibition: one, provision: source.id, deal: context.deal, inScope: true };
  const when: Tri = one.when(context);
  if (when === false) {
    return {
      ...base,
      verdict: 'permitted',
      because: `${source.title}: what it hangs on is not so here`,
      cite: [one.cite],
      ...notesOf(context, one.cautions),
      missing: NOTHING,
    };
  }
  const isOpen = scope.kind === 'open' || when === undefined;
  const fired = exceptionOf(one, context);
  if (fired?.certain === true) {
    const { exception } = fired;
    const { effect, because, condition } = exception.source;
    const cautions = exception.caution === undefined ? [] : [exception.caution];
    const isSettled = !isOpen || !isBarring(effect);
    return {
      ...base,
      provision: exception.source.id,
      verdict: isSettled ? effect : 'undetermined',
      because,
      condition,
      cite: [exception.cite, one.cite],
      ...notesOf(context, cautions),
      ...(isSettled ? { missing: NOTHING } : {}),
    };
  }
  const isUnknown = (isOpen || fired !== undefined) && isBarringOrOpen(source.effect);
  return {
    ...base,
    verdict: isUnknown ? 'undetermined' : source.effect,
    because: isUnknown ? openBecause(one, context) : source.because,
    cite: fired === undefined ? [one.cite] : [one.cite, fired.exception.cite],
    ...notesOf(context, one.cautions),
  };
}

function isBarringOrOpen(effect: Verdict): boolean {
  return VERDICTS[effect].severity >= VERDICTS['permitted-with-condition'].severity;
}

function openBecause(one: CompiledProhibition, context: Context): string {
  const questions = distinct(context.missing).map(missingInWords);
  return `${one.source.title}: whether it applies hangs on ${questions.join('; ')}`;
}

function notesOf(context: Context, cautions: readonly string[]) {
  return {
    missing: distinct(context.missing),
    cautions: distinct([...cautions, ...context.cautions]),
    assumed: distinct(context.assumed),
  };
}

function withStatus(outcome: Outcome, status: CompiledStatus | undefined, point: Point): Outcome {
  if (status === undefined) return outcome;
  const { scheduled, state } = status.source;
  const cautions = [...outcome.cautions];
  if (scheduled !== undefined) {
    cautions.push(
      `in this state by its own terms since ${status.span.from.text}; ` +
        `confirm by ${scheduled.confirmBy}: ${scheduled.note}`,
    );
  }
  if (state === 'enforcement-paused') {
    cautions.push('the law stands, but the executive has said it will not enforce it for now');
  }
  if (status.publicFrom !== undefined && isBefore(point, status.publicFrom)) {
    cautions.push(`in force, but first public on ${status.publicFrom.text}`);
  }
  const isPlain = scheduled === undefined && state === 'effective';
  if (!isPlain && status.caution !== undefined) cautions.push(status.caution);
  return {
    ...outcome,
    cautions: distinct(cautions),
    cite: isPlain ? outcome.cite : [...outcome.cite, status.cite],
  };
}

/** A day without a certain hour counts from 00:00; whoever acts on that day should know. */
function withSameDay(outcome: Outcome, one: CompiledProhibition, point: Point): Outcome {
  const edge = one.span.from;
  if (!edge.isWholeDay || dateOfLocal(edge.local) !== dateOfLocal(point.local)) return outcome;
  const caution = 'effective on this very day, at an hour that is not certain';
  return { ...outcome, cautions: distinct([...outcome.cautions, caution]) };
}

/** Whether an outcome would change anything: a bar, a condition, advice or an open question. */
function matters(outcome: Outcome): boolean {
  return isBarringOrOpen(outcome.verdict);
}

/**
 * Evaluates one prohibition under one reading of the deal.
 * The order is that of the law: is it about this person and thing, is it in force, does its
 * condition hold, is there an exception.
 */
export function evaluateProhibition(
  one: CompiledProhibition,
  rule: CompiledRule,
  context: Context,
): Outcome {
  const scope = scopeOf(one, rule, context);
  if (scope.kind === 'out') {
    const { assumed } = notesOf(context, NOTHING);
    return {
      verdict: 'out-of-scope',
      because: scope.because,
      cite: [rule.instrument],
      missing: NOTHING,
      cautions: NOTHING,
      assumed,
      inScope: false,
    };
  }
  const effect = effectOf(one, scope, context);
  const outcome = scope.kind === 'in' ? effect : { ...effect, inScope: false };
  if (!matters(outcome)) return outcome;
  return atTime(outcome, one, rule, context.point);
}

function atTime(
  outcome: Outcome,
  one: CompiledProhibition,
  rule: CompiledRule,
  point: Point,
): Outcome {
  const status = statusAt(rule, point);
  const place = locate(point, one.span);
  const force = forceAt(rule, point);
  if (force === 'in-force' && place === 'inside') {
    return withSameDay(withStatus(outcome, status, point), one, point);
  }
  const plain = { ...outcome, missing: NOTHING };
  if (place === 'before' || force === 'not-yet') {
    const start = place === 'before' ? one.span.from.text : startOfForce(rule, point);
    return { ...plain, verdict: 'not-yet', because: `${one.source.title}: begins ${start}` };
  }
  const residual = place === 'inside' ? status?.source.residual : undefined;
  const state = status?.source.state ?? 'ended';
  const ended = place === 'after' ? 'ended' : state;
  if (residual !== undefined && outcome.verdict !== 'undetermined') {
    return withStatus(
      {
        ...plain,
        verdict: residual.verdict,
        because: `the rule is ${ended} on this date`,
        condition: residual.condition,
      },
      status,
      point,
    );
  }
  const gone = { ...plain, verdict: 'no-longer' as const, because: `the rule is ${ended} then` };
  return withStatus(gone, status, point);
}

function startOfForce(rule: CompiledRule, point: Point): string {
  const next = rule.timeline.find(
    ({ force, span }) => force === 'in-force' && isBefore(point, span.from),
  );
  return next?.span.from.text ?? 'on a date that is not set';
}

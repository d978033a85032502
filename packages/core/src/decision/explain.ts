import type { ResolvedCite } from '../model/index.ts';
import type { Asked } from './ask.ts';
import type { CompiledProhibition, CompiledRule, CompiledStatus } from './compile-rule.ts';
import { NOTHING, type Outcome } from './outcome.ts';
import { isBefore, type Point } from './point.ts';
import type { Settled } from './settle.ts';
import { nextStart, statusAt } from './status-at.ts';
import { distinct, missingInWords } from './words.ts';

const DAY_MS = 86_400_000;

function outBecause(asked: Asked, rule: CompiledRule): string {
  switch (asked.out ?? 'bound') {
    case 'bound':
      return `this rule binds ${rule.rule.boundText}`;
    case 'reach':
      return 'the act is outside what the rule reaches';
    case 'target':
      return 'neither the item nor the counterparty is what the rule names';
  }
}

function missingOf(asked: Asked, settled: Settled): readonly string[] {
  if (settled.via !== 'open') return NOTHING;
  const fired = settled.exception;
  const open = fired === undefined || fired.certain ? [] : fired.missing;
  return distinct([...asked.missing, ...open]);
}

function becauseOf(asked: Asked, settled: Settled, rule: CompiledRule, point: Point): string {
  const { title, because } = asked.one.source;
  switch (settled.via) {
    case 'out':
      return outBecause(asked, rule);
    case 'condition-false':
      return `${title}: what it hangs on is not so here`;
    case 'effect':
      return because;
    case 'exception':
      return settled.exception?.exception.source.because ?? because;
    case 'open': {
      const questions = missingOf(asked, settled).map(missingInWords);
      return `${title}: whether it applies hangs on ${questions.join('; ')}`;
    }
    case 'before-phase':
      return `${title}: begins ${asked.one.span.from.text}`;
    case 'before-rule':
      return `${title}: begins ${nextStart(rule, point)}`;
    case 'ended':
    case 'residual': {
      const over = asked.one.span.to;
      const isOver = over !== undefined && !isBefore(point, over);
      const state = statusAt(rule, point)?.source.state ?? 'ended';
      return isOver ? `${title}: ended ${over.text}` : `the rule is ${state} on this date`;
    }
  }
}

function statusCautions(status: CompiledStatus, point: Point): string[] {
  const { scheduled, state } = status.source;
  const cautions: string[] = [];
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
  return cautions;
}

function provisionCautions(one: CompiledProhibition, settled: Settled): readonly string[] {
  if (settled.via === 'exception') {
    const caution = settled.exception?.exception.caution;
    return caution === undefined ? NOTHING : [caution];
  }
  return settled.via === 'effect' || settled.via === 'open' ? one.cautions : NOTHING;
}

/** A day without a certain hour counts from 00:00; whoever acts on that day should know. */
function sameDayCaution(one: CompiledProhibition, point: Point): readonly string[] {
  const edge = one.span.from;
  const since = point.isDate ? point.local - edge.local : point.utc - edge.utc;
  if (!edge.isWholeDay || since < 0 || since >= DAY_MS) return NOTHING;
  return ['effective on this very day, at an hour that is not certain'];
}

function citesOf(
  asked: Asked,
  settled: Settled,
  status: CompiledStatus | undefined,
): readonly ResolvedCite[] {
  const cites = [asked.one.cite];
  if (settled.exception !== undefined) cites.unshift(settled.exception.exception.cite);
  const isPlain = status?.source.scheduled === undefined && status?.source.state === 'effective';
  if (status !== undefined && !isPlain) cites.push(status.cite);
  return cites;
}

/** The outcome of a prohibition that does not reach the act. */
function explainOut(asked: Asked, rule: CompiledRule): Outcome {
  return {
    verdict: 'out-of-scope',
    because: outBecause(asked, rule),
    cite: rule.instrumentCites,
    missing: NOTHING,
    cautions: NOTHING,
    assumed: distinct(asked.assumed),
    inScope: false,
  };
}

/** Puts a settled prohibition into words, with its citations, cautions and open questions. */
export function explain(asked: Asked, settled: Settled, rule: CompiledRule, point: Point): Outcome {
  if (settled.via === 'out') return explainOut(asked, rule);
  const status = statusAt(rule, point);
  const isFree = settled.via === 'condition-false';
  const source = settled.exception?.exception.source;
  const isException = settled.via === 'exception' && source !== undefined;
  const isNow = settled.via === 'effect' || settled.via === 'exception' || settled.via === 'open';
  const cautions = [
    ...provisionCautions(asked.one, settled),
    ...(isFree ? NOTHING : asked.cautions),
    ...(status === undefined || isFree ? NOTHING : statusCautions(status, point)),
    ...(isNow ? sameDayCaution(asked.one, point) : NOTHING),
  ];
  const condition =
    settled.via === 'residual'
      ? status?.source.residual?.condition
      : isException
        ? source.condition
        : undefined;
  return {
    verdict: settled.verdict,
    because: becauseOf(asked, settled, rule, point),
    prohibition: asked.one,
    deal: asked.deal,
    provision: isException ? source.id : asked.one.source.id,
    cite: citesOf(asked, settled, status),
    missing: missingOf(asked, settled),
    cautions: distinct(cautions),
    assumed: distinct(asked.assumed),
    condition,
    inScope: asked.scope === 'in' ? true : undefined,
  };
}

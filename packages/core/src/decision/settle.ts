import { isBarring, VERDICTS, type Verdict } from '../model/index.ts';
import type { Asked, AskedException } from './ask.ts';
import type { CompiledRule } from './compile-rule.ts';
import { isBefore, locate, type Point } from './point.ts';
import { forceAt, statusAt } from './status-at.ts';

/** How a prohibition comes to its verdict at one point in time. */
export interface Settled {
  readonly verdict: Verdict;
  readonly via:
    | 'out'
    | 'condition-false'
    | 'effect'
    | 'exception'
    | 'open'
    | 'before-phase'
    | 'before-rule'
    | 'ended'
    | 'residual';
  readonly exception?: AskedException;
}

const OUT: Settled = { verdict: 'out-of-scope', via: 'out' };
const FREE: Settled = { verdict: 'permitted', via: 'condition-false' };
const BEFORE_PHASE: Settled = { verdict: 'not-yet', via: 'before-phase' };
const BEFORE_RULE: Settled = { verdict: 'not-yet', via: 'before-rule' };
const ENDED: Settled = { verdict: 'no-longer', via: 'ended' };

/** Whether a verdict would change anything: a bar, a condition, advice or an open question. */
function matters(verdict: Verdict): boolean {
  return VERDICTS[verdict].severity >= VERDICTS['permitted-with-condition'].severity;
}

function firedAt(asked: Asked, point: Point): AskedException | undefined {
  const { effect } = asked.one.source;
  const active = asked.exceptions.filter(
    ({ exception: { span } }) => span === undefined || locate(point, span) === 'inside',
  );
  // What holds when no open exception fires: the first certain one, or the prohibition itself.
  const certain = active.find((fired) => fired.certain);
  const otherwise = certain?.exception.source.effect ?? effect;
  for (const fired of active) {
    if (fired.certain) return fired;
    if (fired.exception.source.effect !== otherwise) return fired;
  }
  return undefined;
}

/** The verdict if the prohibition is in force: its effect, an exception's, or open. */
function inForce(asked: Asked, point: Point): Settled {
  const { effect } = asked.one.source;
  const isOpen = asked.scope === 'open' || asked.when === undefined;
  const fired = asked.exceptions.length === 0 ? undefined : firedAt(asked, point);
  if (fired?.certain === true) {
    const verdict = fired.exception.source.effect;
    if (isOpen && isBarring(verdict)) {
      return { verdict: 'undetermined', via: 'open', exception: fired };
    }
    return { verdict, via: 'exception', exception: fired };
  }
  if ((isOpen || fired !== undefined) && matters(effect)) {
    return fired === undefined
      ? { verdict: 'undetermined', via: 'open' }
      : { verdict: 'undetermined', via: 'open', exception: fired };
  }
  return { verdict: effect, via: 'effect' };
}

/** Reads the asked conditions at a point in time. */
export function settle(asked: Asked, rule: CompiledRule, point: Point): Settled {
  if (asked.scope === 'out') return OUT;
  if (asked.when === false) return FREE;
  const applied = inForce(asked, point);
  if (!matters(applied.verdict)) return applied;
  const { span } = asked.one;
  if (isBefore(point, span.from)) return BEFORE_PHASE;
  const force = forceAt(rule, point);
  if (force === 'not-yet') return BEFORE_RULE;
  const isOver = span.to !== undefined && !isBefore(point, span.to);
  if (force === 'in-force' && !isOver) return applied;
  if (isOver) return ENDED;
  const residual = statusAt(rule, point)?.source.residual;
  return residual === undefined ? ENDED : { verdict: residual.verdict, via: 'residual' };
}

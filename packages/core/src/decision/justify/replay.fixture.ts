/**
 * Works a verdict out again from nothing but an explanation: the leaves of its conditions, its
 * dates and effects. Written after the text of the law's logic, without the code that decides,
 * so that an explanation which leaves something out does not come to the same verdict.
 */
import { isBarring, VERDICTS, type Verdict } from '../../model/index.ts';
import type { ExceptionTrace, ProhibitionTrace, RuleJustification } from './justify.ts';
import type { Answer, Trace } from './trace.ts';

function conjunction(answers: readonly Answer[]): Answer {
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

function negation(answer: Answer): Answer {
  return answer === 'unknown' ? 'unknown' : answer === 'yes' ? 'no' : 'yes';
}

function disjunction(answers: readonly Answer[]): Answer {
  return negation(conjunction(answers.map(negation)));
}

/** The answer of a condition, from its leaves up. */
export function replayTrace(trace: Trace): Answer {
  switch (trace.kind) {
    case 'leaf':
      return trace.answer;
    case 'all':
      return conjunction(trace.of.map(replayTrace));
    case 'any':
      return disjunction(trace.of.map(replayTrace));
    case 'not':
      return negation(replayTrace(trace.of));
    case 'term':
      return replayTrace(trace.of);
    case 'inside':
      return disjunction((trace.things ?? []).map(({ of }) => replayTrace(of)));
  }
}

function severity(verdict: Verdict): number {
  return VERDICTS[verdict].severity;
}

const CHANGES_NOTHING = severity('permitted-with-condition');

function firing(exceptions: readonly ExceptionTrace[]): readonly ExceptionTrace[] {
  return exceptions.filter(
    ({ when, span }) =>
      replayTrace(when) !== 'no' && (span === undefined || span.phase === 'inside'),
  );
}

function applied(one: ProhibitionTrace, scope: Answer): Verdict {
  const isOpen = scope === 'unknown' || replayTrace(one.when) === 'unknown';
  const tried = firing(one.exceptions);
  const sure = tried.find(({ when }) => replayTrace(when) === 'yes');
  const otherwise = sure?.effect ?? one.effect;
  const first = tried.find((it) => it === sure || it.effect !== otherwise);
  if (first !== undefined && first === sure) {
    return isOpen && isBarring(sure.effect) ? 'undetermined' : sure.effect;
  }
  const hangs = isOpen || first !== undefined;
  return hangs && severity(one.effect) >= CHANGES_NOTHING ? 'undetermined' : one.effect;
}

function replayProhibition(one: ProhibitionTrace, { status }: RuleJustification): Verdict {
  const scope = conjunction([one.bound, one.reach, one.target].map(replayTrace));
  if (scope === 'no') return 'out-of-scope';
  if (replayTrace(one.when) === 'no') return 'permitted';
  const verdict = applied(one, scope);
  if (severity(verdict) < CHANGES_NOTHING) return verdict;
  if (one.span.phase === 'before' || status.force === 'not-yet') return 'not-yet';
  if (one.span.phase === 'after') return 'no-longer';
  return status.force === 'in-force' ? verdict : (status.residual ?? 'no-longer');
}

/** The verdict of a rule, from its explanation. */
export function replayRule(rule: RuleJustification): Verdict {
  let verdict: Verdict = 'out-of-scope';
  for (const one of rule.prohibitions) {
    const own = replayProhibition(one, rule);
    if (severity(own) > severity(verdict)) verdict = own;
  }
  const isFree = rule.freedoms.some(({ when }) => replayTrace(when) === 'yes');
  const exists = rule.status.state !== undefined || rule.status.force !== 'not-yet';
  if (isFree && severity('permitted') > severity(verdict)) {
    verdict = exists ? 'permitted' : 'out-of-scope';
  } else if (verdict === 'not-yet' && rule.status.force === 'in-force') {
    verdict = 'permitted';
  }
  const owes = rule.row.duties.some(
    ({ due, missing }) => due !== undefined && missing.length === 0,
  );
  return owes && severity(verdict) < severity('report-due') ? 'report-due' : verdict;
}

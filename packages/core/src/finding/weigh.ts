import { parseWhen, type When } from '../calendar/index.ts';
import { decide, type CompiledRulebook, type Question } from '../decision/index.ts';
import {
  moreSevere,
  type Decision,
  type NextChange,
  type Verdict,
  type VerdictRow,
} from '../model/index.ts';

/** Changes looked at before giving up; a rulebook has far fewer edges in a row. */
const CHANGES_MAX = 64;

/** What the rules say to a set of questions about one thing. */
export interface Weighed {
  readonly verdicts: readonly VerdictRow[];
  readonly verdict: Verdict;
  readonly next?: NextChange;
}

function worstOf(decisions: readonly Decision[]): Verdict {
  let verdict: Verdict = 'out-of-scope';
  for (const decision of decisions) verdict = moreSevere(verdict, decision.verdict);
  return verdict;
}

function earliestChange(decisions: readonly Decision[]): string | undefined {
  let earliest: string | undefined;
  for (const { rows } of decisions) {
    for (const { next } of rows) {
      if (next !== undefined && (earliest === undefined || next.at < earliest)) earliest = next.at;
    }
  }
  return earliest;
}

/** The next instant at which the most severe answer over all questions changes. */
function nextOf(
  compiled: CompiledRulebook,
  questions: readonly Question[],
  now: readonly Decision[],
): NextChange | undefined {
  const verdict = worstOf(now);
  let decisions = now;
  for (let step = 0; step < CHANGES_MAX; step += 1) {
    const at = earliestChange(decisions);
    const when = at === undefined ? undefined : parseWhen(at);
    if (at === undefined || when === undefined) return undefined;
    decisions = questions.map((question) => decide(compiled, question, when));
    const then = worstOf(decisions);
    if (then !== verdict) return { at: at as NextChange['at'], verdict: then };
  }
  return undefined;
}

/**
 * Decides all questions about one thing. The first question keeps every row, the others only
 * those of rules that reach the act, so that the reader sees each rule once and what matters.
 */
export function weigh(
  compiled: CompiledRulebook,
  questions: readonly Question[],
  asOf: When,
): Weighed {
  const decisions = questions.map((question) => decide(compiled, question, asOf));
  const verdicts = decisions.flatMap(({ rows }, index) =>
    index === 0 ? rows : rows.filter(({ verdict }) => verdict !== 'out-of-scope'),
  );
  const next = nextOf(compiled, questions, decisions);
  return { verdicts, verdict: worstOf(decisions), ...(next === undefined ? {} : { next }) };
}

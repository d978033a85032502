import { STATUSES, type Standing } from '@interdict/core';
import { dateWords, plainWord } from '../report/index.ts';

/** `effective since 20 July 2024`, `suspended until 10 November 2026, then effective`. */
export function standingWords({ state, since, until, next, force }: Standing): string {
  if (state === undefined) return force === 'not-yet' ? 'does not exist yet' : 'ended';
  const word = plainWord(state);
  const from = since === undefined ? '' : ` since ${dateWords(since)}`;
  const to = until === undefined ? '' : `, until ${dateWords(until)}`;
  const then = next === undefined ? '' : `, then ${plainWord(next)}`;
  return `${word}${from}${to}${then}`;
}

/** What a state means, as the vocabulary has it. */
export function standingMeaning({ state }: Standing): string {
  return state === undefined ? '' : STATUSES[state].meaning;
}

/** `OVERDUE: confirm by 30 November 2026`; empty when nothing is late. */
export function overdueWords({ confirmations }: Standing): string {
  const late = confirmations.filter(({ isOverdue }) => isOverdue);
  return late.map(({ confirmBy }) => `OVERDUE: confirm by ${dateWords(confirmBy)}`).join('; ');
}

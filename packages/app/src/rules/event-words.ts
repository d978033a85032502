import type { RuleEvent } from '@interdict/core';
import { capitalized, dateWords, plainWord, proseText, VERDICT_LABELS } from '../report/index.ts';
import { edgeTextWords } from './edge-words.ts';

/** What happens, in a sentence without its stop. */
export function eventWords({ happening, confirmBy }: RuleEvent): string {
  switch (happening.kind) {
    case 'status': {
      const { state, before } = happening;
      const was = before === undefined ? '' : `, before: ${plainWord(before)}`;
      const confirm =
        confirmBy === undefined ? '' : `; by its own terms, confirm by ${dateWords(confirmBy)}`;
      return `The rule becomes ${plainWord(state)}${was}${confirm}`;
    }
    case 'made-public':
      return 'The rule, in force before, becomes public';
    case 'bar-begins':
      return `${happening.title}: begins (${VERDICT_LABELS[happening.effect].label.toLowerCase()})`;
    case 'bar-ends':
      return `${happening.title}: ends`;
    case 'exception-begins':
    case 'exception-ends': {
      const verb = happening.kind === 'exception-begins' ? 'begins' : 'ends';
      const effect = VERDICT_LABELS[happening.effect].label.toLowerCase();
      return `${happening.title}: exception ${happening.exception} (${effect}) ${verb}`;
    }
    case 'duty-begins':
    case 'duty-ends':
    case 'duty-due': {
      const { action, to } = happening.duty;
      const owed = `${capitalized(plainWord(action))} (owed to ${proseText(to)})`;
      const word = happening.kind === 'duty-due' ? 'is due' : happening.kind.slice('duty-'.length);
      return `${owed}: ${word}`;
    }
    case 'listed':
      return `${happening.party} comes on the list ${happening.list}`;
    case 'delisted':
      return `${happening.party} comes off the list ${happening.list}`;
    case 'confirm': {
      const { state, note } = happening;
      return `Last day to confirm that the rule is ${plainWord(state)}: ${note}`;
    }
  }
}

/** `10 November 2026 00:00 New York`, or the day alone where the law names no hour. */
export function eventWhen({ date, at, isWholeDay, text }: RuleEvent): string {
  return at === undefined ? dateWords(date) : edgeTextWords(text, isWholeDay);
}

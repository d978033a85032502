import {
  changesTo,
  type ExceptionTrace,
  type FactChange,
  type ProhibitionTrace,
  type RuleJustification,
} from '@interdict/core';
import {
  dateWords,
  leafWords,
  narrowed,
  VERDICT_LABELS,
  withoutStatedLeaves,
  type SheetPoint,
  type Words,
} from '../report/index.ts';

/** Facts that would have to be otherwise, as the rest of a sentence after `if`. */
export function changeWords(changes: readonly FactChange[], words: Words): string {
  const conditional: Words = { ...words, mood: 'if' };
  const parts = withoutStatedLeaves(changes).map(({ leaf, becomes }) =>
    leafWords(narrowed(leaf), conditional, becomes),
  );
  return [...new Set(parts)].join(' and ');
}

function sentence(
  lead: string,
  changes: readonly FactChange[] | undefined,
  words: Words,
): readonly SheetPoint[] {
  if (changes === undefined || changes.length === 0) return [];
  return [{ text: `${lead} if ${changeWords(changes, words)}` }];
}

function conditionsOf({ bound, reach, target, when }: ProhibitionTrace) {
  return [bound, reach, target, when];
}

function exceptionChange(
  { when, effect, id, span }: ExceptionTrace,
  words: Words,
): readonly SheetPoint[] {
  if (span !== undefined && span.phase !== 'inside') return [];
  const lead = `By its exception ${id} it would be ${VERDICT_LABELS[effect].label.toLowerCase()}`;
  return sentence(lead, changesTo(when, 'yes'), words);
}

/** What would take an act out of a provision that applies to it. */
function waysOut(one: ProhibitionTrace, words: Words): readonly SheetPoint[] {
  return [
    ...conditionsOf(one).flatMap((trace) =>
      sentence('It would not apply', changesTo(trace, 'no'), words),
    ),
    ...one.exceptions.flatMap((exception) => exceptionChange(exception, words)),
  ];
}

/** The fewest facts that would bring an act under a provision that does not apply to it. */
function wayIn(provisions: readonly ProhibitionTrace[], words: Words): readonly SheetPoint[] {
  const ways = provisions.flatMap((one) => {
    const needed = conditionsOf(one).map((trace) => changesTo(trace, 'yes'));
    if (needed.includes(undefined)) return [];
    return [{ one, changes: needed.flatMap((changes) => changes ?? []) }];
  });
  const [first] = ways.toSorted((a, b) => a.changes.length - b.changes.length);
  if (first === undefined) return [];
  const { label } = VERDICT_LABELS[first.one.effect];
  const lead = `“${first.one.title}” would apply (${label.toLowerCase()})`;
  return sentence(lead, first.changes, words);
}

function dates({ row }: RuleJustification): readonly SheetPoint[] {
  const { next, previous } = row;
  return [
    ...(previous === undefined
      ? []
      : [
          {
            lead: `Before ${dateWords(previous.at)}`,
            text: VERDICT_LABELS[previous.verdict].label,
          },
        ]),
    ...(next === undefined
      ? []
      : [{ lead: `From ${dateWords(next.at)}`, text: VERDICT_LABELS[next.verdict].label }]),
  ];
}

/** Facts and dates that would change what a rule says of an act. */
export function changePoints(rule: RuleJustification, words: Words): readonly SheetPoint[] {
  const { prohibitions, decidedBy, row } = rule;
  const decider = typeof decidedBy === 'number' ? prohibitions[decidedBy] : undefined;
  const facts =
    decider !== undefined && row.verdict !== 'permitted'
      ? waysOut(decider, words)
      : wayIn(prohibitions, words);
  return [...dates(rule), ...facts];
}

import {
  endOfPeriod,
  formatDate,
  parseDate,
  type Cite,
  type Cond,
  type Duty,
  type EdgeSource,
  type Freedom,
  type Prohibition,
  type Rule,
  type RuleException,
  type Terms,
  type Within,
} from '@interdict/core';
import {
  activityWords,
  capitalized,
  citeWords,
  condPoints,
  condSentence,
  countOf,
  dateWords,
  plainWord,
  roleInLaw,
  VERDICT_LABELS,
  withoutStop,
  type LawWords,
  type SheetBlock,
  type SheetPair,
  type SheetPoint,
} from '../report/index.ts';
import { edgeWords } from './edge-words.ts';

/** A citation as it stands by itself, with its mark and what is unsure about it. */
export function citeText(
  { source, pinpoint, verification, note }: Cite,
  { sources }: Rule,
): string {
  const citation = sources[source]?.citation ?? source;
  const text = citeWords({ citation, pinpoint, verification });
  return note === undefined ? text : `${text} (${note})`;
}

/** `29 September 2024 00:00 New York`, with the words of the law where they are recorded. */
function edgeText(edge: EdgeSource): string {
  if (typeof edge === 'string') return dateWords(edge);
  const { local, zone, precision, text } = edge;
  const said = text === undefined ? '' : ` (“${text}”)`;
  return `${edgeWords(local, zone, precision === 'day')}${said}`;
}

function spanText({ from, to }: Prohibition['span']): string {
  return to === undefined
    ? `from ${edgeText(from)}`
    : `from ${edgeText(from)} until ${edgeText(to)}`;
}

function acts(activities: 'any' | Prohibition['activities']): string {
  return activities === 'any' ? 'any dealing' : activityWords(activities);
}

/** A condition under its label: on one line where it is one sentence, else as a list. */
function conditionBlocks(
  label: string,
  cond: Cond | undefined,
  words: LawWords,
): { readonly pair?: SheetPair; readonly points: readonly SheetPoint[] } {
  const points = cond === undefined ? [] : condPoints(cond, words);
  if (points.length === 0) return { points: [] };
  const sentence = condSentence(points);
  if (sentence !== undefined) return { pair: { label, text: sentence }, points: [] };
  return { pair: { label, text: 'see below' }, points: [{ lead: label, text: '', points }] };
}

function exceptionPoint(one: RuleException, rule: Rule, words: LawWords): SheetPoint {
  const { id, rank, effect, because, condition, span, when, cite } = one;
  const ifs = condPoints(when, words);
  const sentence = condSentence(ifs);
  return {
    lead: `${VERDICT_LABELS[effect].label}, if`,
    tone: VERDICT_LABELS[effect].tone,
    text: sentence ?? '',
    points: [
      ...(sentence === undefined ? ifs : []),
      { lead: 'Why', text: because },
      ...(condition === undefined ? [] : [{ lead: 'Condition', text: condition }]),
      ...(span === undefined ? [] : [{ lead: 'When', text: spanText(span) }]),
      { lead: 'Cited', text: `${citeText(cite, rule)} [${id}, rank ${rank}]` },
    ],
  };
}

/** One bar: who may not do what with what, from when, and unless. */
export function barBlock(one: Prohibition, rule: Rule, words: LawWords): SheetBlock {
  const { id, title, effect, because, caution, binds, span, cite, exceptions = [] } = one;
  const who = conditionBlocks(`Binds ${roleInLaw(binds)}, if`, one.bound, words);
  const conditions = [
    conditionBlocks('Reaches it, if', one.reach, words),
    conditionBlocks('About', one.target, words),
    conditionBlocks('If', one.when, words),
  ];
  const { label, tone } = VERDICT_LABELS[effect];
  const pairs: readonly SheetPair[] = [
    { label: 'Answer', text: label, tone },
    who.pair ?? { label: 'Binds', text: `${roleInLaw(binds)}, whoever it is` },
    { label: 'Acts', text: acts(one.activities) },
    ...conditions.flatMap(({ pair }) => pair ?? []),
    { label: 'When', text: spanText(span) },
    { label: 'Why', text: because },
    ...(caution === undefined ? [] : [{ label: 'Caution', text: caution }]),
    { label: 'Cited', text: citeText(cite, rule) },
  ];
  const points: readonly SheetPoint[] = [
    ...[who, ...conditions].flatMap((condition) => condition.points),
    ...(exceptions.length === 0
      ? []
      : [
          {
            lead: 'Exceptions',
            text: exceptions.length > 1 ? 'the first that applies decides' : '',
            points: exceptions
              .toSorted((a, b) => b.rank - a.rank)
              .map((exception) => exceptionPoint(exception, rule, words)),
          },
        ]),
  ];
  const list: readonly SheetBlock[] = points.length === 0 ? [] : [{ kind: 'points', points }];
  return { kind: 'part', title: `${title} [${id}]`, blocks: [{ kind: 'pairs', pairs }, ...list] };
}

/** What a rule speaks about and leaves free. */
export function freedomBlock(one: Freedom, rule: Rule, words: LawWords): SheetBlock {
  const { id, activities, because, advice, when, cite } = one;
  const { pair, points } = conditionBlocks('If', when, words);
  const pairs: readonly SheetPair[] = [
    ...(pair === undefined ? [] : [pair]),
    { label: 'Why', text: because },
    ...(advice === undefined ? [] : [{ label: 'Advice', text: advice }]),
    { label: 'Cited', text: citeText(cite, rule) },
  ];
  return {
    kind: 'part',
    title: `${capitalized(acts(activities))} [${id}]`,
    blocks: [
      { kind: 'pairs', pairs },
      ...(points.length === 0 ? [] : [{ kind: 'points', points } as const]),
    ],
  };
}

const UNITS: Readonly<Record<Within['unit'], readonly [one: string, many: string]>> = {
  'business-day': ['business day', 'business days'],
  day: ['day', 'days'],
  month: ['month', 'months'],
  hour: ['hour', 'hours'],
};

function withinText({ n, unit, calendar }: Within): string {
  const [one, many] = UNITS[unit];
  return `${countOf(n, one, many)}${calendar === undefined ? '' : ' (US federal calendar)'}`;
}

function periodText(duty: Duty): string {
  const { within, yearlyBy, byClauseVersion = {}, startDate, startsOn } = duty;
  if (yearlyBy !== undefined)
    return `each year by ${dateWords(`2000-${yearlyBy}`).replace(' 2000', '')}`;
  const versions = Object.entries(byClauseVersion).sort(([a], [b]) => (a < b ? -1 : 1));
  const periods =
    versions.length > 0
      ? versions.map(([from, one]) => `${withinText(one)} in clauses from ${from} on`).join('; ')
      : within === undefined
        ? ''
        : `within ${withinText(within)}`;
  const start = startDate === undefined ? undefined : parseDate(startDate);
  if (start !== undefined && startDate !== undefined && within !== undefined) {
    const end = dateWords(formatDate(endOfPeriod(start, within)));
    return `${periods} of ${dateWords(startDate)}, so by ${end}`;
  }
  const since = startsOn === undefined ? '' : `, from the day stated as \`${startsOn}\``;
  return `${periods}${periods === '' ? '' : since}`;
}

/** A duty: to do what, owed to whom, within which time. */
export function dutyBlock(duty: Duty, rule: Rule, words: LawWords): SheetBlock {
  const { id, action, recipient, activities, when, requires, contents, because, span, cite } = duty;
  const { pair, points } = conditionBlocks('If', when, words);
  const period = periodText(duty);
  const pairs: readonly SheetPair[] = [
    { label: 'Owed to', text: recipient },
    ...(period === '' ? [] : [{ label: 'By when', text: capitalized(period) }]),
    { label: 'Acts', text: acts(activities) },
    ...(requires === 'barred' ? [{ label: 'Only', text: 'where something is barred' }] : []),
    ...(pair === undefined ? [] : [pair]),
    { label: 'Why', text: because },
    ...(contents === undefined ? [] : [{ label: 'Contents', text: contents.join('; ') }]),
    ...(span === undefined ? [] : [{ label: 'When', text: spanText(span) }]),
    { label: 'Cited', text: citeText(cite, rule) },
  ];
  return {
    kind: 'part',
    title: `${capitalized(plainWord(action))} [${id}]`,
    blocks: [
      { kind: 'pairs', pairs },
      ...(points.length === 0 ? [] : [{ kind: 'points', points } as const]),
    ],
  };
}

/** Defined terms with their conditions. */
export function termBlock(terms: Terms, words: LawWords): readonly SheetBlock[] {
  const points = Object.entries(terms).map(([id, { meaning, is }]) => ({
    lead: id,
    text: `${withoutStop(meaning)}. That is so if:`,
    points: condPoints(is, words),
  }));
  return points.length === 0 ? [] : [{ kind: 'points', points }];
}

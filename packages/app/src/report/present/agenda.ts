import {
  isBarring,
  type Activity,
  type DutyRow,
  type Finding,
  type Profile,
  type Report,
  type Verdict,
} from '@interdict/core';
import { proseText } from '../text/index.ts';
import { actWords, unlessWords } from './act.ts';
import type { Block } from './block.ts';
import { dateWords, distanceWords, isOverdue } from './date-text.ts';
import type { NameBook, RuleName } from './name-book.ts';
import { missingOf, missingWords, type OpenQuestion } from './open-question.ts';
import { byText, groupBy, uniqueSorted } from './order.ts';
import { foldRows, groupByChange, type ReadFinding, type RowGroup } from './row-group.ts';
import { thingKindOf } from './thing.ts';
import {
  ACTIVITY_PHRASES,
  activityWords,
  capitalized,
  citeWords,
  countOf,
  dutyWords,
  orWords,
  VERDICT_LABELS,
} from './words.ts';

/** A step that follows from a bar, an act that is owed, or a day on which an answer changes. */
export interface AgendaEntry {
  readonly kind: 'step' | 'duty' | 'change' | 'confirm';
  /** Date or instant as text; absent where there is none, or none could be worked out. */
  readonly at?: string;
  /** `Due` or `From`; the whole of it where there is no date. */
  readonly lead: string;
  /** `in 8 days`, `OVERDUE, 12 days ago`. */
  readonly distance: string;
  readonly isOverdue: boolean;
  readonly what: string;
  readonly rules: readonly RuleName[];
  readonly because: string;
  /** Advice of an authority that speaks for the step. */
  readonly advice: string;
  readonly caution: string;
  /** Facts on which it hangs, as numbers of questions or in full. */
  readonly missing: string;
  readonly cites: readonly string[];
  readonly findings: readonly Finding[];
}

/** What an agenda is made of. */
export interface AgendaSource {
  readonly report: Report;
  readonly names: NameBook;
  readonly read: readonly ReadFinding[];
  readonly barred: readonly Block[];
  readonly questions: readonly OpenQuestion[];
}

const PLAIN = { distance: '', isOverdue: false, because: '', advice: '', caution: '', missing: '' };

/** Activities without which a product that stays in use grows weaker. */
const UPKEEP: ReadonlySet<Activity> = new Set(['update-signature', 'update-code']);

function isUpkeep({ row, activities }: RowGroup): boolean {
  return row.binds !== 'actor' && activities.some((one) => UPKEEP.has(one));
}

type When = Pick<AgendaEntry, 'at' | 'lead' | 'distance' | 'isOverdue'>;

function dutyWhen(asOf: string, due: string): When {
  const late = isOverdue(asOf, due);
  const distance = distanceWords(asOf, due);
  return {
    at: due,
    lead: 'Due',
    distance: late ? `OVERDUE, ${distance}` : distance,
    isOverdue: late,
  };
}

type ToDo = Report['toDo'][number];

function missingOfDuties(duties: readonly DutyRow[], profile: Profile, open: AgendaSource): string {
  const paths = duties.flatMap(({ missing }) => missing);
  return missingWords(missingOf(paths, profile, open.questions));
}

/** Duties with a date one by one; those of a rule that have none yet together. */
function dutyEntries(source: AgendaSource): AgendaEntry[] {
  const { report, names } = source;
  const byId = new Map(report.findings.map((finding) => [finding.id, finding]));
  const keyOf = ({ rule, duty }: ToDo): string =>
    JSON.stringify(duty.due === undefined ? [rule] : [rule, duty.due, dutyWords(duty)]);
  return groupBy(report.toDo, keyOf).flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const duties = same.map(({ duty }) => duty);
    const { due } = first.duty;
    const when =
      due === undefined ? { lead: 'No date yet (facts are missing)' } : dutyWhen(report.asOf, due);
    const unique = (texts: readonly string[]): string => [...new Set(texts)].join('; ');
    return [
      {
        ...PLAIN,
        kind: 'duty' as const,
        ...when,
        what: unique(duties.map(dutyWords)),
        rules: [names.rule(first.rule)],
        because: unique(duties.map(({ because }) => proseText(because))),
        missing: missingOfDuties(duties, report.profile, source),
        cites: uniqueSorted(duties.flatMap(({ cite }) => cite.map(citeWords))),
        findings: [...new Set(same.flatMap(({ finding }) => byId.get(finding) ?? []))],
      },
    ];
  });
}

function adviceFor(rules: ReadonlySet<string>, { read }: AgendaSource, block: Block): string {
  const findings = new Set(block.findings);
  const groups = foldRows(read, ({ rule, advice }) => advice !== undefined && rules.has(rule));
  const near = groups.filter((group) => group.findings.some((one) => findings.has(one)));
  return uniqueSorted(near.flatMap(({ row }) => row.advice ?? []).map(proseText)).join(' ');
}

function sinceOf(groups: readonly RowGroup[]): string {
  const instants = uniqueSorted(groups.flatMap(({ row }) => row.previous?.at ?? []));
  const [only] = instants;
  return only === undefined || instants.length > 1 ? '' : `, since ${dateWords(only)}`;
}

function stepEntry(what: string, groups: readonly RowGroup[], names: NameBook): AgendaEntry[] {
  if (groups.length === 0) return [];
  return [
    {
      ...PLAIN,
      kind: 'step',
      lead: 'Now',
      what,
      rules: uniqueSorted(groups.map(({ row }) => row.rule)).map((id) => names.rule(id)),
      caution: uniqueSorted(groups.flatMap(({ row }) => row.caution ?? []).map(proseText)).join(
        ' ',
      ),
      cites: uniqueSorted(groups.flatMap(({ row }) => row.cite.map(citeWords))),
      findings: [...new Set(groups.flatMap(({ findings }) => findings))],
    },
  ];
}

/** What not to do with a product, and to plan for its end when nothing is delivered any more. */
function productSteps(block: Block, source: AgendaSource): AgendaEntry[] {
  const { names } = source;
  const rows = rowsOf(block);
  const [upkeep, own] = [rows.filter(isUpkeep), rows.filter((group) => !isUpkeep(group))];
  const stops = groupBy(own, ({ row }) => unlessWords(row.verdict)).flatMap((same) => {
    const verbs = same.flatMap(({ activities }) => activities.map((a) => ACTIVITY_PHRASES[a].own));
    const unless = same[0] === undefined ? '' : unlessWords(same[0].row.verdict);
    return stepEntry(`Do not ${orWords(verbs)}${unless}`, same, names);
  });
  const acts = upkeep.map(({ row, activities }) => actWords(row, activities, block.deal));
  const plan = `Plan the replacement: ${[...new Set(acts)].join('; ')}${sinceOf(upkeep)}`;
  const rules = new Set<string>(upkeep.map(({ row }) => row.rule));
  return [
    ...stops,
    ...stepEntry(plan, upkeep, names).map((entry) => ({
      ...entry,
      advice: adviceFor(rules, source, block),
    })),
  ];
}

/** One step for all orders that are barred, and one for all parties; their blocks say why. */
function statedSteps(blocks: readonly Block[], names: NameBook): AgendaEntry[] {
  const rowsOfKind = (kind: Block['kind']): RowGroup[] =>
    blocks.filter((block) => block.kind === kind).flatMap(rowsOf);
  return [
    ...stepEntry('Hold or review the orders that are barred', rowsOfKind('order'), names),
    ...stepEntry(
      'Hold or review dealings with the parties that are barred',
      rowsOfKind('party'),
      names,
    ),
  ].map((entry) => ({ ...entry, caution: '' }));
}

function rowsOf({ rules }: Block): RowGroup[] {
  return rules.flatMap(({ answers }) => answers.flatMap(({ rows }) => rows));
}

function stepEntries(source: AgendaSource): AgendaEntry[] {
  const { barred, names } = source;
  const isStated = ({ kind }: Block): boolean => kind === 'order' || kind === 'party';
  const products = barred.filter((block) => !isStated(block));
  return [
    ...products.flatMap((block) => productSteps(block, source)),
    ...statedSteps(barred, names),
  ];
}

function changeWords(group: RowGroup, next: Verdict): string {
  const { row, activities } = group;
  const from = VERDICT_LABELS[row.verdict].label.toLowerCase();
  const to = VERDICT_LABELS[next].label.toLowerCase();
  const change = `${capitalized(activityWords(activities))}: ${from} becomes ${to}`;
  const ends = isBarring(next) && !isBarring(row.verdict) && activities.some((a) => UPKEEP.has(a));
  return ends ? `${change}; plan the replacement before that` : change;
}

/** Answers that change. An order is answered for its own day, so its later changes are no date. */
function changeEntries({ report: { asOf }, read, names }: AgendaSource): AgendaEntry[] {
  const dated = read.filter(({ finding }) => thingKindOf(finding) !== 'order');
  const groups = foldRows(dated, (row) => row.next !== undefined);
  return groupByChange(groups).flatMap((same) => {
    const [first] = same;
    if (first?.row.next === undefined) return [];
    const { at, verdict } = first.row.next;
    return [
      {
        ...PLAIN,
        kind: 'change' as const,
        at,
        lead: 'From',
        distance: distanceWords(asOf, at),
        what: changeWords(first, verdict),
        rules: [names.rule(first.row.rule)],
        caution: proseText(first.row.caution ?? ''),
        cites: uniqueSorted(same.flatMap((group) => group.row.cite.map(citeWords))),
        findings: [...new Set(same.flatMap((group) => group.findings))],
      },
    ];
  });
}

function confirmEntries({ questions }: AgendaSource): AgendaEntry[] {
  const asked = questions.filter(({ question }) => question !== undefined);
  const [first] = asked;
  if (first === undefined) return [];
  const facts = countOf(asked.length, 'open fact', 'open facts');
  const most = countOf(first.findings.length, 'finding', 'findings');
  return [
    {
      ...PLAIN,
      kind: 'confirm',
      lead: 'Now',
      what: `Confirm ${facts}, listed below; on question 1 hang answers for ${most}`,
      because: first.question ?? '',
      rules: [],
      cites: [],
      findings: [...new Set(asked.flatMap(({ findings }) => findings))],
    },
  ];
}

/** `Due 24 November 2026, in 1 day`. */
export function whenWords({ lead, at, distance }: AgendaEntry): string {
  return at === undefined ? lead : `${lead} ${dateWords(at)}, ${distance}`;
}

/** What is late, what is to be done now, what has a date, and what hangs on open facts. */
function rankOf({ kind, at, isOverdue: isLate }: AgendaEntry): number {
  if (isLate) return 0;
  if (kind === 'step') return 1;
  if (kind === 'confirm') return 3;
  return at === undefined ? 4 : 2;
}

/** Steps, duties and changes in the order in which they are to be looked at. */
export function agendaOf(source: AgendaSource): AgendaEntry[] {
  const steps = stepEntries(source);
  const dated = [...dutyEntries(source), ...changeEntries(source)].toSorted(
    (a, b) =>
      byText(a.at ?? '9999', b.at ?? '9999') ||
      byText(a.kind, b.kind) * -1 ||
      byText(a.rules[0]?.id ?? '', b.rules[0]?.id ?? '') ||
      byText(a.what, b.what),
  );
  // Steps keep the order of their blocks, the most severe first.
  return [...steps, ...dated, ...confirmEntries(source)].toSorted((a, b) => rankOf(a) - rankOf(b));
}

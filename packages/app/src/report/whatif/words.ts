import {
  missingInWords,
  type Activity,
  type WhatIf,
  type WhatIfDifference,
  type WhatIfTally,
} from '@interdict/core';
import { activityWords, countOf, dateWords, VERDICT_LABELS } from '../present/index.ts';
import { visibleText } from '../text/index.ts';

export type DifferenceKind = WhatIfDifference['kind'];

export const KIND_TITLES: Readonly<Record<DifferenceKind, string>> = {
  'newly-barred': 'Newly barred',
  'more-severe': 'More severe than today',
  undecided: 'Could not be decided',
};

/** Differences that have everything in common but the place. */
export interface DifferenceGroup {
  readonly kind: DifferenceKind;
  readonly from: string;
  readonly what: string;
  readonly acts: string;
  readonly change: string;
  readonly because: string;
  readonly questions: readonly string[];
  readonly places: readonly string[];
}

/** Where a difference is: the host, the order, or the list a supplier stands in. */
function placeOf({ subject, order, supplier, repeated }: WhatIfDifference): string {
  if (order !== undefined) {
    const other = supplier === undefined ? '' : ` (${visibleText(supplier)})`;
    return `order ${visibleText(order)}${other}${repeated ? ', if made again' : ''}`;
  }
  if (subject.kind === 'party') return 'your suppliers and customers';
  return visibleText(subject.host ?? subject.source.file);
}

function whatOf({ product, maker, supplier, subject }: WhatIfDifference): string {
  const name = product ?? supplier ?? subject.name;
  return maker === undefined || name.includes(maker)
    ? visibleText(name)
    : `${visibleText(name)} (${visibleText(maker)})`;
}

/** Acts of one finding that change alike are told together, then places that have them alike. */
export function groupDifferences(answer: WhatIf): readonly DifferenceGroup[] {
  const byFinding = new Map<string, { one: WhatIfDifference; activities: Activity[] }>();
  for (const one of answer.differences) {
    const key = JSON.stringify([
      one.kind,
      one.finding,
      one.from,
      one.today,
      one.proposed,
      one.missing,
    ]);
    const known = byFinding.get(key);
    if (known === undefined) byFinding.set(key, { one, activities: [one.activity] });
    else known.activities.push(one.activity);
  }
  const groups = new Map<string, DifferenceGroup & { readonly places: string[] }>();
  for (const { one, activities } of byFinding.values()) {
    const group = {
      kind: one.kind,
      from: dateWords(one.from),
      what: whatOf(one),
      acts: activityWords(activities),
      change: `${VERDICT_LABELS[one.today].label} → ${VERDICT_LABELS[one.proposed].label}`,
      because: visibleText(one.because),
      questions: one.missing.map((path) => visibleText(missingInWords(path))),
      places: [],
    };
    const key = JSON.stringify(group);
    const known = groups.get(key) ?? group;
    groups.set(key, known);
    const place = placeOf(one);
    if (!known.places.includes(place)) known.places.push(place);
  }
  return [...groups.values()];
}

/** What the proposal is called. */
export function proposalWords({ proposal }: WhatIf): string {
  const names = proposal.rules.map(({ id, title }) => `${visibleText(title)} (${visibleText(id)})`);
  return names.length === 0 ? visibleText(proposal.path) : names.join('; ');
}

/** The answer in one sentence. */
export function summaryWords({ summary }: WhatIf): string {
  const { newlyBarred, moreSevere, undecided, alreadyBarred, first } = summary;
  const acts = countOf(newlyBarred, 'act', 'acts');
  const since = first === undefined ? '' : `; the first from ${dateWords(first)}`;
  const already =
    alreadyBarred === 0 ? '' : ` ${alreadyBarred} that it bars are barred without it too.`;
  return (
    `${acts} newly barred, ${moreSevere} more severe, ` +
    `${undecided} could not be decided${since}.${already}`
  );
}

/** What the answer covers, and what it does not. */
export function coverWords({ summary, coverage, notCovered }: WhatIf): string {
  const { files, filesIncomplete, records } = summary;
  const skipped = coverage.filter(({ status }) => status === 'skipped').length;
  const lost =
    filesIncomplete === 0
      ? ''
      : ` ${countOf(filesIncomplete, 'file was', 'files were')} not read completely: ` +
        'what stands in there may be hit too.';
  const open = notCovered.length === 0 ? '' : `Not covered: ${notCovered.join('; ')}. `;
  return (
    `${countOf(files, 'file', 'files')}, ${countOf(records, 'record', 'records')}` +
    `${skipped === 0 ? '' : `, ${skipped} of other formats skipped`}.${lost} ` +
    `${open}Nothing outside these files was looked at.`
  );
}

/** What the answer rests on. */
export function basisWords({ rulebook, proposal }: WhatIf): string {
  return (
    `edition ${visibleText(rulebook.edition)}, digest ${rulebook.digest}; ` +
    `proposal ${visibleText(proposal.path)}, digest ${proposal.digest}`
  );
}

export interface TallySection {
  readonly title: string;
  readonly rows: readonly WhatIfTally[];
}

/** Who and what is hit, counted; what nobody is in is left out. */
export function tallySections(answer: WhatIf): readonly TallySection[] {
  return [
    { title: 'By host', rows: answer.hosts },
    { title: 'By product', rows: answer.products },
    { title: 'By supplier', rows: answer.suppliers },
    { title: 'By order', rows: answer.orders },
  ].filter(({ rows }) => rows.length > 0);
}

import { citesOf, type Cite, type Example, type Rule } from '@interdict/core';
import {
  activityWords,
  capitalized,
  countOf,
  dateWords,
  VERDICT_LABELS,
  type SheetBlock,
  type SheetPoint,
  type SheetSection,
} from '../report/index.ts';
import { surenessOf } from './list-rules.ts';
import { citeText } from './provision-blocks.ts';

function uncertain(rule: Rule): readonly Cite[] {
  const seen = new Map<string, Cite>();
  for (const { value, path } of citesOf(rule)) {
    if (path[0] === 'examples' || path[0] === 'openPoints') continue;
    if (value.verification !== 'verified') seen.set(citeText(value, rule), value);
  }
  return [...seen.values()];
}

/** How many citations were seen in the instrument, which were not, and what is unsettled. */
export function surenessBlocks(rule: Rule): readonly SheetBlock[] {
  const { verified, recorded, unsettled } = surenessOf(rule);
  const all = countOf(verified + recorded + unsettled, 'citation', 'citations');
  const text =
    `Of ${all}, ${verified} seen in the instrument, ${recorded} recorded and not yet re-checked, ` +
    `${unsettled} unsettled. An answer that rests on one of the latter two carries a caution. ` +
    `Recorded on ${dateWords(rule.recordedAt)}.`;
  const cites: readonly SheetPoint[] = uncertain(rule).map((cite) => ({
    text: citeText(cite, rule),
  }));
  const open: readonly SheetPoint[] = (rule.openPoints ?? []).map((point) => ({
    lead: point.id,
    tone: 'ask',
    text: `${point.text} ${citeText(point.cite, rule)}`,
  }));
  return [
    { kind: 'prose', text },
    ...part('Not seen in the instrument, or unsettled', cites),
    ...part('Open points', open),
  ];
}

function part(title: string, points: readonly SheetPoint[]): readonly SheetBlock[] {
  return points.length === 0 ? [] : [{ kind: 'part', title, blocks: [{ kind: 'points', points }] }];
}

/** The authority, the instrument and every document the rule cites. */
export function sourceBlocks(rule: Rule): readonly SheetBlock[] {
  const points = Object.values(rule.sources).map(({ title, citation, document, published }) => {
    const number = document === undefined ? '' : `, document ${document}`;
    const day = published === undefined ? '' : `, published ${dateWords(published)}`;
    return { lead: citation, text: `${title}${number}${day}` };
  });
  return [
    {
      kind: 'pairs',
      pairs: [
        { label: 'Instrument', text: citeText(rule.instrument, rule) },
        { label: 'Authority', text: rule.authority.map((cite) => citeText(cite, rule)).join('; ') },
      ],
    },
    { kind: 'points', points },
  ];
}

function examplePoint({ id, title, at, activity, expect, because }: Example): SheetPoint {
  const verdicts = typeof expect.verdict === 'string' ? [expect.verdict] : expect.verdict;
  const answer = verdicts.map((verdict) => VERDICT_LABELS[verdict].label).join(' or ');
  const tone = verdicts[0] === undefined ? undefined : VERDICT_LABELS[verdicts[0]].tone;
  return {
    lead: answer,
    ...(tone === undefined ? {} : { tone }),
    text: `${title} (${activityWords([activity])}, ${dateWords(at)}) [${id}]`,
    points: [{ text: `${capitalized(because)}.` }],
  };
}

/** Worked examples, which `interdict rules test` runs. */
export function exampleSections({ examples }: Rule): readonly SheetSection[] {
  const points = examples.map(examplePoint);
  return [{ title: `Worked examples (${points.length})`, blocks: [{ kind: 'points', points }] }];
}

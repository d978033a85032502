import {
  eventsOf,
  parseDate,
  standingOf,
  type CompiledRule,
  type Rule,
  type When,
  nearestWord,
} from '@interdict/core';
import type { Edition } from '../edition/index.ts';
import { InterdictError } from '../problems.ts';
import {
  capitalized,
  dateWords,
  filled,
  plainWord,
  roleInLaw,
  withoutStop,
  type LawWords,
  type Sheet,
  type SheetBlock,
  type SheetPair,
} from '../report/index.ts';
import { eventWhen, eventWords } from './event-words.ts';
import { lawNamesOf } from './law-names.ts';
import { editionStamp } from './list-rows.ts';
import { surenessOf } from './list-rules.ts';
import { editionPair } from './list-sheet.ts';
import { barBlock, dutyBlock, freedomBlock, termBlock } from './provision-blocks.ts';
import { overdueWords, standingMeaning, standingWords } from './standing-words.ts';
import { exampleSections, sourceBlocks, surenessBlocks } from './sureness-blocks.ts';

/**
 * The rule of an id, or of an id it had before.
 * @throws InterdictError `rule-unknown` naming the nearest id.
 */
export function findRule(id: string, { compiled }: Edition): CompiledRule {
  const found = compiled.rules.find(({ rule }) => rule.id === id || rule.aliases?.includes(id));
  if (found !== undefined) return found;
  const near = nearestWord(
    id,
    compiled.rules.map(({ rule }) => rule.id),
  );
  const hint = near === undefined ? '' : `, the nearest is \`${near}\``;
  const message = `there is no rule \`${id}\`${hint}; the list of rules names them all`;
  throw new InterdictError('rule-unknown', message);
}

/** One rule as a JSON value, `interdict.rule-page/1`: as it stands in the rulebook, and how. */
export function rulePageJson(compiledRule: CompiledRule, edition: Edition, asOf: When): unknown {
  return {
    schema: 'interdict.rule-page/1',
    asOf: asOf.text,
    rulebook: editionStamp(edition),
    standing: standingOf(compiledRule, asOf),
    citations: surenessOf(compiledRule.rule),
    rule: compiledRule.rule,
  };
}

function headPairs(compiledRule: CompiledRule, edition: Edition, asOf: When): readonly SheetPair[] {
  const { rule } = compiledRule;
  const standing = standingOf(compiledRule, asOf);
  const overdue = overdueWords(standing);
  const meaning = standingMeaning(standing);
  return [
    {
      label: 'Rule',
      text: `${rule.id} (${plainWord(rule.kind)}, ${rule.jurisdiction.toUpperCase()})`,
    },
    { label: 'Issued by', text: rule.issuer },
    { label: 'As of', text: dateWords(asOf.text) },
    {
      label: 'Status',
      text: capitalized(`${standingWords(standing)}${meaning === '' ? '' : `. ${meaning}`}`),
    },
    ...(overdue === '' ? [] : [{ label: '', text: overdue, tone: 'bar' as const }]),
    editionPair(edition),
  ];
}

/** Every day the rule itself has: long enough for any law to begin and end in. */
const EVER = { from: '1900-01-01', to: '2200-12-31' } as const;

function timelineBlocks(rule: CompiledRule, { compiled }: Edition): readonly SheetBlock[] {
  const [from, to] = [parseDate(EVER.from), parseDate(EVER.to)];
  if (from === undefined || to === undefined) return [];
  const events = eventsOf(rule, compiled.rulebook.directory, { from, to });
  // A duty of each year is told once, with the duty; its days would fill the page.
  const once = events.filter(({ happening }) => happening.kind !== 'duty-due');
  return [
    {
      kind: 'table',
      columns: [
        { title: 'When', cellsMin: 16, weight: 1 },
        { title: 'What happens', cellsMin: 30, weight: 4 },
      ],
      rows: once.map((event) => [{ text: eventWhen(event) }, { text: `${eventWords(event)}.` }]),
    },
  ];
}

function boundBlocks({ boundText }: Rule): readonly SheetBlock[] {
  return [{ kind: 'prose', text: capitalized(`${withoutStop(boundText)}.`) }];
}

function afterwards({ penalties, records, seeAlso }: Rule): readonly SheetBlock[] {
  const pairs: SheetPair[] = [];
  if (penalties !== undefined) pairs.push({ label: 'Penalties', text: penalties });
  if (records !== undefined) {
    pairs.push({ label: 'Records', text: `to be kept for ${records.years} years` });
  }
  if (seeAlso !== undefined && seeAlso.length > 0) {
    pairs.push({ label: 'See also', text: seeAlso.join(', ') });
  }
  return pairs.length === 0 ? [] : [{ kind: 'pairs', pairs }];
}

/** One rule as a page for a lawyer: who, what, when, unless, how sure, on what authority. */
export function ruleSheet(compiledRule: CompiledRule, edition: Edition, asOf: When): Sheet {
  const { rule } = compiledRule;
  const terms = rule.terms ?? {};
  const words: LawWords = { names: lawNamesOf(edition.compiled), role: roleInLaw, terms };
  return {
    title: rule.title,
    blocks: [
      { kind: 'pairs', pairs: headPairs(compiledRule, edition, asOf) },
      { kind: 'part', title: 'In short', blocks: [{ kind: 'prose', text: rule.summary }] },
    ],
    sections: filled([
      { title: 'Who is bound', blocks: boundBlocks(rule) },
      {
        title: 'What is barred',
        blocks: rule.prohibitions.map((one) => barBlock(one, rule, words)),
      },
      {
        title: 'What it leaves free',
        blocks: (rule.freedoms ?? []).map((one) => freedomBlock(one, rule, words)),
      },
      { title: 'Duties', blocks: (rule.duties ?? []).map((one) => dutyBlock(one, rule, words)) },
      { title: 'When', blocks: timelineBlocks(compiledRule, edition) },
      { title: 'Terms', blocks: termBlock(terms, words) },
      { title: 'Penalties and records', blocks: afterwards(rule) },
      { title: 'How sure this is', blocks: surenessBlocks(rule) },
      { title: 'Sources', blocks: sourceBlocks(rule) },
      ...exampleSections(rule),
    ]),
  };
}

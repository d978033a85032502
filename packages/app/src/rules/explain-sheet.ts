import type {
  Actor,
  ExceptionTrace,
  Item,
  Profile,
  ProhibitionTrace,
  RuleJustification,
  SpanTrace,
  StatusTrace,
  Trace,
} from '@interdict/core';
import type { Edition } from '../edition/index.ts';
import {
  activityWords,
  capitalized,
  citeWords,
  dateWords,
  filled,
  isEmptyTrace,
  missingQuestion,
  plainWord,
  profileWords,
  roleInLaw,
  tracePoint,
  VERDICT_LABELS,
  withoutStop,
  type Sheet,
  type SheetBlock,
  type SheetPair,
  type SheetPoint,
  type SheetSection,
  type Words,
} from '../report/index.ts';
import { changePoints } from './change-points.ts';
import { edgeTextWords } from './edge-words.ts';
import type { Explanation } from './explain-file.ts';
import { lawNamesOf } from './law-names.ts';
import { editionPair } from './list-sheet.ts';

/** Words of a list after which the rest is counted; the page of the rule has them all. */
const VALUES_MAX = 8;

export interface ExplainSheetOptions {
  readonly edition: Edition;
  readonly profile?: Profile;
}

function actorWords(actor: Actor | undefined): string {
  if (actor === undefined) return '';
  const { name, party, country, state, classes } = actor;
  const place = [country, state].filter((part) => part !== undefined).join('-');
  const kinds = classes === undefined ? '' : classes.map(plainWord).join(', ');
  const known = [name ?? party ?? '', place === '' ? '' : `(${place})`, kinds];
  return known.filter((part) => part !== '').join(' ');
}

function itemWords(item: Item | undefined): string {
  if (item === undefined) return '';
  const { product, name, version, maker } = item;
  const by = maker === undefined ? '' : ` by ${maker}`;
  const edition = version === undefined ? '' : ` ${version}`;
  return `${product ?? name ?? 'not named'}${edition}${by}`;
}

function headPairs(explanation: Explanation, options: ExplainSheetOptions): readonly SheetPair[] {
  const { transaction, asOf, justification } = explanation;
  const { edition, profile } = options;
  const { verdict, next } = justification.decision;
  const { actor, counterparty, item, activity } = transaction;
  const us = profile === undefined ? 'nobody is stated' : `you: ${profileWords(profile)}`;
  const pairs: readonly SheetPair[] = [
    { label: 'Answer', text: VERDICT_LABELS[verdict].label, tone: VERDICT_LABELS[verdict].tone },
    { label: 'Act', text: capitalized(activityWords([activity])) },
    { label: 'Who acts', text: actor === undefined ? us : actorWords(actor) },
    { label: 'Other side', text: actorWords(counterparty) },
    { label: 'Item', text: itemWords(item) },
    { label: 'As of', text: dateWords(asOf.text) },
    {
      label: 'Next change',
      text:
        next === undefined
          ? ''
          : `${dateWords(next.at)}: ${VERDICT_LABELS[next.verdict].label.toLowerCase()}`,
    },
    editionPair(edition),
  ];
  return pairs.filter(({ text }) => text !== '');
}

function statusText({ state, from, to, force, confirmBy }: StatusTrace): string {
  if (state === undefined) return force === 'not-yet' ? 'does not exist yet' : 'has ended';
  const since = from === undefined ? '' : ` since ${edgeTextWords(from)}`;
  const until = to === undefined ? '' : ` until ${edgeTextWords(to)}`;
  const confirm =
    confirmBy === undefined ? '' : `; by its own terms, to be confirmed by ${dateWords(confirmBy)}`;
  return capitalized(`${plainWord(state)}${since}${until}${confirm}`);
}

const PHASES: Readonly<Record<SpanTrace['phase'], string>> = {
  before: 'No, that is still to come',
  inside: 'Yes',
  after: 'No, that is over',
};

function spanPoint({ phase, from, to }: SpanTrace): SheetPoint {
  const end = to === undefined ? '' : ` until ${edgeTextWords(to)}`;
  const tone = phase === 'inside' ? 'free' : 'mute';
  return {
    lead: 'When',
    text: `from ${edgeTextWords(from)}${end}`,
    points: [{ lead: PHASES[phase], tone, text: '' }],
  };
}

function conditionPoints(lead: string, trace: Trace, words: Words): readonly SheetPoint[] {
  return isEmptyTrace(trace) ? [] : [{ lead, text: '', points: [tracePoint(trace, words)] }];
}

function exceptionPoint(one: ExceptionTrace, words: Words): SheetPoint {
  const { id, rank, effect, because, span, when } = one;
  const spans = span === undefined ? [] : [spanPoint(span)];
  return {
    lead: `Exception ${id}`,
    text: `rank ${rank}, would make it ${VERDICT_LABELS[effect].label.toLowerCase()}: ${because}`,
    points: [tracePoint(when, words), ...spans],
  };
}

/** Parts in the order of the law; what comes after a part that is not so does not matter. */
function provisionPoints(one: ProhibitionTrace, words: Words): readonly SheetPoint[] {
  const steps: readonly (readonly [string, Trace])[] = [
    [`Does it bind ${words.role(one.binds)}?`, one.bound],
    ['Does it reach the act?', one.reach],
    ['Is it about this item or other side?', one.target],
    ['Is what it hangs on so?', one.when],
  ];
  const points: SheetPoint[] = [];
  for (const [lead, trace] of steps) {
    points.push(...conditionPoints(lead, trace, words));
    if (trace.answer === 'no') return points;
  }
  return [
    ...points,
    spanPoint(one.span),
    ...one.exceptions.map((exception) => exceptionPoint(exception, words)),
  ];
}

function deciderBlock(rule: RuleJustification, words: Words): readonly SheetBlock[] {
  const { decidedBy, prohibitions, freedoms } = rule;
  if (typeof decidedBy === 'number') {
    const one = prohibitions[decidedBy];
    if (one === undefined) return [];
    const title = `Decided by: ${one.title} [${one.id}]`;
    return [
      { kind: 'part', title, blocks: [{ kind: 'points', points: provisionPoints(one, words) }] },
    ];
  }
  const freedom = freedoms.find(({ id }) => id === decidedBy);
  if (freedom === undefined) return [];
  const points = conditionPoints('Is it so?', freedom.when, words);
  const lead: SheetBlock = { kind: 'prose', text: `${capitalized(withoutStop(freedom.because))}.` };
  const title = `Decided by what the rule leaves free [${freedom.id}]`;
  const list: readonly SheetBlock[] = points.length === 0 ? [] : [{ kind: 'points', points }];
  return [{ kind: 'part', title, blocks: [lead, ...list] }];
}

/** Provisions that were asked too and did not decide, each with the part that settled it. */
function othersBlock(rule: RuleJustification, words: Words): readonly SheetBlock[] {
  const others = rule.prohibitions.filter((_, at) => at !== rule.decidedBy);
  const points = others.map((one): SheetPoint => {
    const { label, tone } = VERDICT_LABELS[one.verdict];
    const failed = [one.bound, one.reach, one.target, one.when].find(
      ({ answer }) => answer === 'no',
    );
    const why = failed === undefined ? [] : [tracePoint(failed, words)];
    return {
      lead: label,
      tone,
      text: `${one.title} [${one.id}]`,
      ...(why.length === 0 ? {} : { points: why }),
    };
  });
  if (points.length === 0) return [];
  return [{ kind: 'part', title: 'Also asked', blocks: [{ kind: 'points', points }] }];
}

const NOBODY: Profile = { schema: 'interdict.profile/1', name: 'nobody in particular' };

function rulePairs(rule: RuleJustification, profile: Profile): readonly SheetPair[] {
  const { row, status } = rule;
  const { label, tone } = VERDICT_LABELS[row.verdict];
  const pairs: readonly SheetPair[] = [
    { label: 'Answer', text: label, tone },
    { label: 'Because', text: row.because },
    { label: 'Status', text: statusText(status) },
    { label: 'Condition', text: row.condition ?? '' },
    { label: 'Caution', text: row.caution ?? '' },
    { label: 'Assumed', text: (row.assumed ?? []).join('; ') },
    {
      label: 'Hangs on',
      text: row.missing.map((path) => missingQuestion(path, profile)).join(' '),
    },
    { label: 'Advice', text: row.advice ?? '' },
    { label: 'Cited', text: row.cite.map(citeWords).join('; ') },
  ];
  return pairs.filter(({ text }) => text !== '');
}

function dutyBlocks({ row }: RuleJustification): readonly SheetBlock[] {
  const points = row.duties.map(({ action, to, due, because }): SheetPoint => ({
    lead: `${capitalized(plainWord(action))} to ${to}`,
    text: `${due === undefined ? 'no date yet' : `by ${dateWords(due)}`}: ${because}`,
  }));
  return points.length === 0
    ? []
    : [{ kind: 'part', title: 'Duties', blocks: [{ kind: 'points', points }] }];
}

function ruleSection(rule: RuleJustification, profile: Profile, words: Words): SheetSection {
  const changes = changePoints(rule, words);
  return {
    title: `${rule.title} (${rule.rule})`,
    blocks: [
      { kind: 'pairs', pairs: rulePairs(rule, profile) },
      ...deciderBlock(rule, words),
      ...dutyBlocks(rule),
      ...othersBlock(rule, words),
      ...(changes.length === 0
        ? []
        : [
            {
              kind: 'part',
              title: 'What would change it, each by itself',
              blocks: [{ kind: 'points', points: changes }],
            } as const,
          ]),
    ],
  };
}

function outOfScopeBlock(rules: readonly RuleJustification[]): readonly SheetBlock[] {
  const points = rules.map(({ rule, row }) => ({ lead: rule, text: row.because }));
  return points.length === 0 ? [] : [{ kind: 'points', points }];
}

/** Why a transaction was answered as it was, rule by rule, as a page. */
export function explainSheet(explanation: Explanation, options: ExplainSheetOptions): Sheet {
  const { transaction, inQuestion, outOfScope } = explanation;
  const { edition, profile = NOBODY } = options;
  const isUs = transaction.actor === undefined && options.profile !== undefined;
  function role(path: string): string {
    return path === 'actor' && isUs ? 'you' : roleInLaw(path);
  }
  const words: Words = { names: lawNamesOf(edition.compiled), role, valuesMax: VALUES_MAX };
  return {
    title: `Why: ${transaction.id}`,
    blocks: [{ kind: 'pairs', pairs: headPairs(explanation, options) }],
    sections: filled([
      ...inQuestion.map((rule) => ruleSection(rule, profile, words)),
      {
        title: `Rules that do not reach it (${outOfScope.length})`,
        blocks: outOfScopeBlock(outOfScope),
      },
    ]),
  };
}

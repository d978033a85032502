import { parseWhen, type When } from '../../calendar/index.ts';
import { STATUSES, type EdgeSource, type Example, type Rule } from '../../model/index.ts';
import { localMs } from '../resolve-edge.ts';
import { didYouMean, type DocumentPath } from '../../document/index.ts';
import type { RulePathProblem } from '../problem.ts';
import { utcOf } from './lint-timeline.ts';

const EXAMPLES_MIN = 3;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

interface DatedEdge {
  readonly name: string;
  readonly path: DocumentPath;
  readonly utc: number;
  readonly local: number;
}

function edge(name: string, source: EdgeSource | undefined, path: DocumentPath): DatedEdge[] {
  if (source === undefined || typeof source === 'string') return [];
  return [{ name, path, utc: utcOf(source), local: localMs(source.local) ?? Number.NaN }];
}

/** Whether the rule is in force at an instant, or was up to it. */
function isInForceAround({ timeline }: Rule, utc: number): boolean {
  return timeline.some(({ state, from, to }) => {
    if (forceOf(state) !== 'in-force' || typeof from === 'string') return false;
    return utcOf(from) <= utc && (to === undefined || typeof to === 'string' || utc <= utcOf(to));
  });
}

/**
 * The edges at which an answer of the rule can change. A provision of a rule that is only proposed
 * or enacted then, or has ended, begins and ends without changing any.
 */
function datedEdgesOf(rule: Rule): readonly DatedEdge[] {
  return allEdgesOf(rule).filter(
    ({ path, utc }) => path[0] === 'timeline' || isInForceAround(rule, utc),
  );
}

function allEdgesOf(rule: Rule): readonly DatedEdge[] {
  const edges: DatedEdge[] = [];
  rule.timeline.forEach((span, index) => {
    const before = rule.timeline[index - 1];
    const force = STATUSES[span.state].force;
    const changes = before === undefined ? force === 'in-force' : forceOf(before.state) !== force;
    if (changes) edges.push(...edge(`${span.state}.from`, span.from, ['timeline', index, 'from']));
    if (index === rule.timeline.length - 1) {
      edges.push(...edge(`${span.state}.to`, span.to, ['timeline', index, 'to']));
    }
  });
  rule.prohibitions.forEach((prohibition, index) => {
    const path: DocumentPath = ['prohibitions', index, 'span'];
    edges.push(...edge(`${prohibition.id}.from`, prohibition.span.from, [...path, 'from']));
    edges.push(...edge(`${prohibition.id}.to`, prohibition.span.to, [...path, 'to']));
    (prohibition.exceptions ?? []).forEach((exception, position) => {
      const at = ['prohibitions', index, 'exceptions', position, 'span'];
      edges.push(...edge(`${exception.id}.from`, exception.span?.from, [...at, 'from']));
      edges.push(...edge(`${exception.id}.to`, exception.span?.to, [...at, 'to']));
    });
  });
  (rule.duties ?? []).forEach((duty, index) => {
    const path: DocumentPath = ['duties', index, 'span'];
    // A duty that only comes with a bar changes no verdict by beginning or ending.
    if (duty.requires === 'barred') return;
    edges.push(...edge(`${duty.id}.from`, duty.span?.from, [...path, 'from']));
    edges.push(...edge(`${duty.id}.to`, duty.span?.to, [...path, 'to']));
  });
  return edges;
}

function forceOf(state: Rule['timeline'][number]['state']): string {
  return STATUSES[state].force;
}

function standsAt(when: When, edgeAt: DatedEdge): boolean {
  return when.isDate ? when.local === edgeAt.local : when.utc === edgeAt.utc;
}

function standsBefore(when: When, edgeAt: DatedEdge): boolean {
  const distance = when.isDate ? edgeAt.local - when.local : edgeAt.utc - when.utc;
  return distance > 0 && distance <= (when.isDate ? DAY_MS : MINUTE_MS);
}

interface BoundaryPair {
  readonly before: Example | undefined;
  readonly at: Example | undefined;
}

function pairAt(rule: Rule, edgeAt: DatedEdge): BoundaryPair {
  let before: Example | undefined;
  let at: Example | undefined;
  for (const example of rule.examples) {
    const when = parseWhen(example.at);
    if (when === undefined || example.boundaryOf === undefined) continue;
    if (example.boundaryOf === `${edgeAt.name}.at` && standsAt(when, edgeAt)) at = example;
    if (example.boundaryOf === `${edgeAt.name}.before` && standsBefore(when, edgeAt)) {
      before = example;
    }
  }
  return { before, at };
}

function acceptedBy({ expect: { verdict } }: Example): readonly string[] {
  return typeof verdict === 'string' ? [verdict] : verdict;
}

/** Whether one answer could satisfy both sides of an edge, so that the pair shows no change. */
function canAgree(before: Example, at: Example): boolean {
  const accepted = acceptedBy(at);
  return acceptedBy(before).some((verdict) => accepted.includes(verdict));
}

/** What examples refer to in their rule. */
function lintReferences(rule: Rule): RulePathProblem[] {
  const provisions = [
    ...rule.prohibitions.flatMap(({ id, exceptions = [] }) => [id, ...exceptions.map((x) => x.id)]),
    ...(rule.freedoms ?? []).map(({ id }) => id),
    ...(rule.duties ?? []).map(({ id }) => id),
  ];
  const duties = (rule.duties ?? []).map(({ id }) => id);
  const spans = [...provisions, ...rule.timeline.map(({ state }) => state)];
  const edges = spans.flatMap((name) => [`${name}.from`, `${name}.to`]);
  const sides = edges.flatMap((name) => [`${name}.before`, `${name}.at`]);
  const problems: RulePathProblem[] = [];
  type Known = readonly [what: string, words: readonly string[]];
  function look(word: string | undefined, [what, words]: Known, path: DocumentPath): void {
    if (word === undefined || words.includes(word)) return;
    const message = `\`${word}\` is no ${what} of this rule${didYouMean(word, words)}`;
    problems.push({ code: 'unknown-provision', message, path });
  }
  rule.examples.forEach(({ boundaryOf, expect }, index) => {
    const path: DocumentPath = ['examples', index];
    look(boundaryOf, ['edge', sides], [...path, 'boundaryOf']);
    look(expect.prohibition, ['provision', provisions], [...path, 'expect', 'prohibition']);
    (expect.duties ?? []).forEach(({ duty }, at) => {
      look(duty, ['duty', duties], [...path, 'expect', 'duties', at, 'duty']);
    });
  });
  return problems;
}

/** A rule has examples, with dates that exist, and a pair at every edge that can change it. */
export function lintExamples(rule: Rule): RulePathProblem[] {
  const problems: RulePathProblem[] = [];
  if (rule.examples.length < EXAMPLES_MIN) {
    const message = `${rule.examples.length} examples; a rule needs at least ${EXAMPLES_MIN}`;
    problems.push({ code: 'too-few-examples', message, path: ['examples'] });
  }
  rule.examples.forEach((example, index) => {
    if (parseWhen(example.at) !== undefined) return;
    const form = '2024-09-29, or 2024-09-29T00:00-04:00';
    const message = `\`${example.at}\` is no date that exists: write ${form}`;
    problems.push({ code: 'bad-date', message, path: ['examples', index, 'at'] });
  });
  const covered = new Set<number>();
  const edges = datedEdgesOf(rule);
  problems.push(...lintReferences(rule));
  for (const edgeAt of edges) {
    const { before, at } = pairAt(rule, edgeAt);
    if (before === undefined || at === undefined) continue;
    covered.add(edgeAt.utc);
    if (!canAgree(before, at)) continue;
    const message = `\`${before.id}\` and \`${at.id}\` expect the same on both sides`;
    problems.push({ code: 'same-boundary', message, path: edgeAt.path });
  }
  for (const edgeAt of edges) {
    const isProvision = edgeAt.path[0] === 'prohibitions';
    const { before, at } = pairAt(rule, edgeAt);
    const hasPair = before !== undefined && at !== undefined;
    // A change of the whole rule may be shown by the pair of a provision at the same instant.
    if (hasPair || (!isProvision && covered.has(edgeAt.utc))) continue;
    const message =
      `the edge \`${edgeAt.name}\` has no pair of examples: ` +
      `one with boundaryOf \`${edgeAt.name}.before\` within a minute (or the day) before, ` +
      `one with \`${edgeAt.name}.at\` at it`;
    problems.push({ code: 'missing-boundary', message, path: edgeAt.path });
  }
  return problems;
}

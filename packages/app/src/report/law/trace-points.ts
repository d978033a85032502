import type { Answer, LeafTrace, RelationTrace, ShareTrace, Trace } from '@interdict/core';
import { capitalized, dateWords, withoutStop, type Tone } from '../present/index.ts';
import type { SheetPoint } from '../sheet/index.ts';
import { leafWords, narrowed, valueWords, type Words } from './leaf-words.ts';

const ANSWERS: Readonly<Record<Answer, { readonly label: string; readonly tone: Tone }>> = {
  yes: { label: 'Yes', tone: 'free' },
  no: { label: 'No', tone: 'mute' },
  unknown: { label: 'Not known', tone: 'ask' },
};

function answered(answer: Answer, text: string, points: readonly SheetPoint[]): SheetPoint {
  const { label, tone } = ANSWERS[answer];
  return { lead: label, tone, text, ...(points.length === 0 ? {} : { points }) };
}

const KNOWN_AS: Readonly<Record<NonNullable<RelationTrace['knownAs']>, string>> = {
  name: 'by its name',
  alias: 'by another of its names',
  'weak-alias': 'by a name that others bear too',
  id: 'by its id',
};

function whoWords({ name, party, knownAs }: RelationTrace): string {
  if (party === undefined) {
    return name === undefined ? 'nobody is named' : `“${name}” is no party the rulebook knows`;
  }
  if (name === undefined || name === party.id) return `it is ${party.name} (${party.id})`;
  const how = knownAs === undefined ? '' : `, ${KNOWN_AS[knownAs]}`;
  return `“${name}” is the party ${party.name} (${party.id})${how}`;
}

function viaWords({ via, named }: RelationTrace, { names }: Words): string {
  switch (via) {
    case 'party':
      return '; the rule names it';
    case 'group':
      return `; it is counted to the group “${names.group(named.group ?? '')}”`;
    case 'list':
      return `; it stands on the list ${named.list ?? ''} at this time`;
    case 'name-token':
      return `; its name alone counts it to the group “${names.group(named.group ?? '')}”`;
    case 'near-name':
      return '; its name is nearly that of a party the rule names';
    default:
      return '';
  }
}

const WHY_COUNTS: Readonly<Record<ShareTrace['why'], string>> = {
  named: 'named by the rule',
  owned: 'owned itself by those the rule names',
  'may-be-named': 'may mean one whom the rule names',
  'bears-the-name': 'bears the name of the group',
  other: 'not named',
};

function shareText({ owner, percent, from, to, counts, why }: ShareTrace): string {
  const share = percent === undefined ? 'a share that is not known' : `${percent} percent`;
  const since = from === undefined ? '' : ` since ${dateWords(from)}`;
  const until = to === undefined ? '' : ` until ${dateWords(to)}`;
  const verb = counts === 'yes' ? 'counts' : counts === 'no' ? 'does not count' : 'may count';
  return `${owner} holds ${share}${since}${until}: ${verb}, ${WHY_COUNTS[why]}`;
}

function sharePoint(share: ShareTrace): SheetPoint {
  const points = (share.owners ?? []).map(sharePoint);
  return { text: shareText(share), ...(points.length === 0 ? {} : { points }) };
}

/** Percent in all that count for certain; shares are decimal, so their sum is cut to six places. */
function countedPercent(shares: readonly ShareTrace[]): number {
  const counted = shares.filter(({ counts }) => counts === 'yes');
  return Number(counted.reduce((sum, { percent = 0 }) => sum + percent, 0).toFixed(6));
}

function relationPoints(relation: RelationTrace, words: Words): readonly SheetPoint[] {
  const { shares, percentMin = 50 } = relation;
  const who: SheetPoint = {
    text: capitalized(`${whoWords(relation)}${viaWords(relation, words)}`),
  };
  if (shares === undefined) return [who];
  const total = `${countedPercent(shares)} percent count together; ${percentMin} are needed`;
  return [who, { text: total, points: shares.map(sharePoint) }];
}

/** What was found about a fact: the value, the path to a party, what was assumed or is missing. */
function leafPoints(leaf: LeafTrace, words: Words): readonly SheetPoint[] {
  const { stated, path, relation, assumed, cautions, answer } = leaf;
  const found: readonly SheetPoint[] =
    relation !== undefined
      ? relationPoints(relation, words)
      : stated === undefined
        ? [{ text: `\`${path}\` is not stated` }]
        : [{ text: `\`${path}\` is ${valueWords(stated)}` }];
  return [
    ...found,
    ...(answer === 'no' ? assumed.map((text) => ({ lead: 'Assumed', text })) : []),
    ...cautions.map((text) => ({ lead: 'Caution', text })),
  ];
}

interface Group {
  readonly label: string;
  /** The answer that one part alone settles. */
  readonly settles: Answer;
}

const GROUPS: Readonly<Record<'all' | 'any', Group>> = {
  all: { label: 'All of these must be so', settles: 'no' },
  any: { label: 'One of these must be so', settles: 'yes' },
};

/** Parts of a group that carry its answer: the one that settles it, else all that give it. */
function carrying(parts: readonly Trace[], answer: Answer, { settles }: Group): readonly Trace[] {
  const same = parts.filter((part) => part.answer === answer);
  return answer === settles ? same.slice(0, 1) : same;
}

function groupPoint(
  trace: Extract<Trace, { readonly kind: 'all' | 'any' }>,
  words: Words,
): SheetPoint {
  const { kind, answer, of } = trace;
  const group = GROUPS[kind];
  const shown = carrying(of, answer, group);
  const [only] = shown;
  if (of.length === 1 && only !== undefined) return tracePoint(only, words);
  const points = shown.map((one) => tracePoint(one, words));
  const rest = of.length - shown.length;
  const note = rest === 0 ? '' : ` (${shown.length} of ${of.length} shown, which settle it)`;
  return answered(answer, `${group.label}${note}`, points);
}

function insidePoint(trace: Extract<Trace, { readonly kind: 'inside' }>, words: Words): SheetPoint {
  const { answer, things } = trace;
  const text = 'something of the kind is inside the item';
  if (things === undefined) {
    return answered(answer, text, [{ text: 'Nothing is known about what is inside the item' }]);
  }
  const inner: Words = { ...words, role: (path) => (path === 'item' ? 'it' : words.role(path)) };
  const same = things.filter(({ of }) => of.answer === answer);
  const points = (answer === 'yes' ? same.slice(0, 1) : same).map(({ thing, of }) => ({
    lead: `Inside: ${thing}`,
    text: '',
    points: [tracePoint(of, inner)],
  }));
  const none: readonly SheetPoint[] = [{ text: 'Nothing is stated to be inside the item' }];
  return answered(answer, text, things.length === 0 ? none : points);
}

/** A condition with its answers as a tree, as deep as carries the answer. */
export function tracePoint(trace: Trace, words: Words): SheetPoint {
  switch (trace.kind) {
    case 'leaf':
      return answered(trace.answer, leafWords(narrowed(trace), words), leafPoints(trace, words));
    case 'term':
      return answered(trace.answer, withoutStop(trace.meaning), [tracePoint(trace.of, words)]);
    case 'not':
      return answered(trace.answer, 'the following is not so', [tracePoint(trace.of, words)]);
    case 'inside':
      return insidePoint(trace, words);
    case 'all':
    case 'any':
      return groupPoint(trace, words);
  }
}

/** Whether a condition asks for anything at all. */
export function isEmptyTrace(trace: Trace): boolean {
  return trace.kind === 'all' && trace.of.length === 0;
}

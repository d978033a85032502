import type { Cond, Terms } from '@interdict/core';
import { capitalized, withoutStop } from '../present/index.ts';
import type { SheetPoint } from '../sheet/index.ts';
import { leafWords, uncapitalized, type Words } from './leaf-words.ts';

type Leaf = Extract<Cond, { readonly fact: string }>;

/** What conditions are put into words with; terms are shown by their meaning. */
export interface LawWords extends Words {
  readonly terms: Terms;
}

const ALL_OF = 'All of:';
const ONE_OF = 'One of:';

/** Points that fit one sentence together. */
const SENTENCE_POINTS_MAX = 3;

function isLeaf(cond: Cond): cond is Leaf {
  return 'fact' in cond;
}

/** That a fact is stated goes without saying where its value is asked for beside it. */
function withoutStated(conds: readonly Cond[]): readonly Cond[] {
  const asked = new Set(
    conds.filter(isLeaf).flatMap(({ fact, op }) => (op === 'exists' ? [] : fact)),
  );
  return conds.filter(
    (one) => !(isLeaf(one) && one.op === 'exists' && one.value && asked.has(one.fact)),
  );
}

function leafText(leaf: Leaf, words: LawWords): string {
  return capitalized(leafWords({ fact: leaf.fact, op: leaf.op, wanted: leaf.value }, words));
}

function termText(term: string, { terms }: LawWords): string {
  return withoutStop(terms[term]?.meaning ?? term);
}

function group(title: string, conds: readonly Cond[], words: LawWords): SheetPoint {
  return { text: title, points: conds.map((one) => condPoint(one, words)) };
}

function condPoint(cond: Cond, words: LawWords): SheetPoint {
  if (isLeaf(cond)) return { text: leafText(cond, words) };
  if ('term' in cond) return { text: termText(cond.term, words) };
  if ('not' in cond) return notPoint(cond.not, words);
  if ('inside' in cond) {
    return {
      text: 'Inside the item is something for which:',
      points: condPoints(cond.inside, words),
    };
  }
  if ('all' in cond) {
    const all = withoutStated(cond.all);
    const [only] = all;
    return all.length === 1 && only ? condPoint(only, words) : group(ALL_OF, all, words);
  }
  const [only] = cond.any;
  return cond.any.length === 1 && only ? condPoint(only, words) : group(ONE_OF, cond.any, words);
}

function notPoint(cond: Cond, words: LawWords): SheetPoint {
  const { text, points } = condPoint(cond, words);
  if (points === undefined) return { text: `Not: ${text}` };
  return { text: 'Not:', points: [{ text, points }] };
}

/** A condition as a list; what stands side by side in it must all be so. */
export function condPoints(cond: Cond, words: LawWords): readonly SheetPoint[] {
  if (!('all' in cond)) return [condPoint(cond, words)];
  return withoutStated(cond.all).map((one) => condPoint(one, words));
}

/** A short condition as one sentence; undefined where it wants a list. */
export function condSentence(points: readonly SheetPoint[]): string | undefined {
  if (points.length === 0 || points.length > SENTENCE_POINTS_MAX) return undefined;
  const parts = points.map(({ text, points: below }) => {
    if (below === undefined) return text;
    const isFlat = below.length <= SENTENCE_POINTS_MAX && below.every((one) => !one.points);
    if (!isFlat || text !== ONE_OF) return undefined;
    return below.map((one, at) => (at === 0 ? one.text : uncapitalized(one.text))).join(', or ');
  });
  if (parts.includes(undefined)) return undefined;
  const [first = '', ...rest] = parts.flatMap((part) => part ?? []);
  return [first, ...rest.map(uncapitalized)].join('; and ');
}

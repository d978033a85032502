import type { Finding } from '@interdict/core';
import type { NameBook } from './name-book.ts';
import { uniqueSorted } from './order.ts';
import { placeCount, placeOf } from './place.ts';
import { thingKindOf, titleOf, type ThingKind } from './thing.ts';
import { countOf, countWords } from './words.ts';

const KIND_WORDS: Readonly<Record<ThingKind, readonly [string, string]>> = {
  product: ['product', 'products'],
  order: ['order', 'orders'],
  party: ['party', 'parties'],
  record: ['record', 'records'],
};

const KINDS: readonly ThingKind[] = ['product', 'order', 'party', 'record'];
const TITLES_MAX = 2;
const NAMES_MAX = 3;
const MAKERS_MAX = 2;

/** `11 products`. */
export function thingCount(kind: ThingKind, count: number): string {
  return countOf(count, ...KIND_WORDS[kind]);
}

/** ` of Kaspersky Lab`, when the makers are few and all known. */
function makerWords(findings: readonly Finding[], names: NameBook): string {
  const makers = new Set(findings.map(({ identified }) => identified?.party));
  const known = [...makers].flatMap((party) => (party === undefined ? [] : names.party(party)));
  return known.length < makers.size || known.length > MAKERS_MAX
    ? ''
    : ` of ${uniqueSorted(known).join(' and ')}`;
}

function productWords(findings: readonly Finding[], names: NameBook): string {
  const titles = uniqueSorted(findings.map((one) => titleOf(one, names)));
  const what =
    titles.length <= TITLES_MAX
      ? titles.join(' and ')
      : `${thingCount('product', titles.length)}${makerWords(findings, names)}`;
  return `${what} ${placeCount(placeOf(findings))}`;
}

function statedWords(kind: ThingKind, findings: readonly Finding[], names: NameBook): string {
  const titles = uniqueSorted(findings.map((one) => titleOf(one, names)));
  const shown = titles.slice(0, NAMES_MAX).join(', ');
  const rest = titles.length - NAMES_MAX;
  const more = rest > 0 ? ` … and ${countWords(rest)} more` : '';
  return `${thingCount(kind, titles.length)}: ${shown}${more}`;
}

/** What findings are about, in short: `11 products of Kaspersky Lab on 12 hosts; 1 order: PO-7`. */
export function thingsWords(findings: readonly Finding[], names: NameBook): string {
  return KINDS.flatMap((kind) => {
    const same = findings.filter((finding) => thingKindOf(finding) === kind);
    if (same.length === 0) return [];
    return kind === 'product' ? productWords(same, names) : statedWords(kind, same, names);
  }).join('; ');
}

import { isActivity, PRESENCES, type Finding, type Level, type Presence } from '@interdict/core';
import { proseText, visibleText } from '../text/index.ts';
import type { NameBook } from './name-book.ts';
import { byText, groupBy, uniqueSorted } from './order.ts';
import { placeOf, type Place } from './place.ts';
import { ACTIVITY_PHRASES, plainWord } from './words.ts';

/** What a finding is about: an identified product, an order, a party, or an unknown record. */
export type ThingKind = 'product' | 'order' | 'party' | 'record';

/** Findings of one product, order or party: a line of the table that opens a block. */
export interface Thing {
  readonly kind: ThingKind;
  readonly title: string;
  /** Class of a product, act of an order. */
  readonly what: string;
  /** Item of an order and who is on the other side, as the report names them. */
  readonly about: string;
  /** Highest level of access to a system; absent where nothing was identified on one. */
  readonly privilege?: number;
  /** State, and the level where it is not `identified`: `running or installed; 1 probable`. */
  readonly state: string;
  /** Names as the input has them. */
  readonly readAs: readonly string[];
  readonly capped: readonly string[];
  readonly place: Place;
  readonly findings: readonly Finding[];
}

export function thingKindOf({ subject, identified }: Finding): ThingKind {
  if (subject.kind === 'transaction') return 'order';
  if (subject.kind === 'party') return 'party';
  return identified === undefined ? 'record' : 'product';
}

/** Which thing a finding belongs to, as a key. */
function thingKey(finding: Finding): string {
  const { subject, identified } = finding;
  const what = identified?.product ?? identified?.productName ?? identified?.party;
  const kind = thingKindOf(finding);
  if (kind !== 'product' || what === undefined) return `${kind} ${subject.name}`;
  return `product ${what} in ${identified?.embeddedIn ?? ''}`;
}

interface OrderWords {
  readonly id: string;
  readonly act: string;
  readonly about: string;
}

/** An order by the parts of its title, `id: activity item (other side)`. */
function orderWords(title: string): OrderWords {
  const colon = title.indexOf(': ');
  const id = visibleText(colon === -1 ? title : title.slice(0, colon));
  const rest = colon === -1 ? '' : title.slice(colon + 2);
  const [word = '', ...more] = rest.split(' ');
  if (!isActivity(word)) return { id, act: '', about: visibleText(rest) };
  return { id, act: ACTIVITY_PHRASES[word].noun, about: visibleText(more.join(' ')) };
}

/** Name under which a finding is shown. */
export function titleOf({ subject, identified }: Finding, names: NameBook): string {
  if (subject.kind === 'transaction') return orderWords(subject.name).id;
  const { productName, product, party, embeddedIn } = identified ?? {};
  const name = productName ?? product;
  if (name === undefined && party === undefined) return visibleText(subject.name);
  const maker = party === undefined ? '' : names.party(party);
  const shown = name === undefined ? `Something made by ${maker}` : visibleText(name);
  return embeddedIn === undefined ? shown : `${shown} inside ${visibleText(embeddedIn)}`;
}

function levelsOf(findings: readonly Finding[]): string[] {
  const counts = new Map<Level, number>();
  for (const { identified } of findings) {
    if (identified === undefined) continue;
    counts.set(identified.level, (counts.get(identified.level) ?? 0) + 1);
  }
  if (counts.size === 1 && counts.has('identified')) return [];
  const levels = (['identified', 'probable', 'lead'] as const).filter((one) => counts.has(one));
  return levels.map((level) => (counts.size === 1 ? level : `${counts.get(level) ?? 0} ${level}`));
}

function stateOf(findings: readonly Finding[]): string {
  const presences = new Set<Presence>();
  for (const { identified } of findings) if (identified) presences.add(identified.presence);
  const states = [...presences]
    .toSorted((a, b) => PRESENCES[b].rank - PRESENCES[a].rank)
    .map(plainWord)
    .join(' or ');
  return [states, ...levelsOf(findings)].filter((part) => part !== '').join('; ');
}

function classesOf(findings: readonly Finding[]): string {
  const classes = findings.flatMap(({ identified }) => identified?.class ?? []);
  return uniqueSorted(classes).map(plainWord).join(', ');
}

function readAsOf(findings: readonly Finding[]): string[] {
  return uniqueSorted(
    findings.map(({ subject: { name, version } }) =>
      visibleText(version === undefined ? name : `${name} ${version}`),
    ),
  );
}

function privilegeOf(findings: readonly Finding[]): { privilege?: number } {
  const most = findings.reduce((max, one) => Math.max(max, one.identified?.privilege ?? -1), -1);
  return most < 0 ? {} : { privilege: most };
}

function thingOf(findings: readonly Finding[], names: NameBook): Thing[] {
  const first = findings[0];
  if (first === undefined) return [];
  const kind = thingKindOf(first);
  const order = kind === 'order' ? orderWords(first.subject.name) : undefined;
  const reasons = findings.flatMap(({ identified }) => identified?.capped ?? []);
  return [
    {
      kind,
      title: titleOf(first, names),
      what: order === undefined ? classesOf(findings) : order.act,
      about: order?.about ?? '',
      ...privilegeOf(findings),
      state: stateOf(findings),
      readAs: kind === 'product' ? readAsOf(findings) : [],
      capped: uniqueSorted(reasons.map(proseText)),
      place: placeOf(findings),
      findings,
    },
  ];
}

/** The things findings are about; what is on most hosts and can do most comes first. */
export function thingsOf(findings: readonly Finding[], names: NameBook): Thing[] {
  return groupBy(findings, thingKey)
    .flatMap((same) => thingOf(same, names))
    .toSorted(
      (a, b) =>
        b.place.hosts.length - a.place.hosts.length ||
        (b.privilege ?? -1) - (a.privilege ?? -1) ||
        byText(a.title, b.title),
    );
}

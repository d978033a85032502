/**
 * Rulebooks for tests: the one of this repository as texts, a small valid one as texts that a
 * test damages, and small ones put together from parts. Acme and its rules are invented.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type {
  Cond,
  DateText,
  EmbeddedItem,
  GroupId,
  Item,
  Party,
  PartyGroup,
  PartyId,
  ProductId,
  Prohibition,
  ResolvedItem,
  Rule,
  RuleId,
} from '../model/index.ts';
import {
  loadRulebook,
  openRulebook,
  type PartyDirectory,
  type PartyLookup,
  type Rulebook,
  type RulebookText,
} from './index.ts';
import { resolveEdges } from './resolve-edges.ts';

const RULEBOOK = fileURLToPath(new URL('../../../../rulebook', import.meta.url));

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(file) : [file];
    })
    .filter((file) => file.endsWith('.yaml'))
    .toSorted();
}

function readFolder(folder: string): readonly RulebookText[] {
  return filesBelow(folder).map((file) => ({
    file: path.relative(RULEBOOK, file).replaceAll(path.sep, '/'),
    text: readFileSync(file, 'utf8'),
  }));
}

/** The law of this repository: edition, rules and parties. */
export function readLaw(): readonly RulebookText[] {
  return readFolder(RULEBOOK).filter(({ file }) => !file.startsWith('cases/'));
}

/** The golden cases of this repository. */
export function readCases(): readonly RulebookText[] {
  return readFolder(path.join(RULEBOOK, 'cases'));
}

let directory: PartyDirectory | undefined;

/** The party of the law of this repository that has a name, and whether others bear it too. */
function partyNamed(name: string): PartyLookup {
  if (directory === undefined) {
    const law = loadRulebook(readLaw());
    if (!law.ok) throw new Error('the rulebook does not load');
    ({ directory } = openRulebook(law.rulebook));
  }
  return directory.lookUp(name);
}

/** Products that rules name, by the names the examples call them; the catalog has them too. */
const PRODUCTS: Readonly<Record<string, string>> = {
  TikTok: 'bytedance-tiktok',
  CapCut: 'bytedance-capcut',
  WeChat: 'tencent-wechat',
};

/** Resolves an item as the catalog would, for items that name a party of the law as their maker. */
export function resolveByHand(item: Item | EmbeddedItem | string): ResolvedItem {
  if (typeof item === 'string') return { name: item, makerLevel: 'unknown', evidence: [] };
  const { name, maker, product: stated, function: kind } = item;
  const product = stated ?? (name === undefined ? undefined : PRODUCTS[name]);
  const found = maker === undefined ? undefined : partyNamed(maker);
  const party = found?.party?.id;
  const embeds = 'embeds' in item ? item.embeds : undefined;
  return {
    ...(name === undefined ? {} : { name }),
    ...(party === undefined ? {} : { maker: party }),
    ...(maker === undefined || party !== undefined ? {} : { makerName: maker }),
    ...(product === undefined ? {} : { product: product as ProductId }),
    makerLevel: found === undefined ? 'unknown' : found.isWeak === true ? 'probable' : 'stated',
    ...(kind === undefined ? {} : { class: kind }),
    ...(embeds === undefined ? {} : { embedded: embeds.map(resolveByHand) }),
    evidence: [],
  };
}

const EDITION: RulebookText = {
  file: 'rulebook.yaml',
  text: `schema: interdict.rulebook/1
edition: 2026.1.1
cutoff: 2026-01-01
`,
};

const PARTIES: RulebookText = {
  file: 'parties/acme.yaml',
  text: `schema: interdict.parties/1
group:
  id: acme
  title: Acme companies
  members: [acme-inc, acme-gmbh]
sources:
  list: {title: A list, citation: List 1}
parties:
  - id: acme-inc
    schema: Company
    name: Acme, Inc.
    listings:
      - list: a-list
        from: {local: 2024-01-01 00:00, zone: America/New_York}
        cite: {source: list, pinpoint: row 1, verification: verified}
    cite: {source: list, pinpoint: row 1, verification: verified}
  - id: acme-gmbh
    schema: Company
    name: Acme GmbH
    cite: {source: list, pinpoint: row 2, verification: verified}
`,
};

const RULE: RulebookText = {
  file: 'rules/small.yaml',
  text: `schema: interdict.rule/1
id: us-small
title: A small rule
jurisdiction: us
issuer: An agency
kind: order
zone: America/New_York
recordedAt: 2026-01-01
summary: No US person may sell what Acme makes.
boundText: US persons
sources:
  act: {title: An act, citation: Act 1}
authority:
  - {source: act, pinpoint: s.1, verification: verified}
instrument: {source: act, pinpoint: s.2, verification: verified}
terms:
  by-acme:
    meaning: Made by Acme.
    is: {fact: item.maker, op: related, value: {relation: member, group: acme}}
timeline:
  - state: enacted
    from: 2024-01-01
    to: 2024-07-01
    cite: {source: act, pinpoint: s.3, verification: verified}
  - state: effective
    from: 2024-07-01
    cite: {source: act, pinpoint: s.4, verification: verified}
prohibitions:
  - id: p-sell
    title: Selling
    activities: [sell]
    binds: actor
    bound: {fact: actor.usPerson, op: eq, value: true}
    target: {term: by-acme}
    effect: barred
    because: selling is barred
    span: {from: {local: 2024-07-01 00:00, zone: America/New_York, utc: 2024-07-01T04:00:00Z}}
    exceptions:
      - id: x-camera
        rank: 1
        when: {fact: item.class, op: in, value: [camera]}
        effect: permitted
        because: cameras are free
        cite: {source: act, pinpoint: s.5, verification: verified}
      - id: x-drone
        rank: 2
        when: {fact: item.class, op: in, value: [drone]}
        effect: permitted-with-condition
        because: drones are free in part
        cite: {source: act, pinpoint: s.6, verification: verified}
    cite: {source: act, pinpoint: s.7, verification: verified}
freedoms:
  - id: f-use
    activities: [use]
    because: using is free
    cite: {source: act, pinpoint: s.8, verification: verified}
duties:
  - id: d-report
    activities: [sell]
    when: {term: by-acme}
    action: report
    recipient: the agency
    within: {n: 3, unit: business-day, calendar: us-federal}
    startsOn: discoveredAt
    because: a sale is reported
    cite: {source: act, pinpoint: s.9, verification: verified}
seeAlso: []
examples:
  - id: e-before
    title: On the day before
    at: 2024-06-30
    boundaryOf: p-sell.from.before
    activity: sell
    expect: {verdict: not-yet}
    because: enacted, not effective
    cite: {source: act, pinpoint: s.10, verification: verified}
  - id: e-at
    title: On the day
    at: 2024-07-01
    boundaryOf: p-sell.from.at
    activity: sell
    expect: {verdict: barred}
    because: effective
    cite: {source: act, pinpoint: s.11, verification: verified}
  - id: e-use
    title: Use
    at: 2024-08-01
    activity: use
    expect: {verdict: permitted}
    because: using is free
    cite: {source: act, pinpoint: s.12, verification: verified}
`,
};

/** A small rulebook that loads; damage it to see what the loader says. */
export const SMALL: readonly RulebookText[] = [EDITION, PARTIES, RULE];

export const SMALL_RULE: string = RULE.file;
export const SMALL_PARTIES: string = PARTIES.file;
export const SMALL_EDITION: string = EDITION.file;

/** A copy of texts in which one file has `after` in place of its only `before`. */
export function damage(
  texts: readonly RulebookText[],
  file: string,
  before: string,
  after: string,
): readonly RulebookText[] {
  const parts = texts.find((one) => one.file === file)?.text.split(before) ?? [];
  if (parts.length !== 2) throw new Error(`\`${before}\` occurs ${parts.length - 1} times`);
  return texts.map((one) => (one.file === file ? { file, text: parts.join(after) } : one));
}

/** Line and column, from 1, at which the only occurrence of a snippet begins. */
export function placeOf(
  texts: readonly RulebookText[],
  file: string,
  snippet: string,
): { readonly file: string; readonly line: number; readonly column: number } {
  const parts = texts.find((one) => one.file === file)?.text.split(snippet) ?? [];
  if (parts.length !== 2) throw new Error(`\`${snippet}\` occurs ${parts.length - 1} times`);
  const lines = (parts[0] ?? '').split('\n');
  return { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

const CITE = { source: 'act', pinpoint: 's.1', verification: 'verified' } as const;
const SOURCES = { act: { title: 'An act', citation: 'Act 1' } };

export function day(text: string): DateText {
  return text as DateText;
}

const ALWAYS: Cond = { all: [] };

/** A prohibition of `sell` that always applies, from 2024-07-01, unless the parts differ. */
export function prohibition(parts: Partial<Prohibition> = {}): Prohibition {
  return {
    id: 'p',
    title: 'Selling',
    activities: ['sell'],
    binds: 'actor',
    bound: ALWAYS,
    effect: 'barred',
    because: 'selling is barred',
    span: { from: day('2024-07-01') },
    cite: CITE,
    ...parts,
  };
}

type Exception = NonNullable<Prohibition['exceptions']>[number];
type Duty = NonNullable<Rule['duties']>[number];

/** An exception that always fires and permits, unless the parts differ. */
export function exception(parts: Partial<Exception> = {}): Exception {
  return {
    id: 'x',
    rank: 1,
    when: ALWAYS,
    effect: 'permitted',
    because: 'free',
    cite: CITE,
    ...parts,
  };
}

/** A duty to report that comes with every bar, unless the parts differ. */
export function duty(parts: Partial<Duty> = {}): Duty {
  return {
    id: 'd',
    activities: 'any',
    when: ALWAYS,
    requires: 'barred',
    action: 'report',
    recipient: 'the agency',
    because: 'it is reported',
    cite: CITE,
    ...parts,
  };
}

/** A rule of the zone of Washington in force from 2024-01-01, unless the parts differ. */
export function rule(parts: Partial<Rule> = {}): Rule {
  return {
    schema: 'interdict.rule/1',
    id: 'us-parts' as RuleId,
    title: 'A rule put together from parts',
    jurisdiction: 'us',
    issuer: 'An agency',
    kind: 'order',
    zone: 'America/New_York',
    recordedAt: day('2024-01-01'),
    sources: SOURCES,
    authority: [CITE],
    instrument: { ...CITE, pinpoint: 'instrument' },
    summary: 'Made for a test.',
    boundText: 'those it binds',
    timeline: [{ state: 'effective', from: day('2024-01-01'), cite: CITE }],
    prohibitions: [prohibition()],
    examples: [],
    ...parts,
  };
}

/** A company of the rulebook. */
export function company(id: string, name: string, parts: Partial<Party> = {}): Party {
  return { id: id as PartyId, schema: 'Company', name, cite: CITE, ...parts };
}

/** A file of parties around one group, of which all of them are members. */
export function group(
  id: string,
  parties: readonly Party[],
  parts: Partial<PartyGroup['group']> = {},
): PartyGroup {
  return {
    schema: 'interdict.parties/1',
    group: {
      id: id as GroupId,
      title: id,
      members: parties.map((party) => party.id),
      ...parts,
    },
    sources: SOURCES,
    parties,
  };
}

/** Opens rules and groups as a rulebook, with their edges resolved and nothing linted. */
export function openParts(rules: readonly Rule[], groups: readonly PartyGroup[] = []): Rulebook {
  return openRulebook({
    schema: 'interdict.rulebook/1',
    edition: '2026.1.1',
    cutoff: '2026-01-01',
    digest: 'none',
    rules: rules.map((one) => resolveEdges(one, one.zone).document),
    groups: groups.map((one) => resolveEdges(one, 'America/New_York').document),
    origins: {},
  });
}

import { describe, expect, it } from 'vitest';
import { parseWhen } from '../calendar/index.ts';
import type {
  Actor,
  Cond,
  GroupId,
  PartyId,
  ProductId,
  Prohibition,
  ResolvedItem,
  StatedFacts,
  Transaction,
  VerdictRow,
} from '../model/index.ts';
import { company, group, openParts, prohibition, rule } from '../rulebook/rulebook.fixture.ts';
import { compileRulebook, decide } from './index.ts';

type Truth = 'true' | 'false' | 'unknown';

interface Facts {
  readonly actor?: Actor;
  readonly counterparty?: Actor;
  readonly item?: ResolvedItem;
  readonly facts?: StatedFacts;
}

const ACME = company('acme', 'Acme');
const OTHER = company('other', 'Other');
const GROUPS = [
  group('acme-group', [ACME], { nameTokens: ['acme'] }),
  group('other-group', [OTHER], { members: [] }),
];

/** The row of a rule that bars `sell` when a condition holds, and leaves it free otherwise. */
function ask(when: Cond, { actor, counterparty, item, facts }: Facts = {}): VerdictRow {
  const rulebook = openParts([rule({ prohibitions: [prohibition({ when })] })], GROUPS);
  const transaction: Transaction = {
    id: 't',
    activity: 'sell',
    ...(actor === undefined ? {} : { actor }),
    ...(counterparty === undefined ? {} : { counterparty }),
    ...(facts === undefined ? {} : { facts }),
  };
  const asOf = parseWhen('2025-01-01');
  if (asOf === undefined) throw new Error('no date');
  const { rows } = decide(compileRulebook(rulebook), { transaction, item }, asOf);
  const [row] = rows;
  if (row === undefined) throw new Error('no row');
  return row;
}

function truth(row: VerdictRow): Truth {
  if (row.verdict === 'undetermined') return 'unknown';
  return row.verdict === 'barred' ? 'true' : 'false';
}

const TRUE: Cond = { fact: 'facts.branded', op: 'eq', value: true };
const FALSE: Cond = { fact: 'facts.branded', op: 'eq', value: false };
const UNKNOWN: Cond = { fact: 'facts.usNexus', op: 'eq', value: true };
const STATED: Facts = { facts: { branded: true } };
const BY_TRUTH: Readonly<Record<Truth, Cond>> = { true: TRUE, false: FALSE, unknown: UNKNOWN };

describe('three-valued logic', () => {
  it.each<[Truth, Truth, Truth, Truth]>([
    ['true', 'true', 'true', 'true'],
    ['true', 'false', 'false', 'true'],
    ['true', 'unknown', 'unknown', 'true'],
    ['false', 'true', 'false', 'true'],
    ['false', 'false', 'false', 'false'],
    ['false', 'unknown', 'false', 'unknown'],
    ['unknown', 'true', 'unknown', 'true'],
    ['unknown', 'false', 'false', 'unknown'],
    ['unknown', 'unknown', 'unknown', 'unknown'],
  ])('%s and %s: both are %s, one is %s', (a, b, all, any) => {
    const both = ask({ all: [BY_TRUTH[a], BY_TRUTH[b]] }, STATED);
    const one = ask({ any: [BY_TRUTH[a], BY_TRUTH[b]] }, STATED);

    expect(truth(both)).toBe(all);
    expect(truth(one)).toBe(any);
  });

  it.each<[Truth, Truth]>([
    ['true', 'false'],
    ['false', 'true'],
    ['unknown', 'unknown'],
  ])('not %s is %s', (a, negated) => {
    expect(truth(ask({ not: BY_TRUTH[a] }, STATED))).toBe(negated);
  });

  it('holds for nothing at all, and for none of nothing', () => {
    expect(truth(ask({ all: [] }))).toBe('true');
    expect(truth(ask({ any: [] }))).toBe('false');
  });

  it('obeys De Morgan for every pair of truths', () => {
    for (const a of Object.values(BY_TRUTH)) {
      for (const b of Object.values(BY_TRUTH)) {
        const left = truth(ask({ not: { all: [a, b] } }, STATED));
        const right = truth(ask({ any: [{ not: a }, { not: b }] }, STATED));

        expect(left).toBe(right);
      }
    }
  });

  it('names an unknown fact that matters, and none that does not', () => {
    expect(ask({ all: [TRUE, UNKNOWN] }, STATED).missing).toEqual(['facts.usNexus']);
    expect(ask({ any: [FALSE, UNKNOWN] }, STATED).missing).toEqual(['facts.usNexus']);
    expect(ask({ all: [UNKNOWN, FALSE] }, STATED).missing).toEqual([]);
    expect(ask({ any: [UNKNOWN, TRUE] }, STATED).missing).toEqual([]);
  });

  it('names a fact once that is asked for twice', () => {
    expect(ask({ all: [UNKNOWN, UNKNOWN] }).missing).toEqual(['facts.usNexus']);
  });

  it('reads a defined term as the condition it stands for', () => {
    const terms = { branded: { meaning: 'Branded.', is: TRUE } };
    const prohibitions = [prohibition({ when: { not: { term: 'branded' } } })];
    const compiled = compileRulebook(openParts([rule({ terms, prohibitions })]));
    const asOf = parseWhen('2025-01-01');
    if (asOf === undefined) throw new Error('no date');

    const question = { transaction: { id: 't', activity: 'sell', facts: { branded: true } } };
    const { rows } = decide(compiled, question as Parameters<typeof decide>[1], asOf);

    expect(rows[0]?.verdict).toBe('permitted');
  });
});

describe('operators on stated facts', () => {
  it.each<[string, Cond, StatedFacts, Truth]>([
    ['a truth value', TRUE, { branded: true }, 'true'],
    ['the other truth value', TRUE, { branded: false }, 'false'],
    ['a text', { fact: 'facts.eccn', op: 'eq', value: 'EAR99' }, { eccn: 'EAR99' }, 'true'],
    ['another text', { fact: 'facts.eccn', op: 'eq', value: 'EAR99' }, { eccn: '5D002' }, 'false'],
    ['one of several', { fact: 'facts.eccn', op: 'in', value: ['a', 'b'] }, { eccn: 'b' }, 'true'],
    [
      'none of several',
      { fact: 'facts.eccn', op: 'in', value: ['a', 'b'] },
      { eccn: 'c' },
      'false',
    ],
    [
      'a date on the day',
      { fact: 'facts.discoveredAt', op: 'gte', value: '2024-07-20' },
      { discoveredAt: '2024-07-20' },
      'true',
    ],
    [
      'a date on the day before',
      { fact: 'facts.discoveredAt', op: 'gte', value: '2024-07-20' },
      { discoveredAt: '2024-07-19' },
      'false',
    ],
    [
      'a date before the day',
      { fact: 'facts.discoveredAt', op: 'lt', value: '2024-07-20' },
      { discoveredAt: '2024-07-19' },
      'true',
    ],
    [
      'a date that is the day',
      { fact: 'facts.discoveredAt', op: 'lt', value: '2024-07-20' },
      { discoveredAt: '2024-07-20' },
      'false',
    ],
    [
      'a fact that is there',
      { fact: 'facts.eccn', op: 'exists', value: true },
      { eccn: 'x' },
      'true',
    ],
    ['a fact that is not there', { fact: 'facts.eccn', op: 'exists', value: true }, {}, 'false'],
    ['the lack of a fact', { fact: 'facts.eccn', op: 'exists', value: false }, {}, 'true'],
    [
      'a fact stated false',
      { fact: 'facts.branded', op: 'exists', value: true },
      { branded: false },
      'true',
    ],
  ])('compare %s', (_, cond, facts, expected) => {
    expect(truth(ask(cond, { facts }))).toBe(expected);
  });

  it('say that a fact nobody stated was taken as not so, where a rule asks whether it is', () => {
    const rows = [
      ask({ fact: 'facts.branded', op: 'exists', value: true }),
      ask({ fact: 'facts.branded', op: 'exists', value: false }),
      ask({ fact: 'facts.branded', op: 'exists', value: true }, { facts: { branded: false } }),
    ];

    const kind = ask({ fact: 'item.class', op: 'exists', value: true });
    expect(kind.assumed).toEqual(['nobody stated `item.function`: taken as not so']);

    const assumed = rows.map((row) => row.assumed);
    expect(assumed).toEqual([
      ['nobody stated `facts.branded`: taken as not so'],
      undefined,
      undefined,
    ]);
  });

  it.each<[Cond]>([
    [{ fact: 'facts.branded', op: 'eq', value: true }],
    [{ fact: 'facts.eccn', op: 'in', value: ['EAR99'] }],
    [{ fact: 'facts.discoveredAt', op: 'lt', value: '2024-07-20' }],
    [{ fact: 'facts.discoveredAt', op: 'gte', value: '2024-07-20' }],
  ])('leave open what nobody stated: %j', (cond) => {
    const row = ask(cond);

    expect(truth(row)).toBe('unknown');
    expect(row.missing).toEqual(['fact' in cond ? cond.fact : '']);
  });

  it('take a fact of null for one that nobody stated', () => {
    const facts = { branded: null } as unknown as StatedFacts;

    expect(truth(ask(TRUE, { facts }))).toBe('unknown');
    expect(truth(ask({ fact: 'facts.branded', op: 'exists', value: true }, { facts }))).toBe(
      'false',
    );
  });

  // A value of the wrong type, or a date in another form, is no fact one can rely on.
  it.each<[string, Cond, StatedFacts]>([
    ['"true" for true', TRUE, { branded: 'true' }],
    ['"yes" for true', TRUE, { branded: 'yes' }],
    ['1 for true', TRUE, { branded: 1 }],
    ['a number for a text', { fact: 'facts.eccn', op: 'eq', value: '5' }, { eccn: 5 }],
    [
      'a date as in the United States',
      { fact: 'facts.discoveredAt', op: 'gte', value: '2024-07-20' },
      { discoveredAt: '08/15/2024' },
    ],
    [
      'a date in words',
      { fact: 'facts.discoveredAt', op: 'lt', value: '2024-07-20' },
      { discoveredAt: '19 July 2024' },
    ],
    [
      'a day that is none',
      { fact: 'facts.discoveredAt', op: 'lt', value: '2024-07-20' },
      { discoveredAt: '2024-06-31' },
    ],
  ])('leave open what is stated as %s', (_, cond, facts) => {
    const row = ask(cond, { facts });

    expect(truth(row)).toBe('unknown');
    expect(row.missing).toEqual(['fact' in cond ? cond.fact : '']);
  });

  it('name the fact when a number stands for a date', () => {
    const cond: Cond = { fact: 'facts.discoveredAt', op: 'gte', value: '2024-07-20' };

    const row = ask(cond, { facts: { discoveredAt: 20_240_815 } });

    expect(row.verdict).toBe('undetermined');
    expect(row.missing).toEqual(['facts.discoveredAt']);
  });
});

describe('operators on persons', () => {
  const US: Cond = { fact: 'actor.usPerson', op: 'eq', value: true };

  it.each<[string, Actor | undefined, Truth]>([
    ['somebody in the United States', { country: 'US' }, 'true'],
    ['somebody in the United States, in small letters', { country: 'us' }, 'true'],
    ['a company elsewhere', { name: 'x', country: 'DE' }, 'false'],
    ['a human being elsewhere', { country: 'ES', classes: ['natural-person'] }, 'unknown'],
    ['a citizen elsewhere', { country: 'ES', classes: ['us-person', 'natural-person'] }, 'true'],
    ['a federal agency', { classes: ['federal-civilian-agency'] }, 'true'],
    ['a state agency', { classes: ['state-agency'] }, 'true'],
    ['a Canadian department', { classes: ['ca-department'] }, 'false'],
    ['a company of which nothing is known', { name: 'x' }, 'unknown'],
    ['nobody named', undefined, 'unknown'],
  ])('tell whether %s is a US person', (_, actor, expected) => {
    const row = ask(US, actor === undefined ? {} : { actor });

    expect(truth(row)).toBe(expected);
  });

  // 15 CFR 791.2 and IEEPA count the territories to the United States.
  it.each(['PR', 'GU', 'VI', 'AS', 'MP'])('count %s to the United States', (country) => {
    expect(truth(ask(US, { actor: { name: 'x', country } }))).toBe('true');
  });

  it('leave open whether somebody of contradicting classes is a US person', () => {
    const one = ask(US, { actor: { classes: ['non-us-person', 'person-in-us'] } });
    const other = ask(US, { actor: { classes: ['person-in-us', 'non-us-person'] } });

    expect(truth(one)).toBe(truth(other));
    expect(truth(one)).not.toBe('false');
  });

  it.each<[string, Cond, Actor, Truth]>([
    ['a country', { fact: 'actor.country', op: 'eq', value: 'US' }, { country: 'us' }, 'true'],
    [
      'a country of several',
      { fact: 'actor.country', op: 'in', value: ['DE'] },
      { country: 'DE' },
      'true',
    ],
    ['no country', { fact: 'actor.country', op: 'eq', value: 'US' }, { name: 'x' }, 'unknown'],
    [
      'a state',
      { fact: 'actor.state', op: 'in', value: ['TX'] },
      { state: 'OH', name: 'x' },
      'false',
    ],
    [
      'a country that is stated',
      { fact: 'actor.country', op: 'exists', value: true },
      { country: 'US' },
      'true',
    ],
    [
      'a country that is not',
      { fact: 'actor.country', op: 'exists', value: true },
      { name: 'x' },
      'false',
    ],
    [
      'classes that are stated',
      { fact: 'actor.classes', op: 'exists', value: true },
      { classes: [] },
      'true',
    ],
    [
      'classes that are not',
      { fact: 'actor.classes', op: 'exists', value: true },
      { name: 'x' },
      'false',
    ],
    ['a name', { fact: 'actor.party', op: 'exists', value: true }, { name: 'x' }, 'true'],
    ['no name', { fact: 'actor.party', op: 'exists', value: true }, { country: 'US' }, 'false'],
  ])('compare %s', (_, cond, actor, expected) => {
    expect(truth(ask(cond, { actor }))).toBe(expected);
  });

  it.each<[string, Actor, Truth]>([
    ['of the class', { classes: ['dod'] }, 'true'],
    ['of a class that implies it', { classes: ['federal-civilian-agency'] }, 'true'],
    ['of other classes', { classes: ['local-government'] }, 'false'],
    ['of no class', { classes: [] }, 'false'],
    ['whose classes nobody stated', { name: 'x' }, 'unknown'],
    ['of whom it is not known', { classes: [], classesUnknown: ['federal-agency'] }, 'unknown'],
    ['of whom something else is not known', { classes: [], classesUnknown: ['grantee'] }, 'false'],
  ])('tell whether somebody %s has a class', (_, actor, expected) => {
    const row = ask({ fact: 'actor.classes', op: 'has', value: ['federal-agency'] }, { actor });

    expect(truth(row)).toBe(expected);
    expect(row.missing).toEqual(expected === 'unknown' ? ['actor.classes'] : []);
  });

  // Who may be a part of the Department of Defense may be a federal agency.
  it('leave open a class that an unknown class would imply', () => {
    const actor: Actor = { classes: [], classesUnknown: ['dod'] };

    const row = ask({ fact: 'actor.classes', op: 'has', value: ['federal-agency'] }, { actor });

    expect(truth(row)).toBe('unknown');
  });

  // A federal agency may be a civilian one.
  it('leave open a class that is narrower than the one stated', () => {
    const actor: Actor = { classes: ['federal-agency'] };
    const cond: Cond = { fact: 'actor.classes', op: 'has', value: ['federal-civilian-agency'] };

    expect(truth(ask(cond, { actor }))).toBe('unknown');
  });

  // The country is stated; what is missing is whether the human being is a citizen.
  it('do not ask for a country that is stated', () => {
    const row = ask(US, { actor: { country: 'ES', classes: ['natural-person'] } });

    expect(row.missing).not.toContain('actor.country');
    expect(row.missing).not.toEqual([]);
  });

  // Only when it is stated to be an organization is it none of the United States.
  it('leave open, or say they assume, that somebody of unknown kind elsewhere is none', () => {
    const row = ask(US, { actor: { name: 'J. Smith', country: 'ES' } });

    expect(truth(row) === 'unknown' || row.assumed !== undefined).toBe(true);
  });

  it('compare a state in small letters', () => {
    const row = ask(
      { fact: 'actor.state', op: 'eq', value: 'TX' },
      { actor: { country: 'US', state: 'tx' } },
    );

    expect(truth(row)).toBe('true');
  });
});

describe('operators on the item', () => {
  const MADE: Cond = {
    fact: 'item.maker',
    op: 'related',
    value: { relation: 'member', group: 'acme-group' as GroupId },
  };
  const INSIDE: Cond = {
    inside: {
      fact: 'item.maker',
      op: 'related',
      value: { relation: 'member', group: 'acme-group' as GroupId },
    },
  };
  const acme = { maker: 'acme' as PartyId, makerLevel: 'identified', evidence: [] } as const;
  const other = { maker: 'other' as PartyId, makerLevel: 'stated', evidence: [] } as const;
  const unknown = { name: 'a thing', makerLevel: 'unknown', evidence: [] } as const;

  it.each<[string, ResolvedItem | undefined, Truth]>([
    ['an identified maker', acme, 'true'],
    ['a stated maker', { ...acme, makerLevel: 'stated' }, 'true'],
    ['a probable maker', { ...acme, makerLevel: 'probable' }, 'unknown'],
    ['a maker that is only a lead', { ...acme, makerLevel: 'lead' }, 'unknown'],
    ['another maker', other, 'false'],
    ['no item', undefined, 'unknown'],
    ['neither name nor maker', { makerLevel: 'unknown', evidence: [] }, 'unknown'],
  ])('relate %s', (_, item, expected) => {
    const row = ask(MADE, item === undefined ? {} : { item });

    expect(truth(row)).toBe(expected);
  });

  it('count a stated maker to the group from its name, with a caution', () => {
    const item: ResolvedItem = { makerName: 'Acme Brasil', makerLevel: 'stated', evidence: [] };

    const row = ask(MADE, { item });

    expect(truth(row)).toBe('true');
    expect(row.caution).toContain('from its name alone');
  });

  it('say that an item the catalog does not know is taken for one of other makers', () => {
    const rulebook = openParts([rule({ prohibitions: [prohibition({ target: MADE })] })], GROUPS);
    const asOf = parseWhen('2025-01-01');
    if (asOf === undefined) throw new Error('no date');

    const question = { transaction: { id: 't', activity: 'sell' as const }, item: unknown };
    const [row] = decide(compileRulebook(rulebook), question, asOf).rows;

    expect(row?.verdict).toBe('out-of-scope');
    expect(row?.assumed?.join()).toContain('maker is not stated');
  });

  // defect 66: a false `all` takes back its notes, the assumption that made it false among them.
  // defect 67: of several provisions that do not reach an act, only the first is listened to.
  it.each<[string, readonly Prohibition[]]>([
    ['an `all` rests on it', [prohibition({ target: { all: [MADE, TRUE] } })]],
    [
      'a later provision rests on it',
      [prohibition({ id: 'p1', bound: { any: [] } }), prohibition({ id: 'p2', target: MADE })],
    ],
  ])('say so too when %s', (_, prohibitions) => {
    const rulebook = openParts([rule({ prohibitions })], GROUPS);
    const asOf = parseWhen('2025-01-01');
    if (asOf === undefined) throw new Error('no date');

    const question = { transaction: { id: 't', activity: 'sell' as const }, item: unknown };
    const [row] = decide(compileRulebook(rulebook), question, asOf).rows;

    expect(row?.verdict).toBe('out-of-scope');
    expect(row?.assumed?.join()).toContain('maker is not stated');
  });

  // Whoever writes a maker where the product belongs has named the maker all the same.
  it('leave open an item that is called as a named party, and has no maker stated', () => {
    const row = ask(MADE, { item: { name: 'Acme', makerLevel: 'unknown', evidence: [] } });

    expect(truth(row)).toBe('unknown');
    expect(row.missing).toEqual(['item.maker']);
  });

  it('tell whether anything is known about what is inside', () => {
    const cond: Cond = { fact: 'item.embeds', op: 'exists', value: true };

    expect(truth(ask(cond, { item: other }))).toBe('false');
    expect(truth(ask(cond, { item: { ...other, embedded: [] } }))).toBe('true');
  });

  it.each<[string, readonly ResolvedItem[] | undefined, Truth]>([
    ['one thing by the group', [acme], 'true'],
    ['one thing of several by the group', [other, acme], 'true'],
    ['things by others', [other], 'false'],
    ['nothing', [], 'false'],
    ['something probably by the group', [other, { ...acme, makerLevel: 'probable' }], 'unknown'],
  ])('relate what is inside: %s', (_, embedded, expected) => {
    const item: ResolvedItem = { ...other, ...(embedded === undefined ? {} : { embedded }) };

    expect(truth(ask(INSIDE, { item }))).toBe(expected);
  });

  it('compare class and product, and leave open what is not known', () => {
    const camera: Cond = { fact: 'item.class', op: 'eq', value: 'camera' };
    const product: Cond = { fact: 'item.product', op: 'in', value: ['acme.eye'] };

    expect(truth(ask(camera, { item: { ...other, class: 'camera' } }))).toBe('true');
    expect(truth(ask(camera, { item: { ...other, class: 'drone' } }))).toBe('false');
    expect(ask(camera, { item: other }).missing).toEqual(['item.function']);
    expect(truth(ask(product, { item: { ...other, product: 'acme.eye' as ProductId } }))).toBe(
      'true',
    );
    expect(ask(product, { item: other }).missing).toEqual(['item.product']);
  });

  it('call informational only what neither the catalog nor the stated fact denies', () => {
    const cond: Cond = { fact: 'item.purelyInformational', op: 'eq', value: true };
    const facts = { purelyInformational: true };

    expect(truth(ask(cond, { item: { ...other, purelyInformational: false }, facts }))).toBe(
      'false',
    );
    const known = { ...other, purelyInformational: true };
    expect(truth(ask(cond, { item: known, facts: { purelyInformational: false } }))).toBe('false');
    expect(truth(ask(cond, { item: other, facts }))).toBe('true');
    expect(ask(cond, { item: other }).missing).toEqual(['facts.purelyInformational']);
  });

  it('tell whether a maker is known', () => {
    const cond: Cond = { fact: 'item.maker', op: 'exists', value: true };

    expect(truth(ask(cond, { item: acme }))).toBe('true');
  });

  it('name what is missing when the class of something inside is not known', () => {
    const cond: Cond = { inside: { fact: 'item.class', op: 'in', value: ['engine-sdk'] } };

    const row = ask(cond, { item: { ...other, embedded: [acme] } });

    expect(row.verdict).toBe('undetermined');
    expect(row.missing).not.toEqual([]);
  });

  it.each<[string, string, Truth]>([
    ['another maker', 'Zlib', 'false'],
    ['a likely company of the group', 'Acme Brasil', 'true'],
  ])('relate what is inside by the name of its own maker: %s', (_, makerName, expected) => {
    const inside: ResolvedItem = { makerName, makerLevel: 'stated', evidence: [] };
    const whole = makerName === 'Zlib' ? 'Acme Iberia' : 'Zlib';
    const item: ResolvedItem = { ...inside, makerName: whole, embedded: [inside] };

    expect(truth(ask(INSIDE, { item }))).toBe(expected);
  });
});

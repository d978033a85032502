import { describe, expect, it } from 'vitest';
import { parseWhen } from '../calendar/index.ts';
import type {
  Activity,
  Actor,
  Cond,
  GroupId,
  PartyId,
  Profile,
  Prohibition,
  ResolvedItem,
  VerdictRow,
} from '../model/index.ts';
import { company, group, openParts, prohibition, rule } from '../rulebook/rulebook.fixture.ts';
import { compileRulebook, decide } from './index.ts';

const GROUP = group(
  'acme',
  [
    company('acme-inc', 'Acme, Inc.', { country: 'US' }),
    company('acme-ao', 'AO Acme', { country: 'RU' }),
  ],
  { nameTokens: ['acme'] },
);

const BY_ACME: Cond = {
  fact: 'supplier.party',
  op: 'related',
  value: { relation: 'member', group: 'acme' as GroupId },
};
const TO_US: Cond = { fact: 'customer.usPerson', op: 'eq', value: true };
const NOT_BY_ACME: Cond = { not: BY_ACME };

const COUNTY: Actor = { name: 'a county', country: 'US', classes: ['local-government'] };
const SHOP: Actor = { name: 'a shop', country: 'US', classes: ['reseller'] };
const MADRID: Actor = {
  name: 'a firm in Madrid',
  country: 'ES',
  classes: ['private-organization'],
};
const INC: Actor = { name: 'Acme, Inc.' };
const AO: Actor = { name: 'AO Acme' };

const BY_THE_GROUP: ResolvedItem = {
  maker: 'acme-ao' as PartyId,
  makerLevel: 'identified',
  evidence: [],
};

interface Deal {
  readonly activity: Activity;
  readonly actor?: Actor;
  readonly counterparty?: Actor;
  readonly item?: ResolvedItem;
  readonly profile?: Profile;
}

function ask(parts: Partial<Prohibition>, deal: Deal): VerdictRow {
  const provision = prohibition({ activities: 'any', binds: 'supplier', ...parts });
  const rulebook = openParts([rule({ prohibitions: [provision] })], [GROUP]);
  const { activity, actor, counterparty, item, profile } = deal;
  const transaction = {
    id: 't',
    activity,
    ...(actor === undefined ? {} : { actor }),
    ...(counterparty === undefined ? {} : { counterparty }),
  };
  const asOf = parseWhen('2025-01-01');
  if (asOf === undefined) throw new Error('no date');
  const [row] = decide(compileRulebook(rulebook), { transaction, item, profile }, asOf).rows;
  if (row === undefined) throw new Error('no row');
  return row;
}

/** Bars Acme from supplying US persons. */
const SUPPLY = { bound: BY_ACME, reach: TO_US };
/** Bars everybody else in the United States from supplying. */
const RESALE = {
  bound: { all: [{ fact: 'supplier.usPerson', op: 'eq', value: true }, NOT_BY_ACME] },
} satisfies Partial<Prohibition>;

describe('who supplies whom', () => {
  it.each<[string, Deal, VerdictRow['verdict'], VerdictRow['binds']]>([
    [
      'the actor of a sale',
      { activity: 'sell', actor: INC, counterparty: COUNTY },
      'barred',
      'actor',
    ],
    [
      'not the buyer of a sale',
      { activity: 'sell', actor: COUNTY, counterparty: INC },
      'out-of-scope',
      undefined,
    ],
    [
      'the counterparty of a purchase',
      { activity: 'procure', actor: COUNTY, counterparty: INC },
      'barred',
      'counterparty',
    ],
    [
      'not the buyer of a purchase',
      { activity: 'procure', actor: INC, counterparty: COUNTY },
      'out-of-scope',
      undefined,
    ],
    [
      'the actor of a renewal',
      { activity: 'renew', actor: INC, counterparty: COUNTY },
      'barred',
      'actor',
    ],
    [
      'the counterparty of a renewal',
      { activity: 'renew', actor: COUNTY, counterparty: INC },
      'barred',
      'counterparty',
    ],
    [
      'nobody when both are others',
      { activity: 'renew', actor: COUNTY, counterparty: SHOP },
      'out-of-scope',
      undefined,
    ],
  ])('is %s', (_, deal, verdict, binds) => {
    const row = ask(SUPPLY, deal);

    expect(row.verdict).toBe(verdict);
    expect(row.binds).toBe(binds);
  });

  it('is asked for when a purchase names no seller', () => {
    const row = ask(SUPPLY, { activity: 'procure', actor: COUNTY });

    expect(row.verdict).toBe('undetermined');
    expect(row.missing).toEqual(['counterparty.name']);
  });

  it('is the actor when a provision binds the actor, and the customer when it binds that', () => {
    const sale: Deal = { activity: 'sell', actor: INC, counterparty: COUNTY };

    expect(ask({ ...SUPPLY, binds: 'actor' }, sale).binds).toBe('actor');
    expect(ask({ ...SUPPLY, binds: 'counterparty' }, sale).binds).toBe('counterparty');
    expect(ask({ ...SUPPLY, binds: 'customer' }, sale).binds).toBe('counterparty');
  });

  it('is the reseller when a county renews with one', () => {
    const row = ask(RESALE, { activity: 'renew', actor: COUNTY, counterparty: SHOP });

    expect(row.verdict).toBe('barred');
    expect(row.binds).toBe('counterparty');
  });
});

describe('a renewal of which it is not plain who supplies', () => {
  // defect 51: of whom nothing is known may be the vendor; the county is then its customer.
  it('is open while nobody says with whom', () => {
    const row = ask(RESALE, { activity: 'renew', counterparty: COUNTY });

    expect(row.verdict).toBe('undetermined');
  });

  // defect 51: the reading in which the county is the reseller of a shop wins by its severity.
  it('is not read as the sale of a county to a shop', () => {
    const row = ask(RESALE, { activity: 'renew', actor: COUNTY, counterparty: { name: 'CDW' } });

    expect(row.binds).not.toBe('actor');
    expect(row.missing).toContain('counterparty.country');
  });
});

describe('updates and look-ups, which come from the maker', () => {
  it.each<[string, Deal]>([
    ['nobody is named', { activity: 'update-signature', actor: COUNTY }],
    ['a distributor is named', { activity: 'update-code', actor: COUNTY, counterparty: SHOP }],
  ])('bind the maker when %s', (_, deal) => {
    const row = ask(SUPPLY, { ...deal, item: BY_THE_GROUP });

    expect(row.verdict).toBe('barred');
    expect(row.binds).toBe('maker');
  });

  it('bind the counterparty when it is a named party', () => {
    const row = ask(SUPPLY, {
      activity: 'operate-telemetry',
      actor: COUNTY,
      counterparty: INC,
      item: BY_THE_GROUP,
    });

    expect(row.verdict).toBe('barred');
    expect(row.binds).toBe('counterparty');
  });

  it('come from whoever makes what is inside the product of another', () => {
    const item: ResolvedItem = {
      name: 'a gateway',
      makerLevel: 'stated',
      embedded: [BY_THE_GROUP],
      evidence: [],
    };

    const row = ask(SUPPLY, { activity: 'update-signature', actor: COUNTY, item });

    expect(row.verdict).toBe('barred');
  });

  // Without a maker the two persons named are not the only suppliers there can be.
  it.each<[string, ResolvedItem | undefined]>([
    ['nobody says what is updated', undefined],
    ['nobody says who makes it', { makerLevel: 'unknown', evidence: [] }],
  ])('are open when a distributor is named and %s', (_, item) => {
    const deal: Deal = { activity: 'update-signature', actor: COUNTY, counterparty: SHOP };

    const row = ask(SUPPLY, item === undefined ? deal : { ...deal, item });

    expect(row.verdict).toBe('undetermined');
  });

  it('come from whoever makes what is inside, also when the maker of the whole is known', () => {
    const item: ResolvedItem = {
      maker: 'other-inc' as PartyId,
      makerLevel: 'identified',
      embedded: [BY_THE_GROUP],
      evidence: [],
    };

    const row = ask(SUPPLY, { activity: 'update-signature', actor: COUNTY, item });

    expect(row.verdict).toBe('barred');
  });

  it('reach nobody when the customer is elsewhere', () => {
    const row = ask(SUPPLY, { activity: 'update-code', actor: MADRID, item: BY_THE_GROUP });

    expect(row.verdict).toBe('out-of-scope');
  });

  // A sister company that delivers is not the very party named as maker, and no customer either.
  it.each<[string, Actor]>([
    ['the maker itself', AO],
    ['a sister company', INC],
    ['a likely sister company', { name: 'Acme Iberia', country: 'ES' }],
  ])('are barred when %s delivers them to a county', (_, actor) => {
    const item: ResolvedItem = { ...BY_THE_GROUP, maker: 'acme-ao' as PartyId };

    const row = ask(SUPPLY, { activity: 'update-signature', actor, counterparty: COUNTY, item });

    expect(row.verdict).toBe('barred');
    expect(row.binds).toBe('actor');
  });

  // A sister company that delivers is not the very party named as maker, and no customer either.
  it('are out of scope when a sister company delivers them to a firm elsewhere', () => {
    const item = BY_THE_GROUP;

    const row = ask(SUPPLY, { activity: 'update-code', actor: INC, counterparty: MADRID, item });

    expect(row.verdict).toBe('out-of-scope');
  });
});

describe('the actor', () => {
  const profile: Profile = {
    schema: 'interdict.profile/1',
    name: 'a county',
    country: 'US',
    classes: ['local-government'],
    facts: { governmentUse: false },
  };
  const BINDS_LOCAL = {
    binds: 'actor',
    bound: { fact: 'actor.classes', op: 'has', value: ['local-government'] },
  } satisfies Partial<Prohibition>;

  it('is the profile when the transaction names none', () => {
    expect(ask(BINDS_LOCAL, { activity: 'use', profile }).verdict).toBe('barred');
  });

  it('is the one of the transaction when both are there', () => {
    const row = ask(BINDS_LOCAL, { activity: 'use', actor: SHOP, profile });

    expect(row.verdict).toBe('out-of-scope');
  });

  it('is asked for when neither is there', () => {
    const row = ask(BINDS_LOCAL, { activity: 'use' });

    expect(row.verdict).toBe('undetermined');
    expect(row.missing).toEqual(['actor.classes']);
  });

  it('brings the facts of the profile along, under those of the transaction', () => {
    const when: Cond = { fact: 'facts.governmentUse', op: 'eq', value: true };
    const rulebook = openParts([
      rule({ prohibitions: [prohibition({ activities: 'any', when })] }),
    ]);
    const asOf = parseWhen('2025-01-01');
    if (asOf === undefined) throw new Error('no date');
    const compiled = compileRulebook(rulebook);
    const transaction = { id: 't', activity: 'use' as const };

    const own = decide(
      compiled,
      { transaction: { ...transaction, facts: { governmentUse: true } }, profile },
      asOf,
    );
    const general = decide(compiled, { transaction, profile }, asOf);

    expect(own.verdict).toBe('barred');
    expect(general.verdict).toBe('permitted');
  });
});

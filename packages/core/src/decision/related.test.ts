import { describe, expect, it, vi } from 'vitest';
import { parseWhen } from '../calendar/index.ts';
import type {
  Activity,
  Actor,
  Cond,
  GroupId,
  Ownership,
  Party,
  PartyId,
  StatedFacts,
  VerdictRow,
} from '../model/index.ts';
import { company, day, group, openParts, prohibition, rule } from '../rulebook/rulebook.fixture.ts';
import { compileRulebook, decide } from './index.ts';

function fail(): never {
  throw new Error('a date of the test is none');
}

type Truth = 'true' | 'false' | 'unknown';

const CITE = { source: 'act', pinpoint: 'row', verification: 'verified' } as const;

function listed(from: string, to?: string): NonNullable<Party['listings']> {
  const span = to === undefined ? { from: day(from) } : { from: day(from), to: day(to) };
  return [{ list: 'a-list', ...span, cite: CITE }];
}

function owned(...shares: readonly [owner: string, percent?: number][]): readonly Ownership[] {
  return shares.map(([owner, percent]) => ({
    owner,
    ...(percent === undefined ? {} : { percent }),
  }));
}

const PARTIES: readonly Party[] = [
  company('one', 'One Ltd', { listings: listed('2024-01-01') }),
  company('two', 'Two Ltd', { listings: listed('2024-01-01') }),
  company('past', 'Past Ltd', { listings: listed('2020-01-01', '2024-06-01') }),
];

const OTHERS: readonly Party[] = [
  company('free', 'Free Ltd'),
  company('half', 'Half Ltd', { ownership: owned(['One Ltd', 50], ['Free Ltd', 50]) }),
  company('less', 'Less Ltd', { ownership: owned(['One Ltd', 49], ['Free Ltd', 51]) }),
  company('chain', 'Chain Ltd', { ownership: owned(['Half Ltd', 60]) }),
  company('link', 'Link Ltd', { ownership: owned(['Chain Ltd', 100]) }),
  company('circle-a', 'Circle A', { ownership: owned(['Circle B', 100]) }),
  company('circle-b', 'Circle B', { ownership: owned(['Circle A', 100]) }),
  company('mirror', 'Mirror', { ownership: owned(['Mirror', 40], ['One Ltd', 60]) }),
];

const JO: Party = {
  id: 'jo-doe' as PartyId,
  schema: 'Person',
  name: 'Jo Anna Doe',
  weakAliases: ['Jo Doe'],
  associatedWith: 'named' as GroupId,
  cite: CITE,
};

const GROUPS = [
  group('named', PARTIES, { nameTokens: ['oneness'] }),
  group('others', OTHERS, { members: [] }),
  group('people', [JO]),
];

const OWNED: Cond = {
  fact: 'counterparty.party',
  op: 'related',
  value: { relation: 'owned', list: 'a-list', percentMin: 50, ifUnstated: 'unknown' },
};

interface Question {
  readonly activity?: Activity;
  readonly actor?: Actor;
  readonly counterparty?: Actor;
  readonly facts?: StatedFacts;
}

/** The row of a rule that bars `deal-with-blocked` when a condition holds. */
function ask(when: Cond, question: Question, at = '2025-01-01'): VerdictRow {
  const { activity = 'deal-with-blocked', ...parties } = question;
  const provision = prohibition({ activities: 'any', when, span: { from: day('2000-01-01') } });
  const timeline = [{ state: 'effective', from: day('2000-01-01'), cite: CITE }] as const;
  const rulebook = openParts([rule({ timeline, prohibitions: [provision] })], GROUPS);
  const { rows } = decide(
    compileRulebook(rulebook),
    { transaction: { id: 't', activity, ...parties } },
    parseWhen(at) ?? fail(),
  );
  const [row] = rows;
  if (row === undefined) throw new Error('no row');
  return row;
}

function truth(row: VerdictRow): Truth {
  if (row.verdict === 'undetermined') return 'unknown';
  return row.verdict === 'barred' ? 'true' : 'false';
}

function ownership(shares: readonly Ownership[], at?: string): VerdictRow {
  return ask(OWNED, { counterparty: { name: 'a firm', ownership: shares } }, at);
}

describe('ownership', () => {
  it.each<[string, readonly Ownership[], Truth]>([
    ['all of it', owned(['One Ltd', 100]), 'true'],
    ['exactly half', owned(['One Ltd', 50], ['Free Ltd', 50]), 'true'],
    ['a hair less than half', owned(['One Ltd', 49.999], ['Free Ltd', 50.001]), 'false'],
    ['half by two together', owned(['One Ltd', 30], ['Two Ltd', 20], ['Free Ltd', 50]), 'true'],
    ['less than half by two', owned(['One Ltd', 30], ['Two Ltd', 19], ['Free Ltd', 51]), 'false'],
    ['all by others', owned(['Free Ltd', 100]), 'false'],
    ['all by nobody known', owned(['a holding', 100]), 'false'],
    ['nothing at all', [], 'false'],
    ['an unknown share', owned(['One Ltd']), 'unknown'],
    ['an unknown share of others', owned(['Free Ltd']), 'false'],
    ['a known half and an unknown share', owned(['One Ltd', 50], ['Two Ltd']), 'true'],
    ['a little and an unknown share', owned(['One Ltd', 10], ['Two Ltd']), 'unknown'],
    ['shares that add up to too much', owned(['One Ltd', 80], ['Two Ltd', 80]), 'true'],
  ])('of %s', (_, shares, expected) => {
    const row = ownership(shares);

    expect(truth(row)).toBe(expected);
    expect(row.missing).toEqual(expected === 'unknown' ? ['counterparty.ownership.percent'] : []);
  });

  it.each([
    [[16.7, 16.7, 16.6]],
    [[0.1, 0.2, 49.7]],
    [[33.3, 16.7]],
    [Array.from({ length: 100 }, () => 0.5)],
    [[49.9999999999]],
  ])('adds decimal fractions up to half: %j', (percents) => {
    const shares = percents.map((percent, index) => ({
      owner: index % 2 === 0 ? 'One Ltd' : 'Two Ltd',
      percent,
    }));

    expect(truth(ownership(shares))).toBe('true');
  });

  it('does not round a hundredth of a percent up to half', () => {
    expect(truth(ownership(owned(['One Ltd', 49.99], ['Free Ltd', 50.01])))).toBe('false');
  });

  it('is asked for when nobody stated it', () => {
    const row = ask(OWNED, { counterparty: { name: 'a firm' } });

    expect(truth(row)).toBe('unknown');
    expect(row.missing).toEqual(['counterparty.ownership']);
  });

  it('is taken for none, and says so, where the rule wants no asking', () => {
    const value = { relation: 'owned', list: 'a-list', percentMin: 50, ifUnstated: 'no' } as const;

    const row = ask(
      { fact: 'counterparty.party', op: 'related', value },
      { counterparty: { name: 'a firm' } },
    );

    expect(truth(row)).toBe('false');
    expect(row.assumed?.join()).toContain('taken as not owned');
  });

  it.each<[string, string, Truth]>([
    ['a party of the rulebook that is half owned', 'Half Ltd', 'true'],
    ['one owned a little less', 'Less Ltd', 'false'],
    ['one owned by a half-owned one', 'Chain Ltd', 'true'],
    ['one at the end of the chain', 'Link Ltd', 'true'],
    ['a party of the rulebook by its id', 'half', 'true'],
  ])('is known of %s', (_, name, expected) => {
    expect(truth(ask(OWNED, { counterparty: { name } }))).toBe(expected);
  });

  it.each<[string, readonly Ownership[], Truth]>([
    ['half by a half-owned one', owned(['Half Ltd', 50], ['Free Ltd', 50]), 'true'],
    ['all by one owned a little less than half', owned(['Less Ltd', 100]), 'false'],
    ['half by the end of a chain', owned(['Link Ltd', 50], ['Free Ltd', 50]), 'true'],
    ['half by a chain and a listed one', owned(['Chain Ltd', 20], ['Two Ltd', 30]), 'true'],
  ])('counts a share in full that is held through others: %s', (_, shares, expected) => {
    expect(truth(ownership(shares))).toBe(expected);
  });

  it('comes to an end in a circle, and in a firm that owns itself', () => {
    expect(truth(ownership(owned(['Circle A', 100])))).not.toBe('true');
    expect(truth(ask(OWNED, { counterparty: { name: 'Circle A' } }))).not.toBe('true');
    expect(truth(ownership(owned(['Mirror', 50], ['Free Ltd', 50])))).toBe('true');
  });

  it('counts an owner only while it is listed', () => {
    const shares = owned(['Past Ltd', 100]);

    expect(truth(ownership(shares, '2019-12-31'))).toBe('false');
    expect(truth(ownership(shares, '2020-01-01'))).toBe('true');
    expect(truth(ownership(shares, '2024-05-31'))).toBe('true');
    expect(truth(ownership(shares, '2024-06-01'))).toBe('false');
  });

  it('counts a share from its first day to the day before its end', () => {
    const shares = [
      { owner: 'One Ltd', percent: 60, from: day('2024-03-01'), to: day('2024-09-01') },
      { owner: 'Free Ltd', percent: 40 },
    ];

    expect(truth(ownership(shares, '2024-02-29'))).toBe('false');
    expect(truth(ownership(shares, '2024-03-01'))).toBe('true');
    expect(truth(ownership(shares, '2024-08-31'))).toBe('true');
    expect(truth(ownership(shares, '2024-09-01'))).toBe('false');
  });

  // Two thirds of the firm are somebody's, and nobody stated whose.
  it('is not settled by a part of the shares', () => {
    const row = ownership(owned(['Free Ltd', 30]));

    expect(truth(row) === 'unknown' || row.assumed !== undefined).toBe(true);
  });

  // An owner that bears the telling word of the group is somebody to ask about.
  it('is not denied for an owner that is likely to be of the group', () => {
    const value = { relation: 'owned', group: 'named' as GroupId, percentMin: 50 } as const;
    const cond: Cond = { fact: 'counterparty.party', op: 'related', value };
    const shares = owned(['Oneness of Brazil', 100]);

    const row = ask(cond, { counterparty: { name: 'a firm', ownership: shares } });

    expect(truth(row) !== 'false' || row.assumed !== undefined).toBe(true);
  });

  // A share is dated by a day; the day must not hang on the clock of whoever asks.
  it('is the same at one instant, however the instant is written', () => {
    const shares = [{ owner: 'One Ltd', percent: 60, to: day('2024-09-01') }];

    const inWashington = ownership(shares, '2024-08-31T22:00-04:00');
    const inLondon = ownership(shares, '2024-09-01T02:00Z');

    expect(inWashington.verdict).toBe(inLondon.verdict);
  });

  // Every path through a circle of owners is a step more: three firms have 65,536 of sixteen steps.
  it('of firms that own each other looks at each of them a few times', () => {
    const names = ['Cross A', 'Cross B', 'Cross C'];
    const crossed = names.map((name) =>
      company(name.toLowerCase().replace(' ', '-'), name, {
        ownership: names.filter((other) => other !== name).map((owner) => ({ owner, percent: 20 })),
      }),
    );
    const provision = prohibition({ activities: 'any', when: OWNED });
    const law = openParts([rule({ prohibitions: [provision] })], [...GROUPS, group('x', crossed)]);
    const lookUp = vi.spyOn(law.directory, 'lookUp');

    const counterparty: Actor = { name: 'x', ownership: owned(['Cross A', 50]) };
    const { verdict } = decide(
      compileRulebook(law),
      { transaction: { id: 't', activity: 'pay', counterparty } },
      parseWhen('2025-01-01') ?? fail(),
    );

    expect(verdict).not.toBe('barred');
    expect(lookUp.mock.calls.length).toBeLessThan(100);
  });
});

describe('being one of the named', () => {
  const SELF: Cond = {
    fact: 'counterparty.party',
    op: 'related',
    value: { relation: 'self', list: 'a-list' },
  };
  const MEMBER: Cond = {
    fact: 'counterparty.party',
    op: 'related',
    value: { relation: 'member', group: 'named' as GroupId },
  };
  const NAMED: Cond = {
    fact: 'counterparty.party',
    op: 'related',
    value: { relation: 'self', parties: ['free' as PartyId] },
  };

  it.each<[string, Actor | undefined, Truth]>([
    ['by name', { name: 'ONE LTD.' }, 'true'],
    ['by id', { party: 'one' }, 'true'],
    ['by id as its name', { name: 'one' }, 'true'],
    ['under another name', { name: 'Free Ltd' }, 'false'],
    ['under a name nobody knows', { name: 'a firm' }, 'false'],
    ['by nobody', undefined, 'unknown'],
  ])('on a list %s', (_, counterparty, expected) => {
    const row = ask(SELF, counterparty === undefined ? {} : { counterparty });

    expect(truth(row)).toBe(expected);
    expect(row.missing).toEqual(expected === 'unknown' ? ['counterparty.name'] : []);
  });

  it('hangs on the day for a list, and not for a group', () => {
    const past = { counterparty: { name: 'Past Ltd' } };

    expect(truth(ask(SELF, past, '2024-05-31'))).toBe('true');
    expect(truth(ask(SELF, past, '2024-06-01'))).toBe('false');
    expect(truth(ask(MEMBER, past, '2024-06-01'))).toBe('true');
  });

  it('reaches parties named one by one', () => {
    expect(truth(ask(NAMED, { counterparty: { name: 'Free Ltd' } }))).toBe('true');
    expect(truth(ask(NAMED, { counterparty: { name: 'One Ltd' } }))).toBe('false');
  });

  it.each<[string, Actor, Truth, boolean]>([
    ['a member', { name: 'Two Ltd' }, 'true', false],
    ['a likely member', { name: 'Oneness Spain' }, 'true', true],
    ['a firm a member owns', { name: 'x', ownership: owned(['Two Ltd', 50]) }, 'true', false],
    ['a firm others own', { name: 'x', ownership: owned(['Free Ltd', 100]) }, 'false', false],
    [
      'a firm whose owner is stated without a share',
      { name: 'x', ownership: owned(['Two Ltd']) },
      'unknown',
      false,
    ],
    ['a party of another group', { name: 'Free Ltd' }, 'false', false],
  ])('of a group: %s', (_, counterparty, expected, isUnsure) => {
    const row = ask(MEMBER, { counterparty });

    expect(truth(row)).toBe(expected);
    expect(row.caution !== undefined).toBe(isUnsure);
  });

  it('by a name others bear is open, and settled by an associated party, with a caution', () => {
    const cond: Cond = {
      fact: 'facts.signatory',
      op: 'related',
      value: { relation: 'self', group: 'people' as GroupId },
    };
    const facts = { signatory: 'Jo Doe' };

    const alone = ask(cond, { counterparty: { name: 'a firm' }, facts });
    const associated = ask(cond, { counterparty: { name: 'Two Ltd' }, facts });
    const full = ask(cond, {
      counterparty: { name: 'a firm' },
      facts: { signatory: 'Jo Anna Doe' },
    });

    expect(truth(alone)).toBe('unknown');
    expect(alone.missing).toEqual(['facts.signatory.identity']);
    expect(truth(associated)).toBe('true');
    expect(associated.caution).toContain('confirm the identity');
    expect(truth(full)).toBe('true');
    expect(full.caution).toBeUndefined();
  });

  it('is open for somebody of whom only a country is stated', () => {
    const row = ask(SELF, { counterparty: { country: 'RU' } });

    expect(truth(row)).toBe('unknown');
    expect(row.missing).toEqual(['counterparty.name']);
  });

  it('is not denied without a word for somebody described and not named', () => {
    const row = ask(SELF, { counterparty: { classes: ['private-organization'] } });

    expect(truth(row) === 'unknown' || row.assumed !== undefined).toBe(true);
  });

  it('is found by the name when the id is not one of the rulebook', () => {
    const row = ask(SELF, { counterparty: { party: 'registry-123', name: 'One Ltd' } });

    expect(truth(row)).toBe('true');
  });

  // Whom one pays, or gives something to, is somebody, stated or not.
  it.each<[Activity]>([['pay'], ['make-available-property']])(
    'is open when `%s` does not say whom',
    (activity) => {
      expect(truth(ask(SELF, { activity }))).toBe('unknown');
    },
  );

  // What is missing is who the owner is, not how large the share.
  it('asks for the identity of an owner whose name others bear too', () => {
    const value = { relation: 'owned', group: 'people' as GroupId, percentMin: 50 } as const;
    const shares = owned(['Jo Doe', 60]);

    const row = ask(
      { fact: 'counterparty.party', op: 'related', value },
      { counterparty: { name: 'a firm', ownership: shares } },
    );

    expect(truth(row)).toBe('unknown');
    expect(row.missing).not.toContain('counterparty.ownership.percent');
  });

  // The telling word of a group of companies is the surname of people too.
  it('is not inferred from the surname of a human being', () => {
    const counterparty: Actor = { name: 'Maria Oneness', classes: ['natural-person'] };

    expect(truth(ask(MEMBER, { counterparty }))).not.toBe('true');
  });
});

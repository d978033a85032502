import { describe, expect, it } from 'vitest';
import type { Identified } from '../inventory/index.ts';
import type {
  Identification,
  PartyRecord,
  Transaction,
  TransactionRecord,
} from '../model/index.ts';
import {
  judgeParty,
  judgeSubjects,
  judgeTransaction,
  questionOfTransaction,
  type Judge,
} from './build-findings.ts';
import {
  compileLaw,
  identificationOf,
  NAMES,
  productOf,
  profileOf,
  when,
} from './finding.fixture.ts';

const LAW = compileLaw();

function judgeAsOf(asOf: string, profile = profileOf()): Judge {
  return { compiled: LAW, profile, asOf: when(asOf), names: NAMES };
}

const JUDGE = judgeAsOf('2024-10-01');

function found(host: string, parts: Partial<Identification> = {}): Identified {
  return {
    subject: {
      kind: 'component',
      name: 'Kaspersky Endpoint Security',
      host,
      source: { file: `hosts/${host}/programs.json`, pointer: '/0' },
    },
    identification: identificationOf(parts),
  };
}

describe('judgeSubjects', () => {
  it('gives a finding for each subject, in their order, with the answers of every rule', () => {
    const findings = judgeSubjects([found('ws-2'), found('ws-1')], JUDGE);

    expect(findings.map(({ subject }) => subject.host)).toEqual(['ws-2', 'ws-1']);
    expect(findings[0]).toMatchObject({ verdict: 'barred', identified: { level: 'identified' } });
    const rules = new Set(findings[0]?.verdicts.map(({ rule }) => rule));
    expect(rules.size).toBe(LAW.rules.length);
  });

  it('asks the rules once for what is the same, and shares the answer', () => {
    const [first, second, other] = judgeSubjects(
      [found('ws-1'), found('ws-2'), found('ws-3', { class: 'camera' })],
      JUDGE,
    );

    expect(second?.verdicts).toBe(first?.verdicts);
    expect(other?.verdicts).not.toBe(first?.verdicts);
  });

  it.each([
    ['party', { party: 'tencent' as never }],
    ['product', { product: productOf('kaspersky-vpn') }],
    ['class', { class: 'vpn' as const }],
    ['level', { level: 'probable' as const }],
    ['presence', { presence: 'remnant' as const }],
    ['what it is inside of', { embeddedIn: 'MailWarden 400' }],
  ])('asks anew where the %s differs', (_, parts) => {
    const [plain, differing] = judgeSubjects([found('ws-1'), found('ws-1', parts)], JUDGE);

    expect(differing?.verdicts).not.toBe(plain?.verdicts);
    expect(differing?.verdicts).toEqual(judgeSubjects([found('ws-1', parts)], JUDGE)[0]?.verdicts);
  });

  it('bars nothing on the strength of something probable', () => {
    const [probable] = judgeSubjects([found('ws-1', { level: 'probable' })], JUDGE);

    expect(probable?.verdict).toBe('undetermined');
  });

  it('leaves a lead unsettled, with no row: the rules are not asked about it', () => {
    const [lead] = judgeSubjects([found('ws-1', { level: 'lead' })], JUDGE);

    expect(lead).toMatchObject({ verdict: 'undetermined', verdicts: [] });
  });

  it('gives findings ids that stay the same over runs and differ from each other', () => {
    const ids = (asOf: string): readonly string[] =>
      judgeSubjects([found('ws-1'), found('ws-2')], judgeAsOf(asOf)).map(({ id }) => id);

    expect(ids('2024-10-01')).toEqual(ids('2026-11-24'));
    expect(new Set(ids('2024-10-01')).size).toBe(2);
    for (const id of ids('2024-10-01')) expect(id).toMatch(/^[0-9a-f]{16}$/);
  });

  it('gives two products of one subject two ids', () => {
    const [a, b] = judgeSubjects(
      [found('ws-1'), found('ws-1', { product: productOf('kaspersky-vpn') })],
      JUDGE,
    );

    expect(a?.id).not.toBe(b?.id);
  });
});

function record(transaction: Transaction): TransactionRecord {
  return { kind: 'transaction', source: { file: 'orders.csv', pointer: 'line:2' }, transaction };
}

const RENEWAL: Transaction = {
  id: 'PB-1',
  activity: 'renew',
  counterparty: { name: 'Kaspersky Lab, Inc.' },
  item: { name: 'Kaspersky Endpoint Security' },
};

const RESOLVED = {
  name: 'Kaspersky Endpoint Security',
  maker: 'kaspersky-lab' as never,
  makerLevel: 'identified' as const,
  class: 'endpoint-protection' as const,
  evidence: [],
};

describe('judgeTransaction', () => {
  it('is about the order, as of the date of the check where it has none', () => {
    const finding = judgeTransaction(record(RENEWAL), RESOLVED, JUDGE);

    expect(finding).toMatchObject({
      verdict: 'barred',
      subject: {
        kind: 'transaction',
        name: 'PB-1: renew Kaspersky Endpoint Security (Kaspersky Lab, Inc.)',
        source: { file: 'orders.csv', pointer: 'line:2' },
      },
    });
    expect(finding).not.toHaveProperty('identified');
  });

  it('answers as of its own date', () => {
    const early = record({ ...RENEWAL, at: '2024-07-19' as never });

    const { verdicts } = judgeTransaction(early, RESOLVED, JUDGE) ?? { verdicts: [] };
    const row = verdicts.find(({ rule }) => rule === 'us-icts-kaspersky-2024');
    expect(row?.verdict).toBe('not-yet');
  });

  it('is no finding where no rule reaches it', () => {
    const salt = record({
      id: 'PB-2',
      activity: 'procure',
      counterparty: { name: 'Salt Works', country: 'US', classes: [] },
      item: { name: 'road salt' },
    });
    const item = { name: 'road salt', makerName: 'Salt Works', makerLevel: 'stated', evidence: [] };

    expect(judgeTransaction(salt, item as never, JUDGE)).toBeUndefined();
  });

  it.each([
    [{}, 'PB-3: renew'],
    [{ item: { product: 'a license' } }, 'PB-3: renew a license'],
    [{ item: { name: '' }, counterparty: { name: '' } }, 'PB-3: renew'],
    [
      { counterparty: { name: 'Anton Mikhaylovich Ivanov' } },
      'PB-3: renew (Anton Mikhaylovich Ivanov)',
    ],
  ] as const)('with %j is titled `%s`', (parts, title) => {
    const order = record({ id: 'PB-3', activity: 'renew', ...parts } as never);

    const finding = judgeTransaction(order, RESOLVED, JUDGE);

    expect(finding?.subject.name).toBe(title);
  });

  it('asks with the profile for the actor', () => {
    const profile = profileOf();

    expect(questionOfTransaction(RENEWAL, RESOLVED, profile)).toEqual({
      transaction: RENEWAL,
      item: RESOLVED,
      profile,
    });
  });
});

function supplier(properties: PartyRecord['properties']): PartyRecord {
  return {
    kind: 'party',
    source: { file: 'suppliers.csv', pointer: 'line:2' },
    id: 'line:2',
    schema: 'Company',
    properties,
  };
}

describe('judgeParty', () => {
  it('is a finding about a supplier that rules name, asked about as a seller too', () => {
    const finding = judgeParty(supplier({ name: ['Kaspersky Lab, Inc.'], country: ['US'] }), JUDGE);

    expect(finding?.subject).toEqual({
      kind: 'party',
      name: 'Kaspersky Lab, Inc.',
      source: { file: 'suppliers.csv', pointer: 'line:2' },
    });
    expect(finding?.verdict).not.toBe('out-of-scope');
    const activities = new Set(finding?.verdicts.map(({ activity }) => activity));
    expect(activities).toContain('contract-with-named');
    expect(activities).toContain('procure');
  });

  it('bars a person that a list names, and leaves a name like theirs open', () => {
    const [listed, namesake] = ['Anton Mikhaylovich Ivanov', 'Anton Ivanov'].map((name) =>
      judgeParty(supplier({ name: [name] }), JUDGE),
    );

    expect(listed?.verdict).toBe('barred');
    expect(namesake?.verdict).toBe('undetermined');
  });

  it.each(['Salt Works', 'Kaspar Sky Photography', 'Ivanov Bakery', 'Dahua Lin'])(
    'is no finding about %s',
    (name) => {
      expect(judgeParty(supplier({ name: [name], country: ['US'] }), JUDGE)).toBeUndefined();
    },
  );

  it('leaves aside a country that is no code', () => {
    const name = ['Kaspersky Lab, Inc.'];

    const words = judgeParty(supplier({ name, country: ['United States'] }), JUDGE);
    const none = judgeParty(supplier({ name }), JUDGE);

    expect(words?.verdicts).toEqual(none?.verdicts);
  });

  it('is no finding about a party without a name', () => {
    expect(judgeParty(supplier({}), JUDGE)).toBeUndefined();
    expect(judgeParty(supplier({ name: [] }), JUDGE)).toBeUndefined();
  });

  // Only the first name is looked at; other names and aliases are passed over in silence.
  it.each([
    ['a second name', { name: ['Andrei A.', 'Anton Mikhaylovich Ivanov'] }],
    ['an alias', { name: ['Andrei A.'], alias: ['Anton Mikhaylovich Ivanov'] }],
  ])('is a finding about a party that a list names by %s', (_, properties) => {
    expect(judgeParty(supplier(properties), JUDGE)).toBeDefined();
  });
});

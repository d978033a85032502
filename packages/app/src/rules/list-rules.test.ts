import { fileURLToPath } from 'node:url';
import { parseWhen, type Profile, type When } from '@interdict/core';
import { describe, expect, it } from 'vitest';
import { loadEdition } from '../edition/index.ts';
import { InterdictError } from '../problems.ts';
import { sheetText } from '../report/index.ts';
import { listCsv, listJson, listRules, listSheet, type ListRulesOptions } from './index.ts';

const DATA = fileURLToPath(new URL('../../dist/data', import.meta.url));
const edition = loadEdition(DATA);

function when(text: string): When {
  const read = parseWhen(text);
  if (read === undefined) throw new Error(`\`${text}\` is no time`);
  return read;
}

const NOW = when('2026-11-24');

function list(options: Partial<ListRulesOptions>) {
  return listRules(edition, { asOf: NOW, ...options });
}

function ids(options: Partial<ListRulesOptions>): readonly string[] {
  return list(options).map(({ id }) => id);
}

const COUNTY: Profile = {
  schema: 'interdict.profile/1',
  name: 'A county',
  country: 'US',
  state: 'OH',
  classes: ['local-government', 'grantee'],
};

describe('listRules', () => {
  it('lists every rule of the edition when nothing is filtered', () => {
    expect(ids({})).toEqual(edition.compiled.rules.map(({ rule }) => rule.id));
  });

  it('takes a country with its states, or one state', () => {
    expect(ids({ jurisdictions: ['us-tx'] })).toContain('us-tx-prohibited-tech');
    expect(ids({ jurisdictions: ['us-tx'] }).every((id) => id.startsWith('us-tx'))).toBe(true);
    expect(ids({ jurisdictions: ['us'] })).toEqual(
      expect.arrayContaining(['us-icts-kaspersky-2024', 'us-tx-prohibited-tech']),
    );
    expect(ids({ jurisdictions: ['us'] })).not.toContain('de-bsi-warning-2022');
  });

  it('filters by state and by force, as of the time asked about', () => {
    const suspended = { statuses: ['suspended'] } as const;

    expect(ids({ ...suspended, asOf: when('2026-11-09') })).toEqual(['us-ear-affiliates-rule']);
    expect(ids({ ...suspended, asOf: when('2026-11-10') })).toEqual([]);
    expect(ids({ statuses: ['not-yet'] })).toContain('us-ndaa2023-5949');
    expect(ids({ statuses: ['in-force', 'not-yet', 'ended'] })).toHaveLength(ids({}).length);
  });

  it('finds what is overdue for confirmation, from the day after', () => {
    const overdue = { statuses: ['overdue'] } as const;

    expect(ids({ ...overdue, asOf: when('2026-11-30') })).toEqual([]);
    expect(ids({ ...overdue, asOf: when('2026-12-01') })).toEqual(['us-ear-affiliates-rule']);
  });

  it('filters by bound class, and leaves out only what cannot bind it', () => {
    const contractor = ids({ bound: 'federal-contractor' });

    expect(contractor).toEqual(expect.arrayContaining(['us-far-52.204-23', 'us-fascsa']));
    // It binds whoever exports, so a contractor too.
    expect(contractor).toContain('us-ear-entity-list-kaspersky-2024');
    expect(contractor).not.toContain('us-ndaa2018-1634');
    expect(ids({ bound: 'dod' })).toContain('us-ndaa2018-1634');
  });

  it('filters by party: by its alias, its list, its owners and its products', () => {
    expect(ids({ party: 'Acronis' })).toContain('us-fascsa-order-acronis-2025');
    expect(ids({ party: 'AO Kaspersky Lab' })).toEqual(
      expect.arrayContaining([
        'us-icts-kaspersky-2024',
        'us-ear-entity-list-kaspersky-2024',
        'us-ear-affiliates-rule',
      ]),
    );
    expect(ids({ party: 'TikTok Inc.' })).toContain('us-pafaca');
    expect(ids({ party: 'AO Kaspersky Lab' })).not.toContain('us-pafaca');
  });

  it.each([
    [
      { party: 'Kasperky Lab' },
      /no party named `Kasperky Lab`; the nearest name is `Kaspersky Lab/u,
    ],
    [{ jurisdictions: ['us-tz'] }, /no rule is of the jurisdiction `us-tz`, the nearest is `us-t/u],
  ])('refuses %j with the nearest that there is', (options, message) => {
    expect(() => list(options)).toThrow(InterdictError);
    expect(() => list(options)).toThrow(message);
  });

  it('says for each rule why it does or does not bind, and what would change it', () => {
    const listings = list({ profile: COUNTY });
    const said = (id: string) => listings.find((one) => one.id === id);

    expect(listings.every(({ because }) => because !== undefined && because !== '')).toBe(true);
    expect(said('us-tx-prohibited-tech')).toMatchObject({
      binding: { kind: 'not' },
      because: 'You are not in the state or province TX',
      change: 'It would bind you if you were in the state or province TX',
    });
    expect(said('us-ndaa2019-889-grants')).toMatchObject({
      binding: { kind: 'binds' },
      because: expect.stringMatching(
        /^You are a recipient of US federal grants or loans .*, where/u,
      ),
      change: expect.stringMatching(/^It would not bind you if you were not a recipient of US/u),
    });
    expect(said('us-ndaa2018-1634')?.binding?.kind).toBe('not');
  });

  it('says so of every rule for every class alone, without a word that is not English', () => {
    for (const bound of [
      'federal-agency',
      'carrier',
      'natural-person',
      'public-authority',
    ] as const) {
      const profile: Profile = { schema: 'interdict.profile/1', name: 'x', classes: [bound] };
      for (const { because = '', change = '' } of list({ profile })) {
        expect(`${because} ${change}`).not.toMatch(/undefined|\[object|[{}]|\.\.|, ,|^,/u);
        expect(because).toMatch(/^[A-Z]/u);
      }
    }
  });
});

describe('the list on a page', () => {
  it('puts what binds first and what does not bind last', () => {
    const listings = list({ profile: COUNTY });

    const text = sheetText(listSheet(listings, { edition, asOf: NOW, profile: COUNTY }), {
      columns: 80,
      color: false,
    });

    const titles = [...text.matchAll(/^([A-Z ]+) \(\d+\) ─/gmu)].map(([, title]) => title);
    expect(titles[0]).toBe('BINDS YOU');
    expect(titles.at(-1)).toBe('DOES NOT BIND YOU');
  });

  it('shows OVERDUE with the day and the reason', () => {
    const asOf = when('2026-12-02');
    const sheet = listSheet(listRules(edition, { asOf }), { edition, asOf });

    const text = sheetText(sheet, { columns: 200, color: false });

    expect(text).toContain('OVERDUE FOR CONFIRMATION');
    expect(text).toMatch(/us-ear-affiliates-rule .*\. OVERDUE: confirm by 30 November/u);
    expect(text).toContain('no extension was found and none can be excluded');
  });
});

describe('the list for programs', () => {
  it('is CSV with a fixed head and a line for each rule', () => {
    const lines = listCsv(list({ profile: COUNTY })).split('\r\n');

    expect(lines[0]).toBe(
      'rule,title,jurisdiction,kind,issuer,status,force,since,until,overdue,citationsVerified,' +
        'citationsRecorded,citationsUnsettled,openPoints,binds,because,change',
    );
    expect(lines).toHaveLength(list({}).length + 2);
  });

  it('is JSON that names the edition and the facts that would change an answer', () => {
    const value = listJson(list({ profile: COUNTY }), edition, NOW);

    expect(value).toMatchObject({
      schema: 'interdict.rule-list/1',
      asOf: '2026-11-24',
      rulebook: { digest: edition.compiled.rulebook.digest },
    });
    const { rules } = JSON.parse(JSON.stringify(value)) as {
      rules: { id: string; provisions: { id: string; changes: unknown[] }[] }[];
    };
    const texas = rules.find(({ id }) => id === 'us-tx-prohibited-tech');
    expect(texas?.provisions.find(({ id }) => id === 'p-local')?.changes).toEqual([
      { fact: 'actor.state', op: 'eq', value: 'TX', becomes: 'yes' },
    ]);
  });
});

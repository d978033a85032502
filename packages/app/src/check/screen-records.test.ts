import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  assert,
  checkSchema,
  parseWhen,
  ReportSchema,
  type Profile,
  type Report,
} from '@interdict/core';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadEdition, type Edition } from '../edition/index.ts';
import { renderReportParts } from '../report/index.ts';
import { openScreenings, type ScreeningsByDay } from '../screen/index.ts';
import { makeStore, OWN_ONLY, type MadeStore } from '../screen/screen.fixture.ts';
import { checkPaths } from './index.ts';

// The names on the lists are made; nobody listed anywhere has them.

const DATA = fileURLToPath(new URL('../../dist/data', import.meta.url));
const PROFILE: Profile = {
  schema: 'interdict.profile/1',
  name: 'a county',
  country: 'US',
  classes: ['local-government'],
};
const LISTED = 'name,type,country\nZorvex Quandary Holdings,organization,RU\n';

let edition: Edition;
let made: MadeStore;

beforeAll(() => {
  edition = loadEdition(DATA);
});

beforeEach(() => {
  made = makeStore();
});

afterEach(() => {
  made.remove();
});

/** Screening of own lists alone; with `official`, also of the official ones, which are missing. */
function screenings(official = false): ScreeningsByDay {
  const { store, folder } = made;
  return openScreenings({ store, folder, ...(official ? {} : { sources: OWN_ONLY }) });
}

function check(asOf: string, text: string, by: ScreeningsByDay | undefined = screenings()): Report {
  const when = parseWhen(asOf);
  assert(when !== undefined, 'the date exists');
  const file = made.write('input', text);
  return checkPaths([file], { edition, profile: PROFILE, asOf: when, screenings: by });
}

const SUPPLIER =
  '{"id":"s","schema":"Company","properties":{"name":["Zorvex Quandary Holdings"]}}\n';
const STRANGER = '{"id":"n","schema":"Company","properties":{"name":["Nobody Whatsoever"]}}\n';

describe('suppliers and orders against official lists', () => {
  it('are findings with ledger and provenance where a list entry matches, and open ones', () => {
    made.add('own.made', '2026-01-01', LISTED);

    const report = check('2026-02-01', SUPPLIER + STRANGER);
    const [finding, ...others] = report.findings;
    const [match] = finding?.screened?.matches ?? [];

    expect(others).toEqual([]);
    expect(finding?.verdict).toBe('undetermined');
    expect(report.summary.status).toBe('incomplete');
    expect(match).toMatchObject({ as: 'party', list: 'own.made', asOf: '2026-01-01' });
    const points = match?.explanation.reduce((sum, line) => sum + line.points, 0);
    expect(points).toBe(Math.round((match?.score ?? 0) * 10_000));
    expect(match?.explanation[0]?.source?.pointer).toBe('line:2');
    expect(checkSchema(ReportSchema, report)).toEqual([]);
  });

  it('stand in the headline and in the table with name, entry, list and score', () => {
    made.add('own.made', '2026-01-01', LISTED);

    const report = check('2026-02-01', SUPPLIER);

    const entry = 'Zorvex Quandary Holdings (Zorvex Quandary Holdings, own.made, score 0.95)';
    const options = { columns: 1000, color: false };
    const table = [...renderReportParts(report, 'table', options)].join('');
    expect(table.replaceAll(/\s+/g, ' ')).toContain(
      `1 finding may be on an official list, which is for you to find out: ${entry}.`,
    );
    expect([...renderReportParts(report, 'csv', options)].join('')).toContain(
      'Zorvex Quandary Holdings (own.made:',
    );
  });

  it('names the version of each list, and no longer says that it was not looked up', () => {
    made.add('own.made', '2026-01-01', LISTED);

    const { lists, summary } = check('2026-02-01', STRANGER);

    const own = lists.find(({ id }) => id === 'own.made');
    expect(own).toMatchObject({ asOf: '2026-01-01', status: 'current' });
    expect(own?.digest).toMatch(/^[0-9a-f]{64}$/);
    const unread = summary.notCovered.find((one) => one.startsWith('official lists ('));
    expect(unread).not.toContain('own.made');
  });

  it('finds the counterparty, its owner, and whom a fact names', () => {
    made.add('own.made', '2026-01-01', LISTED);
    const order = (id: string, more: object): string =>
      `${JSON.stringify({ id, activity: 'export', at: '2026-02-01', ...more })}\n`;
    const name = 'Zorvex Quandary Holdings';
    const stranger = { name: 'Nobody Whatsoever', country: 'TR' };

    const report = check(
      '2026-02-01',
      order('1', { counterparty: { name } }) +
        order('2', { counterparty: { ...stranger, ownership: [{ owner: name, percent: 60 }] } }) +
        order('3', { counterparty: stranger, facts: { endUser: name } }) +
        order('4', { counterparty: stranger }),
    );

    const places = report.findings.flatMap(({ subject, screened }) =>
      (screened?.matches ?? []).map(({ as }) => `${subject.name[0] ?? ''} ${as}`),
    );
    expect(places.toSorted()).toEqual([
      '1 counterparty',
      '2 counterparty.ownership.0',
      '3 facts.endUser',
    ]);
  });

  it('are no match as of a day before the party was listed, each order as of its own', () => {
    made.add('own.made', '2026-01-01', 'name,type\nHollen Vaskerry,person\n');
    made.add('own.made', '2026-02-01', `${LISTED}Hollen Vaskerry,person,\n`);
    const order = (id: string, at: string): string =>
      `{"id":"${id}","activity":"procure","at":"${at}",` +
      `"counterparty":{"name":"Zorvex Quandary Holdings"}}\n`;

    const suppliers = check('2026-01-31', SUPPLIER);
    const orders = check('2026-03-01', order('1', '2026-01-31') + order('2', '2026-02-01'));

    expect(suppliers.findings).toEqual([]);
    const matched = orders.findings.filter(({ screened }) => screened !== undefined);
    expect(matched.map(({ subject }) => subject.name[0])).toEqual(['2']);
  });

  it('say for an order older than every version kept that the list does not answer', () => {
    made.add('own.made', '2026-01-01', LISTED);
    const order =
      '{"id":"1","activity":"procure","at":"2020-01-01","counterparty":{"name":"Nobody"}}';

    const report = check('2026-02-01', `${order}\n`);

    expect(report.lists.find(({ id }) => id === 'own.made')?.status).toBe('stale');
    expect(report.summary.notCovered.join(' ')).toContain('oldest version kept of `own.made`');
    expect(report.summary.status).not.toBe('clear');
  });

  it('keep what a rule says of them: a bar stays a bar', () => {
    made.add('own.made', '2026-01-01', 'name,type\nOOO Kaspersky Group,organization\n');
    const party = '{"id":"k","schema":"Company","properties":{"name":["OOO Kaspersky Group"]}}\n';

    const without = checkWithout(party);
    const report = check('2026-02-01', party);

    expect(report.findings[0]?.verdict).toBe(without.findings[0]?.verdict);
    expect(report.findings[0]?.verdicts).toEqual(without.findings[0]?.verdicts);
    expect(report.findings[0]?.screened?.matches).toHaveLength(1);
  });

  it('say without any list what to run, and are incomplete', () => {
    const report = checkWithout(STRANGER);

    expect(report.summary.status).toBe('incomplete');
    expect(report.lists.every(({ status }) => status === 'missing')).toBe(true);
    expect(report.summary.notCovered.join(' ')).toContain('interdict lists update');
  });

  it('never end clear with a supplier that was not screened', () => {
    made.add('own.made', '2026-01-01', LISTED);
    const byOwn = screenings();
    const byAll = screenings(true);
    const names = fc.array(fc.stringMatching(/^[A-Za-z ]{1,24}$/), { minLength: 1, maxLength: 4 });
    const days = fc.constantFrom('2025-06-01', '2026-02-01', '2026-11-01');
    const ways = fc.constantFrom(undefined, byOwn, byAll);
    fc.assert(
      fc.property(names, days, ways, (given, day, by) => {
        const lines = given.map((name, at) =>
          JSON.stringify({ id: String(at), schema: 'Company', properties: { name: [`x${name}`] } }),
        );
        const report =
          by === undefined ? checkWithout(lines.join('\n')) : check(day, lines.join('\n'), by);
        const isScreened = report.lists.every(({ status }) => status === 'current');
        return isScreened || !['clear', 'advisory'].includes(report.summary.status);
      }),
      { numRuns: 40 },
    );
  });
});

function checkWithout(text: string): Report {
  const when = parseWhen('2026-02-01');
  assert(when !== undefined, 'the date exists');
  const file = path.join(made.root, 'without');
  made.write('without', text);
  return checkPaths([file], { edition, profile: PROFILE, asOf: when });
}

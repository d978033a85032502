import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { assert, parseWhen, type Decision, type Profile, type When } from '@interdict/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadEdition, type Edition } from '../edition/index.ts';
import { InterdictError } from '../problems.ts';
import { decideFile } from './index.ts';

const DATA = fileURLToPath(new URL('../../dist/data', import.meta.url));
const DAMAGED = fileURLToPath(new URL('../../../../examples/damaged/', import.meta.url));

const COUNTY: Profile = {
  schema: 'interdict.profile/1',
  name: 'a county',
  country: 'US',
  classes: ['local-government'],
};

let edition: Edition;
let folder: string;

beforeAll(() => {
  edition = loadEdition(DATA);
  folder = mkdtempSync(path.join(tmpdir(), 'interdict-decide-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function when(text: string): When {
  const read = parseWhen(text);
  assert(read !== undefined, 'the date exists');
  return read;
}

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

const RENEWAL = {
  id: 'renewal',
  activity: 'renew',
  counterparty: { name: 'Kaspersky Lab, Inc.' },
  item: {
    name: 'Kaspersky Endpoint Security',
    maker: 'Kaspersky Lab',
    function: 'endpoint-protection',
  },
};

function decideIn(
  file: string,
  options: { readonly asOf?: string; readonly knownAt?: string; readonly profile?: Profile } = {},
) {
  const decisions: Decision[] = [];
  const { asOf = '2024-10-01', knownAt, profile } = options;
  const outcome = decideFile(
    file,
    {
      edition,
      profile,
      asOf: when(asOf),
      knownAt: knownAt === undefined ? undefined : when(knownAt),
    },
    (decision) => decisions.push(decision),
  );
  return { ...outcome, decisions };
}

describe('decideFile', () => {
  it('hands each decision on in the order of the file, and counts them', () => {
    const file = write(
      'two.ndjson',
      ['b', 'a'].map((id) => JSON.stringify({ ...RENEWAL, id })).join('\n'),
    );

    const { decisions, count, problems, isLost } = decideIn(file, { profile: COUNTY });

    expect(decisions.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['b', 'barred'],
      ['a', 'barred'],
    ]);
    expect({ count, problems, isLost }).toEqual({ count: 2, problems: [], isLost: false });
  });

  it('asks as of the transaction’s own date, and of the given one where it has none', () => {
    const own = write('own.json', JSON.stringify({ ...RENEWAL, at: '2024-07-19' }));
    const none = write('none.json', JSON.stringify(RENEWAL));

    const asOf = '2024-08-15';
    const profile = COUNTY;

    const early = decideIn(own, { asOf, profile }).decisions[0];
    expect(early?.asOf).toBe('2024-07-19');
    expect(early?.rows.find(({ rule }) => rule === 'us-icts-kaspersky-2024')?.verdict).toBe(
      'not-yet',
    );
    expect(decideIn(none, { asOf, profile }).decisions[0]).toMatchObject({
      asOf,
      verdict: 'barred',
    });
  });

  it('takes the profile for the actor where the transaction names none', () => {
    const file = write('actor.json', JSON.stringify(RENEWAL));

    const withProfile = decideIn(file, { profile: COUNTY }).decisions[0];
    const without = decideIn(file).decisions[0];

    expect(withProfile?.verdict).toBe('barred');
    expect(without?.verdict).toBe('undetermined');
  });

  // Nobody states the publisher of an app; the name by which a list has it is enough.
  it.each([
    [{ name: 'RedNote' }, 'barred'],
    [{ name: 'Temu' }, 'barred'],
    [{ product: 'WeChat' }, 'barred'],
    [{ name: 'TikTok', maker: 'TikTok USDS Joint Venture LLC' }, 'barred'],
    [{ name: 'RedNote', maker: 'a publisher' }, 'undetermined'],
    [{ name: 'TP-Link' }, 'undetermined'],
    [{ name: 'a model', maker: 'MiniMax' }, 'barred'],
    [{ name: 'a fire alarm', maker: 'Minimax GmbH' }, 'undetermined'],
    [{ name: 'an app', maker: '小红书' }, 'undetermined'],
    [{ name: 'libminimax', maker: 'Debian' }, 'out-of-scope'],
  ])('answers a Texas agency about %j: %s', (item, verdict) => {
    const order = {
      id: 'order',
      at: '2026-03-01',
      activity: 'use',
      actor: { name: 'an agency', country: 'US', state: 'TX', classes: ['state-agency'] },
      item,
      facts: { governmentDevice: true },
    };

    const { decisions } = decideIn(write('item.json', JSON.stringify(order)));

    const row = decisions[0]?.rows.find(({ rule }) => rule === 'us-tx-prohibited-tech');
    expect(row?.verdict).toBe(verdict);
    if (verdict === 'undetermined') expect(row?.missing).toEqual(['item.maker']);
  });

  it('answers from what the rulebook had recorded by a day', () => {
    const file = write('known.json', JSON.stringify(RENEWAL));

    const { decisions } = decideIn(file, { profile: COUNTY, knownAt: '2020-01-01' });

    expect(decisions[0]?.verdict).not.toBe('barred');
  });

  it('says what it left out, goes on with the rest, and that something is lost', () => {
    const { decisions, problems, isLost } = decideIn(`${DAMAGED}bad-date.purchase-orders.csv`);

    expect(decisions.map(({ id }) => id)).toEqual(['DM-0001', 'DM-0003']);
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'value', pointer: 'line:3:2' }),
    );
    expect(isLost).toBe(true);
  });

  it('takes records that are no transactions for lost, not for free', () => {
    const { count, problems, isLost } = decideIn(`${DAMAGED}good-with-finding.cdx.json`);

    expect(count).toBe(0);
    expect(problems).toContainEqual({
      code: 'not-a-transaction',
      message: '6 records of cyclonedx-json are no transactions: use `check`',
    });
    expect(isLost).toBe(true);
  });

  it.each([
    ['an empty file', '', 'empty'],
    ['text of no known format', 'bring milk\n', 'format-unknown'],
  ])('takes %s for lost', (_, text, code) => {
    const { count, problems, isLost } = decideIn(write('lost', text));

    expect(count).toBe(0);
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(isLost).toBe(true);
  });

  it('throws `path-missing` for a file that is not there, and lets a stop through', () => {
    expect(() => decideIn(path.join(folder, 'missing'))).toThrow(InterdictError);
    expect(() => decideIn(path.join(folder, 'missing'))).toThrow(/^cannot read: ENOENT/);

    const file = write('stop.json', JSON.stringify(RENEWAL));
    const stop = () => {
      throw new Error('the reader went away');
    };
    const options = { edition, profile: COUNTY, asOf: when('2024-10-01'), knownAt: undefined };
    expect(() => decideFile(file, options, stop)).toThrow('the reader went away');
  });
});

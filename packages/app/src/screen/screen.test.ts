import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InterdictError } from '../problems.ts';
import {
  buildListIndex,
  compareFile,
  openScreening,
  screenFile,
  type PartyAnswer,
  type Screening,
} from './index.ts';
import { makeStore, OWN_ONLY, when, type MadeStore } from './screen.fixture.ts';

// Every name in here is made; nobody listed anywhere has them.

let made: MadeStore;

beforeEach(() => {
  made = makeStore();
});

afterEach(() => {
  made.remove();
});

const FIRST = 'name,type,country\nZorvex Quandary Holdings,organization,RU\n';
const SECOND = `${FIRST}Brimlock Tessaly Works,organization,CN\n`;

function open(asOf: string, more: Partial<Parameters<typeof openScreening>[0]> = {}): Screening {
  const { store, folder } = made;
  return openScreening({ store, folder, asOf: when(asOf), sources: OWN_ONLY, ...more });
}

function answers(screening: Screening, text: string): readonly PartyAnswer[] {
  const all: PartyAnswer[] = [];
  screenFile(made.write('parties', text), screening, (answer) => all.push(answer));
  return all;
}

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof InterdictError) return error.code;
    throw error;
  }
  return 'nothing was thrown';
}

describe('the index of the lists', () => {
  it('is kept beside them, and read again while no list changes', () => {
    made.add('own.made', '2026-01-01', FIRST);

    const built = buildListIndex(made);
    const again = open('2026-02-01').index;

    expect(built).toMatchObject({ isNew: true, unreadable: [] });
    expect(again).toMatchObject({ isNew: false, bytes: built.bytes });
    expect(again.snapshot.digest).toBe(built.snapshot.digest);
    expect(readdirSync(made.folder).toSorted()).toEqual(
      ['current.json', `${built.snapshot.digest}.snapshot`].toSorted(),
    );
  });

  it('is built again when a list has a new version, and also when it has an older one', () => {
    made.add('own.made', '2026-01-01', FIRST);
    buildListIndex(made);

    made.add('own.made', '2026-02-01', SECOND);
    const newer = open('2026-03-01');
    made.add('own.made', '2025-01-01', 'name\nHollen Vaskerry\n');
    const older = open('2026-03-01');

    expect(newer.index.isNew).toBe(true);
    expect(older.index.isNew).toBe(true);
    expect(answers(newer, 'Brimlock Tessaly Works')[0]?.results[0]?.match).toBe(true);
    expect(answers(open('2025-06-01'), 'Hollen Vaskerry')[0]?.results[0]?.match).toBe(true);
  });

  it('is built again when it is damaged, whichever byte that is', () => {
    made.add('own.made', '2026-01-01', FIRST);
    const { snapshot } = buildListIndex(made);
    const file = path.join(made.folder, `${snapshot.digest}.snapshot`);
    const bytes = readFileSync(file);
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
    writeFileSync(file, bytes);

    const { index } = open('2026-02-01');

    expect(index.isNew).toBe(true);
    expect(index.snapshot.digest).toBe(snapshot.digest);
    expect(open('2026-02-01').index.isNew).toBe(false);
  });

  it('leaves a list out that cannot be read, says so, and is not kept', () => {
    made.add('own.made', '2026-01-01', FIRST);
    made.add('own.other', '2026-01-01', SECOND);
    writeFileSync(path.join(made.root, 'lists/own.made/history.ndjson.gz'), 'no gzip');

    const screening = open('2026-02-01');

    expect(screening.index.unreadable.map(({ id }) => id)).toEqual(['own.made']);
    expect(screening.index.notKept).toBeDefined();
    expect(answers(screening, 'Brimlock Tessaly Works')[0]).toMatchObject({
      status: 'incomplete',
      results: [{ list: 'own.other', match: true }],
      lists: [
        { id: 'own.made', status: 'unreadable' },
        { id: 'own.other', status: 'current' },
      ],
    });
  });
});

describe('screening parties of a file', () => {
  it('reads names, tables and FollowTheMoney, and answers each in turn', () => {
    made.add('own.made', '2026-01-01', SECOND);
    const screening = open('2026-02-01');
    const party =
      '{"id":"p","schema":"Company","properties":{"name":["Zorvex Quandary Holdings"]}}';

    const names = answers(screening, 'Zorvex Quandary Holdings\n\nNobody Whatsoever\n');
    const table = answers(screening, 'Supplier ID,Name,Country\n7,Brimlock Tessaly Works,China\n');
    const ftm = answers(screening, `${party}\n`);

    expect(names.map(({ id, results }) => [id, results.length])).toEqual([
      ['line:1', 1],
      ['line:3', 0],
    ]);
    expect(names[0]?.status).toBe('complete');
    expect(table[0]).toMatchObject({ id: '7', results: [{ caption: 'Brimlock Tessaly Works' }] });
    expect(ftm[0]).toMatchObject({ id: 'p', results: [{ match: true, list: 'own.made' }] });
  });

  it('finds a vessel by its name alone', () => {
    made.add('own.made', '2026-01-01', 'name,type\nZorvex Quandary,vessel\n');

    const [answer] = answers(open('2026-02-01'), 'Zorvex Quandary\n');

    expect(answer?.results[0]).toMatchObject({ schema: 'Vessel', match: true });
  });

  it('names a bad line with its place and screens the others', () => {
    made.add('own.made', '2026-01-01', FIRST);
    const screening = open('2026-02-01');
    const party = '{"schema":"Company","properties":{"name":["Zorvex Quandary Holdings"]}}';
    const all: PartyAnswer[] = [];

    const file = made.write('bad', `${party}\n{"schema": nope}\n${party}\n[1]\n{"a":1}\n`);
    const outcome = screenFile(file, screening, (answer) => all.push(answer));

    expect(all.map(({ results }) => results[0]?.match)).toEqual([true, true]);
    expect(outcome.isLost).toBe(true);
    expect(outcome.problems.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^line:2/), expect.stringMatching(/^line:5/)]),
    );
  });

  it('says of an entity that is no party that it was not screened', () => {
    made.add('own.made', '2026-01-01', FIRST);
    const wallet = '{"id":"w","schema":"CryptoWallet","properties":{"name":["x"]}}\n';

    const file = made.write('w', wallet);
    const outcome = screenFile(file, open('2026-02-01'), () => undefined);

    expect(outcome).toMatchObject({ count: 0, isLost: true });
  });

  it('finds a party as of a day only while it is listed', () => {
    made.add('own.made', '2026-01-01', FIRST);
    made.add('own.made', '2026-02-01', SECOND);
    made.add('own.made', '2026-03-01', `${FIRST}Hollen Vaskerry,person,\n`);
    const on = (day: string): readonly unknown[] =>
      answers(open(day), 'Brimlock Tessaly Works')[0]?.results ?? [];

    expect(on('2026-01-31')).toEqual([]);
    expect(on('2026-02-01')).toHaveLength(1);
    expect(on('2026-02-28')).toHaveLength(1);
    expect(on('2026-03-01')).toEqual([]);
  });

  it('is incomplete before the first version that is kept', () => {
    made.add('own.made', '2026-01-01', FIRST);

    const [answer] = answers(open('2025-12-31'), 'Nobody Whatsoever');

    expect(answer).toMatchObject({
      status: 'incomplete',
      lists: [{ id: 'own.made', status: 'stale' }],
    });
  });

  it('is incomplete for a list that is missing, and refuses one that does not exist', () => {
    made.add('own.made', '2026-01-01', FIRST);

    const asked = open('2026-02-01', { lists: ['own.made', 'own.absent'] });

    expect(answers(asked, 'Nobody Whatsoever')[0]).toMatchObject({
      status: 'incomplete',
      lists: [{ status: 'current' }, { id: 'own.absent', status: 'missing' }],
    });
    expect(codeOf(() => open('2026-02-01', { lists: ['no-such-list'] }))).toBe('list-unknown');
    expect(codeOf(() => open('2026-02-01', { threshold: 2 }))).toBe('usage');
    expect(codeOf(() => open('2026-02-01', { limit: 0 }))).toBe('usage');
  });

  it('answers from no list at all with incomplete, and names every expected one', () => {
    const { store, folder } = made;
    const screening = openScreening({ store, folder, asOf: when('2026-02-01') });

    const [answer] = answers(screening, 'Nobody Whatsoever');

    expect(answer?.status).toBe('incomplete');
    expect(answer?.lists.length).toBeGreaterThan(5);
    expect(answer?.lists.every(({ status }) => status === 'missing')).toBe(true);
    expect(screening.lists[0]?.problem).toMatch(/interdict lists update/);
  });
});

describe('comparing pairs of a file', () => {
  it('scores names and parties with points that add up, and names what is no pair', () => {
    const lines = [
      '{"a":"Zorvex Quandary Holdings","b":"Zorvex Quandary Holdings","schema":"Company"}',
      '{"a":{"schema":"Person","properties":{"name":"Hollen Vaskerry"}},"b":"Brimlock Tessaly"}',
      '{"a":"only one"}',
      'nope',
      '[]',
      '{"a":"x","b":{"schema":"Company"}}',
    ];
    const comparisons: Parameters<Parameters<typeof compareFile>[2]>[0][] = [];

    const outcome = compareFile(made.write('pairs', lines.join('\n')), {}, (one) => {
      comparisons.push(one);
    });

    expect(comparisons.map(({ match }) => match)).toEqual([true, false]);
    for (const { score, explanation } of comparisons) {
      const points = explanation.reduce((sum, line) => sum + line.points, 0);
      expect(points).toBe(Math.round(score * 10_000));
    }
    expect(outcome).toMatchObject({ count: 2, isLost: true });
    expect(outcome.problems.map(({ pointer }) => pointer?.slice(0, 6))).toEqual([
      'line:3',
      'line:4',
      'line:5',
      'line:6',
    ]);
    expect(outcome.problems.map(({ pointer }) => pointer)).toContain('line:6/b/properties');
  });
});

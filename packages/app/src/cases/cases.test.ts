import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  caseIdOf,
  type CaseAct,
  type CaseId,
  type Finding,
  type InstantText,
  type Report,
} from '@interdict/core';
import { verifyJournal, JournalWriter } from '../journal/index.ts';
import { listSegments } from '../journal/segment.ts';
import { CLEAR_REPORT } from '../report/report.fixture.ts';
import { openSqliteStore, type Store } from '../store/index.ts';
import { AT, findingOf } from '../store/journal-records.fixture.ts';
import { actOnCase, openCaseDesk, openCases, rebuildStore } from './index.ts';

const scratch = mkdtempSync(join(tmpdir(), 'interdict-cases-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let folders = 0;

function newFolder(): string {
  folders += 1;
  return join(scratch, String(folders));
}

interface Desk {
  readonly store: Store;
  readonly journal: JournalWriter;
}

/** Runs with the journal and the database of a folder open. */
async function at<T>(folder: string, run: (desk: Desk) => Promise<T>): Promise<T> {
  const journal = JournalWriter.open(folder, { now: () => AT, by: 'ann' });
  const store = await openCaseDesk({ journal: folder });
  try {
    return await run({ store, journal });
  } finally {
    await store.close();
    journal.close();
  }
}

const ANN = { by: 'ann', at: AT };
const BOB = { by: 'bob', at: AT };

function madeReport(findings: readonly Finding[], parts: Partial<Report> = {}): Report {
  const coverage = CLEAR_REPORT.coverage.filter(({ status }) => status === 'read');
  const rulebook = { ...CLEAR_REPORT.rulebook, digest: 'e'.repeat(64) };
  return { ...CLEAR_REPORT, rulebook, findings, coverage, ...parts };
}

const REPORT = madeReport([
  findingOf(0),
  findingOf(1),
  findingOf(2, 'undetermined'),
  findingOf(3, 'permitted'),
]);

async function actAll(folder: string, id: CaseId, acts: readonly CaseAct[]): Promise<void> {
  await at(folder, async (desk) => {
    for (const act of acts) await actOnCase(desk, id, act, ANN);
  });
}

const ID = caseIdOf(findingOf(0));
const TO_REQUEST: readonly CaseAct[] = [
  { act: 'flag' },
  { act: 'review' },
  { act: 'accept', reason: 'it runs there' },
  { act: 'request-exception', reason: 'no other yet' },
];

describe('opening cases', () => {
  it('opens one for each finding from a verdict on, evaluated, and no second one', async () => {
    const folder = newFolder();

    const first = await at(folder, (desk) => openCases(desk, REPORT, 'advisory-against', ANN));
    const again = await at(folder, (desk) => openCases(desk, REPORT, 'advisory-against', ANN));
    const files = await at(folder, ({ store }) => store.listCases({ at: AT, limit: 10 }));

    expect(first).toMatchObject({ opened: 3, unchanged: 0, passedOver: 1 });
    expect(again).toMatchObject({ opened: 0, unchanged: 3, passedOver: 1 });
    expect(files.map(({ state }) => state)).toEqual(['evaluated', 'evaluated', 'evaluated']);
    expect(files[0]?.evaluation?.rulebook.digest).toBe(REPORT.rulebook.digest);
  });

  it('puts what could not be read on file as a gap, and what the lists lack', async () => {
    const folder = newFolder();
    const [read] = REPORT.coverage;
    const order = { ...findingOf(1), subject: { ...findingOf(1).subject, kind: 'party' } } as const;
    const coverage = [{ ...read, path: 'b.zip', status: 'unreadable', problems: [] }] as const;
    const lists = [{ id: 'made-list', status: 'missing' }] as const;
    const report = madeReport([findingOf(0), order], {
      coverage: coverage as unknown as Report['coverage'],
      lists,
    });

    const files = await at(folder, async (desk) => {
      await openCases(desk, report, 'barred', ANN);
      return desk.store.listCases({ at: AT, limit: 10 });
    });
    const gaps = Object.fromEntries(files.map((file) => [file.id, file.evidence?.gaps]));

    expect(gaps[ID]).toEqual(['b.zip: unreadable']);
    expect(gaps[caseIdOf(order)]).toEqual(['b.zip: unreadable', 'list made-list: missing']);
  });

  it('reopens a case whose answer changed, and leaves others in peace', async () => {
    const folder = newFolder();
    await at(folder, (desk) => openCases(desk, REPORT, 'barred', ANN));
    await actAll(folder, ID, TO_REQUEST);
    await actAll(folder, caseIdOf(findingOf(1)), TO_REQUEST.slice(0, 2));
    const changed = madeReport([findingOf(0, 'undetermined'), findingOf(1)]);

    const counts = await at(folder, (desk) => openCases(desk, changed, 'undetermined', ANN));
    const acts = await at(folder, ({ store }) => store.listActs(ID));

    expect(counts).toMatchObject({ reopened: 1, unchanged: 1 });
    expect(acts.slice(-3).map(({ act }) => act)).toEqual(['reopen', 'gather-facts', 'evaluate']);
  });
});

describe('acting on a case', () => {
  it('puts the act into the journal, and leaves no trace of one that is refused', async () => {
    const folder = newFolder();
    await at(folder, (desk) => openCases(desk, REPORT, 'barred', ANN));
    await actAll(folder, ID, TO_REQUEST);
    const { head } = verifyJournal(folder);
    const approve: CaseAct = {
      act: 'approve',
      reason: 'x',
      instrument: { kind: 'waiver', id: 'W-1' },
      expires: '2027-01-01T00:00:00Z' as InstantText,
    };

    const alone = actAll(folder, ID, [approve]);

    await expect(alone).rejects.toMatchObject({
      code: 'act-refused',
      message: expect.stringContaining('missing: the answer of another person'),
    });
    expect(verifyJournal(folder).head).toEqual(head);
    const approved = await at(folder, (desk) => actOnCase(desk, ID, approve, BOB));
    expect(approved).toMatchObject({ state: 'approved', exception: { approvedBy: 'bob' } });
    expect(verifyJournal(folder).head.seq).toBe(head.seq + 1);
  });

  it('refuses a text that is longer than a case takes', async () => {
    const folder = newFolder();
    await at(folder, (desk) => openCases(desk, REPORT, 'barred', ANN));

    const long = actAll(folder, ID, [{ act: 'comment', text: 'x'.repeat(10_001) }]);

    await expect(long).rejects.toMatchObject({ code: 'act-refused' });
  });

  it('is taken up from the journal when the database did not get it', async () => {
    const folder = newFolder();
    await at(folder, (desk) => openCases(desk, REPORT, 'barred', ANN));
    await at(folder, async ({ journal, store }) => {
      const lost: Store = { ...store, project: () => Promise.reject(new Error('gone')) };
      const act = actOnCase({ journal, store: lost }, ID, { act: 'flag' }, ANN);
      await expect(act).rejects.toThrow('gone');
    });

    const file = await at(folder, ({ store }) => store.readCase(ID));

    expect(file?.state).toBe('flagged');
  });

  it('is refused while another process holds the journal', async () => {
    const folder = newFolder();
    await at(folder, async () => {
      await expect(actAll(folder, ID, [{ act: 'flag' }])).rejects.toMatchObject({
        code: 'journal-locked',
      });
    });
  });
});

describe('the database of a journal', () => {
  it('is rebuilt when a row was changed behind its back, and says which table', async () => {
    const folder = newFolder();
    await at(folder, (desk) => openCases(desk, REPORT, 'barred', ANN));
    const other = newFolder();
    await at(other, (desk) => openCases(desk, madeReport([findingOf(5)]), 'barred', ANN));
    const foreign = await openSqliteStore(folder);
    await foreign.empty();
    await foreign.close();

    const rebuilt = await rebuildStore({ journal: folder });
    const again = await rebuildStore({ journal: folder });

    expect(rebuilt.isSame).toBe(false);
    expect(rebuilt.tables.filter(({ isSame }) => !isSame).map(({ table }) => table)).toContain(
      'case_file',
    );
    expect(again).toMatchObject({ isSame: true, records: 6, found: 6 });
  });

  it('is not used with another journal, nor with one that was cut', async () => {
    const folder = newFolder();
    await at(folder, (desk) => openCases(desk, REPORT, 'barred', ANN));
    const other = newFolder();
    await at(other, (desk) => openCases(desk, madeReport([findingOf(5)]), 'barred', BOB));
    const [segment] = listSegments(folder);
    const path = segment?.path ?? '';
    const lines = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, `${lines.slice(0, 2).join('\n')}\n`);

    for (const place of [{ journal: folder }, { journal: other, dataDir: folder }]) {
      await expect(openCaseDesk(place)).rejects.toMatchObject({ code: 'database-differs' });
    }
  });

  it('is left alone when the journal is damaged', async () => {
    const folder = newFolder();
    await at(folder, (desk) => openCases(desk, REPORT, 'barred', ANN));
    const [segment] = listSegments(folder);
    const path = segment?.path ?? '';
    writeFileSync(path, readFileSync(path, 'utf8').replace('"ann"', '"eve"'));

    const rebuilt = rebuildStore({ journal: folder });

    await expect(rebuilt).rejects.toMatchObject({ code: 'journal-damaged' });
  });
});

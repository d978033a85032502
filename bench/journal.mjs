import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JournalWriter, verifyJournal } from '../packages/app/dist/journal/index.js';

const now = () => '2026-11-24T10:00:00Z';
const TOGETHER = [1, 16, 128];
const RECORDS_MIN = 2000;

/** @param {number} number */
function entry(number) {
  const filler = 'as long as the record of a small check is, with its digests'.repeat(8);
  return { at: now(), kind: 'answer', by: 'bench', body: { number, filler } };
}

/** Records acknowledged a second by so many clerks at once, each waiting for its own. */
async function acknowledged(folder, clerks) {
  const journal = JournalWriter.open(folder, { now, by: 'bench' });
  const startedMs = performance.now();
  const each = Math.ceil(RECORDS_MIN / clerks);
  await Promise.all(
    Array.from({ length: clerks }, async () => {
      for (let number = 0; number < each; number += 1) await journal.append(entry(number));
    }),
  );
  const seconds = (performance.now() - startedMs) / 1000;
  journal.close();
  return Math.round((each * clerks) / seconds);
}

/** Records a second on the disk, one by one and in groups; and read back with their chain. */
export async function run() {
  const root = mkdtempSync(join(tmpdir(), 'interdict-bench-'));
  try {
    const measures = [];
    for (const clerks of TOGETHER) {
      const value = await acknowledged(join(root, String(clerks)), clerks);
      measures.push({ name: `journal.append-${clerks}`, value, unit: 'records/s', n: 1 });
    }
    const startedMs = performance.now();
    const { head } = verifyJournal(join(root, '128'));
    const value = Math.round(head.seq / ((performance.now() - startedMs) / 1000));
    return [...measures, { name: 'journal.verify', value, unit: 'records/s', n: 1 }];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

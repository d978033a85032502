import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { verifyJournal } from './index.ts';
import { lastSegment, newFolder, openJournal, written } from './journal.fixture.ts';

const BUILT = fileURLToPath(new URL('../../dist/journal/index.js', import.meta.url));

/** Writes as fast as it can and tells each record only after it was acknowledged. */
const WRITE_ON = `
  const { JournalWriter } = await import(process.argv[1]);
  const now = () => '2026-11-24T10:00:00Z';
  const journal = JournalWriter.open(process.argv[2], { now, by: 'a writer' });
  let number = 0;
  async function clerk() {
    for (;;) {
      number += 1;
      const record = await journal.append({ at: now(), kind: 'answer', by: 'x', body: { number } });
      process.stdout.write(record.seq + '\\n');
    }
  }
  await Promise.all(Array.from({ length: 16 }, clerk));
`;

/** Kills a writer after it has acknowledged some records; gives the highest of them. */
async function killedWriter(folder: string, after: number): Promise<number> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', WRITE_ON, BUILT, folder]);
  let text = '';
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    if (text.split('\n').length > after) child.kill('SIGKILL');
  });
  await new Promise((resolve) => {
    child.on('close', resolve);
  });
  expect(errors).toBe('');
  const whole = text.slice(0, text.lastIndexOf('\n')).split('\n').map(Number);
  return Math.max(...whole);
}

describe('a journal whose writer is killed', () => {
  it('keeps every record that was acknowledged, and goes on', { timeout: 60_000 }, async () => {
    const folder = newFolder();
    let acknowledged = 0;
    for (const after of [1, 40, 300]) {
      acknowledged = Math.max(acknowledged, await killedWriter(folder, after));

      const verdict = verifyJournal(folder);

      expect(verdict.damage).toBeUndefined();
      expect(verdict.head.seq).toBeGreaterThanOrEqual(acknowledged);
    }
    openJournal(folder).close();
    expect(verifyJournal(folder).tornBytes).toBe(0);
  });
});

describe('a journal cut off at any byte of its last record', () => {
  it('keeps the records before, and says what is unfinished', () => {
    const folder = written(3);
    const { path, bytes } = lastSegment(folder);
    const lastStart = bytes.lastIndexOf('\n', bytes.length - 2) + 1;
    for (let length = lastStart; length < bytes.length; length += 1) {
      writeFileSync(path, bytes.subarray(0, length));

      const { head, tornBytes, damage } = verifyJournal(folder);

      expect({ seq: head.seq, tornBytes, damage }).toEqual({
        seq: 2,
        tornBytes: length - lastStart,
        damage: undefined,
      });
    }
  });
});

describe('a journal with one bit flipped', () => {
  it('is found damaged, wherever the bit is', () => {
    const folder = written(2);
    const { path, bytes } = lastSegment(folder);
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(path, flipped);

      const { damage, tornBytes, head } = verifyJournal(folder);

      // The very last line feed is what tells a finished record from an unfinished one.
      if (at === bytes.length - 1) expect(tornBytes).toBeGreaterThan(0);
      else expect(damage, `byte ${at}`).toBeDefined();
      expect(head.seq).toBeLessThan(2);
    }
  });
});

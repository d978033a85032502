import { generateKeyPairSync } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InterdictError } from '../problems.ts';
import { createSigner, verifyJournal, type JournalWriter } from './index.ts';
import { DISK, type JournalDisk, type OpenSegment } from './journal-disk.ts';
import { entry, lastSegment, newFolder, openJournal, written } from './journal.fixture.ts';
import { listSegments } from './segment.ts';

function codeOf(run: () => unknown): string {
  try {
    run();
    return 'nothing was thrown';
  } catch (error) {
    return error instanceof InterdictError ? error.code : String(error);
  }
}

/** A disk on which the n-th write or synchronization fails. */
function failing(at: 'write' | 'sync', nth: number): JournalDisk {
  let count = 0;
  function fail(what: 'write' | 'sync'): void {
    if (what !== at) return;
    count += 1;
    if (count === nth) throw new Error('ENOSPC: no space left on device');
  }
  function wrap(segment: OpenSegment): OpenSegment {
    return {
      get length() {
        return segment.length;
      },
      write(bytes) {
        if (at === 'write' && count + 1 === nth) segment.write(bytes.subarray(0, 10));
        fail('write');
        segment.write(bytes);
      },
      sync() {
        fail('sync');
        segment.sync();
      },
      async writeAndSync(bytes) {
        fail('write');
        fail('sync');
        await segment.writeAndSync(bytes);
      },
      takeBack: () => segment.takeBack(),
      close: () => segment.close(),
    };
  }
  return {
    create: (path) => wrap(DISK.create(path)),
    reopen: (path, length) => wrap(DISK.reopen(path, length)),
  };
}

describe('a journal on disk', () => {
  it('goes on where it ended', () => {
    const folder = written(3);

    const journal = openJournal(folder);
    const [record] = journal.appendNow([entry(4)]);
    journal.close();

    expect(record?.seq).toBe(4);
    expect(verifyJournal(folder)).toMatchObject({ head: { seq: 4 }, segments: 1, tornBytes: 0 });
  });

  it('begins a new segment when one is full, and is one journal over all of them', () => {
    const folder = written(20, { segmentBytesMax: 1000 });

    const numbers: unknown[] = [];
    const verdict = verifyJournal(folder, ({ body }) => numbers.push(body['number']));

    expect(verdict.segments).toBeGreaterThan(3);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('acknowledges many at once, in the order in which they came', async () => {
    const folder = newFolder();
    const journal = openJournal(folder);

    const records = await Promise.all(
      Array.from({ length: 1000 }, (_, number) => journal.append(entry(number))),
    );
    journal.close();

    expect(records.map(({ seq }) => seq)).toEqual(records.map((_, index) => index + 1));
    expect(verifyJournal(folder).head.seq).toBe(1000);
  });

  it('is written by one process at a time, and says by whom', () => {
    const folder = newFolder();
    const journal = openJournal(folder);

    expect(codeOf(() => openJournal(folder))).toBe('journal-locked');
    journal.close();
    expect(codeOf(() => openJournal(folder).close())).toBe('nothing was thrown');
  });

  it.each([
    ['of another machine', JSON.stringify({ pid: 1, host: 'elsewhere', since: 'long ago' })],
    ['that cannot be read', 'nonsense'],
  ])('does not judge a lock %s', (_, text) => {
    const folder = written(1);
    writeFileSync(join(folder, 'lock'), text);

    expect(codeOf(() => openJournal(folder))).toBe('journal-locked');
  });

  it('sets an unfinished record aside, and says so on record', () => {
    const folder = written(3);
    const { path, bytes } = lastSegment(folder);
    writeFileSync(path, bytes.subarray(0, bytes.length - 20));

    expect(verifyJournal(folder)).toMatchObject({ head: { seq: 2 } });
    expect(verifyJournal(folder).tornBytes).toBeGreaterThan(0);
    openJournal(folder).close();

    const kinds: string[] = [];
    const verdict = verifyJournal(folder, ({ kind }) => kinds.push(kind));
    expect(verdict).toMatchObject({ tornBytes: 0, head: { seq: 3 } });
    expect(kinds).toEqual(['answer', 'answer', 'recovery']);
  });

  it('takes nothing more after a write has failed, and keeps what was acknowledged', () => {
    for (const at of ['write', 'sync'] as const) {
      const folder = newFolder();
      const journal = openJournal(folder, { disk: failing(at, 3) });
      journal.appendNow([entry(1)]);
      journal.appendNow([entry(2)]);

      expect(codeOf(() => journal.appendNow([entry(3)]))).toBe('journal-failed');
      expect(codeOf(() => journal.appendNow([entry(4)]))).toBe('journal-failed');
      journal.close();

      expect(verifyJournal(folder)).toMatchObject({ head: { seq: 2 }, tornBytes: 0 });
    }
  });

  it('refuses all who wait when the disk fails', async () => {
    const folder = newFolder();
    const journal = openJournal(folder, { disk: failing('sync', 1) });

    const results = await Promise.allSettled([1, 2, 3].map((n) => journal.append(entry(n))));

    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await expect(journal.append(entry(4))).rejects.toThrow(InterdictError);
    journal.close();
  });

  it('is not written to when it is damaged', () => {
    const folder = written(3);
    const { path, bytes } = lastSegment(folder);
    writeFileSync(path, bytes.toString().replace('"number":2', '"number":5'));

    expect(codeOf(() => openJournal(folder))).toBe('journal-damaged');
    expect(codeOf(() => openJournal(folder))).toBe('journal-damaged');
  });
});

describe('verifying a journal', () => {
  it('names file and line of the first bad record', () => {
    const folder = written(5);
    const { path, bytes } = lastSegment(folder);
    writeFileSync(path, bytes.toString().replace('"number":4', '"number":9'));

    expect(verifyJournal(folder)).toMatchObject({
      head: { seq: 3 },
      damage: { code: 'changed', path, line: 4 },
    });
  });

  it('misses a segment that was taken out, and two that were exchanged', () => {
    const gone = written(20, { segmentBytesMax: 1000 });
    const swapped = written(20, { segmentBytesMax: 1000 });
    const [, second] = listSegments(gone);
    const [, a, b] = listSegments(swapped);
    if (second === undefined || a === undefined || b === undefined) throw new Error('too few');

    rmSync(second.path);
    renameSync(a.path, `${a.path}.aside`);
    renameSync(b.path, a.path);
    renameSync(`${a.path}.aside`, b.path);

    expect(verifyJournal(gone).damage?.code).toBe('out-of-order');
    expect(verifyJournal(swapped).damage?.code).toBe('out-of-order');
  });

  it('finds a cut in the middle of the journal, which no loss of power makes', () => {
    const folder = written(20, { segmentBytesMax: 1000 });
    const [first] = listSegments(folder);
    if (first === undefined) throw new Error('too few');
    writeFileSync(first.path, '{"seq":1');

    expect(verifyJournal(folder).damage?.code).toBe('cut-off');
  });

  it('counts what no signature covers', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const signer = createSigner(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    const folder = written(3);
    const journal: JournalWriter = openJournal(folder);
    journal.checkpoint(signer);
    journal.appendNow([entry(4), entry(5)]);
    journal.close();

    const { checkpoints, unsigned } = verifyJournal(folder);

    expect(checkpoints).toEqual([{ seq: 4, publicKey: signer.publicKey, holds: true }]);
    expect(unsigned).toBe(2);
  });

  it('finds a checkpoint whose signature is of something else', () => {
    const folder = written(2);
    const journal = openJournal(folder);
    const { privateKey } = generateKeyPairSync('ed25519');
    const signer = createSigner(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    const signature = signer.sign({ seq: 1, digest: 'f'.repeat(64) });
    const body = { publicKey: signer.publicKey, signature };
    journal.appendNow([{ ...entry(3), kind: 'checkpoint', body }]);
    journal.close();

    expect(verifyJournal(folder).damage?.code).toBe('false-signature');
  });

  it('refuses a key that cannot sign a journal', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

    expect(codeOf(() => createSigner(pem))).toBe('key-invalid');
    expect(codeOf(() => createSigner('no key'))).toBe('key-invalid');
  });
});

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ListStore } from './index.ts';

const PROGRAM = fileURLToPath(new URL('../../../dist/interdict.mjs', import.meta.url));

/** Kills spread over the time an import takes, from its start to past its end. */
const KILLS = 24;
const ENTRIES = 4000;

/** A made list whose import takes long enough to be killed in the middle. */
function list(month: number): string {
  const rows = Array.from(
    { length: ENTRIES },
    (_, index) =>
      `<ENTITY><DATAID>${index}</DATAID><FIRST_NAME>Nobody ${month} ${index}</FIRST_NAME>` +
      `<REFERENCE_NUMBER>XYe.${index}</REFERENCE_NUMBER></ENTITY>`,
  );
  const date = `2026-${String(month).padStart(2, '0')}-01`;
  return (
    `<CONSOLIDATED_LIST dateGenerated="${date}"><ENTITIES>${rows.join('\n')}</ENTITIES>` +
    '</CONSOLIDATED_LIST>'
  );
}

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'interdict-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs an import and kills it after some time; gives the time it took. */
async function importAndKill(file: string, killMs: number | undefined): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [PROGRAM, 'lists', 'import', 'un-sc', file], {
    env: { ...process.env, INTERDICT_DATA: folder },
    stdio: 'ignore',
  });
  const timer = killMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killMs);
  await new Promise((resolve) => {
    child.on('close', resolve);
  });
  clearTimeout(timer);
  return performance.now() - started;
}

describe('a store whose writer is killed', { timeout: 300_000 }, () => {
  it('has the old list or the new one whole, and goes on from there', async () => {
    const store = new ListStore(path.join(folder, 'lists'));
    const [first, second] = [1, 2].map((month) => {
      const file = path.join(folder, `${month}.xml`);
      writeFileSync(file, list(month));
      return file;
    });
    const wholeMs = await importAndKill(first ?? '', undefined);
    const seen = new Set<string>();

    for (let kill = 0; kill < KILLS; kill += 1) {
      await importAndKill(second ?? '', (wholeMs * kill * 1.2) / KILLS);

      const current = store.current('un-sc');
      const names = [...store.entries('un-sc', current?.digest ?? '')].map(
        ({ caption }) => caption,
      );
      const month = current?.published === '2026-01-01' ? 1 : 2;
      expect(names).toHaveLength(ENTRIES);
      expect(names.at(-1)).toBe(`Nobody ${month} ${ENTRIES - 1}`);
      seen.add(current?.published ?? '');
    }
    await importAndKill(second ?? '', undefined);

    const held = [...store.history('un-sc')].flatMap(({ statements }) =>
      statements.filter(({ seenTo }) => seenTo === undefined),
    );
    expect(store.current('un-sc')?.published).toBe('2026-02-01');
    expect(held).toHaveLength(ENTRIES);
    expect(seen.size).toBeGreaterThan(0);
  });
});

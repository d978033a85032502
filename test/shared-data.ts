import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * The folder of reference data (official lists, labelled inventories), which is too large for the
 * repository: the one in INTERDICT_SHARED, or `../shared/data` beside the repository.
 */
export function sharedDataFolder(): string {
  return process.env['INTERDICT_SHARED'] ?? path.join(ROOT, '../shared/data');
}

/**
 * A group of tests that cannot run for a reason. It is then one skipped test, and the log says
 * why, so that nobody takes it for passed.
 */
export function describeUnless(reason: string | undefined, name: string, define: () => void): void {
  if (reason === undefined) {
    describe(name, define);
    return;
  }
  console.warn(`SKIPPED: ${name}: ${reason}`);
  describe(name, () => {
    it.skipIf(true)(reason, () => {});
  });
}

/** A group of tests that needs the reference data; `define` receives its folder. */
export function describeWithShared(name: string, define: (folder: string) => void): void {
  const folder = sharedDataFolder();
  const reason = `no reference data at ${folder} (set INTERDICT_SHARED)`;
  describeUnless(existsSync(folder) ? undefined : reason, name, () => define(folder));
}

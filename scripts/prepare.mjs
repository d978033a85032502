/**
 * Runs after `npm ci`, so that `npx interdict` works at once: builds when the program is missing
 * or older than a file it is made of. An install without development packages cannot build and
 * does not try.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PROGRAM = `${ROOT}packages/app/dist/interdict.mjs`;
const SOURCES = ['packages/core/src', 'packages/app/src', 'rulebook', 'catalog', 'scripts'];

/** @param {string} folder @returns {number} modification time of the newest file below */
function newestMs(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    newest = Math.max(newest, entry.isDirectory() ? newestMs(path) : statSync(path).mtimeMs);
  }
  return newest;
}

function isUpToDate() {
  if (!existsSync(PROGRAM)) return false;
  const builtMs = statSync(PROGRAM).mtimeMs;
  return SOURCES.map((name) => `${ROOT}${name}`)
    .filter((folder) => existsSync(folder))
    .every((folder) => newestMs(folder) <= builtMs);
}

function hasCompiler() {
  try {
    createRequire(import.meta.url).resolve('typescript/package.json');
    return true;
  } catch {
    return false;
  }
}

if (!hasCompiler()) {
  process.stderr.write('prepare: no TypeScript here, so nothing is built; use a full `npm ci`\n');
} else if (!isUpToDate()) {
  const { status } = spawnSync('npm run build', { cwd: ROOT, shell: true, stdio: 'inherit' });
  process.exitCode = status ?? 1;
}

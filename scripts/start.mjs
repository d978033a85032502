/**
 * The demonstration: checks the county of examples/county. Exit status 1 (something found) and
 * 3 (nothing found, coverage incomplete) are answers; anything else is a failure of the program.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const COUNTY = 'examples/county';
const ANSWERS = [0, 1, 3];

/** An uncaught error ends Node with status 1 as well; this gives it a status of its own. */
const CRASH_GUARD = `data:text/javascript,process.on('uncaughtExceptionMonitor', () => {
  process.on('exit', () => process.exit(70));
});`;

const args = ['check', COUNTY, '--profile', `${COUNTY}/profile.yaml`];
const { status, signal } = spawnSync(
  process.execPath,
  ['--import', CRASH_GUARD, 'packages/app/dist/interdict.mjs', ...args],
  { cwd: ROOT, stdio: 'inherit' },
);
if (status === null || !ANSWERS.includes(status)) {
  process.stderr.write(`start: \`interdict ${args.join(' ')}\` ended with ${signal ?? status}\n`);
  process.exitCode = status || 1;
}

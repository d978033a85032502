/**
 * Everything of the build that the TypeScript compiler does not do, as a list of named steps.
 * Runs after `tsc -b packages/app`, so a step may load the compiled core.
 */
import { chmod, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compileData } from './compile-data.mjs';
import { packEdition } from './pack-edition.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** CommonJS packages inside the bundle call `require` for Node's own modules. */
const BANNER = `#!/usr/bin/env node
import { createRequire as createRequireForBundle } from 'node:module';
const require = createRequireForBundle(import.meta.url);`;

/**
 * One file that Node starts without looking for packages, and beside it what only some commands
 * need: the HTTP client, the query layer and the drivers of databases would add a tenth and more to
 * the start of every other one. libsql is a binary, so it stays outside.
 */
async function bundleProgram() {
  const outdir = `${ROOT}packages/app/dist`;
  await rm(`${outdir}/chunks`, { recursive: true, force: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: [{ in: 'packages/app/src/main.ts', out: 'interdict' }],
    outdir,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    external: ['libsql', 'pg-native'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    alias: { '@interdict/core': `${ROOT}packages/core/src/index.ts` },
    banner: { js: BANNER },
    sourcemap: true,
    logLevel: 'warning',
  });
  await chmod(`${outdir}/interdict.mjs`, 0o755);
}

/**
 * What is made, in order: compiled rulebook and catalog first. The program is last, since
 * `prepare` takes its date for the date of the whole build.
 */
const STEPS = [
  { name: 'compile rulebook and catalog', run: compileData },
  { name: 'pack the edition', run: packEdition },
  { name: 'bundle packages/app/dist/interdict.mjs', run: bundleProgram },
];

for (const step of STEPS) {
  const startedMs = performance.now();
  await step.run();
  process.stderr.write(`build: ${step.name} (${Math.round(performance.now() - startedMs)} ms)\n`);
}

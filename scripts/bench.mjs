/** Runs benchmarks and prints one JSON line per measure; see bench/README.md. */
import { readFileSync, writeFileSync } from 'node:fs';

const BASELINE = new URL('../bench/baseline.json', import.meta.url);
const NAMES = [
  'decisions',
  'components',
  'sbom',
  'xml',
  'dns',
  'screening',
  'cli',
  'journal',
  'http',
];

const args = process.argv.slice(2);
const isUpdate = args.includes('--update');
const wanted = args.filter((arg) => !arg.startsWith('--'));
const unknown = wanted.filter((name) => !NAMES.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`bench: there is no ${unknown.join(', ')}; there are ${NAMES.join(', ')}\n`);
  process.exit(2);
}

/** @type {Record<string, number>} */
const baseline = JSON.parse(readFileSync(BASELINE, 'utf8'));
for (const name of wanted.length > 0 ? wanted : NAMES) {
  const { run } = await import(`../bench/${name}.mjs`);
  for (const measure of await run()) {
    const known = baseline[measure.name];
    const ratio = known === undefined ? undefined : Math.round((measure.value / known) * 100) / 100;
    process.stdout.write(`${JSON.stringify({ ...measure, baseline: known, ratio })}\n`);
    if (isUpdate) baseline[measure.name] = measure.value;
  }
}
if (isUpdate) writeFileSync(BASELINE, `${JSON.stringify(baseline, null, 2)}\n`);

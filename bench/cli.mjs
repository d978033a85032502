import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './measure.mjs';

const PROGRAM = fileURLToPath(new URL('../packages/app/dist/interdict.mjs', import.meta.url));
const RUNS = 15;
const TRANSACTION = JSON.stringify({
  id: '1',
  activity: 'use',
  at: '2024-10-01',
  actor: { country: 'US', classes: ['local-government'] },
  item: { product: 'Kaspersky Endpoint Security' },
});

/** @param {string[]} args @param {string} input */
function startMs(args, input) {
  const times = [];
  for (let start = 0; start <= RUNS; start += 1) {
    const startedMs = performance.now();
    spawnSync(process.execPath, args, { input });
    if (start > 0) times.push(performance.now() - startedMs);
  }
  return median(times);
}

/** Start of the command line: bare node, the help, and one whole decision. */
export function run() {
  const bare = startMs(['-e', '0'], '');
  const version = startMs([PROGRAM, '--version'], '');
  const decision = startMs([PROGRAM, 'decide', '-'], TRANSACTION);
  const n = RUNS;
  return [
    { name: 'cli.bare-node', value: Math.round(bare), unit: 'ms', n },
    { name: 'cli.version-over-node', value: Math.round(version - bare), unit: 'ms', n },
    { name: 'cli.decide-over-node', value: Math.round(decision - bare), unit: 'ms', n },
  ];
}

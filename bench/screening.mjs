import { createHash } from 'node:crypto';
import {
  buildSnapshot,
  createScreener,
  openSnapshot,
  screenParty,
} from '../packages/core/dist/index.js';
import { makeNames } from './made-names.mjs';

const SIZES = [10_000, 100_000, 1_000_000];
const QUERIES = 4_000;
const WARM_UP = 1_000;
const LISTED_SEED = 1;
const STRANGER_SEED = 99;

/** @param {{ schema: string, name: string }[]} names */
function* entriesOf(names) {
  for (const [at, { schema, name }] of names.entries()) {
    const statement = { property: 'name', value: name, field: 'name', pointer: `/${at}` };
    const id = `made:${at}`;
    yield { id, list: 'made', schema, caption: name, programs: [], statements: [statement] };
  }
}

/** @param {Uint8Array} bytes */
function sha256(bytes) {
  return createHash('sha256').update(bytes).digest();
}

/**
 * Milliseconds of processor and of clock: a busy machine stretches the second and not the first.
 * @param {() => unknown} work
 */
function clocked(work) {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = work();
  const wallMs = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { result, wallMs, cpuMs: (user + system) / 1_000 };
}

/**
 * @param {number[]} values
 * @param {number} share
 */
function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/**
 * Full, explained answers, one by one.
 * @param {object} screener
 * @param {{ schema: string, name: string }[]} questions
 */
function ask(screener, questions) {
  const times = [];
  const cpu = process.cpuUsage();
  for (const { schema, name } of questions) {
    const start = performance.now();
    screenParty(screener, { id: 'q', schema, properties: { name: [name] } });
    times.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(cpu);
  return { times, cpuPerAnswerMs: (user + system) / 1_000 / questions.length };
}

/**
 * @param {string} label
 * @param {{ times: number[], cpuPerAnswerMs: number }} measured
 */
function rowsOf(label, { times, cpuPerAnswerMs }) {
  const n = times.length;
  const rounded = (value) => Math.round(value * 10_000) / 10_000;
  return [
    { name: `${label}.p50`, value: rounded(percentile(times, 0.5)), unit: 'ms', n },
    { name: `${label}.p95`, value: rounded(percentile(times, 0.95)), unit: 'ms', n },
    { name: `${label}.p99`, value: rounded(percentile(times, 0.99)), unit: 'ms', n },
    { name: `${label}.cpu`, value: rounded(cpuPerAnswerMs), unit: 'ms', n },
  ];
}

/** @param {number} size */
function runSize(size) {
  const label = `screening.${size >= 1_000_000 ? `${size / 1_000_000}m` : `${size / 1_000}k`}`;
  const listed = makeNames(size, LISTED_SEED);
  const built = clocked(() => buildSnapshot({ entries: entriesOf(listed), lists: [] }));
  const loaded = clocked(() => {
    const opened = openSnapshot(built.result, { sha256 });
    if (!opened.ok) throw new Error(opened.problem.message);
    const created = createScreener(opened.snapshot);
    if (!created.ok) throw new Error(created.problem.message);
    return created.screener;
  });
  const step = Math.floor(size / QUERIES);
  const hits = listed.filter((_, at) => at % step === 0).slice(0, QUERIES);
  const strangers = makeNames(QUERIES + WARM_UP, STRANGER_SEED);
  // One customer in a hundred is listed.
  const mixed = strangers.map((one, at) => (at % 100 === 0 ? (hits[at / 100] ?? one) : one));
  ask(loaded.result, mixed.slice(0, WARM_UP));
  const mixedTimes = ask(loaded.result, mixed.slice(WARM_UP));
  return [
    { name: `${label}.build`, value: Math.round(built.cpuMs), unit: 'ms', n: 1 },
    { name: `${label}.load`, value: Math.round(loaded.cpuMs), unit: 'ms', n: 1 },
    { name: `${label}.bytes`, value: built.result.length, unit: 'bytes', n: 1 },
    ...rowsOf(`${label}.listed`, ask(loaded.result, hits)),
    ...rowsOf(`${label}.mixed`, mixedTimes),
    {
      name: `${label}.throughput`,
      value: Math.round(1_000 / mixedTimes.cpuPerAnswerMs),
      unit: 'names/s',
      n: mixedTimes.times.length,
    },
  ];
}

/** Building, loading and asking lists of made names, at three sizes. */
export function run() {
  return SIZES.flatMap(runSize);
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { median } from './measure.mjs';

const PROGRAM = fileURLToPath(new URL('../packages/app/dist/interdict.mjs', import.meta.url));
const STARTS = 7;
const CONNECTIONS = 32;
const WARM_UP_MS = 1_500;
const MEASURED_MS = 4_000;
const TRANSACTION = JSON.stringify({
  id: '1',
  activity: 'renew',
  at: '2024-08-01',
  actor: { country: 'US', classes: ['local-government'] },
  item: { product: 'Kaspersky Endpoint Security' },
});

/** Starts the server and gives the time until it answered its first request. */
async function start() {
  const startedMs = performance.now();
  const child = spawn(process.execPath, [PROGRAM, 'serve', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = await once(child.stdout, 'data');
  const url = new URL(String(line).replace('listening on ', '').trim());
  await ask(url, new Agent(), '/readyz', '');
  return { child, url, readyMs: performance.now() - startedMs };
}

/** @param {URL} url @param {Agent} agent @param {string} path @param {string} body */
function ask(url, agent, path, body) {
  return new Promise((resolve, reject) => {
    const method = body === '' ? 'GET' : 'POST';
    const sent = request({ host: url.hostname, port: url.port, path, method, agent }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** @param {URL} url @param {string} path @param {string} body */
async function loadOf(url, path, body) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times = [];
  const fromMs = performance.now() + WARM_UP_MS;
  const toMs = fromMs + MEASURED_MS;
  async function client() {
    while (performance.now() < toMs) {
      const askedMs = performance.now();
      const status = await ask(url, agent, path, body);
      if (status !== 200) throw new Error(`${path} answered ${status}`);
      if (askedMs >= fromMs) times.push(performance.now() - askedMs);
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  agent.destroy();
  times.sort((a, b) => a - b);
  const p99 = times[Math.floor(times.length * 0.99)] ?? Number.NaN;
  return { perSecond: times.length / (MEASURED_MS / 1000), p99 };
}

/** Time until the server is ready, and what it answers a second to a client on the other core. */
export async function run() {
  const ready = [];
  for (let count = 0; count < STARTS; count += 1) {
    const { child, readyMs } = await start();
    ready.push(readyMs);
    child.kill();
    await once(child, 'exit');
  }
  const { child, url } = await start();
  try {
    const decide = await loadOf(url, '/decide', TRANSACTION);
    const health = await loadOf(url, '/healthz', '');
    const n = CONNECTIONS;
    return [
      { name: 'http.ready', value: Math.round(median(ready)), unit: 'ms', n: STARTS },
      { name: 'http.decide', value: Math.round(decide.perSecond), unit: 'requests/s', n },
      { name: 'http.decide-p99', value: Math.round(decide.p99), unit: 'ms', n },
      { name: 'http.health', value: Math.round(health.perSecond), unit: 'requests/s', n },
    ];
  } finally {
    child.kill();
  }
}

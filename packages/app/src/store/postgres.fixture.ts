/**
 * A real PostgreSQL for tests: found on the machine, or installed from the packages of the
 * distribution where root may do so; started in a folder of its own, as an account without
 * rights, on a port of its own.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';
const VERSION_MIN = 15;
const START_MS_MAX = 60_000;

interface PostgresServer {
  /** Makes an empty database and gives its URL. */
  newDatabase(): Promise<string>;
  /** Ends the server as a loss of power would, and starts it again. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

type Started = { readonly server: PostgresServer } | { readonly reason: string };

function installedFolder(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : [];
  const newest = Math.max(...versions.filter((version) => version >= VERSION_MIN));
  if (Number.isFinite(newest)) return `${DEBIAN}/${newest}/bin`;
  const { stdout, status } = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  return status === 0 && existsSync(`${stdout.trim()}/initdb`) ? stdout.trim() : undefined;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Why nothing could be installed; undefined once it was. */
function install(): string | undefined {
  if (!isRoot()) return 'PostgreSQL 15 is not installed, and only root can install it';
  if (!existsSync('/usr/bin/apt-get')) return 'PostgreSQL 15 is not installed, and there is no apt';
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', 'postgresql'],
  ]) {
    const { status, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8' });
    if (status !== 0) return `apt-get ${args[0]} failed: ${stderr.trim().split('\n').at(-1)}`;
  }
  return undefined;
}

interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root; the package makes an account for it. */
function accountFor(): Account | undefined {
  if (!isRoot()) return {};
  for (const name of ['postgres', 'nobody']) {
    const { status, stdout } = spawnSync('getent', ['passwd', name], { encoding: 'utf8' });
    const [, , uid, gid] = stdout.split(':');
    if (status === 0) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

function until(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    const timer = setTimeout(
      () => reject(new Error(`PostgreSQL did not start:\n${log}`)),
      START_MS_MAX,
    );
    child.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (!log.includes(words)) return;
      clearTimeout(timer);
      resolve();
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`PostgreSQL ended with ${code}:\n${log}`));
    });
  });
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    child.on('exit', () => resolve());
    child.kill(signal);
  });
}

async function query(url: string, text: string): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(text);
  await client.end();
}

async function startIn(bin: string, account: Account): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'interdict-postgres-'));
  const password = randomBytes(16).toString('hex');
  const passwordFile = join(folder, 'password');
  const cluster = join(folder, 'cluster');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) {
    chownSync(folder, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  // A locale whose order of texts is not the order of bytes, as most servers have one.
  const args = ['-D', cluster, '-U', 'tests', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  const options = { ...account, encoding: 'utf8', cwd: folder } as const;
  const locale = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=en-US', '--locale=C'];
  const made = spawnSync(`${bin}/initdb`, [...args, ...locale], options);
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const settings = ['-D', cluster, '-p', String(port), '-k', folder, '-h', '127.0.0.1'];
  let child: ChildProcess;
  async function start(): Promise<void> {
    const stdio = ['ignore', 'ignore', 'pipe'] as const;
    child = spawn(`${bin}/postgres`, settings, { ...account, cwd: folder, stdio: [...stdio] });
    await until(child, 'ready to accept connections');
  }
  await start();
  const urlOf = (name: string): string =>
    `postgresql://tests:${password}@127.0.0.1:${port}/${name}`;
  let count = 0;
  return {
    async newDatabase() {
      count += 1;
      await query(urlOf('postgres'), `create database made_${count}`);
      return urlOf(`made_${count}`);
    },
    async crash() {
      await ended(child, 'SIGQUIT');
      await start();
    },
    async stop() {
      await ended(child, 'SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts a server, or says why there can be none. */
export async function startPostgres(): Promise<Started> {
  const missing = installedFolder() === undefined ? install() : undefined;
  if (missing !== undefined) return { reason: missing };
  const bin = installedFolder();
  const account = accountFor();
  if (bin === undefined) return { reason: 'the packages hold no PostgreSQL 15 or newer' };
  if (account === undefined) return { reason: 'there is no account without rights to run it as' };
  return { server: await startIn(bin, account) };
}

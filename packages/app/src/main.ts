import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { isatty } from 'node:tty';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { EXIT, runProgram, type World } from './cli/index.ts';
import { readConfig } from './config.ts';
import { readLine } from './files/index.ts';

function versionOf(): string {
  const path = fileURLToPath(new URL('../package.json', import.meta.url));
  const { version } = JSON.parse(readFileSync(path, 'utf8')) as { readonly version: string };
  return version;
}

function nowText(): string {
  return new Date().toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** Accounts can lack a name, as in a container that runs under a bare number. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}

/** Status of a defect of the program; an answer of it must not be taken for one of a check. */
function endAsDefect(error: unknown): never {
  const trace = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`interdict: a defect of the program, please report it\n${trace}\n`);
  process.exit(EXIT.defect);
}

process.on('uncaughtException', endAsDefect);
process.on('unhandledRejection', endAsDefect);

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that goes away early, as `head` does, is no failure of ours.
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`interdict: cannot write to standard output: ${error.message}\n`);
  process.exit(EXIT.usage);
});

const dataFolder = fileURLToPath(new URL('data/', import.meta.url));
const version = versionOf();
const user = userName();
const monotonicMs = (): number => performance.now();

/** Resolves at the first request to stop; a second one ends the process as it always does. */
function untilStopped(): Promise<unknown> {
  return Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
}

const serve: World['serve'] = async (settings, onListening) => {
  const { serve: run } = await import('./http/index.ts');
  const world = { dataFolder, version, user, nowText, monotonicMs, newId: randomUUID };
  await run(settings, { ...world, log: process.stderr, onListening, untilStopped });
};

process.exitCode = await runProgram(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  nowText,
  wait: (ms) => wait(ms),
  monotonicMs,
  randomBytes,
  serve,
  // Not `process.stdin.isTTY`: asking it makes reads from the terminal fail when nothing is typed.
  ...(isatty(0) ? { readLine } : {}),
  ...readConfig(),
  dataFolder,
  version,
  user,
});

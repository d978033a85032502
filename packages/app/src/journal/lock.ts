import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { InterdictError } from '../problems.ts';

/** Who holds a journal. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

/** Lets go of what was locked. */
export type Release = () => void;

/**
 * Locks a journal for writing by this process. A lock left by a process of this machine that no
 * longer runs is taken over; one of another machine is never judged from here.
 */
export function lockJournal(folder: string, since: string): Release {
  const path = join(folder, 'lock');
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), since } satisfies Holder);
  if (!tryCreate(path, mine)) {
    const held = readFileSync(path, 'utf8');
    if (!isLeftBehind(held)) throw lockedBy(held, folder);
    moveAside(path, held, folder);
    if (!tryCreate(path, mine)) throw lockedBy(readFileSync(path, 'utf8'), folder);
  }
  return () => rmSync(path, { force: true });
}

function tryCreate(path: string, text: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx', 0o600);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cause;
  }
  try {
    writeSync(file, text);
    return true;
  } finally {
    closeSync(file);
  }
}

function holderOf(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const { pid, host, since } = value as Partial<Holder>;
    if (typeof pid !== 'number' || typeof host !== 'string') return undefined;
    return { pid, host, since: String(since) };
  } catch {
    return undefined;
  }
}

function isLeftBehind(text: string): boolean {
  const holder = holderOf(text);
  if (holder === undefined || holder.host !== hostname()) return false;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Takes a lock away only if it is still the one that was judged. */
function moveAside(path: string, judged: string, folder: string): void {
  const aside = `${path}.${process.pid}`;
  renameSync(path, aside);
  const moved = readFileSync(aside, 'utf8');
  if (moved !== judged) {
    linkSync(aside, path);
    rmSync(aside);
    throw lockedBy(moved, folder);
  }
  rmSync(aside);
}

function lockedBy(text: string, folder: string): InterdictError {
  const holder = holderOf(text);
  const who =
    holder === undefined
      ? 'somebody who left no name'
      : `process ${holder.pid} on ${holder.host} since ${holder.since}`;
  const message =
    `the journal \`${folder}\` is being written by ${who}: wait for it to end, or, if it has, ` +
    `remove \`${join(folder, 'lock')}\``;
  return new InterdictError('journal-locked', message);
}

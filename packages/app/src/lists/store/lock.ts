import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InterdictError } from '../../problems.ts';

/**
 * Runs an action while no other process changes the same list.
 * @throws InterdictError `store-locked` naming the process that holds the lock.
 */
export function withLock<T>(path: string, act: () => T): T {
  if (!tryLock(path)) {
    const holder = holderOf(path);
    // This process does one thing at a time: a lock with its own number is of an earlier one.
    const isHeld = holder !== undefined && holder !== process.pid && isAlive(holder);
    if (isHeld) throw held(path, holder);
    // Whoever held it is gone without letting go.
    rmSync(path, { force: true });
    if (!tryLock(path)) throw held(path, holderOf(path));
  }
  try {
    return act();
  } finally {
    rmSync(path, { force: true });
  }
}

/**
 * Makes a folder for work on the way, and removes those of processes that died over theirs.
 * `kind` is the beginning of the name, such as `.new`.
 */
export function makeWorkFolder(parent: string, kind: string): string {
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    const [start, id] = name.split('-');
    if (start !== kind || isAlive(Number(id))) continue;
    rmSync(join(parent, name), { recursive: true, force: true });
  }
  return mkdtempSync(join(parent, `${kind}-${process.pid}-`));
}

function tryLock(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(path: string): number | undefined {
  try {
    const id = Number(readFileSync(path, 'utf8'));
    return Number.isInteger(id) && id > 0 ? id : undefined;
  } catch {
    // It was let go of in the meantime.
    return undefined;
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function held(path: string, holder: number | undefined): InterdictError {
  const who = holder === undefined ? 'another process' : `process ${holder}`;
  return new InterdictError('store-locked', `\`${path}\` is held by ${who}: try again later`);
}

import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { messageOf } from '../files/index.ts';
import { APP_LIMITS } from '../limits.ts';
import { InterdictError } from '../problems.ts';
import { readKeyEntry, type KeyEntry } from './key.ts';

/** Only whoever runs the server needs to read it. */
const FILE_MODE = 0o600;

function readText(path: string): string {
  try {
    if (statSync(path).size > APP_LIMITS.keysBytesMax) {
      throw new InterdictError('keys-invalid', `\`${path}\` is larger than a file of keys can be`);
    }
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof InterdictError) throw cause;
    throw new InterdictError('path-missing', `cannot read keys: ${messageOf(cause)}`, { cause });
  }
}

function parseLine(line: string, place: string): KeyEntry {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    const message = `${place}: not JSON: ${messageOf(cause)}`;
    throw new InterdictError('keys-invalid', message, { cause });
  }
  const entry = readKeyEntry(value);
  if (!('problem' in entry)) return entry;
  throw new InterdictError('keys-invalid', `${place}: ${entry.problem}`);
}

/**
 * Reads the keys of a file, one on each line.
 * @throws InterdictError `path-missing` or `keys-invalid`, with the line.
 */
export function readKeyFile(path: string): readonly KeyEntry[] {
  const entries: KeyEntry[] = [];
  for (const [index, line] of readText(path).split('\n').entries()) {
    if (line.trim() === '') continue;
    const place = `${path}:${index + 1}`;
    const entry = parseLine(line, place);
    if (entries.some(({ id }) => id === entry.id)) {
      throw new InterdictError('keys-invalid', `${place}: \`${entry.id}\` stands here twice`);
    }
    entries.push(entry);
  }
  return entries;
}

/**
 * Adds a key to a file, which is made where there is none.
 * @throws InterdictError `output-failed`.
 */
export function addKey(path: string, entry: KeyEntry): void {
  try {
    appendFileSync(path, `${JSON.stringify(entry)}\n`, { mode: FILE_MODE });
  } catch (cause) {
    throw new InterdictError('output-failed', `cannot write keys: ${messageOf(cause)}`, { cause });
  }
}

/**
 * The database of apk, `lib/apk/db/installed`.
 *
 * Main entry: `apkInstalled`. The maintainer is who packaged the software and is not read.
 */
import { isProblem, lostProblem, readLines } from '../../input/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { RecordMaker } from '../field/index.ts';

export const apkInstalled: Reader = {
  format: 'apk-installed',
  title: 'apk database of installed packages',
  recognize,
  read,
};

// apk-installed(5): a stanza begins with its checksum, SHA-1 behind `Q1`.
const STANZA = /^C:Q1\S*\n(?:[A-Za-z]:.*\n)*?P:\S/;
const BEGINNING = /^C:Q1\S*(?:\n[A-Za-z]?(?::[^\n]*)?)*$/;

function recognize(head: FileHead): number {
  const text = head.text.replaceAll('\r\n', '\n').trimStart();
  if (head.isBinary) return 0;
  if (STANZA.test(text)) return 1;
  if (/^P:\S+\nV:\S+\nA:\S/.test(text)) return 0.9;
  // Cut in its first stanza.
  return head.isWhole && BEGINNING.test(text) ? 0.6 : 0;
}

interface Stanza {
  readonly line: number;
  name?: string;
  version?: string;
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const maker = new RecordMaker(context);
  let stanza: Stanza | undefined;
  let isLastEnded = true;
  for (const item of readLines(source)) {
    if (isProblem(item)) {
      yield item;
      continue;
    }
    const { text, number, isEnded } = item;
    isLastEnded = isEnded;
    if (!isEnded) {
      const message = `the file ends without a line break on line ${number}`;
      yield lostProblem('truncated', message, `line:${number}`);
    }
    if (text.trim() === '') {
      if (stanza !== undefined) yield recordOf(stanza, maker);
      stanza = undefined;
      continue;
    }
    stanza ??= { line: number };
    if (!/^[A-Za-z]:/.test(text)) {
      const message = `line ${number} is no field of a stanza`;
      yield lostProblem('row-shape', message, `line:${number}`);
    }
    // What the file ends in without a line break may be cut.
    if (!isEnded) continue;
    if (text.startsWith('P:')) stanza.name = text.slice(2).trim();
    if (text.startsWith('V:')) stanza.version = text.slice(2).trim();
  }
  if (stanza !== undefined) {
    yield recordOf(stanza, maker);
    if (isLastEnded) {
      const message = `the file ends inside the stanza of line ${stanza.line}`;
      yield lostProblem('truncated', message, `line:${stanza.line}`);
    }
  }
  yield* maker.cutProblems();
}

function recordOf({ line, name, version }: Stanza, maker: RecordMaker): ReadItem {
  const pointer = `line:${line}`;
  if (name === undefined || name === '') {
    return lostProblem('row-shape', `the stanza of line ${line} names no package`, pointer);
  }
  maker.add('package_name', name, '/P');
  return maker.component({ pointer, name, version, presence: 'installed', supporting: false });
}

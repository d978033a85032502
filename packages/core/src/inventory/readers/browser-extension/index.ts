import { sha256 } from '@noble/hashes/sha2.js';
import { decodeBase64, isProblem, lostProblem } from '../../input/index.ts';
import {
  isJsonObject,
  objectOf,
  outlineOf,
  readJsonValues,
  textOf,
  type JsonObject,
} from '../../input/json/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { RecordMaker } from '../field/index.ts';
import { hostTable, rowRecord } from '../rows/index.ts';

/**
 * Manifests of browser extensions (`manifest.json`). Chrome keeps an extension in a folder named
 * by its id, which is the digest of the key in the manifest; Firefox writes the id itself.
 */
export const browserExtension: Reader = {
  format: 'browser-extension',
  title: 'manifest of a browser extension',
  recognize,
  read,
};

function recognize(head: FileHead): number {
  const { root, members } = outlineOf(head);
  return root === 'object' && members.has('manifest_version') && members.has('name') ? 0.9 : 0;
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const maker = new RecordMaker(context);
  for (const item of readJsonValues(source)) {
    if (isProblem(item)) {
      yield item;
    } else if (isJsonObject(item.value)) {
      yield* recordsOf(item.value, context, maker);
    } else {
      yield lostProblem('row-shape', 'the manifest is no JSON object', item.pointer);
    }
  }
  yield* maker.cutProblems();
}

function* recordsOf(
  manifest: JsonObject,
  context: ReadContext,
  maker: RecordMaker,
): Generator<ReadItem> {
  const name = textOf(manifest['name']);
  const version = textOf(manifest['version']);
  const author = textOf(manifest['author']);
  const row = { name, version, author };
  const firefox = firefoxId(manifest);
  const chrome = chromeId(manifest, context.file);
  const id = firefox ?? chrome;
  const table = hostTable(firefox === undefined ? 'chrome_extensions' : 'firefox_addons');
  const cells =
    firefox === undefined
      ? { ...row, identifier: id }
      : { ...row, creator: author, identifier: id };
  const record = rowRecord(cells, table, { pointer: '', places: PLACES }, maker);
  if (record === undefined) yield lostProblem('row-shape', 'the manifest has no name', '/name');
  else yield record;
}

const PLACES: ReadonlyMap<string, string> = new Map([
  ['name', '/name'],
  ['author', '/author'],
  ['creator', '/author'],
  ['identifier', ''],
]);

/** The folder an extension lies in, or the one above it, which is named by the version. */
function chromeId(manifest: JsonObject, file: string): string | undefined {
  const key = textOf(manifest['key']);
  const bytes = key === undefined ? undefined : decodeBase64(key);
  if (bytes !== undefined) return idOfKey(bytes);
  return file.split(/[/\\]/).find((part) => /^[a-p]{32}$/.test(part));
}

/** Half a digest of the public key, written with the letters a to p. */
function idOfKey(key: Uint8Array): string {
  const letters = Array.from(sha256(key).subarray(0, 16), (byte) => [byte >> 4, byte & 15]).flat();
  return String.fromCharCode(...letters.map((digit) => 97 + digit));
}

/** Where Firefox writes the id, today and before 2021. */
function firefoxId(manifest: JsonObject): string | undefined {
  for (const member of ['browser_specific_settings', 'applications']) {
    const id = textOf(objectOf(objectOf(manifest[member])?.['gecko'])?.['id']);
    if (id !== undefined) return id;
  }
  return undefined;
}

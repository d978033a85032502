/**
 * What `scoop export` writes.
 *
 * Main entry: `scoopExport`. The table of `scoop list` is read by `powershell/`, whose form it has.
 */
import { lostProblem } from '../../input/index.ts';
import {
  isJsonObject,
  listOf,
  objectOf,
  outlineOf,
  readJson,
  textOf,
} from '../../input/json/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { RecordMaker } from '../field/index.ts';

export const scoopExport: Reader = {
  format: 'scoop-export',
  title: 'scoop export',
  recognize,
  read,
};

function recognize(head: FileHead): number {
  const { root, members, elementKeys } = outlineOf(head);
  if (root !== 'object') return 0;
  const apps = elementKeys.get('apps');
  const isApp = apps?.has('Name') === true && apps.has('Version');
  const isBucket = elementKeys.get('buckets')?.has('Name') === true;
  if (isApp && (members.has('buckets') || apps.has('Source'))) return 1;
  return isBucket ? 0.8 : 0;
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const document = readJson(source);
  yield* document.problems;
  const root = objectOf(document.value);
  if (!Array.isArray(root?.['apps'])) {
    if (document.isWhole) yield lostProblem('schema', '`apps` is missing or no list', '/apps');
    return;
  }
  const maker = new RecordMaker(context);
  for (const [index, node] of listOf(root['apps']).entries()) {
    if (isJsonObject(node) && !document.isComplete(node)) continue;
    const pointer = `/apps/${index}`;
    const name = textOf(objectOf(node)?.['Name']);
    if (name === undefined) {
      yield lostProblem('schema', 'an app has no `Name`', `${pointer}/Name`);
      continue;
    }
    maker.add('name', name, '/Name');
    const version = textOf(objectOf(node)?.['Version']);
    yield maker.component({ pointer, name, version, presence: 'installed', supporting: false });
  }
  yield* maker.cutProblems();
}

import { lostProblem, noteProblem } from '../../input/index.ts';
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

/** What `winget export` writes, in versions 1.0 and 2.0. */
export const wingetExport: Reader = {
  format: 'winget-export',
  title: 'winget export',
  recognize,
  read,
};

const SCHEMA = /winget-packages\.schema\.\d/;

function recognize(head: FileHead): number {
  const { root, members, elementKeys } = outlineOf(head);
  if (root !== 'object') return 0;
  if (SCHEMA.test(members.get('$schema') ?? '')) return 1;
  const sources = elementKeys.get('Sources');
  return sources?.has('Packages') === true ? 0.9 : 0;
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const document = readJson(source);
  yield* document.problems;
  const maker = new RecordMaker(context);
  const root = objectOf(document.value);
  if (!Array.isArray(root?.['Sources']) && document.isWhole) {
    yield lostProblem('schema', '`Sources` is missing or no list', '/Sources');
    return;
  }
  for (const [at, one] of listOf(root?.['Sources']).entries()) {
    for (const [index, node] of listOf(objectOf(one)?.['Packages']).entries()) {
      if (isJsonObject(node) && !document.isComplete(node)) continue;
      const pointer = `/Sources/${at}/Packages/${index}`;
      const object = objectOf(node);
      const key = textOf(object?.['PackageIdentifier']) === undefined ? 'Id' : 'PackageIdentifier';
      const id = textOf(object?.[key]);
      if (id === undefined) {
        yield lostProblem('schema', 'a package has no `PackageIdentifier`', pointer);
        continue;
      }
      maker.add('winget_id', id, `/${key}`);
      const version = textOf(object?.['Version']);
      yield maker.component({
        pointer,
        name: id,
        version,
        presence: 'installed',
        supporting: false,
      });
    }
  }
  const message = 'winget exports what one of its sources knows; other programs are not in it';
  yield noteProblem('declared-incomplete', message);
  yield* maker.cutProblems();
}

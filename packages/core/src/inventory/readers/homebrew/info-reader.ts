import { lostProblem, noteProblem } from '../../input/index.ts';
import {
  isJsonObject,
  listOf,
  objectOf,
  outlineOf,
  readJson,
  textOf,
  type JsonObject,
} from '../../input/json/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { addFile, RecordMaker } from '../field/index.ts';

/** What `brew info --json=v2` writes; formulae and casks that are not installed are counted. */
export const homebrewInfo: Reader = {
  format: 'homebrew-json',
  title: 'brew info --json=v2',
  recognize,
  read,
};

function recognize(head: FileHead): number {
  const { root, members, elementKeys } = outlineOf(head);
  if (root !== 'object') return 0;
  if (members.has('formulae') && members.has('casks')) return 1;
  if (elementKeys.get('formulae')?.has('full_name') === true) return 0.9;
  return elementKeys.get('casks')?.has('token') === true ? 0.9 : 0;
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const document = readJson(source);
  yield* document.problems;
  const root = objectOf(document.value);
  const maker = new RecordMaker(context);
  let absent = 0;
  for (const kind of ['formulae', 'casks'] as const) {
    for (const [index, node] of listOf(root?.[kind]).entries()) {
      const pointer = `/${kind}/${index}`;
      if (isJsonObject(node) && !document.isComplete(node)) continue;
      const one = objectOf(node);
      const name = textOf(one?.[kind === 'formulae' ? 'name' : 'token']);
      const installed = one === undefined ? [] : versionsOf(one);
      if (one === undefined || name === undefined) {
        yield lostProblem('schema', `one of \`${kind}\` has no name`, pointer);
      } else if (installed.length === 0) {
        absent += 1;
      } else {
        for (const version of installed) {
          if (kind === 'casks') addCask(maker, one);
          maker.addOnce('name', name, kind === 'formulae' ? '/name' : '/token');
          yield maker.component({
            pointer,
            name,
            version,
            presence: 'installed',
            supporting: false,
          });
        }
      }
    }
  }
  if (absent > 0) {
    yield noteProblem('table-not-mapped', `${absent} formulae and casks are not installed`);
  }
  yield* maker.cutProblems();
}

/** Of a formula several versions may be installed; of a cask there is one, or null. */
function versionsOf(node: JsonObject): readonly (string | undefined)[] {
  const { installed } = node;
  if (typeof installed === 'string') return [installed];
  return listOf(installed).map((one) => textOf(objectOf(one)?.['version']));
}

function addCask(maker: RecordMaker, cask: JsonObject): void {
  for (const [index, name] of listOf(cask['name']).entries()) {
    maker.addOnce('name', textOf(name), `/name/${index}`);
  }
  for (const [index, artifact] of listOf(cask['artifacts']).entries()) {
    const node = objectOf(artifact);
    const at = `/artifacts/${index}`;
    for (const app of listOf(node?.['app'])) {
      if (typeof app === 'string') addFile(maker, app, `${at}/app`);
    }
    for (const removal of listOf(node?.['uninstall'])) {
      addRemoval(maker, objectOf(removal), `${at}/uninstall`);
    }
  }
}

/** What a removal has to stop and forget names the parts by their ids. */
function addRemoval(maker: RecordMaker, removal: JsonObject | undefined, at: string): void {
  for (const [key, field] of [
    ['pkgutil', 'bundle_id'],
    ['quit', 'bundle_id'],
    ['launchctl', 'service_name'],
  ] as const) {
    const value = removal?.[key];
    for (const one of Array.isArray(value) ? value : [value]) {
      maker.addOnce(field, textOf(one), `${at}/${key}`);
    }
  }
}

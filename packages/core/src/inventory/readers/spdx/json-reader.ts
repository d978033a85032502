import type { ComponentRecord } from '../../../model/index.ts';
import { lostProblem, noteProblem, type ReadProblem } from '../../input/index.ts';
import {
  isJsonObject,
  listOf,
  objectOf,
  outlineOf,
  readJson,
  textOf,
  type JsonDocument,
  type JsonObject,
} from '../../input/json/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { RecordMaker } from '../field/index.ts';
import { addFileFields, addPackageFields } from './add-fields.ts';
import { describedIds } from './described.ts';

/** SPDX documents in JSON, 2.2 and 2.3. Version 3 is another format, in JSON-LD. */
export const spdxJson: Reader = {
  format: 'spdx-json',
  title: 'SPDX document (JSON)',
  recognize,
  read,
};

const VERSIONS: readonly unknown[] = ['SPDX-2.2', 'SPDX-2.3'];

function recognize(head: FileHead): number {
  const { root, members, elementKeys } = outlineOf(head);
  if (root !== 'object' || members.has('@context')) return 0;
  if (members.has('spdxVersion')) return 1;
  if (members.get('SPDXID') === 'SPDXRef-DOCUMENT') return 0.9;
  // The head of a large document may hold nothing but files or packages.
  const lists = [elementKeys.get('packages'), elementKeys.get('files')];
  return lists.some((keys) => keys?.has('SPDXID') === true) ? 0.8 : 0;
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const document = readJson(source);
  yield* document.problems;
  const refusal = refusalOf(document);
  if (refusal !== undefined) yield refusal;
  const bom = refusal === undefined ? objectOf(document.value) : undefined;
  if (bom === undefined) return;
  yield* externalDocuments(bom);
  const maker = new RecordMaker(context);
  yield* packages(document, bom, maker);
  yield* files(document, bom, maker);
  yield* maker.cutProblems();
}

function refusalOf(document: JsonDocument): ReadProblem | undefined {
  const bom = objectOf(document.value);
  if (bom === undefined) {
    return lostProblem('not-this-format', 'the document is no JSON object', '');
  }
  const version = bom['spdxVersion'];
  if (VERSIONS.includes(version) || (version === undefined && !document.isWhole)) return undefined;
  const found = version === undefined ? 'is missing' : `is ${JSON.stringify(version)}`;
  const message = `\`spdxVersion\` ${found}; SPDX-2.2 and SPDX-2.3 are read`;
  return lostProblem('version-unsupported', message, '/spdxVersion');
}

function externalDocuments(bom: JsonObject): readonly ReadProblem[] {
  const count = listOf(bom['externalDocumentRefs']).length;
  if (count === 0) return [];
  const message = `the document refers to ${count} others, which are not part of this file`;
  return [noteProblem('external-document', message, '/externalDocumentRefs')];
}

function* packages(
  document: JsonDocument,
  bom: JsonObject,
  maker: RecordMaker,
): Generator<ReadItem> {
  const list = listOf(bom['packages']);
  const described = describedIds(document, bom);
  const parent = described === undefined ? undefined : parentOf(list, described);
  for (let index = 0; index < list.length; index += 1) {
    const node = list[index];
    const pointer = `/packages/${index}`;
    const name = isJsonObject(node) ? textOf(node['name']) : undefined;
    if (!isJsonObject(node) || !document.isComplete(node)) continue;
    if (name === undefined) {
      yield lostProblem('schema', 'a package has no `name`', `${pointer}/name`);
      continue;
    }
    addPackageFields(maker, node);
    const id = node['SPDXID'];
    const isDescribed = typeof id === 'string' && described?.has(id) === true;
    yield maker.component({
      pointer,
      name,
      version: textOf(node['versionInfo']),
      presence: 'present-in-build',
      parent: isDescribed ? undefined : parent,
      supporting: node['primaryPackagePurpose'] === 'FILE',
    });
  }
}

/** The one package a document describes; of several, none can be said to hold the rest. */
function parentOf(
  list: readonly unknown[],
  described: ReadonlySet<string>,
): ComponentRecord['parent'] | undefined {
  const found = list.filter((one) => {
    const id = objectOf(one)?.['SPDXID'];
    return typeof id === 'string' && described.has(id);
  });
  const node = found.length === 1 ? objectOf(found[0]) : undefined;
  const name = textOf(node?.['name']);
  if (name === undefined) return undefined;
  const version = textOf(node?.['versionInfo']);
  return version === undefined ? { name } : { name, version };
}

function* files(document: JsonDocument, bom: JsonObject, maker: RecordMaker): Generator<ReadItem> {
  const list = listOf(bom['files']);
  for (let index = 0; index < list.length; index += 1) {
    const node = list[index];
    if (!isJsonObject(node) || !document.isComplete(node)) continue;
    const pointer = `/files/${index}`;
    const name = textOf(node['fileName']);
    if (name === undefined) {
      yield lostProblem('schema', 'a file has no `fileName`', `${pointer}/fileName`);
      continue;
    }
    addFileFields(maker, node);
    yield maker.component({ pointer, name, presence: 'present-in-build', supporting: true });
  }
}

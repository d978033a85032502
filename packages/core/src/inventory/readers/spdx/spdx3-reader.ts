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
import { addCpe, addFile, isMaintained, isSystemPackage, RecordMaker } from '../field/index.ts';
import { addAgent } from './add-fields.ts';

/** SPDX documents of version 3.0 in JSON-LD. */
export const spdx3: Reader = {
  format: 'spdx-3-json',
  title: 'SPDX 3 document (JSON-LD)',
  recognize,
  read,
};

const CONTEXT = /"@context"\s*:\s*\[?\s*"https?:\/\/spdx\.org\/rdf\/3/;
const VERSION = /^3\.0(?:\.\d+)?$/;

function recognize(head: FileHead): number {
  const { root, members, elementKeys } = outlineOf(head);
  if (root !== 'object') return 0;
  if (CONTEXT.test(head.text)) return 1;
  // The context may stand at the end of a document that is larger than its head.
  const keys = elementKeys.get('@graph');
  if (keys?.has('spdxId') === true) return 0.8;
  return members.has('spdxId') && members.has('creationInfo') ? 0.8 : 0;
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const document = readJson(source);
  yield* document.problems;
  const root = objectOf(document.value);
  if (root === undefined) {
    yield lostProblem('not-this-format', 'the document is no JSON object', '');
    return;
  }
  const graph = new Graph(root, document);
  yield* versionProblems(graph);
  yield* imports(graph);
  const maker = new RecordMaker(context);
  const parent = graph.parent();
  for (const place of graph.places) {
    const type = typeOf(place.node);
    if (type === 'package') yield packageRecord(place, { graph, maker, parent });
    if (type === 'file') yield fileRecord(place, { graph, maker, parent });
  }
  yield* maker.cutProblems();
}

interface ElementPlace {
  readonly node: JsonObject;
  readonly pointer: string;
}

/** The elements of a document and what their ids stand for. */
class Graph {
  readonly places: readonly ElementPlace[];
  readonly #byId = new Map<string, JsonObject>();

  constructor(root: JsonObject, document: JsonDocument) {
    const list = root['@graph'];
    const isList = Array.isArray(list);
    const places: ElementPlace[] = [];
    for (const [index, node] of (isList ? list : [root]).entries()) {
      // The element a document breaks off in is not known well enough.
      if (!isJsonObject(node) || !document.isComplete(node)) continue;
      places.push({ node, pointer: isList ? `/@graph/${index}` : '' });
      const id = idOf(node);
      if (id !== undefined) this.#byId.set(id, node);
    }
    this.places = places;
  }

  /** An element that is named by its id or stands in place. */
  resolve(value: unknown): JsonObject | undefined {
    return typeof value === 'string' ? this.#byId.get(value) : objectOf(value);
  }

  /** The one package the document is about; of several, none can be said to hold the rest. */
  parent(): ComponentRecord['parent'] | undefined {
    const roots = new Set<JsonObject>();
    for (const { node } of this.places) {
      for (const one of asList(node['rootElement'])) {
        const found = this.resolve(one);
        if (found !== undefined && typeOf(found) === 'package') roots.add(found);
      }
    }
    const [root] = roots;
    const name = roots.size === 1 ? textOf(root?.['name']) : undefined;
    if (name === undefined) return undefined;
    const version = textOf(root?.['software_packageVersion']);
    return version === undefined ? { name } : { name, version };
  }
}

function idOf(node: JsonObject): string | undefined {
  return textOf(node['spdxId']) ?? textOf(node['@id']);
}

/** A value that may stand alone or in a list. */
function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

// `software_Package` in the compact form, `…/terms/Software/Package` in the long one.
const PACKAGE = /(?:^|[_/:#])(?:Package|AIPackage|DatasetPackage)$/;
const FILE = /(?:^|[_/:#])File$/;

function typeOf(node: JsonObject): 'package' | 'file' | 'other' {
  const types = asList(node['type'] ?? node['@type']).filter((one) => typeof one === 'string');
  if (types.some((one) => PACKAGE.test(one))) return 'package';
  return types.some((one) => FILE.test(one)) ? 'file' : 'other';
}

/** Every element says of which version it is, by what was said of its making. */
function* versionProblems({ places }: Graph): Generator<ReadProblem> {
  for (const { node, pointer } of places) {
    const info = objectOf(node['creationInfo']) ?? node;
    const version = textOf(info['specVersion']);
    if (version === undefined || VERSION.test(version)) continue;
    const message = `\`specVersion\` is ${JSON.stringify(version)}; 3.0 is read`;
    yield lostProblem('version-unsupported', message, `${pointer}/specVersion`);
    return;
  }
}

function* imports({ places }: Graph): Generator<ReadProblem> {
  for (const { node, pointer } of places) {
    const count = asList(node['import']).length;
    if (count === 0) continue;
    const message = `the document refers to ${count} others, which are not part of this file`;
    yield noteProblem('external-document', message, `${pointer}/import`);
  }
}

interface ElementContext {
  readonly graph: Graph;
  readonly maker: RecordMaker;
  readonly parent: ComponentRecord['parent'] | undefined;
}

interface Identifier {
  readonly type: string | undefined;
  readonly text: string;
  readonly at: string;
}

function packageRecord(place: ElementPlace, { graph, maker, parent }: ElementContext): ReadItem {
  const { node, pointer } = place;
  const identifiers = identifiersOf(node, graph);
  const purl = identifiers.find(({ type }) => type === 'packageUrl')?.text;
  const name = textOf(node['name']) ?? purl;
  if (name === undefined)
    return lostProblem('schema', 'a package has no `name`', `${pointer}/name`);
  maker.add('name', node['name'], '/name');
  if (isSystemPackage(purl)) maker.add('package_name', node['name'], '/name');
  // Of a distribution's package these name the person who packaged it.
  if (!isMaintained(purl)) addMakers(maker, node, graph);
  for (const { type, text, at } of identifiers) {
    if (type === 'packageUrl') maker.addOnce('purl', text, at);
    if (type === 'cpe22' || type === 'cpe23') addCpe(maker, text, at);
  }
  addHashes(maker, node, graph);
  const version = textOf(node['software_packageVersion']);
  const isRoot = parent !== undefined && parent.name === name && parent.version === version;
  return maker.component({
    pointer,
    name,
    version,
    presence: 'present-in-build',
    parent: isRoot ? undefined : parent,
    supporting: node['software_primaryPurpose'] === 'file',
  });
}

function fileRecord(place: ElementPlace, { graph, maker }: ElementContext): ReadItem {
  const { node, pointer } = place;
  const name = textOf(node['name']);
  if (name === undefined) return lostProblem('schema', 'a file has no `name`', `${pointer}/name`);
  addFile(maker, name, '/name');
  addHashes(maker, node, graph);
  return maker.component({ pointer, name, presence: 'present-in-build', supporting: true });
}

function identifiersOf(node: JsonObject, graph: Graph): readonly Identifier[] {
  const found: Identifier[] = [];
  const url = textOf(node['software_packageUrl']);
  if (url !== undefined) found.push({ type: 'packageUrl', text: url, at: '/software_packageUrl' });
  for (const [index, one] of asList(node['externalIdentifier']).entries()) {
    const identifier = graph.resolve(one);
    const text = textOf(identifier?.['identifier']);
    const type = textOf(identifier?.['externalIdentifierType']);
    if (text !== undefined)
      found.push({ type, text, at: `/externalIdentifier/${index}/identifier` });
  }
  return found;
}

function addMakers(maker: RecordMaker, node: JsonObject, graph: Graph): void {
  for (const [property, field] of [
    ['suppliedBy', 'supplier'],
    ['originatedBy', 'manufacturer'],
  ] as const) {
    for (const one of asList(node[property])) {
      const agent = graph.resolve(one);
      const name = textOf(agent?.['name']);
      if (name === undefined) continue;
      const isPerson = asList(agent?.['type'] ?? agent?.['@type']).some(
        (type) => typeof type === 'string' && /(?:^|[_/:#])Person$/.test(type),
      );
      if (isPerson) maker.add('author', name, `/${property}`);
      else addAgent(maker, name, field, `/${property}`);
    }
  }
}

function addHashes(maker: RecordMaker, node: JsonObject, graph: Graph): void {
  for (const [index, one] of listOf(node['verifiedUsing']).entries()) {
    const hash = graph.resolve(one);
    const algorithm = textOf(hash?.['algorithm']);
    if (algorithm === undefined || !/(?:^|[/:#])sha256$/i.test(algorithm)) continue;
    maker.add('file_sha256', hash?.['hashValue'], `/verifiedUsing/${index}/hashValue`);
  }
}

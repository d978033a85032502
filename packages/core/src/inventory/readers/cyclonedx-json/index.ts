import type { ComponentRecord } from '../../../model/index.ts';
import { lostProblem, noteProblem, type ReadProblem } from '../../input/index.ts';
import {
  isJsonObject,
  objectOf,
  outlineOf,
  readJson,
  textOf,
  type JsonDocument,
  type JsonObject,
} from '../../input/json/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { RecordMaker } from '../field/index.ts';
import {
  addComponentFields,
  addMetadataFields,
  addServiceFields,
  addToolFields,
} from './add-fields.ts';
import { violationOf, type Violation } from './check-component.ts';
import { checkDocument } from './check-document.ts';
import { SUPPORTING_TYPES } from './specification.ts';
import { walkPlaces, type Place } from './walk-places.ts';

/** CycloneDX bills of materials in JSON, 1.2 to 1.7. */
export const cyclonedxJson: Reader = {
  format: 'cyclonedx-json',
  title: 'CycloneDX bill of materials (JSON)',
  recognize,
  read,
};

function recognize(head: FileHead): number {
  const { root, members, elementKeys } = outlineOf(head);
  if (root !== 'object') return 0;
  if (members.has('bomFormat')) return 1;
  if (members.get('$schema')?.includes('cyclonedx.org') === true) return 0.9;
  // The head of a large document may hold nothing but components.
  const keys = elementKeys.get('components');
  return keys?.has('type') === true && keys.has('name') ? 0.6 : 0;
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const document = readJson(source);
  yield* document.problems;
  const { bom, specVersion, problems } = checkDocument(document);
  yield* problems;
  if (bom === undefined) return;
  yield* new BomReading(document, bom, { specVersion, maker: new RecordMaker(context) }).items();
}

interface ReadingParts {
  readonly specVersion: string | undefined;
  readonly maker: RecordMaker;
}

/** One document on its way to records. */
class BomReading {
  readonly #document: JsonDocument;
  readonly #bom: JsonObject;
  readonly #specVersion: string | undefined;
  readonly #maker: RecordMaker;
  readonly #parent: ComponentRecord['parent'] | undefined;
  /** Whether the document breaks off inside what it describes, so that its name may be cut. */
  readonly #isMainCut: boolean;
  #signed = 0;
  #references = 0;

  constructor(document: JsonDocument, bom: JsonObject, { specVersion, maker }: ReadingParts) {
    this.#document = document;
    this.#bom = bom;
    this.#specVersion = specVersion;
    this.#maker = maker;
    const main = objectOf(objectOf(bom['metadata'])?.['component']);
    this.#isMainCut = main !== undefined && !document.isComplete(main);
    this.#parent = main === undefined || this.#isMainCut ? undefined : parentOf(main);
  }

  /**
   * Records of all places. One that breaks the schema is read and reported where others keep
   * it; a document in which not one does is not what it says it is, and is refused.
   */
  *items(): Generator<ReadItem> {
    let isAccepted = false;
    let heldBack: ReadItem[] = [];
    for (const place of walkPlaces(this.#bom)) {
      const { node } = place;
      // The component a document breaks off in is not known well enough.
      if (isJsonObject(node) && !this.#document.isComplete(node)) continue;
      if (this.#isMainCut && place.role === 'part') continue;
      const violation = violationOf(place, this.#specVersion);
      if (violation !== undefined) yield this.#reportOf(place, violation);
      const record = this.#recordAt(place);
      if (record === undefined) continue;
      if (violation === undefined || violation.isMinor) isAccepted = true;
      if (!isAccepted) {
        heldBack.push(record);
        continue;
      }
      if (heldBack.length > 0) {
        yield* heldBack;
        heldBack = [];
      }
      yield record;
    }
    if (heldBack.length > 0) {
      const message = `none of ${heldBack.length} components keeps the schema; none was read`;
      yield lostProblem('schema', message, '');
    }
    yield* this.#remarks();
    yield* this.#maker.cutProblems();
  }

  #reportOf(place: Place, { message, at }: Violation): ReadProblem {
    const name = textOf(objectOf(place.node)?.['name']);
    const subject = name === undefined ? `a ${place.kind}` : `the ${place.kind} \`${name}\``;
    return lostProblem('schema', `${subject} ${message}`, `${place.pointer}${at}`);
  }

  #recordAt({ node, pointer, kind, role }: Place): ReadItem | undefined {
    if (!isJsonObject(node)) return undefined;
    const name = textOf(node['name']);
    if (name === undefined) return undefined;
    this.#count(node);
    const maker = this.#maker;
    if (kind === 'service') addServiceFields(maker, node);
    else if (kind === 'tool') addToolFields(maker, node);
    else addComponentFields(maker, node);
    if (role === 'main') addMetadataFields(maker, objectOf(this.#bom['metadata']));
    const { type } = node;
    return maker.component({
      pointer,
      name,
      version: textOf(node['version']),
      presence: 'present-in-build',
      parent: role === 'part' ? this.#parent : undefined,
      supporting: typeof type === 'string' && SUPPORTING_TYPES.has(type),
    });
  }

  #count(node: JsonObject): void {
    if (node['signature'] !== undefined) this.#signed += 1;
    const { externalReferences } = node;
    if (!Array.isArray(externalReferences)) return;
    if (externalReferences.some((one) => objectOf(one)?.['type'] === 'bom')) this.#references += 1;
  }

  *#remarks(): Generator<ReadProblem> {
    if (this.#signed > 0) {
      const message = `${this.#signed} components carry a signature, which was not verified`;
      yield noteProblem('signature-not-verified', message);
    }
    if (this.#references > 0) {
      const message =
        `${this.#references} components refer to a bill of materials of their own, ` +
        `which is not part of this file; give it as well`;
      yield noteProblem('external-document', message);
    }
  }
}

function parentOf(main: JsonObject): ComponentRecord['parent'] | undefined {
  const name = textOf(main['name']);
  if (name === undefined) return undefined;
  const version = textOf(main['version']);
  return version === undefined ? { name } : { name, version };
}

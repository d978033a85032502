import type { ComponentRecord } from '../../../model/index.ts';
import { LIMITS } from '../../../limits.ts';
import { lostProblem, noteProblem, type ReadProblem } from '../../input/index.ts';
import { isJsonObject, objectOf, textOf, type JsonObject } from '../../input/json/index.ts';
import type { ReadItem } from '../../reader.ts';
import type { RecordMaker } from '../field/index.ts';
import {
  addComponentFields,
  addMetadataFields,
  addServiceFields,
  addToolFields,
} from './add-fields.ts';
import { violationOf, type Violation } from './check-component.ts';
import { SUPPORTING_TYPES } from './specification.ts';
import type { Place } from './walk-places.ts';

/** What a document says around its components. */
export interface PlaceContext {
  readonly specVersion: string | undefined;
  /** Product the parts belong to. */
  readonly parent?: ComponentRecord['parent'] | undefined;
  readonly metadata?: JsonObject | undefined;
}

/**
 * Turns the places of one document into records.
 *
 * One that breaks the schema is read and reported where others keep it; a document in which not
 * one does is not what it says it is, and is refused.
 */
export class PlaceReader {
  readonly #maker: RecordMaker;
  #isAccepted = false;
  #heldBack: ReadItem[] = [];
  #heldBackMore = 0;
  #signed = 0;
  #references = 0;

  constructor(maker: RecordMaker) {
    this.#maker = maker;
  }

  *read(place: Place, context: PlaceContext): Generator<ReadItem> {
    const violation = violationOf(place, context.specVersion);
    if (violation !== undefined) yield reportOf(place, violation);
    const record = this.#recordAt(place, context);
    if (record === undefined) return;
    if (violation === undefined || violation.isMinor) this.#isAccepted = true;
    if (!this.#isAccepted) {
      this.#holdBack(record);
      return;
    }
    if (this.#heldBack.length > 0) {
      yield* this.#heldBack;
      this.#heldBack = [];
    }
    yield record;
  }

  /** What is left to say when all places were read. */
  *finish(): Generator<ReadItem> {
    const refused = this.#heldBack.length + this.#heldBackMore;
    if (refused > 0) {
      const message = this.#isAccepted
        ? `${refused} components before the first one that keeps the schema were not read`
        : `none of ${refused} components keeps the schema; none was read`;
      yield lostProblem('schema', message, '');
    }
    yield* this.#remarks();
    yield* this.#maker.cutProblems();
  }

  #holdBack(record: ReadItem): void {
    if (this.#heldBack.length < LIMITS.rowsHeldMax) this.#heldBack.push(record);
    else this.#heldBackMore += 1;
  }

  #recordAt({ node, pointer, kind, role }: Place, context: PlaceContext): ReadItem | undefined {
    if (!isJsonObject(node)) return undefined;
    const name = textOf(node['name']);
    if (name === undefined) return undefined;
    this.#count(node);
    const maker = this.#maker;
    if (kind === 'service') addServiceFields(maker, node);
    else if (kind === 'tool') addToolFields(maker, node);
    else addComponentFields(maker, node);
    if (role === 'main') addMetadataFields(maker, context.metadata);
    const { type } = node;
    return maker.component({
      pointer,
      name,
      version: textOf(node['version']),
      presence: 'present-in-build',
      parent: role === 'part' ? context.parent : undefined,
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

function reportOf(place: Place, { message, at, isHarmless }: Violation): ReadProblem {
  const name = textOf(objectOf(place.node)?.['name']);
  const subject = name === undefined ? `a ${place.kind}` : `the ${place.kind} \`${name}\``;
  const make = isHarmless === true ? noteProblem : lostProblem;
  return make('schema', `${subject} ${message}`, `${place.pointer}${at}`);
}

/** What parts of a product are said to belong to. */
export function parentOf(main: JsonObject | undefined): ComponentRecord['parent'] | undefined {
  const name = textOf(main?.['name']);
  if (name === undefined) return undefined;
  const version = textOf(main?.['version']);
  return version === undefined ? { name } : { name, version };
}

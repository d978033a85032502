import { LIMITS } from '../../../limits.ts';
import { lostProblem, type ReadProblem } from '../../input/index.ts';
import { textOf } from '../../input/json/index.ts';
import type { XmlHandler, XmlTag } from '../../input/xml/index.ts';
import {
  aggregateNote,
  formulationNote,
  newerVersion,
  refusalOf,
  signatureNote,
} from './check-document.ts';
import type { Violation } from './check-component.ts';
import { parentOf, type PlaceContext } from './place-reader.ts';
import { XML_SPEC_VERSIONS } from './specification.ts';
import type { Place, PlaceRole } from './walk-places.ts';
import { BOM, type Child } from './xml-shape.ts';

/** A component, service or tool with what stands around it. */
export interface FoundPlace {
  readonly kind: 'place';
  readonly place: Place;
  readonly context: PlaceContext;
}

type Node = Record<string, unknown>;

/** An element that is open and has a shape. */
interface Frame {
  readonly child: Child;
  readonly value: Node | unknown[];
  readonly role: PlaceRole;
  readonly pointer: string;
  text: string;
}

export const CYCLONEDX_NAMESPACE = 'http://cyclonedx.org/schema/bom/';
// XML Signature 4.1: the namespace of the element that holds a signature.
const SIGNATURE_NAMESPACE = 'http://www.w3.org/2000/09/xmldsig#';
const ROOT: Child = { key: 'bom', shape: BOM };

/** Makes places of the elements of a document; one that is nested comes before the one around. */
export class XmlPlaces implements XmlHandler<FoundPlace | ReadProblem> {
  #found: (FoundPlace | ReadProblem)[] = [];
  readonly #frames: Frame[] = [];
  #namespace = '';
  #specVersion: string | undefined;
  #isRefused = false;
  /** Elements that are open and have no shape. */
  #passedOver = 0;
  /** What the document describes, and whether it waits for the rest of the metadata. */
  #main: Frame | undefined;
  #isMainHeld = false;
  #metadata: Node | undefined;
  readonly #refs = new RefCheck();
  #isFullNoted = false;

  open(tag: XmlTag): void {
    const top = this.#frames.at(-1);
    if (top === undefined) {
      this.#openRoot(tag);
      return;
    }
    if (tag.name === 'Signature' && tag.namespace === SIGNATURE_NAMESPACE) this.#sign(top, tag);
    const isOurs = this.#passedOver === 0 && tag.namespace === this.#namespace && !this.#isRefused;
    const child = isOurs ? top.child.shape.children?.get(tag.name) : undefined;
    if (child === undefined) {
      this.#passedOver += 1;
      return;
    }
    const { shape } = child;
    const value = shape.kind === 'list' ? [] : shape.kind === 'inside' ? top.value : {};
    const isPointed = shape.place !== undefined || shape.isPointed === true;
    const pointer = isPointed ? tag.pointer() : '';
    const frame: Frame = { child, value, role: this.#roleOf(top, tag.name), pointer, text: '' };
    if (!Array.isArray(value)) this.#begin(frame, value, tag);
    this.#frames.push(frame);
  }

  text(text: string): void {
    const top = this.#frames.at(-1);
    if (top === undefined || this.#passedOver > 0) return;
    const { kind, textKey } = top.child.shape;
    if (kind === 'text' || textKey !== undefined) top.text += text;
  }

  close(): void {
    if (this.#passedOver > 0) {
      this.#passedOver -= 1;
      return;
    }
    const frame = this.#frames.pop();
    const around = this.#frames.at(-1);
    if (frame === undefined || around === undefined) return;
    const { value, child, pointer } = frame;
    const { place, textKey } = child.shape;
    if (textKey !== undefined && !Array.isArray(value)) value[textKey] = frame.text.trim();
    if (place !== undefined) this.#closePlace(frame);
    else if (!attach(around.value, frame))
      this.#noteFull(pointer === '' ? around.pointer : pointer);
    if (child.key === 'metadata') this.finish();
    if (child.key === 'formulation') this.#found.push(formulationNote(pointer));
    if (child.key !== 'composition' || Array.isArray(value)) return;
    this.#found.push(...aggregateNote(textOf(value['aggregate']), pointer));
  }

  take(): readonly (FoundPlace | ReadProblem)[] {
    const found = this.#found;
    if (found.length > 0) this.#found = [];
    return found;
  }

  /** Gives out what the document describes, when nothing more can be said of it. */
  finish(): void {
    if (this.#main === undefined || !this.#isMainHeld) return;
    this.#isMainHeld = false;
    this.#emit(this.#main, this.#metadata);
  }

  #openRoot(tag: XmlTag): void {
    this.#namespace = tag.namespace;
    this.#frames.push({ child: ROOT, value: {}, role: 'other', pointer: '', text: '' });
    if (tag.name !== 'bom' || !tag.namespace.startsWith(CYCLONEDX_NAMESPACE)) {
      const message = `the root element is no \`bom\` in the namespace of CycloneDX`;
      this.#refuse(lostProblem('not-this-format', message, tag.pointer()));
      return;
    }
    this.#specVersion = tag.namespace.slice(CYCLONEDX_NAMESPACE.length);
    const head: Node = { bomFormat: 'CycloneDX', specVersion: this.#specVersion };
    const serialNumber = tag.attribute('serialNumber');
    if (serialNumber !== undefined) head['serialNumber'] = serialNumber;
    const refusal = refusalOf(head, true, XML_SPEC_VERSIONS);
    if (refusal !== undefined) this.#refuse(placed(refusal, tag));
    else this.#found.push(...newerVersion(this.#specVersion).map((one) => placed(one, tag)));
  }

  #refuse(problem: ReadProblem): void {
    this.#isRefused = true;
    this.#found.push(problem);
  }

  /** Said once: a list that is too long has many more elements. */
  #noteFull(pointer: string): void {
    if (this.#isFullNoted) return;
    this.#isFullNoted = true;
    const message = `an element has more than ${LIMITS.fieldsMax} in it; the rest was left out`;
    this.#found.push(lostProblem('document-limit', message, pointer === '' ? undefined : pointer));
  }

  #sign(top: Frame, tag: XmlTag): void {
    if (this.#passedOver > 0) return;
    if (top.child === ROOT) this.#found.push(signatureNote(tag.pointer()));
    else if (!Array.isArray(top.value)) top.value['signature'] = true;
  }

  #begin(frame: Frame, value: Node, tag: XmlTag): void {
    const { shape, key } = frame.child;
    if (key === 'metadata') this.#metadata = value;
    if (frame.role === 'main') this.#main = frame;
    for (const name of shape.attributes ?? []) {
      const found = tag.attribute(name);
      if (found !== undefined) value[name] = found;
    }
    if (shape.place !== undefined) this.#refs.add(value);
  }

  #roleOf(top: Frame, name: string): PlaceRole {
    if (top.child === ROOT) return name === 'components' || name === 'services' ? 'part' : 'other';
    if (top.child.key === 'metadata') return name === 'component' ? 'main' : 'other';
    return top.role === 'main' ? 'part' : top.role;
  }

  #closePlace(frame: Frame): void {
    if (frame.role === 'main') this.#isMainHeld = true;
    else this.#emit(frame);
  }

  #emit({ value, pointer, role, child }: Frame, metadata?: Node): void {
    const { place: kind } = child.shape;
    if (kind === undefined || Array.isArray(value)) return;
    const violation = this.#refs.violationOf(value);
    const place: Place = { node: value, pointer, kind, role };
    const main = this.#main?.value;
    const parent = main === undefined || Array.isArray(main) ? undefined : parentOf(main);
    const context: PlaceContext = { specVersion: this.#specVersion, parent, metadata };
    this.#found.push({
      kind: 'place',
      place: violation === undefined ? place : { ...place, violation },
      context,
    });
  }
}

/** Puts what an element says into the one around it; false when that is full. */
function attach(around: Node | unknown[], { child, value, text }: Frame): boolean {
  const { key, shape, repeats } = child;
  if (shape.kind === 'inside') return true;
  const made = shape.kind === 'text' ? text.trim() : value;
  if (Array.isArray(around)) return pushBounded(around, made);
  const before = around[key];
  if (repeats !== true) around[key] = made;
  else if (Array.isArray(before)) return pushBounded(before, made);
  else around[key] = [made];
  return true;
}

function pushBounded(list: unknown[], value: unknown): boolean {
  if (list.length === LIMITS.fieldsMax) return false;
  list.push(value);
  return true;
}

/** The checks of the JSON form point into it; here the place is that of the root element. */
function placed({ problem, lost }: ReadProblem, tag: XmlTag): ReadProblem {
  return { kind: 'problem', problem: { ...problem, pointer: tag.pointer() }, lost };
}

/** The schemas want every `bom-ref` to be there once and not to be empty. */
class RefCheck {
  readonly #nodes = new Map<string, Node>();
  readonly #bad = new WeakSet<Node>();

  add(node: Node): void {
    const ref = node['bom-ref'];
    if (typeof ref !== 'string') return;
    const first = this.#nodes.get(ref);
    if (ref === '' || first !== undefined) this.#bad.add(node);
    if (first !== undefined) this.#bad.add(first);
    else if (this.#nodes.size < LIMITS.rowsHeldMax) this.#nodes.set(ref, node);
  }

  violationOf(node: Node): Violation | undefined {
    if (!this.#bad.has(node)) return undefined;
    const message =
      node['bom-ref'] === ''
        ? 'has an empty `bom-ref`'
        : `has the \`bom-ref\` ${JSON.stringify(node['bom-ref'])} of another one`;
    return { message, at: '', isMinor: false, isHarmless: true };
  }
}

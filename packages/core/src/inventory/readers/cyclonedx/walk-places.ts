import type { Violation } from './check-component.ts';
import { listOf, objectOf, type JsonObject } from '../../input/json/index.ts';

/** What stands at a place: a component, a service, or a tool in the shape of 1.2 to 1.4. */
export type PlaceKind = 'component' | 'service' | 'tool';

/** `main`: what the document describes. `part`: in it. `other`: used to make it or describe it. */
export type PlaceRole = 'main' | 'part' | 'other';

export interface Place {
  readonly node: unknown;
  readonly pointer: string;
  readonly kind: PlaceKind;
  readonly role: PlaceRole;
  /** A breach of the schema that cannot be seen in the node. */
  readonly violation?: Violation;
}

/** A list of places that is being walked. */
interface Frame {
  readonly list: readonly unknown[];
  readonly pointer: string;
  readonly kind: PlaceKind;
  readonly role: PlaceRole;
  next: number;
}

/**
 * Every place of a document where a component, service or tool can stand, in document order.
 * What `formulation` names made the product and is no part of it.
 */
export function* walkPlaces(bom: JsonObject): Generator<Place> {
  const metadata = objectOf(bom['metadata']);
  const main = metadata?.['component'];
  if (main !== undefined) {
    const place: Place = {
      node: main,
      pointer: '/metadata/component',
      kind: 'component',
      role: 'main',
    };
    yield place;
    yield* walk(framesBelow(place));
  }
  yield* walk(toolFrames(metadata?.['tools'], '/metadata/tools'));
  yield* walk([
    frame(bom['components'], '/components', 'component', 'part'),
    frame(bom['services'], '/services', 'service', 'part'),
  ]);
  yield* walkOthers(bom);
}

function* walkOthers(bom: JsonObject): Generator<Place> {
  for (const [index, one] of listOf(bom['annotations']).entries()) {
    const annotator = objectOf(objectOf(one)?.['annotator']);
    const pointer = `/annotations/${index}/annotator`;
    for (const kind of ['component', 'service'] as const) {
      const node = annotator?.[kind];
      if (node !== undefined) yield { node, pointer: `${pointer}/${kind}`, kind, role: 'other' };
    }
  }
  for (const [index, one] of listOf(bom['vulnerabilities']).entries()) {
    const tools = objectOf(one)?.['tools'];
    if (tools !== undefined) yield* walk(toolFrames(tools, `/vulnerabilities/${index}/tools`));
  }
  const targets = objectOf(bom['declarations'])?.['targets'];
  yield* walk(bothFrames(targets, '/declarations/targets'));
}

/**
 * Walks lists and what is nested in them. The lists in hand are kept on a stack of their own,
 * since nesting comes from outside.
 */
function* walk(frames: readonly Frame[]): Generator<Place> {
  const stack = frames.toReversed();
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    if (top.next === top.list.length) {
      stack.pop();
      continue;
    }
    const index = top.next;
    top.next += 1;
    const { pointer, kind, role } = top;
    const place: Place = { node: top.list[index], pointer: `${pointer}/${index}`, kind, role };
    yield place;
    const below = framesBelow(place);
    for (let at = below.length - 1; at >= 0; at -= 1) {
      const next = below[at];
      if (next !== undefined) stack.push(next);
    }
  }
}

const NOTHING_BELOW: readonly Frame[] = [];

function framesBelow({ node, pointer, kind, role }: Place): readonly Frame[] {
  const object = objectOf(node);
  if (object === undefined) return NOTHING_BELOW;
  const role2 = role === 'main' ? 'part' : role;
  if (kind === 'service') {
    if (object['services'] === undefined) return NOTHING_BELOW;
    return [frame(object['services'], `${pointer}/services`, 'service', role2)];
  }
  const { components, pedigree } = object;
  if (components === undefined && pedigree === undefined) return NOTHING_BELOW;
  // What a component was made from is in it, changed; its descendants and variants are not.
  const ancestors = objectOf(pedigree)?.['ancestors'];
  return [
    frame(components, `${pointer}/components`, 'component', role2),
    frame(ancestors, `${pointer}/pedigree/ancestors`, 'component', role2),
  ];
}

function frame(list: unknown, pointer: string, kind: PlaceKind, role: PlaceRole): Frame {
  return { list: listOf(list), pointer, kind, role, next: 0 };
}

/** Tools are a list of their own shape up to 1.4, and components and services from 1.5 on. */
function toolFrames(tools: unknown, pointer: string): readonly Frame[] {
  if (Array.isArray(tools)) return [frame(tools, pointer, 'tool', 'other')];
  return bothFrames(tools, pointer);
}

function bothFrames(value: unknown, pointer: string): readonly Frame[] {
  const object = objectOf(value);
  if (object === undefined) return NOTHING_BELOW;
  return [
    frame(object['components'], `${pointer}/components`, 'component', 'other'),
    frame(object['services'], `${pointer}/services`, 'service', 'other'),
  ];
}

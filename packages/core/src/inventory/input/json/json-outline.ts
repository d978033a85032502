import type { FileHead } from '../../reader.ts';
import { JsonPuller } from './json-puller.ts';

/** What can be seen of a JSON text from its start: enough to tell formats apart. */
export interface JsonOutline {
  /** `none` when the text does not begin like JSON. */
  readonly root: 'object' | 'array' | 'none';
  /** Members of the root object, or of the first object in the root array; texts with value. */
  readonly members: ReadonlyMap<string, string | undefined>;
  /** For each member that is a list: the keys of the first object in it. */
  readonly elementKeys: ReadonlyMap<string, ReadonlySet<string>>;
}

const NO_OUTLINE: JsonOutline = { root: 'none', members: new Map(), elementKeys: new Map() };

/** Readers of JSON formats ask one after the other; the outline of a head is made once. */
const outlines = new WeakMap<FileHead, JsonOutline>();

/** The outline of a file's head, as far as the head goes. */
export function outlineOf(head: FileHead): JsonOutline {
  const known = outlines.get(head);
  if (known !== undefined) return known;
  const outline = head.isBinary ? NO_OUTLINE : makeOutline(head.text);
  outlines.set(head, outline);
  return outline;
}

/** Outlines the first JSON value of a text. */
export function makeOutline(text: string): JsonOutline {
  const puller = new JsonPuller(text);
  const first = puller.next();
  if (first !== 'object' && first !== 'array') return NO_OUTLINE;
  const members = new Map<string, string | undefined>();
  const elementKeys = new Map<string, Set<string>>();
  /** Depth at which the members stand. */
  const level = first === 'object' ? 1 : 2;
  let depth = 1;
  let key = '';
  let elements = 0;
  for (let event = puller.next(); event !== 'end' && event !== 'fault'; event = puller.next()) {
    if (event === 'key') {
      if (depth === level) {
        key = String(puller.value);
        members.set(key, undefined);
      } else if (depth === level + 2 && elements <= 1) {
        elementKeys.get(key)?.add(String(puller.value));
      }
    } else if (event === 'value') {
      if (depth === level && typeof puller.value === 'string') members.set(key, puller.value);
    } else if (event === 'object' || event === 'array') {
      depth += 1;
      if (event === 'array' && depth === level + 1) {
        elementKeys.set(key, new Set());
        elements = 0;
      }
      if (event === 'object' && depth === level + 2) elements += 1;
    } else {
      depth -= 1;
      // Of a root array, the first object tells enough.
      if (depth < level) break;
    }
  }
  return { root: first, members, elementKeys };
}

import { assertNever } from '../../../model/index.ts';
import { JsonPuller, type JsonFault } from './json-puller.ts';

/** A document as far as it is JSON. */
export interface PartialJson {
  /** Undefined when there is no value at all. */
  readonly value: unknown;
  /** Objects and arrays that were begun and not ended; what they hold is whole. */
  readonly open: ReadonlySet<object>;
  readonly fault?: JsonFault;
}

type Container = unknown[] | Record<string, unknown>;

/** Parses a text as far as it goes; a value the text breaks off in is left out. */
export function parsePartial(text: string, depthMax?: number): PartialJson {
  const puller = new JsonPuller(text, depthMax);
  const tree = new TreeBuilder();
  for (;;) {
    const event = puller.next();
    switch (event) {
      case 'object':
        tree.open({});
        break;
      case 'array':
        tree.open([]);
        break;
      case 'object-end':
      case 'array-end':
        tree.close();
        break;
      case 'key':
        tree.key = String(puller.value);
        break;
      case 'value':
        tree.add(puller.value);
        break;
      case 'end':
      case 'fault': {
        const { root: value } = tree;
        const open = new Set<object>(tree.containers);
        return puller.fault === undefined ? { value, open } : { value, open, fault: puller.fault };
      }
      default:
        assertNever(event);
    }
  }
}

class TreeBuilder {
  key = '';
  root: unknown;
  readonly containers: Container[] = [];

  open(container: Container): void {
    this.add(container);
    this.containers.push(container);
  }

  close(): void {
    this.containers.pop();
  }

  add(value: unknown): void {
    const container = this.containers.at(-1);
    if (container === undefined) this.root = value;
    else if (Array.isArray(container)) container.push(value);
    else if (this.key === '__proto__') defineMember(container, this.key, value);
    else container[this.key] = value;
  }
}

/** Assigning to `__proto__` would change what the object inherits instead of adding a member. */
function defineMember(object: object, key: string, value: unknown): void {
  Object.defineProperty(object, key, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}

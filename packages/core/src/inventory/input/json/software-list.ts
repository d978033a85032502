import { JsonPuller } from './json-puller.ts';

/** An object or list that is open; of an object its keys. */
interface Open {
  readonly keys: Set<string> | undefined;
  readonly isInList: boolean;
}

/**
 * Whether the start of a JSON text has a list whose objects have a name and a version or a maker:
 * an inventory, whatever its format is called. One such object alone is a manifest of one thing.
 */
export function listsSoftware(
  text: string,
  speaks: (keys: ReadonlySet<string>) => boolean,
): boolean {
  const puller = new JsonPuller(text);
  const open: Open[] = [];
  for (let event = puller.next(); event !== 'end' && event !== 'fault'; event = puller.next()) {
    const top = open.at(-1);
    switch (event) {
      case 'object':
      case 'array': {
        const isInList = top !== undefined && top.keys === undefined;
        open.push({ keys: event === 'object' ? new Set() : undefined, isInList });
        break;
      }
      case 'key':
        top?.keys?.add(String(puller.value));
        if (top?.isInList === true && top.keys !== undefined && speaks(top.keys)) return true;
        break;
      case 'object-end':
      case 'array-end':
        open.pop();
        break;
      case 'value':
    }
  }
  return false;
}

import { sourceOf } from '../byte-source.ts';
import { readXml, type XmlHandler, type XmlTag } from './read-xml.ts';

/** So many elements of one name make a list. */
const ELEMENTS_MIN = 2;

/**
 * Whether the start of an XML text has elements of one name that each have a name and a version
 * or a maker, as attributes or as elements.
 */
export function xmlListsSoftware(
  text: string,
  speaks: (keys: ReadonlySet<string>) => boolean,
): boolean {
  const elements = new SpeakingElements(speaks);
  for (const _ of readXml(sourceOf(new TextEncoder().encode(text)), elements)) {
    // Problems of a head that is cut say nothing here.
  }
  return elements.isList;
}

class SpeakingElements implements XmlHandler<never> {
  isList = false;
  readonly #speaks: (keys: ReadonlySet<string>) => boolean;
  readonly #open: { readonly name: string; readonly keys: Set<string> }[] = [];
  readonly #counts = new Map<string, number>();

  constructor(speaks: (keys: ReadonlySet<string>) => boolean) {
    this.#speaks = speaks;
  }

  open(tag: XmlTag): void {
    this.#open.at(-1)?.keys.add(tag.name);
    this.#open.push({ name: tag.name, keys: new Set(tag.attributeNames()) });
  }

  text(): void {
    // What an element says of itself is told by its names.
  }

  close(): void {
    const closed = this.#open.pop();
    if (closed === undefined || !this.#speaks(closed.keys)) return;
    const count = (this.#counts.get(closed.name) ?? 0) + 1;
    this.#counts.set(closed.name, count);
    if (count >= ELEMENTS_MIN) this.isList = true;
  }

  take(): readonly never[] {
    return [];
  }
}

import { readXml as readTags, type XmlHandler, type XmlTag } from '@interdict/core';
import { APP_LIMITS } from '../../limits.ts';
import type { ListFile } from '../list-source.ts';
import { fromProblem, lost, type ListProblem } from '../problems.ts';
import type { XmlElement } from './element.ts';

/** What an XML file gives, in order. */
export type XmlItem =
  | { readonly kind: 'element'; readonly element: XmlElement }
  /** The start of an element that was asked for without its content. */
  | { readonly kind: 'open'; readonly element: XmlElement }
  | ListProblem;

export interface XmlWishes {
  /** Elements wanted with everything inside. */
  readonly whole: readonly string[];
  /** Elements of which only the start is wanted: the root, or a container. */
  readonly starts?: readonly string[];
}

interface OpenElement extends XmlElement {
  readonly content: (string | XmlElement)[];
}

const LIMITS = { depthMax: APP_LIMITS.xmlDepthMax, lineLengthMax: APP_LIMITS.xmlSilenceMax };

/**
 * Reads the wanted elements of an XML file as they come. The first fault ends the reading and
 * says where it is; at the end of a file that breaks off that is its last line.
 */
export function* readXml(file: ListFile, wishes: XmlWishes): Generator<XmlItem> {
  const collector = new Collector(file.name, wishes);
  for (const item of readTags(file.source, collector, LIMITS)) {
    if (item.kind === 'element' || item.kind === 'open') yield item;
    else if ('isLost' in item) {
      yield item;
      return;
    } else if (item.problem.code === 'truncated') {
      const message = `the file breaks off${collector.where()}; get it again`;
      const { pointer = '' } = item.problem;
      yield lost('list-truncated', message, { file: file.name, pointer });
    } else yield fromProblem(item.problem, file.name, item.lost);
  }
}

/** Gathers the wanted elements as trees. */
class Collector implements XmlHandler<XmlItem> {
  readonly #file: string;
  readonly #whole: ReadonlySet<string>;
  readonly #starts: ReadonlySet<string>;
  readonly #stack: OpenElement[] = [];
  #items: XmlItem[] = [];
  #nodes = 0;

  constructor(file: string, wishes: XmlWishes) {
    this.#file = file;
    this.#whole = new Set(wishes.whole);
    this.#starts = new Set(wishes.starts ?? []);
  }

  open(tag: XmlTag): void {
    const isInside = this.#stack.length > 0;
    if (!isInside && !this.#whole.has(tag.name) && !this.#starts.has(tag.name)) return;
    const element = elementOf(tag);
    if (isInside || this.#whole.has(tag.name)) this.#push(element);
    else this.#items.push({ kind: 'open', element });
  }

  text(text: string): void {
    this.#stack.at(-1)?.content.push(text);
  }

  close(): void {
    const element = this.#stack.pop();
    if (element === undefined || this.#stack.length > 0) return;
    this.#items.push({ kind: 'element', element });
  }

  take(): readonly XmlItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  /** Inside which element the reading stands, for a message. */
  where(): string {
    const inside = this.#stack.at(-1)?.name;
    return inside === undefined ? '' : ` inside \`${inside}\``;
  }

  #push(element: OpenElement): void {
    this.#nodes = this.#stack.length === 0 ? 1 : this.#nodes + 1;
    if (this.#nodes === APP_LIMITS.xmlNodesMax) {
      const message = `one \`${this.#stack[0]?.name}\` holds more than ${this.#nodes} elements`;
      const place = { file: this.#file, pointer: `line:${element.line}` };
      this.#items.push(lost('list-limit', message, place));
    }
    this.#stack.at(-1)?.content.push(element);
    this.#stack.push(element);
  }
}

function elementOf(tag: XmlTag): OpenElement {
  const attributes = new Map<string, string>();
  for (const name of tag.attributeNames()) attributes.set(name, tag.attribute(name) ?? '');
  const line = Number(tag.pointer().split(':')[1]);
  return { name: tag.name, attributes, content: [], line };
}

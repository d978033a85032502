import type { LineItem } from '../../input/index.ts';
import { isProblem, type ReadProblem } from '../../input/index.ts';

/** The fields of a stanza that say what is there. */
export interface Stanza {
  readonly kind: 'stanza';
  /** Line it begins on. */
  readonly line: number;
  readonly fields: ReadonlyMap<string, string>;
  /** Line of the first text that is no field. */
  readonly strayLine?: number;
  /** Name of the field the file ends in without a line break; it may be cut. */
  readonly cutField?: string;
}

/** Fields that are kept. The others, descriptions among them, are most of the file. */
const KEPT: ReadonlySet<string> = new Set([
  'package',
  'version',
  'status',
  'architecture',
  'source',
  'filename',
]);

// deb-control(5): a name of printable characters without space and colon, then a colon.
const FIELD = /^([!-9;-~]+):[ \t]*(.*?)[ \t]*$/;

/** Reads stanzas of fields, parted by empty lines (deb-control(5)). */
export function* readStanzas(lines: Iterable<LineItem>): Generator<Stanza | ReadProblem> {
  let stanza = new StanzaBuilder();
  for (const item of lines) {
    if (isProblem(item)) {
      yield item;
      continue;
    }
    if (item.text.trim() === '') {
      if (stanza.isBegun) yield stanza.build();
      if (stanza.isBegun) stanza = new StanzaBuilder();
      continue;
    }
    stanza.add(item.number, item.text, item.isEnded);
  }
  if (stanza.isBegun) yield stanza.build();
}

class StanzaBuilder {
  readonly #fields = new Map<string, string>();
  #line = 0;
  #strayLine: number | undefined;
  #cutField: string | undefined;
  #lastField: string | undefined;

  get isBegun(): boolean {
    return this.#line > 0;
  }

  add(number: number, text: string, isEnded: boolean): void {
    if (this.#line === 0) this.#line = number;
    const isContinued = text.startsWith(' ') || text.startsWith('\t');
    if (!isContinued) this.#addField(number, text);
    else if (this.#lastField === undefined) this.#strayLine ??= number;
    if (!isEnded) this.#cutField = this.#lastField ?? '';
  }

  #addField(number: number, text: string): void {
    const [, name, value = ''] = FIELD.exec(text) ?? [];
    if (name === undefined) {
      this.#strayLine ??= number;
      this.#lastField = undefined;
      return;
    }
    this.#lastField = name.toLowerCase();
    if (KEPT.has(this.#lastField)) this.#fields.set(this.#lastField, value);
  }

  build(): Stanza {
    return {
      kind: 'stanza',
      line: this.#line,
      fields: this.#fields,
      ...(this.#strayLine === undefined ? {} : { strayLine: this.#strayLine }),
      ...(this.#cutField === undefined ? {} : { cutField: this.#cutField }),
    };
  }
}

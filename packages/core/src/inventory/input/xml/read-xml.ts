import { SaxesParser, type SaxesTagNS } from 'saxes';
import { LIMITS } from '../../../limits.ts';
import type { ByteSource } from '../../reader.ts';
import { decodeText } from '../decode-text.ts';
import { isProblem, lostProblem, type ReadProblem, type ReadProblemCode } from '../problem.ts';

/** A start tag. */
export interface XmlTag {
  /** Name without its prefix. */
  readonly name: string;
  /** Namespace name; empty when there is none. */
  readonly namespace: string;
  /**
   * `line:N:C` of where the tag begins, counted from 1. Of comments before it without a space
   * between, the place is that of the first one.
   */
  pointer(): string;
  /** Value of an attribute that has no namespace; undefined when there is none. */
  attribute(name: string): string | undefined;
  /** Value of the first attribute that is called so in a namespace. */
  attributeIn(namespace: string, name: string): string | undefined;
  /** Names of all attributes, without their prefixes. */
  attributeNames(): readonly string[];
}

/** What is told of a document while it is read, and what is made of it. */
export interface XmlHandler<T> {
  open(tag: XmlTag): void;
  /** Text of the element in hand, perhaps in several pieces; references are resolved. */
  text(text: string): void;
  close(): void;
  /** What has been made since it was asked last. */
  take(): readonly T[];
}

export type XmlLimits = Readonly<Record<'depthMax' | 'lineLengthMax', number>>;

/**
 * Reads a document piece by piece and yields what the handler makes of it.
 *
 * The first fault ends the reading; what came before has been told. Elements that are still open
 * then are never closed, so that a handler does not take them for whole.
 */
export function* readXml<T>(
  source: ByteSource,
  handler: XmlHandler<T>,
  limits: XmlLimits = LIMITS,
): Generator<T | ReadProblem> {
  const feed = new XmlFeed(handler, limits);
  for (const piece of decodeText(source)) {
    if (isProblem(piece)) {
      yield piece;
      continue;
    }
    feed.write(piece);
    yield* handler.take();
    if (feed.fault !== undefined) break;
  }
  feed.end();
  yield* handler.take();
  if (feed.fault !== undefined) yield feed.fault;
}

class XmlFeed<T> {
  fault: ReadProblem | undefined;
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #handler: XmlHandler<T>;
  readonly #limits: XmlLimits;
  #depth = 0;
  /** Where the last tag or text ended; what grows behind it is held in memory. */
  #eventEnd = 0;
  #line = 1;
  #column = 1;
  #isEnding = false;

  constructor(handler: XmlHandler<T>, limits: XmlLimits) {
    this.#handler = handler;
    this.#limits = limits;
    const parser = this.#parser;
    // Six handlers and no more: the parser keeps them as properties of its own, and with a
    // seventh V8 makes a dictionary of it, which measures six times as slow.
    parser.on('opentag', (tag) => this.#open(tag));
    parser.on('closetag', () => this.#close());
    parser.on('text', (text) => this.#text(text, 1));
    parser.on('cdata', (text) => this.#text(text, 0));
    parser.on('doctype', (text) => this.#doctype(text));
    parser.on('error', ({ message }) => this.#fail(codeOf(this.#isEnding), message));
  }

  write(piece: string): void {
    if (this.fault !== undefined) return;
    this.#parser.write(piece);
    const held = this.#parser.position - this.#eventEnd;
    if (held <= this.#limits.lineLengthMax) return;
    const message = `a piece is longer than ${this.#limits.lineLengthMax} characters`;
    this.#fail('text-limit', message);
  }

  end(): void {
    if (this.fault !== undefined) return;
    this.#isEnding = true;
    this.#parser.close();
  }

  #open(tag: SaxesTagNS): void {
    if (this.fault !== undefined) return;
    this.#depth += 1;
    if (this.#depth > this.#limits.depthMax) {
      this.#fail('depth-limit', `nested deeper than ${this.#limits.depthMax}`);
      return;
    }
    this.#handler.open(new Tag(tag, this.#line, this.#column));
    this.#mark(0);
  }

  #close(): void {
    if (this.fault !== undefined) return;
    this.#mark(0);
    this.#depth -= 1;
    this.#handler.close();
  }

  #text(text: string, ahead: 0 | 1): void {
    if (this.fault !== undefined) return;
    this.#mark(ahead);
    this.#handler.text(text);
  }

  #doctype(text: string): void {
    this.#mark(0);
    // An external grammar is never fetched, so nothing it declares exists here.
    if (!text.includes('[')) return;
    this.#fail('xml-doctype', 'the document declares entities or a grammar of its own');
  }

  /** The next tag begins here; behind a text the parser has read its first character. */
  #mark(ahead: 0 | 1): void {
    const { position, line, columnIndex } = this.#parser;
    this.#eventEnd = position;
    this.#line = line;
    this.#column = columnIndex + 1 - ahead;
  }

  #fail(code: ReadProblemCode, message: string): void {
    if (this.fault !== undefined) return;
    const { line, columnIndex } = this.#parser;
    const column = columnIndex + 1;
    const reason = message.replace(PLACE, '').replace(/\.$/, '');
    const place = `line ${line}, column ${column}`;
    this.fault = lostProblem(code, `${reason} at ${place}`, `line:${line}:${column}`);
  }
}

/** The parser puts the place before its messages. */
const PLACE = /^(?:undefined:)?\d+:\d+: /;

/** A document that breaks a rule when it is over breaks off. */
function codeOf(isEnding: boolean): ReadProblemCode {
  return isEnding ? 'truncated' : 'xml-syntax';
}

class Tag implements XmlTag {
  readonly name: string;
  readonly namespace: string;
  readonly #tag: SaxesTagNS;
  readonly #line: number;
  readonly #column: number;

  constructor(tag: SaxesTagNS, line: number, column: number) {
    this.name = tag.local;
    this.namespace = tag.uri;
    this.#tag = tag;
    this.#line = line;
    this.#column = column;
  }

  pointer(): string {
    return `line:${this.#line}:${this.#column}`;
  }

  attribute(name: string): string | undefined {
    const found = this.#tag.attributes[name];
    return found?.uri === '' ? found.value : undefined;
  }

  attributeIn(namespace: string, name: string): string | undefined {
    for (const one of Object.values(this.#tag.attributes)) {
      if (one.local === name && one.uri === namespace) return one.value;
    }
    return undefined;
  }

  attributeNames(): readonly string[] {
    return Object.values(this.#tag.attributes).map(({ local }) => local);
  }
}

import { LIMITS } from '../../../limits.ts';

/** What the parser met: the start or end of a container, a key, a value, or the end. */
export type JsonEvent =
  | 'object'
  | 'object-end'
  | 'array'
  | 'array-end'
  | 'key'
  | 'value'
  | 'end'
  | 'fault';

/** Where and why a text stops being JSON. */
export interface JsonFault {
  readonly code: 'json-syntax' | 'depth-limit' | 'truncated';
  readonly message: string;
  /** Index in the text, in UTF-16 code units. */
  readonly index: number;
}

type Scalar = string | number | boolean | null;

/** What may come next. */
type Expected = 'value' | 'element' | 'key' | 'member' | 'after' | 'nothing';

// RFC 8259 6. Sticky, so that it looks at one place and nowhere behind it.
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const DELIMITER = /[\s,\]}]/;
const LITERALS: readonly (readonly [string, Scalar])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];
const HEX4 = /^[0-9a-fA-F]{4}$/;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/**
 * A JSON parser that is asked for one event after the other and says exactly where a text goes
 * wrong. It takes what `JSON.parse` takes. It holds one flag for each open container and calls
 * itself nowhere, so that depth costs no stack.
 */
export class JsonPuller {
  /** Of the last `key` or `value`. */
  value: Scalar = null;
  fault: JsonFault | undefined;
  readonly #text: string;
  readonly #depthMax: number;
  /** For each open container, whether it is an object. */
  readonly #open: boolean[] = [];
  #expected: Expected = 'value';
  #at = 0;

  constructor(text: string, depthMax: number = LIMITS.depthMax) {
    this.#text = text;
    this.#depthMax = depthMax;
  }

  /** Index in the text behind the last event. */
  get index(): number {
    return this.#at;
  }

  next(): JsonEvent {
    if (this.fault !== undefined) return 'fault';
    this.#skipSpace();
    if (this.#at === this.#text.length) return this.#atEnd();
    const letter = this.#text.charAt(this.#at);
    switch (this.#expected) {
      case 'nothing':
        return this.#fail(`unexpected ${shown(letter)} behind the end of the document`);
      case 'after':
        return this.#afterValue(letter);
      case 'key':
      case 'member':
        if (letter === '"') return this.#key();
        if (letter === '}' && this.#expected === 'member') return this.#close(letter);
        return this.#fail(`unexpected ${shown(letter)} where a key belongs`);
      case 'element':
        return letter === ']' ? this.#close(letter) : this.#value(letter);
      case 'value':
        return this.#value(letter);
    }
  }

  #skipSpace(): void {
    let code = this.#text.charCodeAt(this.#at);
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
      this.#at += 1;
      code = this.#text.charCodeAt(this.#at);
    }
  }

  #atEnd(): JsonEvent {
    if (this.#expected === 'nothing') return 'end';
    const where = this.#open.at(-1);
    if (where === undefined) return this.#cut('the text ends before a value');
    return this.#cut(`the text ends inside an ${where ? 'object' : 'array'}`);
  }

  #afterValue(letter: string): JsonEvent {
    const isObject = this.#open.at(-1) === true;
    if (letter === ',') {
      this.#at += 1;
      this.#expected = isObject ? 'key' : 'value';
      return this.next();
    }
    if (letter === (isObject ? '}' : ']')) return this.#close(letter);
    return this.#fail(`unexpected ${shown(letter)} behind a value`);
  }

  #close(letter: string): JsonEvent {
    this.#at += 1;
    this.#open.pop();
    this.#expected = this.#open.length === 0 ? 'nothing' : 'after';
    return letter === '}' ? 'object-end' : 'array-end';
  }

  #key(): JsonEvent {
    const key = this.#string();
    if (key === undefined) return 'fault';
    this.#skipSpace();
    if (this.#at === this.#text.length) return this.#cut('the text ends behind a key');
    const letter = this.#text.charAt(this.#at);
    if (letter !== ':') return this.#fail(`unexpected ${shown(letter)} where a colon belongs`);
    this.#at += 1;
    this.value = key;
    this.#expected = 'value';
    return 'key';
  }

  #value(letter: string): JsonEvent {
    if (letter === '{' || letter === '[') return this.#openContainer(letter === '{');
    const value = letter === '"' ? this.#string() : this.#bare(letter);
    if (value === undefined) return 'fault';
    this.value = value;
    this.#expected = this.#open.length === 0 ? 'nothing' : 'after';
    return 'value';
  }

  #openContainer(isObject: boolean): JsonEvent {
    if (this.#open.length === this.#depthMax) {
      return this.#fail(`nested deeper than ${this.#depthMax}`, 'depth-limit');
    }
    this.#at += 1;
    this.#open.push(isObject);
    this.#expected = isObject ? 'member' : 'element';
    return isObject ? 'object' : 'array';
  }

  /** A number or a literal. */
  #bare(letter: string): Scalar | undefined {
    for (const [word, value] of LITERALS) {
      if (this.#text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return value;
      }
      const rest = this.#text.slice(this.#at, this.#at + word.length);
      if (word.startsWith(rest)) return this.#cutValue(`the text ends inside \`${word}\``);
    }
    NUMBER.lastIndex = this.#at;
    const digits = NUMBER.exec(this.#text)?.[0];
    if (digits === undefined) {
      if (letter === '-' && this.#at + 1 === this.#text.length) {
        return this.#cutValue('the text ends inside a number');
      }
      this.#fail(`unexpected ${shown(letter)} where a value belongs`);
      return undefined;
    }
    const end = this.#at + digits.length;
    // A number that ends with the text may go on where the text was cut.
    if (end === this.#text.length && this.#open.length > 0) {
      return this.#cutValue('the text ends inside a number');
    }
    if (end < this.#text.length && !DELIMITER.test(this.#text.charAt(end))) {
      this.#at = end;
      this.#fail(`unexpected ${shown(this.#text.charAt(end))} in a number`);
      return undefined;
    }
    this.#at = end;
    return Number(digits);
  }

  /** A string from its opening quotation mark on; undefined after a fault. */
  #string(): string | undefined {
    const start = this.#at + 1;
    let plainFrom = start;
    let text = '';
    for (let at = start; at < this.#text.length; at += 1) {
      const code = this.#text.charCodeAt(at);
      if (code === 0x22) {
        this.#at = at + 1;
        return text + this.#text.slice(plainFrom, at);
      }
      if (code < 0x20) {
        this.#at = at;
        this.#fail(`unexpected ${shown(this.#text.charAt(at))} in a string`);
        return undefined;
      }
      if (code !== 0x5c) continue;
      const escaped = this.#escape(at);
      if (escaped === undefined) return undefined;
      text += this.#text.slice(plainFrom, at) + escaped.text;
      at += escaped.length - 1;
      plainFrom = at + 1;
    }
    return this.#cutValue('the text ends inside a string');
  }

  #escape(at: number): { readonly text: string; readonly length: number } | undefined {
    const letter = this.#text.charAt(at + 1);
    const plain = ESCAPES.get(letter);
    if (plain !== undefined) return { text: plain, length: 2 };
    const hex = this.#text.slice(at + 2, at + 6);
    if (letter === 'u' && HEX4.test(hex)) {
      return { text: String.fromCharCode(Number.parseInt(hex, 16)), length: 6 };
    }
    if (letter === '' || (letter === 'u' && at + 6 > this.#text.length)) {
      return this.#cutValue('the text ends inside a string');
    }
    this.#at = at;
    this.#fail(`unexpected ${shown(`\\${letter}`)} in a string`);
    return undefined;
  }

  #cutValue(message: string): undefined {
    this.#cut(message);
    return undefined;
  }

  #cut(message: string): JsonEvent {
    this.#at = this.#text.length;
    return this.#fail(message, 'truncated');
  }

  #fail(message: string, code: JsonFault['code'] = 'json-syntax'): JsonEvent {
    this.fault = { code, message, index: this.#at };
    return 'fault';
  }
}

/** A character for a message; one that cannot be seen by its number. */
function shown(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  return code > 0x20 && code < 0x7f ? `\`${letter}\`` : `U+${hex4(code)}`;
}

function hex4(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}

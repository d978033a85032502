import { LIMITS } from '../../../limits.ts';
import type { FileHead } from '../../reader.ts';
import { lostProblem, type ReadProblem } from '../../input/index.ts';
import {
  FOREIGN,
  lineReader,
  NOTHING,
  type LineParser,
  type LineReading,
  type LineRow,
} from '../rows/index.ts';
import { keyRows } from './key-rows.ts';
import { readValue, type RegistryValue } from './read-value.ts';

/**
 * Exports of the Windows registry (`.reg`): installed programs, services and drivers, trusted
 * certificates, security products and browser extensions. The values of a key are read together.
 */
export const registry = lineReader({
  format: 'registry',
  title: 'export of the Windows registry',
  recognize: ({ text }: FileHead) => (HEADER.test(text) ? 1 : 0),
  begin: () => new RegistryParser(),
});

const HEADER = /^\s*(?:Windows Registry Editor Version 5\.00|REGEDIT4)\s*$/m;
// `[HKEY_…]`, or `[-HKEY_…]` for a key that importing the file would delete.
const KEY = /^\[(?<minus>-?)(?<path>HK[A-Z_]+(?:\\.*)?)\]\s*$/i;
const VALUE = /^(?:@|"(?<name>(?:[^"\\]|\\.)*)")=(?<text>.*)$/;

class RegistryParser implements LineParser {
  #path: string | undefined;
  #line = 0;
  #values = new Map<string, RegistryValue>();
  /** A value whose line goes on below, and how much of it there is. */
  #begun: string[] = [];
  #begunLength = 0;
  readonly #problems: ReadProblem[] = [];

  take(line: string, number: number): LineReading {
    const text = this.#begun.length === 0 ? line : line.trimStart();
    if (isContinued(text)) {
      this.#begun.push(text.slice(0, -1));
      this.#begunLength += text.length;
      if (this.#begunLength <= LIMITS.lineLengthMax) return NOTHING;
      this.#forget();
      return FOREIGN;
    }
    const whole = this.#begun.join('') + text;
    this.#forget();
    return this.#takeWhole(whole, number);
  }

  #forget(): void {
    this.#begun = [];
    this.#begunLength = 0;
  }

  #takeWhole(line: string, number: number): LineReading {
    const { path, minus } = KEY.exec(line)?.groups ?? {};
    if (path !== undefined) {
      const rows = this.#close();
      this.#path = minus === '-' ? undefined : path;
      this.#line = number;
      return rows.length === 0 ? NOTHING : { kind: 'rows', rows };
    }
    const { name = '', text } = VALUE.exec(line)?.groups ?? {};
    if (text === undefined) {
      return line.trim() === '' || line.startsWith(';') || HEADER.test(line) ? NOTHING : FOREIGN;
    }
    const value = readValue(text);
    if (value === undefined) return FOREIGN;
    if (this.#values.size < LIMITS.jsonKeysMax) this.#values.set(unescape(name), value);
    return NOTHING;
  }

  end(): Iterable<LineRow> {
    return this.#close();
  }

  *problems(): Generator<ReadProblem> {
    yield* this.#problems;
    if (this.#begun.length === 0) return;
    const message = `the file ends inside a value of the key on line ${this.#line}`;
    yield lostProblem('truncated', message, `line:${this.#line}`);
  }

  #close(): readonly LineRow[] {
    const values = this.#values;
    this.#values = new Map();
    if (this.#path === undefined) return [];
    const { rows, problem } = keyRows(this.#path, values);
    if (problem !== undefined && this.#problems.length < LIMITS.problemsMax) {
      this.#problems.push(lostProblem('value', problem, `line:${this.#line}`));
    }
    return rows.map((row) => ({ ...row, line: this.#line }));
  }
}

/** Only values in hexadecimal go on below; a text can end in a backslash inside its quotes. */
function isContinued(line: string): boolean {
  return line.endsWith('\\') && !line.startsWith('[') && !/"(?:[^"\\]|\\.)*"="/.test(line);
}

function unescape(text: string): string {
  return text.includes('\\') ? text.replaceAll(/\\(.)/g, '$1') : text;
}

import { LIMITS } from '../../../limits.ts';
import type { ByteSource } from '../../reader.ts';
import { peekSource } from '../byte-source.ts';
import { decodeText } from '../decode-text.ts';
import { makeHead } from '../file-head.ts';
import { isProblem, lostProblem, noteProblem, type ReadProblem } from '../problem.ts';
import { splitLines } from '../split-lines.ts';
import { parsePartial } from './parse-partial.ts';
import { readJson } from './read-json.ts';
import { JsonScanner, type JsonScan } from './scan-json.ts';

/** One value of a file that holds several. */
export interface JsonValue {
  readonly kind: 'value';
  readonly value: unknown;
  /** `line:N`, an element as `/N`, or empty for a document that is one value. */
  readonly pointer: string;
}

/**
 * The values of a file: one on each line, the elements of one array, or a single document.
 * A line that is not JSON is reported and the others are read.
 */
export function* readJsonValues(
  source: ByteSource,
  lineLengthMax: number = LIMITS.lineLengthMax,
): Generator<JsonValue | ReadProblem> {
  const peeked = peekSource(source, LIMITS.sniffBytes);
  const { text } = makeHead(peeked.head, peeked.isWhole);
  if (isLines(text)) yield* readValueLines(peeked, lineLengthMax);
  else yield* readElements(peeked);
}

/**
 * Whether a text has a value on each line: its first line is a whole object, or it is damaged
 * and the second one is.
 */
function isLines(text: string): boolean {
  const start = text.trimStart();
  if (!start.startsWith('{')) return false;
  const [first = '', second] = start.split('\n', 2);
  // A first line longer than the head is no indented document.
  if (second === undefined || isWholeObject(first)) return true;
  return isWholeObject(second) && parsePartial(start).fault?.code === 'json-syntax';
}

function isWholeObject(line: string): boolean {
  return line.startsWith('{') && parsePartial(line).fault === undefined;
}

function* readElements(source: ByteSource): Generator<JsonValue | ReadProblem> {
  const document = readJson(source);
  yield* document.problems;
  const { value } = document;
  const isList = Array.isArray(value);
  const values: readonly unknown[] = isList ? value : [value];
  for (let index = 0; index < values.length; index += 1) {
    const one = values[index];
    // The value a document breaks off in is not known well enough.
    if (one === undefined) continue;
    if (typeof one === 'object' && one !== null && !document.isComplete(one)) continue;
    yield { kind: 'value', value: one, pointer: isList ? `/${index}` : '' };
  }
}

function* readValueLines(
  source: ByteSource,
  lineLengthMax: number,
): Generator<JsonValue | ReadProblem> {
  const parser = new LineParser();
  for (const line of splitLines(decodeText(source), lineLengthMax)) {
    if (isProblem(line)) {
      yield line;
      continue;
    }
    if (line.text.trim() === '') continue;
    const { value, problems } = parser.parse(line.text, line.number);
    yield* problems;
    if (value !== undefined) yield { kind: 'value', value, pointer: `line:${line.number}` };
  }
}

const NO_PROBLEMS: readonly ReadProblem[] = [];

interface ParsedLine {
  /** Undefined when the line is not JSON. */
  readonly value: unknown;
  readonly problems: readonly ReadProblem[];
}

/** Parses lines with the checks of whole documents, in a buffer that is used again. */
class LineParser {
  readonly #scanner = new JsonScanner();
  readonly #encoder = new TextEncoder();
  #buffer = new Uint8Array(65_536);

  parse(text: string, number: number): ParsedLine {
    const scan = this.#scan(text);
    if (scan.tooDeepAt === undefined) {
      try {
        const value = JSON.parse(text) as unknown;
        return { value, problems: duplicateProblems(scan, number) };
      } catch {
        // The reason and the column come from the partial parser, the same on every engine.
      }
    }
    const fault = parsePartial(text).fault ?? { code: 'json-syntax', message: 'no JSON', index: 0 };
    const pointer = `line:${number}:${fault.index + 1}`;
    const message = `${fault.message} at line ${number}, column ${fault.index + 1}`;
    return { value: undefined, problems: [lostProblem(fault.code, message, pointer)] };
  }

  #scan(text: string): JsonScan {
    // A UTF-16 code unit takes three bytes of UTF-8 at most.
    if (this.#buffer.length < text.length * 3) this.#buffer = new Uint8Array(text.length * 3);
    const { written } = this.#encoder.encodeInto(text, this.#buffer);
    return this.#scanner.scan(this.#buffer.subarray(0, written));
  }
}

function duplicateProblems(scan: JsonScan, number: number): readonly ReadProblem[] {
  if (scan.duplicates.length === 0) return NO_PROBLEMS;
  return scan.duplicates.map(({ pointer, hidesContainer }) => {
    const message = `\`${pointer}\` stands twice on line ${number}; the last one counts`;
    const make = hidesContainer ? lostProblem : noteProblem;
    return make('duplicate-key', message, `line:${number}`);
  });
}

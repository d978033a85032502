import { LIMITS } from '../../../limits.ts';
import type { ByteSource } from '../../reader.ts';
import { joinChunks } from '../byte-source.ts';
import { decodeBytes, EncodingFaults } from '../decode-text.ts';
import { encodingOf, type Encoding } from '../encoding.ts';
import { lostProblem, noteProblem, type ReadProblem } from '../problem.ts';
import { parsePartial } from './parse-partial.ts';
import { scanJson, type JsonLimits, type JsonScan } from './scan-json.ts';
import { placeAt, utf8BytesUpTo } from './text-place.ts';

/** A JSON document that was read whole, or as far as it could be. */
export interface JsonDocument {
  /** Undefined when nothing could be read. */
  readonly value: unknown;
  readonly problems: readonly ReadProblem[];
  /** False when the document breaks off; what is missing may stand anywhere behind it. */
  readonly isWhole: boolean;
  /** False for an object or array the document breaks off in: members may be missing. */
  isComplete(node: object): boolean;
}

/** V8's longest string has 2^29 - 24 code units; a little less is read of a document. */
const TEXT_BYTES_MAX = 2 ** 29 - 1024;

/**
 * Reads a JSON document.
 *
 * `JSON.parse` does the work when the document is sound. It is asked only after a scan has
 * found the nesting within bounds, since its own memory grows with depth. A document that is
 * not sound is parsed again, by a slower parser that keeps what stood before the fault.
 */
export function readJson(
  source: ByteSource,
  bytesMax: number = LIMITS.documentBytesMax,
  limits: JsonLimits = LIMITS,
): JsonDocument {
  const { bytes, problem } = collect(source, Math.min(bytesMax, TEXT_BYTES_MAX));
  const encoding = encodingOf(bytes);
  const body = bytes.subarray(encoding.bomBytes);
  const { text, invalid } = decodeBytes(body, encoding.name);
  const faults = new EncodingFaults(encoding.name);
  const problems = [...faults.add(invalid, encoding.bomBytes), ...faults.rest()];
  if (problem !== undefined) problems.push(problem);
  const isUtf8 = encoding.name === 'utf-8' && invalid.length === 0;
  const scanned = isUtf8 ? body : new TextEncoder().encode(text);
  const scan = scanJson(scanned, limits);
  const isSmall = scan.tooDeepAt === undefined && scan.tooManyAt === undefined;
  const parsed = isSmall && problem === undefined ? parseWhole(text) : undefined;
  if (parsed !== undefined) {
    problems.push(...duplicateProblems(scan, Infinity));
    return { value: parsed.value, problems, isWhole: true, isComplete: () => true };
  }
  const origin = { encoding, isExact: invalid.length === 0, scan, depthMax: limits.depthMax };
  if (scan.tooManyAt === undefined) return readPartly(text, problems, origin);
  problems.push(tooMany(scan.tooManyAt, limits));
  const { text: start } = decodeBytes(scanned.subarray(0, scan.tooManyAt), 'utf-8');
  return readPartly(start, problems, origin);
}

function tooMany(offset: number, { jsonValuesMax, jsonKeysMax }: JsonLimits): ReadProblem {
  const message =
    `the document has more than ${jsonValuesMax} values, or an object more than ` +
    `${jsonKeysMax} keys; the rest was left out`;
  return lostProblem('document-limit', message, `byte:${offset}`);
}

function parseWhole(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    // The place and the reason come from the partial parser, the same on every engine.
    return undefined;
  }
}

interface TextOrigin {
  readonly encoding: Encoding;
  /** Whether every byte was decoded, so that places in the text are places in the file. */
  readonly isExact: boolean;
  readonly scan: JsonScan;
  readonly depthMax: number;
}

function readPartly(
  text: string,
  problems: readonly ReadProblem[],
  origin: TextOrigin,
): JsonDocument {
  const { value, open, fault } = parsePartial(text, origin.depthMax);
  const all = [...problems];
  const scanned = duplicateProblems(
    origin.scan,
    fault === undefined ? Infinity : utf8BytesUpTo(text, fault.index),
  );
  all.push(...scanned);
  if (fault !== undefined) {
    const { line, column } = placeAt(text, fault.index);
    const offset = byteOffset(text, fault.index, origin);
    const place = `line ${line}, column ${column}${offset === undefined ? '' : `, byte ${offset}`}`;
    all.push(lostProblem(fault.code, `${fault.message} at ${place}`, `line:${line}:${column}`));
  }
  return {
    value,
    problems: all,
    isWhole: fault === undefined && problems.every((one) => one.problem.code !== 'document-limit'),
    isComplete: (node) => !open.has(node),
  };
}

/** Undefined where damaged bytes make the text longer or shorter than the file. */
function byteOffset(text: string, index: number, origin: TextOrigin): number | undefined {
  if (!origin.isExact) return undefined;
  const { name, bomBytes } = origin.encoding;
  return bomBytes + (name === 'utf-8' ? utf8BytesUpTo(text, index) : index * 2);
}

/** Duplicates before a place: behind it, the scan may have lost its way. */
function duplicateProblems(scan: JsonScan, before: number): readonly ReadProblem[] {
  const problems = scan.duplicates
    .filter((one) => one.offset < before)
    .map(({ pointer, hidesContainer }) => {
      const message = `\`${pointer}\` stands twice in its object; the last one was read`;
      if (!hidesContainer) return noteProblem('duplicate-key', message, pointer);
      return lostProblem('duplicate-key', `${message}, what the first one holds was not`, pointer);
    });
  if (scan.duplicatesMore === 0) return problems;
  const message = `${scan.duplicatesMore} more keys stand twice in their objects`;
  return [...problems, lostProblem('duplicate-key', message)];
}

interface Collected {
  readonly bytes: Uint8Array;
  readonly problem?: ReadProblem;
}

/** The bytes of a source in one array, up to a limit. */
function collect(source: ByteSource, bytesMax: number): Collected {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (const chunk of source.chunks()) {
    chunks.push(size + chunk.length > bytesMax ? chunk.subarray(0, bytesMax - size) : chunk);
    size += chunk.length;
    if (size > bytesMax) {
      const message = `the document is larger than ${bytesMax} bytes; the rest was left out`;
      const problem = lostProblem('document-limit', message, `byte:${bytesMax}`);
      return { bytes: joinChunks(chunks), problem };
    }
  }
  return { bytes: joinChunks(chunks) };
}

import type { ByteSource } from '../reader.ts';
import { joinChunks, peekSource } from './byte-source.ts';
import { encodingOf, type EncodingName } from './encoding.ts';
import { lostProblem, type ReadProblem } from './problem.ts';
import { decodeUtf16, unfinishedUtf16 } from './utf16.ts';
import { invalidUtf8, unfinishedUtf8 } from './utf8.ts';

/** A piece of text, or the news that a byte of the file was not text. */
export type Decoded = string | ReadProblem;

export interface Decoding {
  readonly text: string;
  /** Offsets in the decoded bytes of what became U+FFFD. */
  readonly invalid: readonly number[];
}

/** Decodes bytes without a byte order mark. Decoding is fast when every byte is text. */
export function decodeBytes(bytes: Uint8Array, encoding: EncodingName): Decoding {
  if (encoding !== 'utf-8') return decodeUtf16(bytes, encoding === 'utf-16be');
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return { text: decoder.decode(bytes), invalid: [] };
  } catch {
    // A fatal decoder says that there is damage and not where.
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    return { text: decoder.decode(bytes), invalid: invalidUtf8(bytes) };
  }
}

function unfinishedBytes(bytes: Uint8Array, encoding: EncodingName): number {
  if (encoding === 'utf-8') return unfinishedUtf8(bytes);
  return unfinishedUtf16(bytes, encoding === 'utf-16be');
}

/** Says where the first damaged byte is at once, and at the end how many more there were. */
export class EncodingFaults {
  #count = 0;
  readonly #encoding: EncodingName;

  constructor(encoding: EncodingName) {
    this.#encoding = encoding;
  }

  /** `offset` of the chunk in the file. */
  add(invalid: readonly number[], offset: number): readonly ReadProblem[] {
    const [first] = invalid;
    const isFirst = this.#count === 0;
    this.#count += invalid.length;
    if (first === undefined || !isFirst) return [];
    const at = offset + first;
    const message = `byte ${at} is not ${this.#encoding} and was read as U+FFFD`;
    return [lostProblem('encoding', message, `byte:${at}`)];
  }

  rest(): readonly ReadProblem[] {
    if (this.#count < 2) return [];
    const message = `${this.#count - 1} more places are not ${this.#encoding}`;
    return [lostProblem('encoding', message)];
  }
}

/** The text of a source in pieces, without its byte order mark. */
export function* decodeText(source: ByteSource): Generator<Decoded> {
  const peeked = peekSource(source, 4);
  const { name, bomBytes } = encodingOf(peeked.head);
  const faults = new EncodingFaults(name);
  let bomLeft = bomBytes;
  let offset = 0;
  let carried: Uint8Array = new Uint8Array(0);
  for (const chunk of peeked.chunks()) {
    const skipped = Math.min(bomLeft, chunk.length);
    bomLeft -= skipped;
    offset += skipped;
    const bytes = joinChunks([carried, chunk.subarray(skipped)].filter((one) => one.length > 0));
    const ready = bytes.subarray(0, bytes.length - unfinishedBytes(bytes, name));
    carried = bytes.subarray(ready.length);
    if (ready.length === 0) continue;
    const { text, invalid } = decodeBytes(ready, name);
    yield* faults.add(invalid, offset);
    yield text;
    offset += ready.length;
  }
  if (carried.length > 0) {
    // The file ends inside a character.
    yield* faults.add([0], offset);
    yield '\u{fffd}';
  }
  yield* faults.rest();
}

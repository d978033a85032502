import type { ByteSource } from '../../reader.ts';
import { joinChunks } from '../byte-source.ts';

/** Reads a source in pieces of the length asked for. */
export class ByteCursor {
  /** Bytes read so far. */
  offset = 0;
  readonly #iterator: Iterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array(0);

  constructor(source: ByteSource) {
    this.#iterator = source.chunks()[Symbol.iterator]();
  }

  /** The next bytes, fewer where the source ends. */
  read(length: number): Uint8Array {
    return joinChunks([...this.take(length)]);
  }

  /** Goes over bytes; the number gone over, less where the source ends. */
  skip(length: number): number {
    let gone = 0;
    for (const piece of this.take(length)) gone += piece.length;
    return gone;
  }

  /** The next bytes as they come. */
  *take(length: number): Generator<Uint8Array> {
    for (let left = length; left > 0;) {
      const piece = this.#next(left);
      if (piece === undefined) return;
      left -= piece.length;
      yield piece;
    }
  }

  /** Ends a source that is not read to its end. */
  close(): void {
    this.#iterator.return?.();
  }

  #next(lengthMax: number): Uint8Array | undefined {
    while (this.#chunk.length === 0) {
      const next = this.#iterator.next();
      if (next.done === true) return undefined;
      this.#chunk = next.value;
    }
    const piece = this.#chunk.subarray(0, lengthMax);
    this.#chunk = this.#chunk.subarray(piece.length);
    this.offset += piece.length;
    return piece;
  }
}

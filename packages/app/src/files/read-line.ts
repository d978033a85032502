import { readSync } from 'node:fs';

const LINE_BYTES_MAX = 10_000;
const NEW_LINE = 0x0a;

/** A line typed at the terminal, without its end; undefined when there is no more. */
export function readLine(): string | undefined {
  const bytes: number[] = [];
  const one = Buffer.alloc(1);
  while (bytes.length < LINE_BYTES_MAX) {
    if (readSync(0, one, 0, 1, null) === 0) {
      return bytes.length === 0 ? undefined : Buffer.from(bytes).toString('utf8');
    }
    const [byte = NEW_LINE] = one;
    if (byte === NEW_LINE) break;
    bytes.push(byte);
  }
  return Buffer.from(bytes).toString('utf8').replace(/\r$/u, '');
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openFile } from '../files/index.ts';
import { APP_LIMITS } from '../limits.ts';

const NAME_DIGITS = 16;
const NAME = /^(\d{16})\.ndjson$/;

/** A file of the journal, named after the first record in it. */
export interface Segment {
  readonly path: string;
  readonly first: number;
}

/** Path of the segment that begins with a record. */
export function segmentPath(folder: string, first: number): string {
  return join(folder, `${String(first).padStart(NAME_DIGITS, '0')}.ndjson`);
}

/** The segments of a journal in order. Throws what the system throws. */
export function listSegments(folder: string): readonly Segment[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const first = NAME.exec(name)?.[1];
      return first === undefined ? [] : [{ path: join(folder, name), first: Number(first) }];
    })
    .sort((a, b) => a.first - b.first);
}

/** A line of a segment. */
export interface SegmentLine {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Bytes of the file up to and with this line. */
  readonly end: number;
  /** Ends with a line feed; one that does not was never acknowledged. */
  readonly isWhole: boolean;
  /** Longer than any record; the text holds only its beginning. */
  readonly isTooLong: boolean;
}

const LINE_FEED = 10;

/** Lines of a segment with the bytes they end at; a line beyond the limit ends the reading. */
export function* readSegment(path: string): Generator<SegmentLine> {
  const file = openFile(path);
  let rest: Buffer[] = [];
  let length = 0;
  let line = 0;
  let end = 0;
  function cut(isWhole: boolean, isTooLong = false): SegmentLine {
    line += 1;
    const text = Buffer.concat(rest).toString('utf8');
    rest = [];
    length = 0;
    return { text, line, end, isWhole, isTooLong };
  }
  try {
    for (const chunk of file.chunks()) {
      let from = 0;
      for (;;) {
        const at = chunk.indexOf(LINE_FEED, from);
        const part = Buffer.from(chunk.subarray(from, at === -1 ? chunk.length : at));
        rest.push(part);
        length += part.length;
        if (length > APP_LIMITS.journalLineBytesMax) return yield cut(false, true);
        if (at === -1) break;
        end += length + 1;
        yield cut(true);
        from = at + 1;
      }
    }
    end += length;
    if (length > 0) yield cut(false);
  } finally {
    file.close();
  }
}

import type { FileHead, Reader } from '../../reader.ts';
import {
  FOREIGN,
  hostTable,
  lineReader,
  NOTHING,
  type LineReading,
  type TableUse,
} from '../rows/index.ts';

/** What a command prints, as rows of a table of osquery. */
interface RowPattern {
  readonly format: string;
  readonly title: string;
  readonly table: string | TableUse;
  /** Stands in every output of the command; read with `m`. */
  readonly mark: RegExp;
  /** A row; the groups are the columns of the table. */
  readonly row: RegExp;
  /** Lines that belong to the output and are no row. */
  readonly passes: RegExp;
}

/** A reader of what a command prints, by the pattern of its rows. */
export function patternReader(pattern: RowPattern): Reader {
  const { format, title, table, mark, row, passes } = pattern;
  const use = typeof table === 'string' ? hostTable(table) : table;
  return lineReader({
    format,
    title,
    recognize: ({ text }: FileHead) => (mark.test(text) ? 0.9 : 0),
    begin: () => ({
      take(line): LineReading {
        const groups = row.exec(line)?.groups;
        if (groups !== undefined) return { kind: 'row', use, row: { ...groups } };
        return passes.test(line) ? NOTHING : FOREIGN;
      },
    }),
  });
}

import type { Report } from '@interdict/core';

/** What a renderer may know of the place its text goes to. */
export interface RenderOptions {
  /** Cells of one line, for formats that are laid out in lines. */
  readonly columns: number;
  /** Whether ANSI colors are wanted; words carry the meaning either way. */
  readonly color: boolean;
}

export type ReportFormatName = 'table' | 'json' | 'ndjson' | 'csv' | 'sarif' | 'html';

/** One way to write a report down. */
export interface ReportFormat {
  readonly name: ReportFormatName;
  readonly meaning: string;
  readonly mediaType: string;
  /** The text in parts, which together can be longer than the longest string. */
  readonly render: (report: Report, options: RenderOptions) => Iterable<string>;
}

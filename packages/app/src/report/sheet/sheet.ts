import type { Tone } from '../present/index.ts';

/** A line of a list, with lines below it. */
export interface SheetPoint {
  /** Told apart from the text: a date, an id, an answer. */
  readonly lead?: string;
  readonly tone?: Tone;
  readonly text: string;
  readonly points?: readonly SheetPoint[];
}

export interface SheetPair {
  readonly label: string;
  readonly text: string;
  readonly tone?: Tone;
}

export interface SheetColumn {
  readonly title: string;
  /** Cells below which it is not squeezed. */
  readonly cellsMin: number;
  /** Part of the spare width it gets, against the other columns. */
  readonly weight: number;
}

export interface SheetCell {
  readonly text: string;
  readonly tone?: Tone;
}

export type SheetBlock =
  | { readonly kind: 'prose'; readonly text: string; readonly tone?: Tone }
  | { readonly kind: 'pairs'; readonly pairs: readonly SheetPair[] }
  | { readonly kind: 'points'; readonly points: readonly SheetPoint[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly SheetColumn[];
      readonly rows: readonly (readonly SheetCell[])[];
    }
  | { readonly kind: 'part'; readonly title: string; readonly blocks: readonly SheetBlock[] };

export interface SheetSection {
  readonly title: string;
  readonly blocks: readonly SheetBlock[];
}

/**
 * A page to read, without a word on how it is set. Every text in it may come from a rulebook or
 * a transaction somebody else wrote; whoever sets the page makes it safe to show.
 */
export interface Sheet {
  readonly title: string;
  readonly blocks: readonly SheetBlock[];
  readonly sections: readonly SheetSection[];
}

/** Sections that hold something. */
export function filled(sections: readonly SheetSection[]): readonly SheetSection[] {
  return sections.filter(({ blocks }) => blocks.length > 0);
}

/** What stands after the lead of a point: a colon before what it leads, none after a question. */
export function stopAfter({ lead = '', text, points = [] }: SheetPoint): string {
  const isAlone = text === '' && points.length === 0;
  return isAlone || lead.endsWith('?') ? '' : ':';
}

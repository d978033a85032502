import type { OtherReading } from './name.ts';

/** A word of another script in Latin letters: one or more tokens, each with its other readings. */
export interface Reading {
  readonly text: string;
  readonly isAbjad?: boolean;
  readonly alternatives?: readonly OtherReading[];
}

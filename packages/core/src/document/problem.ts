import { assert } from '../model/index.ts';

/** A path into a document, as its keys and indexes. */
export type DocumentPath = readonly (string | number)[];

/** Something wrong at a path of a document, before its place in the text is known. */
export interface PathProblem<Code extends string = string> {
  readonly code: Code;
  readonly message: string;
  readonly path: DocumentPath;
}

/** Something wrong with a file, and where. Line and column count from 1. */
export interface LocatedProblem<Code extends string = string> {
  readonly code: Code;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One line a person can act on: `file:line:column: message (code)`. */
export function formatLocated(problem: LocatedProblem): string {
  assert(problem.line > 0, 'lines count from 1');
  const { file, line, column, message, code } = problem;
  return `${file}:${line}:${column}: ${message} (${code})`;
}

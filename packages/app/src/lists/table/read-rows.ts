import { decodeText, isProblem, splitRows, type Decoded, type Row } from '@interdict/core';
import type { ListFile } from '../list-source.ts';
import { fromProblem, lost, type ListProblem } from '../problems.ts';

/** The mark CP/M and DOS put at the end of a text; OFAC still does. */
const END_OF_FILE = '\u001a';

export interface RowsOptions {
  readonly delimiter?: string;
  /** A last row without a line break is no sign of damage in files that people write. */
  readonly mayEndAnyhow?: boolean;
  /** Old lists are in Windows-1252; a file that is UTF-8 at its start is read as UTF-8. */
  readonly isOldEncoding?: boolean;
}

/**
 * The rows of a file. A file whose last row has neither a line break nor a closing quotation mark
 * behind it is taken for cut: nobody can say whether its last value is whole.
 */
export function* readRows(
  file: ListFile,
  { delimiter = ',', mayEndAnyhow = false, isOldEncoding = false }: RowsOptions = {},
): Generator<Row | ListProblem> {
  let last = '';
  let line = 1;
  function* watched(): Generator<Decoded> {
    for (const piece of isOldEncoding ? decodeOld(file) : decodeText(file.source)) {
      if (!isProblem(piece)) last = piece.at(-1) ?? last;
      yield piece;
    }
  }
  for (const row of splitRows(watched(), delimiter)) {
    if (isProblem(row)) {
      yield fromProblem(row.problem, file.name, row.lost);
      continue;
    }
    ({ line } = row);
    const isEmpty = row.cells.every((cell) => cell.trim() === '' || cell === END_OF_FILE);
    if (!isEmpty) yield row;
  }
  if (mayEndAnyhow || last === '' || last === '\n' || last === '"' || last === END_OF_FILE) return;
  const message = 'the last row is not ended, so the file may have been cut; get it again';
  yield lost('list-truncated', message, { file: file.name, pointer: `line:${line}` });
}

/** Every byte is a character of Windows-1252, so there is nothing that could be damaged. */
function* decodeOld({ head, source }: ListFile): Generator<Decoded> {
  if (!head.text.includes('\ufffd')) {
    yield* decodeText(source);
    return;
  }
  const decoder = new TextDecoder('windows-1252');
  for (const chunk of source.chunks()) yield decoder.decode(chunk, { stream: true });
}

import Type, { type TUnsafe } from 'typebox';
import { brandedString, closed, DateTextSchema } from '../../model/index.ts';
import { checkSchema } from '../../document/index.ts';
import { lintDates } from '../lint/index.ts';
import type { PlacedDocument, ProblemSink } from './documents.ts';

/** The name of an edition, which becomes part of a file name. */
export const EditionTextSchema: TUnsafe<string> = brandedString<string>(
  'Year, month and day of issue, as 2026.11.24.',
  String.raw`^\d{4}\.\d{1,2}\.\d{1,2}(-\d{1,4})?$`,
);

const EditionSchema = closed(
  {
    schema: Type.Literal('interdict.rulebook/1'),
    edition: EditionTextSchema,
    cutoff: DateTextSchema,
  },
  'rulebook.yaml: the edition of a rulebook.',
);

/** Which edition a rulebook is, and up to which day the law was looked at. */
export interface EditionName {
  readonly edition: string;
  readonly cutoff: string;
}

/** Reads the edition of a rulebook: exactly one. */
export function readEdition(documents: readonly PlacedDocument[], sink: ProblemSink): EditionName {
  const [document, second] = documents;
  if (document === undefined) {
    const message =
      'the rulebook has no edition: add a file with `schema: interdict.rulebook/1`, ' +
      '`edition` and `cutoff`';
    sink.problems.push({ code: 'no-edition', message, file: 'rulebook.yaml', line: 1, column: 1 });
    return { edition: '', cutoff: '' };
  }
  if (second !== undefined) {
    const message = `the rulebook has another edition in \`${document.file}\``;
    sink.add(second, [{ code: 'no-edition', message, path: [] }]);
  }
  sink.add(document, checkSchema(EditionSchema, document.value));
  sink.add(document, lintDates(document.value));
  const { edition, cutoff } = document.value as EditionName;
  return { edition, cutoff };
}

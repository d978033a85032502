import type { ReadItem } from '../reader.ts';

/** Codes of everything that can be said of an input while it is read, with what each one means. */
export const READ_PROBLEMS = {
  empty: 'the file holds nothing',
  binary: 'the file is not text, and no reader knows its bytes',
  'archive-not-opened': 'the file is an archive of several files',
  'archive-damaged': 'the archive is cut, altered or contradicts itself',
  'archive-nested': 'archives lie in each other deeper than is allowed',
  'member-limit': 'the archive has more members than is allowed',
  'member-refused': 'a member of the archive has a name or kind that is not opened',
  'member-encrypted': 'a member of the archive is encrypted',
  'members-skipped': 'members of the archive are of formats that are not read',
  'link-not-followed': 'a link points at what is not in the archive',
  'compression-unsupported': 'the file is compressed in a way that is not read',
  'format-unknown': 'the file is text, and no reader recognizes it',
  'format-unsupported': 'the file is an inventory in a format that is not read',
  'source-failed': 'the bytes of the file stopped coming',
  'expansion-limit': 'the compressed file grows beyond what is allowed',
  'gzip-damaged': 'the gzip data are cut, altered or followed by something else',
  'gzip-nested': 'the file is gzip inside gzip inside gzip',
  'document-limit': 'the document is larger than what is held in memory',
  'depth-limit': 'the document is nested deeper than is allowed',
  'line-limit': 'a line is longer than is allowed',
  'text-limit': 'a value is longer than is allowed and was cut',
  'column-limit': 'a row has more columns than is allowed',
  'state-limit': 'a log describes more rows at one time than are held in memory',
  encoding: 'bytes that are no text in the encoding of the file',
  'nul-bytes': 'a NUL inside a line of text',
  'json-syntax': 'the text is not JSON from here on',
  'xml-syntax': 'the text is not XML from here on',
  'yaml-syntax': 'the text is no YAML that is read here',
  'xml-doctype': 'an XML document that declares entities or a grammar of its own is not read',
  'duplicate-key': 'an object has the same key twice; the last one counts',
  truncated: 'the file ends in the middle of something',
  'not-this-format': 'the file says of itself that it is something else',
  'version-unsupported': 'the version of the format is not known',
  schema: 'a property is missing or has the wrong shape',
  'signature-not-verified': 'a signature is there and was not verified',
  'declared-incomplete': 'the file says of itself that it does not list everything',
  'not-inventory': 'a part of the file that says nothing about what is there',
  'external-document': 'the file refers to another one, which is not read here',
  'table-not-mapped': 'rows of a table that holds nothing that is read',
  'history-missing': 'a log begins after the state it changes was written',
  'name-cut': 'a name may have been cut to the width of its column',
  'column-unknown': 'a column whose heading is not known',
  'row-shape': 'a row does not have the columns of its table',
  quoting: 'quotation marks that do not fit',
  value: 'a value that cannot be read as what its column holds',
  preamble: 'lines that stand before the table',
  'party-schema': 'an entity that is no party, such as an address',
  'not-finished': 'reading was stopped before the end of the file',
  'problems-omitted': 'more problems than are listed',
} as const satisfies Readonly<Record<string, string>>;

export type ReadProblemCode = keyof typeof READ_PROBLEMS;

/** The item of a reader that says something went wrong. */
export type ReadProblem = Extract<ReadItem, { kind: 'problem' }>;

/** Where a problem is handed to when it arises below a reader, as in decompression. */
export type ReportProblem = (problem: ReadProblem) => void;

function makeProblem(
  code: ReadProblemCode,
  message: string,
  pointer: string | undefined,
  lost: boolean,
): ReadProblem {
  const problem = pointer === undefined ? { code, message } : { code, message, pointer };
  return { kind: 'problem', problem, lost };
}

/** Something could not be read; the coverage of the file is incomplete. */
export function lostProblem(code: ReadProblemCode, message: string, pointer?: string): ReadProblem {
  return makeProblem(code, message, pointer, true);
}

/** Something worth knowing; everything in the file was read. */
export function noteProblem(code: ReadProblemCode, message: string, pointer?: string): ReadProblem {
  return makeProblem(code, message, pointer, false);
}

/** Tells a problem from the text, line or row a part of a reader yields otherwise. */
export function isProblem(value: unknown): value is ReadProblem {
  return (
    typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'problem'
  );
}

/**
 * From the bytes of one file to the records in it.
 *
 * Main entry: `readInput`, which recognizes a file by content, undoes gzip, opens archives and
 * envelopes (`container/`), and hands plain bytes to the reader of the format. `readLines`,
 * `decodeText`, `json/` and `xml/` are what readers are built from; `lostProblem` and
 * `noteProblem` make what they have to say, with the codes of `READ_PROBLEMS`. Every one of them
 * is bounded by LIMITS and none throws at bad input.
 * Nothing here knows a format or touches a disk.
 */
export * from './byte-source.ts';
export { decodeBase64 } from './container/index.ts';
export * from './decode-text.ts';
export * from './file-head.ts';
export * from './gunzip.ts';
export * from './placed-bytes.ts';
export * from './problem.ts';
export * from './read-input.ts';
export * from './split-lines.ts';

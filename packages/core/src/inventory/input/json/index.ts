/**
 * JSON as an input: whole documents with their faults, and outlines for recognizing formats.
 *
 * Main entries: `readJson`, `readJsonValues`, `outlineOf` and the accessors of `json-value.ts`.
 * A document that breaks off gives what stood before; it is never taken for a whole one.
 */
export * from './json-outline.ts';
export * from './json-value.ts';
export * from './parse-partial.ts';
export * from './read-json.ts';
export * from './read-json-values.ts';
export * from './scan-json.ts';
export * from './software-list.ts';
export * from './text-place.ts';

/**
 * SPDX in its forms: JSON and tag-value of version 2, JSON-LD of version 3.
 *
 * Main entries: `spdxJson`, `spdxTagValue` and `spdx3`. Packages and files become components;
 * relationships are read as far as they say what a document is about. Nothing here validates a
 * whole document, and licenses are passed over.
 */
export { spdxJson } from './json-reader.ts';
export { spdx3 } from './spdx3-reader.ts';
export { spdxTagValue } from './tag-value-reader.ts';

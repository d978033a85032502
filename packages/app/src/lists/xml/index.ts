/**
 * XML lists as streams of small trees.
 *
 * Main entry: `readXml`. Document types and entities of a file's own are refused, depth and size
 * are bounded, and a file that breaks off is told from one that is wrong. Nothing here knows a
 * list.
 */
export * from './element.ts';
export * from './read-xml.ts';

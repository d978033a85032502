/**
 * XML as an input: start tags, texts and end tags with their places, and the root element for
 * recognizing formats.
 *
 * Main entries: `readXml` and `xmlRootOf`. Nothing is expanded and nothing is fetched: a
 * document that declares entities or a grammar of its own is refused, and depth and the length
 * of a piece are bounded. Nothing here knows a format.
 */
export * from './read-xml.ts';
export * from './software-list.ts';
export * from './xml-root.ts';

/**
 * A page to read, set for a terminal, as Markdown or as HTML.
 *
 * Main type: `Sheet`, blocks without layout. Texts become safe to show here, since rulebooks of
 * one's own and transactions come from outside.
 */
export * from './sheet.ts';
export { htmlPage, sheetHtml } from './sheet-html.ts';
export { sheetMarkdown } from './sheet-markdown.ts';
export { sheetText } from './sheet-text.ts';

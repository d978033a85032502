/**
 * The report as one self-contained page, for reading, printing and filing.
 *
 * Markup is made only by the `markup` template, which escapes every text put into it. The page
 * loads nothing, runs nothing and has a policy that forbids both. Words come from ../present.
 */
export { renderHtml } from './render-html.ts';
export { markup, named, type Markup } from './markup.ts';
export { pageHead } from './page-head.ts';

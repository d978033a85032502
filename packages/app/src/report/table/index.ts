/** The terminal report: sections laid out in cells. Words come from ../present. */
export { renderTable } from './render-table.ts';

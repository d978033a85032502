/** The terminal report: sections laid out in cells. Words come from ../present. */
export { renderTable } from './render-table.ts';
export { cell, grid, type Cell, type Column } from './grid.ts';
export { foldNames, heading, labelled, openPage, paragraph, type Page } from './page.ts';

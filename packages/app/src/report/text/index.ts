/**
 * Text that is safe to show, and how it fills the cells of a terminal.
 *
 * Names come from outside and may carry terminal commands, direction overrides or ten thousand
 * characters. Nothing here knows what a report is.
 */
export * from './cell-width.ts';
export * from './visible-text.ts';
export * from './wrap-text.ts';

/**
 * Official lists on disk, version by version.
 *
 * Main entry: `ListStore`. Versions are content-addressed and never changed, the pointer to the
 * current one is replaced in one step, and the history says from and to which day each statement
 * stood in the list. Nothing here reads a format or decides whether a version is good.
 */
export { replaceFile } from './files.ts';
export * from './list-store.ts';
export * from './manifest.ts';
export type { Staging } from './staging.ts';

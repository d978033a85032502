/**
 * Official lists: from the files of their publishers to list entries in a store.
 *
 * One folder per publisher (`us-ofac/`, `un-sc/` ...) says where a list is fetched and how its
 * formats are read; each is a `ListSource` in `LIST_SOURCES`. `importList` and `updateLists` are
 * the use cases that the command line and the server share, `listStatuses` says how old
 * everything is, and `ListStore` keeps every version.
 *
 * Reading is a pure function of bytes: no clock, no network. Nothing is dropped: what a reader
 * cannot understand is kept in the publisher's words, and a file that is damaged, cut or
 * suspiciously short is refused while the old version stays in use. Only ./fetch reaches the
 * network. Nothing here compares names; that is screening.
 */
export { openHttp } from './fetch/index.ts';
export { importList, type Acceptance, type ImportOutcome } from './import-list.ts';
export { listsInTime } from './entries-in-time.ts';
export { listStatuses, type ListStatus } from './list-status.ts';
export { problemText, type ListProblem } from './problems.ts';
export type { ListSource } from './list-source.ts';
export { findSource, openListFiles, recognizeFiles } from './recognize-files.ts';
export { LIST_SOURCES } from './sources.ts';
export { dayOf, ListStore, replaceFile } from './store/index.ts';
export { updateLists } from './update-lists.ts';

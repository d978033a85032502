/**
 * The edition answers rest on: rulebook, catalog and the profile of who asks, from disk.
 *
 * The built-in rulebook and catalog are compiled to JSON when the program is built, so that no
 * command waits for YAML; a rulebook of one's own, a folder laid over one, and a packed edition
 * are read and linted each time. Packing, signing and verifying an edition stand here too.
 */
export * from './load-edition.ts';
export { layOver, type Books } from './overlay.ts';
export * from './packed-file.ts';
export * from './read-profile.ts';
export * from './read-rulebook-folder.ts';

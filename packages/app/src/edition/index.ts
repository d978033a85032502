/**
 * The edition answers rest on: rulebook, catalog and the profile of who asks, from disk.
 *
 * The built-in rulebook and catalog are compiled to JSON when the program is built, so that no
 * command waits for YAML; a rulebook of one's own is read and linted each time.
 */
export * from './load-edition.ts';
export * from './read-profile.ts';
export * from './read-rulebook-folder.ts';

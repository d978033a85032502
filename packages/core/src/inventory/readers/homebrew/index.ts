/**
 * Homebrew.
 *
 * Main entries: `homebrewInfo` for `brew info --json=v2 --installed`, and `homebrewList` for
 * `brew list --versions`.
 */
export { homebrewInfo } from './info-reader.ts';
export { homebrewList } from './list-reader.ts';

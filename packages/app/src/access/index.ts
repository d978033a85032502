/**
 * Who may ask the server what: API keys, their roles, and what a role may do.
 *
 * Main entries: `createKey` makes a key, of which only a digest is kept, `readKeyFile` reads the
 * keys there are, `findKey` tells whose key was presented, and `mayDo` whether a role may do
 * something. The command line makes keys and the server asks for them; nothing here listens,
 * prints or knows a route.
 */
export { createKey, findKey, type KeyEntry } from './key.ts';
export { addKey, readKeyFile } from './key-file.ts';
export { mayDo, ROLES, type Permission } from './role.ts';

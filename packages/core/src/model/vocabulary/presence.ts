import type { Word } from './word.ts';

/** States of an identified product, version 1, weakest first. */
export const PRESENCES = {
  visited: { meaning: 'Somebody looked at a web site.', rank: 0 },
  remnant: { meaning: 'Something was left behind after removal.', rank: 1 },
  'present-in-build': { meaning: 'Part of a build or of another product.', rank: 2 },
  licensed: { meaning: 'A license is in use.', rank: 3 },
  installed: { meaning: 'Installed.', rank: 4 },
  updating: { meaning: 'Fetches updates.', rank: 5 },
  intercepting: { meaning: 'Intercepts encrypted traffic.', rank: 6 },
  running: { meaning: 'Runs.', rank: 7 },
} as const satisfies Readonly<Record<string, Word & { readonly rank: number }>>;

export type Presence = keyof typeof PRESENCES;

/** What a product is able to do to the system it is on, 0 to 5. */
export const PRIVILEGES = [
  'visit or remnant only',
  'library in a build',
  'user process',
  'can replace its code by itself, or reads all web pages',
  'system service, security product or TLS interception root',
  'kernel driver, boot start or endpoint security extension',
] as const;

export type Privilege = 0 | 1 | 2 | 3 | 4 | 5;

/**
 * Reading from disk: which files a check looks at, and their bytes with a digest.
 *
 * Links are not followed, order is by name, and everything left aside is listed with its
 * reason. Nothing here knows a format: bytes go to the readers of the core.
 */
export * from './list-files.ts';
export * from './open-file.ts';
export * from './read-line.ts';

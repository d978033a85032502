/** Every limit of the app, by name. */
export const APP_LIMITS = {
  /** Files of one check. */
  filesMax: 1_000_000,
  /** Depth of folders below a given path. */
  folderDepthMax: 64,
  /** Bytes read from a file at a time. */
  chunkBytes: 1_048_576,
  /** Bytes of a profile. */
  profileBytesMax: 1_048_576,
} as const;

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
  /** Bytes of one record of the journal, and of a segment before a new one is begun. */
  journalLineBytesMax: 16_777_216,
  journalSegmentBytesMax: 67_108_864,
  /** Files that are named one by one in the record of a check; of more, only the digest. */
  journalInputsNamed: 1_000,
  /** Entries of the journal written to the disk together. */
  journalBatchMax: 256,
  /** Characters of an unfinished record that are kept in the record of its recovery. */
  journalTornKept: 1_048_576,
  /** Bytes of one YAML file of a rulebook or overlay. */
  rulebookFileBytesMax: 4_194_304,
  /** Bytes of an edition packed into one file. */
  editionBytesMax: 67_108_864,
  /** Bytes of a file with a key. */
  keyBytesMax: 16_384,
} as const;

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
  /** Depth of an XML list, and elements of one entry of it; the deepest in use has 14 levels. */
  xmlDepthMax: 64,
  xmlNodesMax: 100_000,
  /** UTF-16 code units of XML without the end of a tag or of a text. */
  xmlSilenceMax: 8_388_608,
  /** UTF-16 code units of one value of a list. */
  listValueLengthMax: 1_048_576,
  /** UTF-16 code units of a cell that is taken apart; the longest in use has some thousands. */
  listCellLengthMax: 65_536,
  /** Entries of one list; the largest one in use has some 4 million. */
  listEntriesMax: 10_000_000,
  /** Rows of a list that are held until the entry they belong to is known. */
  listRowsHeldMax: 2_000_000,
  /** Redirects of one request, attempts of one download, and the longest pause between them. */
  redirectsMax: 5,
  attemptsMax: 5,
  retryWaitMsMax: 60_000,
  /** Bytes of the index of a publisher. */
  indexBytesMax: 33_554_432,
  /** Lists in one index, which counts them in a byte. */
  listsIndexedMax: 255,
  /** Problems of one list that are told; the rest is counted. */
  listProblemsMax: 100,
  /** Bytes of a body of transactions, of files to check, and of a profile. */
  httpTransactionsBytesMax: 8_388_608,
  httpFilesBytesMax: 33_554_432,
  httpProfileBytesMax: 65_536,
  /** Bytes a compressed upload may grow to. */
  httpExpandedBytesMax: 268_435_456,
  /** Files of one upload, and UTF-16 code units of the name of one. */
  httpFilesMax: 1_000,
  httpNameLengthMax: 1_000,
  /** Bodies the server holds at one time. */
  httpBodiesMax: 16,
  /** Connections at one time. */
  httpConnectionsMax: 1_024,
  /** Bytes of the request line and headers. */
  httpHeaderBytesMax: 16_384,
  /** Milliseconds for the headers, for the whole request, and of silence on a kept connection. */
  httpHeadersMsMax: 10_000,
  httpRequestMsMax: 60_000,
  httpKeepAliveMsMax: 10_000,
  /** Milliseconds between looks for requests that take too long. */
  httpLateCheckMs: 2_000,
  /** Milliseconds answers are worked on before other requests get a turn. */
  httpSliceMs: 10,
  /** UTF-16 code units of answers that are put on record and sent together. */
  httpPartLength: 262_144,
  /** Requests of one client in a minute, where the server is open to others than this machine. */
  httpRequestsPerMinute: 6_000,
  /** Milliseconds that requests under way are waited for when the server ends. */
  httpStopMsMax: 10_000,
  /** Bytes of the file of keys. */
  keysBytesMax: 1_048_576,
  /** Records of the journal taken up by the database in one transaction. */
  projectionBatchMax: 500,
  /** Rows read or written by one statement of the database. */
  statementRowsMax: 500,
  /** Milliseconds to wait for another process that writes the same database. */
  databaseWaitMs: 10_000,
  /** Connections to a database server. */
  connectionsMax: 4,
  /** Bytes of a report that is read back. */
  reportBytesMax: 268_435_456,
  /** Cases listed at one time. */
  casesListedMax: 1_000,
} as const;

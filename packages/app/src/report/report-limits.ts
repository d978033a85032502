/**
 * Every limit of the renderers, by name. A limit shortens what is shown, never what is counted,
 * and the text says that and where the rest is; `json` and `ndjson` have no limits.
 */
export const REPORT_LIMITS = {
  /** A terminal is never taken for narrower than this. */
  columnsMin: 40,
  /** Width beyond which prose is not stretched, as long lines are hard to read. */
  proseColumnsMax: 110,
  /** Cells of one name taken from the input, in the table. */
  nameCellsMax: 160,
  /** Code points of one text taken from the input, in the page. */
  pageTextMax: 400,
  /** Hosts or files named where the page repeats a place it names in full elsewhere. */
  pageNamesMax: 8,
  /** Products, orders or parties of one block, in the table. */
  thingsMax: 40,
  /** Rows of files that were not read completely, in the table for each kind of trouble. */
  filesTroubledMax: 40,
  /** Lines of names of files with the same trouble, in the table. */
  troubledNameLines: 8,
  /** Problems of one file in the table. */
  problemsPerFileMax: 5,
  /** Lanes of the timeline picture; its data table has all. */
  timelineLanesMax: 24,
  /** Combining marks kept on one character. */
  marksPerCharacterMax: 4,
} as const;

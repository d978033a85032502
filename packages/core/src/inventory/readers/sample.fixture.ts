/** A small input of one format, made for the tests, and what is read from it. */
export interface Sample {
  readonly title: string;
  readonly format: string;
  readonly content: string | Uint8Array;
  /** The records, each as far as it matters: `host | what or name | field=value, …`. */
  readonly records: readonly string[];
  /** Codes of what is said of the file; it is read whole. */
  readonly notes?: readonly string[];
  /** Later lines replace what earlier ones say, so that a part shows something else. */
  readonly isJournal?: true;
}

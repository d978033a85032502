import { canonicalJson, digestOfText } from '../document/index.ts';
import type { JournalEntry, JournalRecord } from '../model/index.ts';

/** Where a journal stands: its last record. */
export interface JournalHead {
  readonly seq: number;
  readonly digest: string;
}

/** The head of a journal in which nothing stands yet. */
export const JOURNAL_START: JournalHead = { seq: 0, digest: '0'.repeat(64) };

/** Told apart from digests of anything else that is made of canonical JSON. */
const DOMAIN = 'interdict.journal-record/1\n';

/** SHA-256 of a text in hex; whoever has a faster one than the portable one hands it in. */
export type TextDigest = (text: string) => string;

/** Digest of a record from the canonical JSON of everything else it says. */
export function digestOfRecord(canonical: string, digest: TextDigest = digestOfText): string {
  return digest(DOMAIN + canonical);
}

/** The next record, with the line it stands on: canonical JSON and a line feed. */
export function chainEntry(
  head: JournalHead,
  { at, kind, by, body }: JournalEntry,
): { readonly record: JournalRecord; readonly line: string } {
  const open = { seq: head.seq + 1, at, kind, by, body, prev: head.digest };
  const record: JournalRecord = { ...open, digest: digestOfRecord(canonicalJson(open)) };
  return { record, line: `${canonicalJson(record)}\n` };
}

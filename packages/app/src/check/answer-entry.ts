import { createHash } from 'node:crypto';
import { digestOf, type InstantText, type JournalEntry, type Report } from '@interdict/core';
import { APP_LIMITS } from '../limits.ts';

/** Who asked, and when. */
export interface Asking {
  readonly by: string;
  readonly at: InstantText;
}

/**
 * What is put on record of a check: what was asked, of which bytes, by which law, and the digest
 * of the report, so that whoever runs it again can tell whether the answer is the same.
 */
export function entryOfCheck(report: Report, { by, at }: Asking): JournalEntry {
  const { asOf, rulebook, catalog, lists, profile, coverage, summary } = report;
  const inputs = coverage.map(({ path, status, sha256 }) => ({ path, status, sha256 }));
  const few = inputs.length <= APP_LIMITS.journalInputsNamed;
  const body = {
    command: 'check',
    asOf,
    profile: { name: profile.name, digest: digestOf(profile) },
    rulebook,
    catalog,
    lists,
    inputs: { count: inputs.length, digest: digestOf(inputs), ...(few && { files: inputs }) },
    status: summary.status,
    findings: summary.findings,
    report: digestOf(report),
  };
  return { at, by, kind: 'answer', body };
}

/** Takes the digest of what a command prints, line by line. */
export interface OutputDigest {
  add(line: string): void;
  hex(): string;
}

export function openOutputDigest(): OutputDigest {
  const hash = createHash('sha256');
  return {
    add: (line) => void hash.update(line),
    hex: () => hash.digest('hex'),
  };
}

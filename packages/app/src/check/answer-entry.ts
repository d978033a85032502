import { createHash } from 'node:crypto';
import {
  digestOf,
  type InstantText,
  type JournalEntry,
  type Report,
  type When,
} from '@interdict/core';
import type { Edition } from '../edition/index.ts';
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
export function entryOfCheck(
  report: Report,
  { by, at }: Asking,
  more: Readonly<Record<string, unknown>> = {},
): JournalEntry {
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
    ...more,
  };
  return { at, by, kind: 'answer', body };
}

/** Answers to transactions, and by which law they were given. */
interface GivenAnswers {
  readonly command: 'decide' | 'explain';
  readonly edition: Edition;
  readonly asOf: When;
  readonly decided: number;
  /** Digest of the answers as they are handed on. */
  readonly output: string;
}

/** What is put on record of answers to transactions; `more` says how they were asked for. */
export function entryOfAnswers(
  { command, edition, asOf, decided, output }: GivenAnswers,
  { by, at }: Asking,
  more: Readonly<Record<string, unknown>> = {},
): JournalEntry {
  const { edition: name, digest } = edition.compiled.rulebook;
  const rulebook = { edition: name, digest };
  const body = { command, asOf: asOf.text, rulebook, decided, output, ...more };
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

import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InstantText, JournalEntry } from '@interdict/core';
import { JournalWriter, type JournalOptions } from './journal-writer.ts';
import { listSegments } from './segment.ts';

const AT = '2026-11-24T10:00:00Z' as InstantText;

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'interdict-journal-'));
}

export function entry(number: number, size = 0): JournalEntry {
  return { at: AT, kind: 'answer', by: 'a clerk', body: { number, filler: 'x'.repeat(size) } };
}

export function openJournal(folder: string, options: Partial<JournalOptions> = {}): JournalWriter {
  return JournalWriter.open(folder, { now: () => AT, by: 'the journal', ...options });
}

/** A journal of so many records, closed. */
export function written(count: number, options: Partial<JournalOptions> = {}): string {
  const folder = newFolder();
  const journal = openJournal(folder, options);
  for (let number = 1; number <= count; number += 1) journal.appendNow([entry(number)]);
  journal.close();
  return folder;
}

export function lastSegment(folder: string): { readonly path: string; readonly bytes: Buffer } {
  const segment = listSegments(folder).at(-1);
  if (segment === undefined) throw new Error('there is no segment');
  return { path: segment.path, bytes: readFileSync(segment.path) };
}

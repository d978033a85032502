import { checkSchema, ListEntrySchema, makeHead, sourceOf, type ListEntry } from '@interdict/core';
import { expect } from 'vitest';
import type { ListFile, ListFormat, ListSource } from './list-source.ts';
import { openListFiles, recognizeFiles } from './recognize-files.ts';
import { readList, type ListSummary } from './read-list.ts';
import { LIST_SOURCES } from './sources.ts';

/** The real sources without the length a first version must have: what tests import is short. */
export const SOURCES: readonly ListSource[] = LIST_SOURCES.map((source) => {
  return { ...source, entriesMin: 0 };
});

export interface ReadFixture {
  readonly entries: readonly ListEntry[];
  readonly summary: ListSummary;
}

/** Reads files on disk as a list, as an import would, without a store. */
export function readPaths(list: string, paths: readonly string[]): ReadFixture {
  const files = openListFiles(paths);
  try {
    const [found] = recognizeFiles(LIST_SOURCES, list, files);
    if (found === undefined) throw new Error('no list was recognized');
    const parts = new Map([...found.parts].map(([part, { file }]) => [part, file] as const));
    const reading = readList(found.format, parts, found.list);
    const entries = validated(reading.entries());
    return { entries, summary: reading.summary() };
  } finally {
    for (const file of files) file.close();
  }
}

/** Entries, each in the shape of the model. */
function validated(entries: Iterable<ListEntry>): readonly ListEntry[] {
  const all = [...entries];
  for (const entry of all) {
    const problems = checkSchema(ListEntrySchema, entry);
    // Asserting each of a hundred thousand would take longer than reading them.
    if (problems.length > 0) expect({ entry: entry.id, problems }).toBeUndefined();
  }
  return all;
}

/** A file in memory. */
function fileOf(text: string, name = 'list'): ListFile {
  const bytes = new TextEncoder().encode(text);
  // Pieces that end in the middle of everything.
  return { name, head: makeHead(bytes, true), source: sourceOf(bytes, 97) };
}

/** Reads texts by the part each one is, as a format does. */
export function readTexts(
  format: ListFormat,
  texts: Readonly<Record<string, string>>,
  list: string,
): ReadFixture {
  const parts = new Map(
    Object.entries(texts).map(([part, text]) => [part, fileOf(text, `${part}.txt`)] as const),
  );
  const reading = readList(format, parts, list);
  const entries = validated(reading.entries());
  return { entries, summary: reading.summary() };
}

/** Values of one property of an entry. */
export function valuesOf(entry: ListEntry | undefined, property: string): readonly string[] {
  return (entry?.statements ?? [])
    .filter((statement) => statement.property === property)
    .map(({ value }) => value);
}

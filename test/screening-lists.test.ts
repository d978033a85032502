import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  buildSnapshot,
  createScreener,
  type ListEntry,
  openSnapshot,
  type Screener,
  screenParty,
} from '@interdict/core';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, it } from 'vitest';
import { describeWithShared } from './shared-data.ts';

interface Row {
  readonly name: string;
  readonly entity_id: string;
  readonly entity_type: string;
}

const SCHEMAS: Readonly<Record<string, ListEntry['schema']>> = {
  individual: 'Person',
  vessel: 'Vessel',
  aircraft: 'Airplane',
};

/** One entry for each listed party, with all its names. */
function entriesOf(rows: readonly Row[]): ListEntry[] {
  return [...groupRows(rows)].map(([id, all]) => ({
    id: `us-ofac-sdn:${id}` as ListEntry['id'],
    list: 'us-ofac-sdn' as ListEntry['list'],
    schema: SCHEMAS[all[0]?.entity_type ?? ''] ?? 'LegalEntity',
    caption: all[0]?.name ?? '',
    programs: [],
    statements: all.map(({ name }, at) => ({
      property: at === 0 ? 'name' : 'alias',
      value: name,
      field: 'name',
      pointer: `/${id}/${String(at)}`,
    })),
  }));
}

function groupRows(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.entity_id, [...(groups.get(row.entity_id) ?? []), row]);
  return groups;
}

const STEP = 9;
const LIMIT = 10;

describeWithShared('screening a list of 39,000 names', (folder) => {
  let entries: readonly ListEntry[] = [];
  let screener: Screener;

  beforeAll(() => {
    const file = path.join(folder, 'lists/us_ofac/names_2025-10.csv.gz');
    const rows: Row[] = parse(gunzipSync(readFileSync(file)), { columns: true, bom: true });
    entries = entriesOf(rows);
    const opened = openSnapshot(buildSnapshot({ entries, lists: [] }));
    if (!opened.ok) throw new Error(opened.problem.message);
    const created = createScreener(opened.snapshot, { limit: LIMIT });
    if (!created.ok) throw new Error(created.problem.message);
    screener = created.screener;
  }, 60_000);

  function* sample(): Generator<readonly [ListEntry, string]> {
    let at = 0;
    for (const entry of entries) {
      for (const { value } of entry.statements) {
        at += 1;
        if (at % STEP === 0) yield [entry, value];
      }
    }
  }

  it('finds each name as it is listed first, in the top band', { timeout: 60_000 }, () => {
    const missed: string[] = [];
    for (const [entry, name] of sample()) {
      const question = { id: 'q', schema: entry.schema, properties: { name: [name] } };
      const { results } = screenParty(screener, question);
      const top = results[0]?.score ?? 0;
      // Several entries may have the very name; then they share the first place.
      const isFirst = results.some((one) => one.id === entry.id && one.score === top);
      const isCrowded = results.length === LIMIT && results.at(-1)?.score === top;
      if (top < 0.9 || !(isFirst || isCrowded)) missed.push(name);
    }

    expect(missed).toEqual([]);
  });

  it('finds nearly every name with a letter more in its middle', { timeout: 60_000 }, () => {
    let asked = 0;
    let found = 0;
    for (const [entry, name] of sample()) {
      if (name.length < 10) continue;
      const middle = Math.floor(name.length / 2);
      const slipped = `${name.slice(0, middle)}e${name.slice(middle)}`;
      const question = { id: 'q', schema: entry.schema, properties: { name: [slipped] } };
      const { results } = screenParty(screener, question);
      asked += 1;
      if (results.some(({ id, match }) => id === entry.id && match)) found += 1;
    }

    expect(asked).toBeGreaterThan(3_000);
    expect(found / asked).toBeGreaterThan(0.97);
  });
});

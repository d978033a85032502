import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readFile, type FileRead } from '../input/read.fixture.ts';
import { READERS } from './index.ts';

const EXAMPLES = fileURLToPath(new URL('../../../../../examples', import.meta.url));

function read(file: string): FileRead {
  return readFile(READERS, new Uint8Array(readFileSync(path.join(EXAMPLES, file))), { file });
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(path.join(EXAMPLES, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(EXAMPLES, path.join(entry.parentPath, entry.name)))
    .sort();
}

describe('the readers, on the example county', () => {
  it('read every inventory, order and supplier whole', () => {
    for (const file of filesIn('county')) {
      const { coverage } = read(file);
      const isInventory = /^county.(hosts|orders|sboms|suppliers)/.test(file);

      // Other files are left aside, until somebody reads them.
      expect(isInventory ? ['read'] : ['read', 'skipped'], file).toContain(coverage.status);
    }
  });

  it.each([
    ['county/orders/purchase-orders.csv', 42],
    ['county/orders/sales-orders.csv', 15],
    ['county/orders/transactions.ndjson', 46],
    ['county/suppliers/suppliers.csv', 32],
  ])('find in %s %i records', (file, count) => {
    expect(read(file).records).toHaveLength(count);
  });

  it('end a log of changes with what is still there', () => {
    const names = read('county/hosts/prs-ws-008/osqueryd.results.log').records.map((record) =>
      record.kind === 'component' ? record.name : '',
    );

    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => name.includes('Kaspersky'))).toEqual([]);
  });
});

describe('the readers, on the damaged examples', () => {
  it.each([
    ['good-clean.cdx.json', 'read', undefined],
    ['good-with-finding.cdx.json', 'read', undefined],
    ['truncated.cdx.json', 'partial', 'truncated'],
    ['deep.cdx.json', 'unreadable', 'depth-limit'],
    ['empty.cdx.json', 'unreadable', 'empty'],
    ['bomb.cdx.json.gz', 'partial', 'expansion-limit'],
    ['broken-line.osqueryd.results.log', 'partial', 'truncated'],
    ['bad-date.purchase-orders.csv', 'partial', 'value'],
  ])('call %s %s', (file, status, code) => {
    const { coverage, codes } = read(`damaged/${file}`);

    expect(coverage.status).toBe(status);
    if (code === undefined) expect(codes).toEqual([]);
    else expect(codes).toContain(code);
  });
});

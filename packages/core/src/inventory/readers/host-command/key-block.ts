import type { FileHead, Reader } from '../../reader.ts';
import {
  FOREIGN,
  hostTable,
  lineReader,
  NOTHING,
  sourceRow,
  sourceTable,
  tableUse,
  type LineParser,
  type LineReading,
  type LineRow,
  type SourceTable,
} from '../rows/index.ts';

/** A format with a key and a value on each line, and an empty line between things. */
interface KeyBlocks {
  readonly table: SourceTable;
  readonly key: RegExp;
  /** Key whose value is the host. */
  readonly host?: string;
  /** Whether lines that are no key go on with the value above. */
  readonly continues: boolean;
  readonly readValue: (value: string) => string;
}

class BlockParser implements LineParser {
  readonly #blocks: KeyBlocks;
  #cells = new Map<string, string>();
  #line = 0;

  constructor(blocks: KeyBlocks) {
    this.#blocks = blocks;
  }

  take(line: string, number: number): LineReading {
    if (line.trim() === '') return this.#close() ?? NOTHING;
    const { key, value } = this.#blocks.key.exec(line)?.groups ?? {};
    if (key === undefined || value === undefined) {
      return this.#blocks.continues && this.#cells.size > 0 ? NOTHING : FOREIGN;
    }
    if (this.#cells.size === 0) this.#line = number;
    if (!this.#cells.has(key)) this.#cells.set(key, this.#blocks.readValue(value));
    return NOTHING;
  }

  *end(): Generator<LineRow> {
    const last = this.#close();
    if (last !== undefined) yield last;
  }

  #close(): LineRow | undefined {
    if (this.#cells.size === 0) return undefined;
    const { table, host } = this.#blocks;
    const { row, places } = sourceRow(table, this.#cells, (name) => `/${name}`);
    const named = host === undefined ? undefined : this.#cells.get(host);
    this.#cells = new Map();
    return { kind: 'row', row, places, use: table.use, host: named, line: this.#line };
  }
}

interface BlockFormat extends KeyBlocks {
  readonly format: string;
  readonly title: string;
  readonly mark: RegExp;
}

function blockReader({ format, title, mark, ...blocks }: BlockFormat): Reader {
  return lineReader({
    format,
    title,
    recognize: ({ text }: FileHead) => (mark.test(text) ? 0.9 : 0),
    begin: () => new BlockParser(blocks),
  });
}

const COMPUTER = tableUse('computer', {
  uses: ['vendor > manufacturer', 'model > name'],
  named: 'model vendor',
});

export const keyBlockReaders: readonly Reader[] = [
  blockReader({
    format: 'lspci-blocks',
    title: 'output of lspci -vmm',
    mark: /^Slot:\t\S+\r?\nClass:\t/m,
    table: sourceTable(hostTable('pci_devices'), ['Vendor > vendor', 'Device > model']),
    key: /^(?<key>\w+):\s+(?<value>.*)$/,
    continues: false,
    // With -nn the number stands behind the name.
    readValue: (value) => value.replace(/ \[[0-9a-f]{4}\]$/, ''),
  }),
  blockReader({
    format: 'systeminfo',
    title: 'output of systeminfo',
    mark: /^Host Name: +\S.*\r?\nOS Name: +\S/m,
    table: sourceTable(COMPUTER, ['System Manufacturer > vendor', 'System Model > model']),
    key: /^(?<key>[A-Z][^:]*): *(?<value>.*)$/,
    host: 'Host Name',
    continues: true,
    readValue: (value) => value.trim(),
  }),
];

import { isProblem, lostProblem, readLines } from '../../input/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { RecordMaker } from '../field/index.ts';
import {
  hostTable,
  rowRecord,
  sourceRow,
  sourceTable,
  tableUse,
  type SourceTable,
} from '../rows/index.ts';
import { readBlocks, type Block } from '../text/index.ts';

/** What a command prints as blocks of keys and values. */
interface BlockFormat {
  readonly format: string;
  readonly title: string;
  readonly mark: RegExp;
  /** The row a block is. */
  readonly table: SourceTable;
  /** Key each block begins with. */
  readonly firstKey: string;
  /** Keys that are read. */
  readonly kept: readonly string[];
  /** Key whose value is the host. */
  readonly host?: string;
}

function blockReader(format: BlockFormat): Reader {
  return {
    format: format.format,
    title: format.title,
    recognize: ({ text, isBinary }: FileHead) => (!isBinary && format.mark.test(text) ? 0.9 : 0),
    read: (source, context) => readRows(format, source, context),
  };
}

function* readRows(
  format: BlockFormat,
  source: ByteSource,
  context: ReadContext,
): Generator<ReadItem> {
  const maker = new RecordMaker(context);
  const shape = { firstKey: format.firstKey, kept: new Set(format.kept) };
  for (const block of readBlocks(readLines(source), shape)) {
    if (isProblem(block)) {
      yield block;
      continue;
    }
    const record = recordOf(block, format, maker);
    if (record !== undefined) yield record;
    if (block.cutKey === undefined) continue;
    const message = `the file ends without a line break in the block of line ${block.line}`;
    yield lostProblem('truncated', message, `line:${block.line}`);
  }
  yield* maker.cutProblems();
}

// With -nn the number of a vendor or device stands behind its name.
const NUMBER = / \[[0-9a-f]{4}\]$/;

function recordOf(
  { fields, line }: Block,
  { table, host }: BlockFormat,
  maker: RecordMaker,
): ReadItem | undefined {
  const cells = [...fields].map(([key, value]) => [key, value.replace(NUMBER, '')] as const);
  const { row, places } = sourceRow(table, cells, (name) => `/${name}`);
  const named = host === undefined ? undefined : fields.get(host);
  return rowRecord(row, table.use, { pointer: `line:${line}`, host: named, places }, maker);
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
    firstKey: 'Slot',
    kept: ['Vendor', 'Device'],
  }),
  blockReader({
    format: 'systeminfo',
    title: 'output of systeminfo',
    mark: /^Host Name: +\S.*\r?\nOS Name: +\S/m,
    table: sourceTable(COMPUTER, ['System Manufacturer > vendor', 'System Model > model']),
    firstKey: 'Host Name',
    kept: ['System Manufacturer', 'System Model'],
    host: 'Host Name',
  }),
];

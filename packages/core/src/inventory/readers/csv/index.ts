import { LIMITS } from '../../../limits.ts';
import {
  decodeText,
  isProblem,
  lostProblem,
  makeHead,
  noteProblem,
  peekSource,
  type ReadProblem,
} from '../../input/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { RecordMaker } from '../field/index.ts';
import { findHeader, type HeaderColumn, type TableHeader } from './find-header.ts';
import { FACT_HEADINGS, factColumn, readOrder, type OrderTable } from './order-row.ts';
import { partyRecord } from './party-row.ts';
import { orderShownBy, type DateOrder } from './read-date.ts';
import { isGone, softwareRecord } from './software-row.ts';
import { splitRows, type Row } from './split-rows.ts';
import { checkRow, columnsByName, TableRow } from './table-row.ts';
import { headingKey } from './columns.ts';

/** Tables of installed software, of parties and of orders, parted by commas, semicolons or tabs. */
export const csv: Reader = {
  format: 'csv',
  title: 'table of software, suppliers or orders (CSV)',
  recognize,
  read,
};

function recognize(head: FileHead): number {
  return !head.isBinary && findHeader(head.text) !== undefined ? 0.7 : 0;
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const peeked = peekSource(source, LIMITS.sniffBytes);
  const found = findHeader(makeHead(peeked.head, peeked.isWhole).text);
  if (found === undefined) {
    yield lostProblem('not-this-format', 'no row of known headings was found', 'line:1');
    return;
  }
  const header = withFacts(found);
  yield* headerNotes(header);
  const rows = rowsBelow(splitRows(decodeText(peeked), header.delimiter), header);
  switch (header.kind) {
    case 'software':
      yield* readSoftware(rows, header, context);
      break;
    case 'parties':
      yield* readParties(rows, header, context);
      break;
    case 'orders':
      yield* readOrders(rows, header, context);
      break;
  }
}

/** In tables of orders, headings can name facts. */
function withFacts(header: TableHeader): TableHeader {
  if (header.kind !== 'orders') return header;
  const facts = header.unknown.flatMap(({ index, heading }): HeaderColumn[] => {
    const fact = FACT_HEADINGS.get(headingKey(heading));
    return fact === undefined ? [] : [{ index, heading, column: factColumn(fact) }];
  });
  const unknown = header.unknown.filter(({ index }) => !facts.some((one) => one.index === index));
  return { ...header, columns: [...header.columns, ...facts], unknown };
}

function* headerNotes({ line, unknown, columns }: TableHeader): Generator<ReadProblem> {
  if (line > 1) {
    const message = `the table begins on line ${line}; what stands above it was not read`;
    yield noteProblem('preamble', message, 'line:1');
  }
  for (const { index, heading } of unknown) {
    const message = `column \`${heading}\` is not known and was not read`;
    yield noteProblem('column-unknown', message, `line:${line}:${index + 1}`);
  }
  const funding = columns.find(({ column }) => column === 'funding');
  if (funding === undefined) return;
  const message =
    `column \`${funding.heading}\` is known and not read: no fact says who pays; state what is ` +
    `paid with federal money as a transaction of its own`;
  yield noteProblem('column-unknown', message, `line:${line}:${funding.index + 1}`);
}

/** Rows of the table that have values and as many cells as it has columns. */
function* rowsBelow(
  rows: Iterable<Row | ReadProblem>,
  header: TableHeader,
): Generator<TableRow | ReadProblem> {
  const columns = columnsByName(header);
  for (const row of rows) {
    if (isProblem(row)) {
      yield row;
      continue;
    }
    if (row.line <= header.line) continue;
    const { problem, isRead } = checkRow(row, header);
    if (problem !== undefined) yield problem;
    if (isRead) yield new TableRow(row, columns);
  }
}

function* readSoftware(
  rows: Iterable<TableRow | ReadProblem>,
  header: TableHeader,
  context: ReadContext,
): Generator<ReadItem> {
  const maker = new RecordMaker(context);
  let gone = 0;
  for (const row of rows) {
    if (isProblem(row)) {
      yield row;
      continue;
    }
    const record = softwareRecord(row, header.columns, maker);
    if (record !== undefined) yield record;
    else if (isGone(row)) gone += 1;
    else yield lostProblem('row-shape', `line ${row.line} names no software`, row.pointer);
  }
  if (gone > 0) {
    yield noteProblem('table-not-mapped', `${gone} rows say that they are no longer installed`);
  }
  yield* maker.cutProblems();
}

function* readParties(
  rows: Iterable<TableRow | ReadProblem>,
  _header: TableHeader,
  context: ReadContext,
): Generator<ReadItem> {
  for (const row of rows) {
    if (isProblem(row)) {
      yield row;
      continue;
    }
    const record = partyRecord(row, context);
    if (record !== undefined) yield { kind: 'record', record };
    else yield lostProblem('row-shape', `line ${row.line} names no party`, row.pointer);
  }
}

function* readOrders(
  rows: Generator<TableRow | ReadProblem>,
  header: TableHeader,
  context: ReadContext,
): Generator<ReadItem> {
  const ahead = takeAhead(rows);
  const table = orderTable(header, ahead);
  let timesDropped = 0;
  for (const row of chain(ahead, rows)) {
    if (isProblem(row)) {
      yield row;
      continue;
    }
    const { transaction, problems, isTimeDropped } = readOrder(
      row,
      table,
      fallbackId(row, context),
    );
    yield* problems;
    if (isTimeDropped) timesDropped += 1;
    if (transaction === undefined) continue;
    const source = { file: context.file, pointer: row.pointer };
    yield { kind: 'record', record: { kind: 'transaction', source, transaction } };
  }
  if (timesDropped > 0) {
    const message = `${timesDropped} times of day name no zone; only their date was read`;
    yield noteProblem('value', message);
  }
}

function fallbackId(row: TableRow, { file }: ReadContext): string {
  const id = `${file}#${row.pointer}`;
  // The name of a file can be longer than an id.
  return id.length > 500 ? row.pointer : id;
}

/** The first rows, to learn from them how the table writes its dates. */
function takeAhead(rows: Generator<TableRow | ReadProblem>): (TableRow | ReadProblem)[] {
  const ahead: (TableRow | ReadProblem)[] = [];
  while (ahead.length < LIMITS.rowsAheadMax) {
    const next = rows.next();
    if (next.done === true) break;
    ahead.push(next.value);
  }
  return ahead;
}

function* chain<T>(first: Iterable<T>, second: Iterable<T>): Generator<T> {
  yield* first;
  yield* second;
}

function orderTable(header: TableHeader, ahead: readonly (TableRow | ReadProblem)[]): OrderTable {
  const has = (column: string): boolean => header.columns.some((one) => one.column === column);
  const isOneSided = has('supplier') !== has('customer');
  const isSelling = isOneSided ? has('customer') : has('salesId') ? true : undefined;
  const activityByHeading = has('purchaseId') ? 'procure' : has('salesId') ? 'resell' : undefined;
  return { dateOrder: dateOrderOf(header, ahead), isSelling, activityByHeading };
}

/** Undefined when no date shows it, and when dates contradict each other. */
function dateOrderOf(
  { columns }: TableHeader,
  ahead: readonly (TableRow | ReadProblem)[],
): DateOrder | undefined {
  const dated = columns.filter(({ column }) => column === 'date' || column.startsWith('fact:'));
  const shown = new Set<DateOrder>();
  for (const row of ahead) {
    if (isProblem(row)) continue;
    for (const { column } of dated) {
      const order = orderShownBy(row.cell(column));
      if (order !== undefined) shown.add(order);
    }
  }
  const [order, other] = shown;
  return other === undefined ? order : undefined;
}

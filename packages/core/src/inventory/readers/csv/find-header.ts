import {
  columnsByHeading,
  headingKey,
  ORDER_COLUMNS,
  PARTY_COLUMNS,
  SOFTWARE_COLUMNS,
} from './columns.ts';
import { splitRows, type Row } from './split-rows.ts';

type TableKind = 'software' | 'parties' | 'orders';

export interface HeaderColumn {
  readonly index: number;
  /** Name of the column as `columns.ts` gives it. */
  readonly column: string;
  /** Heading as it stands in the file. */
  readonly heading: string;
}

/** The row of headings of a table, and what the table holds. */
export interface TableHeader {
  readonly kind: TableKind;
  readonly delimiter: string;
  readonly line: number;
  readonly width: number;
  readonly columns: readonly HeaderColumn[];
  /** Headings nobody knows, and second headings of a column. */
  readonly unknown: readonly Omit<HeaderColumn, 'column'>[];
}

interface TableShape {
  readonly kind: TableKind;
  readonly byHeading: ReadonlyMap<string, string>;
  /** Whether these columns make a table of this kind. */
  readonly isMet: (has: (column: string) => boolean, nameHeading: string) => boolean;
}

const DELIMITERS = [',', ';', '\t'] as const;

/** Rows looked at for headings: exports put a title or a date above them. */
const ROWS_LOOKED_AT = 10;

/** Headings of a name that say that it is a party's. */
const PARTY_NAME =
  /suppli|vend|custom|compan|firm|organ|party|legal|business|liefer|kunde|fourn|raison|prove|razó/;

const PARTY_MARKS = [
  'country',
  'jurisdiction',
  'alias',
  'taxNumber',
  'vatCode',
  'registrationNumber',
  'leiCode',
  'dunsCode',
  'uniqueEntityId',
  'cageCode',
  'birthDate',
  'nationality',
  'imoNumber',
];

const SOFTWARE_IDENTITIES = ['packageName', 'bundleId', 'wingetId', 'driver', 'service', 'exe'];

/** Among equals the first: an order names products too, and a program its maker. */
const SHAPES: readonly TableShape[] = [
  {
    kind: 'orders',
    byHeading: columnsByHeading(ORDER_COLUMNS),
    isMet: (has) =>
      ['supplier', 'customer', 'counterparty', 'purchaseId', 'salesId'].some(has) &&
      ['activity', 'orderType', 'purchaseId', 'salesId', 'id'].some(has) &&
      ['product', 'maker', 'date'].some(has),
  },
  {
    kind: 'software',
    byHeading: columnsByHeading(SOFTWARE_COLUMNS),
    isMet: (has) =>
      (has('name') && ['version', 'publisher', 'host', 'bundleId', 'productCode'].some(has)) ||
      (has('host') && SOFTWARE_IDENTITIES.some(has)),
  },
  {
    kind: 'parties',
    byHeading: columnsByHeading(PARTY_COLUMNS),
    isMet: (has, nameHeading) =>
      (has('name') || has('lastName')) &&
      (PARTY_MARKS.some(has) || (PARTY_NAME.test(nameHeading) && has('id'))),
  },
];

/** Finds the headings of a table at the start of a text; undefined when none are known. */
export function findHeader(text: string): TableHeader | undefined {
  let best: TableHeader | undefined;
  for (const delimiter of DELIMITERS) {
    for (const row of firstRows(text, delimiter)) {
      for (const shape of SHAPES) {
        const header = headerOf(row, shape, delimiter);
        if (header === undefined) continue;
        if (best === undefined || weightOf(header) > weightOf(best)) best = header;
      }
    }
  }
  return best;
}

function weightOf({ columns }: TableHeader): number {
  return columns.filter(({ column }) => column !== 'ignored').length;
}

function* firstRows(text: string, delimiter: string): Generator<Row> {
  let count = 0;
  for (const row of splitRows([text], delimiter)) {
    count += 1;
    if (count > ROWS_LOOKED_AT) return;
    // A heading does not begin like a comment; logs of Zeek do, and are another format.
    if (row.kind !== 'row' || row.cells[0]?.startsWith('#') === true) continue;
    if (row.cells.length > 1) yield row;
  }
}

function headerOf(row: Row, shape: TableShape, delimiter: string): TableHeader | undefined {
  const columns: HeaderColumn[] = [];
  const unknown: Omit<HeaderColumn, 'column'>[] = [];
  const seen = new Map<string, string>();
  for (const [index, cell] of row.cells.entries()) {
    const heading = cell.trim();
    const key = headingKey(heading);
    const column = shape.byHeading.get(key);
    if (column !== undefined && (column === 'ignored' || !seen.has(column))) {
      seen.set(column, key);
      columns.push({ index, column, heading });
    } else if (heading !== '') {
      unknown.push({ index, heading });
    }
  }
  const isTable = shape.isMet((column) => seen.has(column), seen.get('name') ?? '');
  if (!isTable) return undefined;
  const { kind } = shape;
  return { kind, delimiter, line: row.line, width: row.cells.length, columns, unknown };
}

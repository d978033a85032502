/** Where a column begins and ends, in characters. */
export interface Column {
  readonly at: number;
  readonly end: number;
}

/** Columns of the table `dpkg -l` prints; the architecture came with dpkg 1.16. */
export interface ListColumns {
  readonly name: Column;
  readonly version: Column;
  readonly architecture?: Column;
}

/** One row of the table. */
export interface ListRow {
  /** Desired action, state, error: `ii `, `rc `. */
  readonly codes: string;
  readonly name: string;
  readonly version: string;
  readonly architecture: string;
}

const RULE = /^\+\+\+-(=+)-(=+)-(?:(=+)-)?/;

/** The columns a rule draws: `+++-====-====-====-====`. */
export function columnsOf(line: string): ListColumns | undefined {
  const [, nameRule, versionRule, architectureRule] = RULE.exec(line) ?? [];
  if (nameRule === undefined || versionRule === undefined) return undefined;
  const name = columnAt(4, nameRule);
  const version = columnAt(name.end + 1, versionRule);
  if (architectureRule === undefined) return { name, version };
  return { name, version, architecture: columnAt(version.end + 1, architectureRule) };
}

function columnAt(at: number, rule: string): Column {
  return { at, end: at + rule.length };
}

// dpkg-query(1): u i h r p, then n c H U F W t i, then a space or R; upper case marks trouble.
const CODES = /^[a-zA-Z][a-zA-Z][ a-zA-Z] /;

/** Reads a row; undefined for a line that is none. */
export function readRow(line: string, columns: ListColumns): ListRow | undefined {
  if (!CODES.test(line)) return undefined;
  const name = cell(line, columns.name);
  if (name === '') return undefined;
  return {
    codes: line.slice(0, 3),
    name,
    version: cell(line, columns.version),
    architecture: columns.architecture === undefined ? '' : cell(line, columns.architecture),
  };
}

function cell(line: string, { at, end }: Column): string {
  return line.slice(at, end).trim();
}

/** Whether a value fills its column, so that it may have been cut. */
export function fills(value: string, { at, end }: Column): boolean {
  return value.length === end - at;
}

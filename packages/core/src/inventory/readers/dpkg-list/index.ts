import { LIMITS } from '../../../limits.ts';
import type { Presence } from '../../../model/index.ts';
import {
  isProblem,
  lostProblem,
  noteProblem,
  readLines,
  type ReadProblem,
} from '../../input/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { RecordMaker } from '../field/index.ts';
import { columnsOf, fills, readRow, type Column, type ListColumns, type ListRow } from './table.ts';

/** What `dpkg -l` prints. */
export const dpkgList: Reader = {
  format: 'dpkg-list',
  title: 'output of dpkg -l',
  recognize,
  read,
};

const RULE_LINE = /^\+\+\+-=+-=+-/m;

function recognize(head: FileHead): number {
  return !head.isBinary && RULE_LINE.test(head.text) ? 1 : 0;
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const maker = new RecordMaker(context);
  const cuts = new CutNames();
  let columns: ListColumns | undefined;
  let absent = 0;
  for (const item of readLines(source)) {
    if (isProblem(item)) {
      yield item;
      continue;
    }
    const { text, number } = item;
    const rule = columnsOf(text);
    if (rule !== undefined) {
      columns = rule;
      cuts.begin(rule);
      continue;
    }
    // Before the rule stands the heading.
    if (columns === undefined || text.trim() === '') continue;
    const row = readRow(text, columns);
    if (row === undefined) {
      yield lostProblem('row-shape', `line ${number} is no row of the table`, `line:${number}`);
      continue;
    }
    cuts.add(row, number);
    const presence = presenceOf(row);
    if (presence === 'absent') absent += 1;
    else yield recordOf(row, { number, presence, maker });
  }
  if (absent > 0) {
    const message = `${absent} packages are known to dpkg and not installed`;
    yield noteProblem('table-not-mapped', message);
  }
  yield* cuts.problems();
  yield* maker.cutProblems();
}

/** The second letter is the state: `n` is not installed, `c` is what a removal leaves behind. */
function presenceOf(row: ListRow): Presence | 'absent' {
  switch (row.codes.charAt(1)) {
    case 'n':
      return 'absent';
    case 'c':
      return 'remnant';
    default:
      return 'installed';
  }
}

interface RowPlace {
  readonly number: number;
  readonly presence: Presence;
  readonly maker: RecordMaker;
}

function recordOf(row: ListRow, { number, presence, maker }: RowPlace): ReadItem {
  // Of packages for several architectures the name goes on with a colon.
  const name = row.name.split(':', 1)[0] ?? row.name;
  maker.add('package_name', name, ':Name');
  const version = row.version === '' ? undefined : row.version;
  return maker.component({ pointer: `line:${number}`, name, version, presence, supporting: false });
}

/** dpkg-query, `list_format_init`: widths of an output that is no terminal, before any row. */
const WIDTHS_MIN = { name: 14, version: 12, architecture: 12 } as const;

/**
 * Names that may have been cut. Printed to a file, the columns are as wide as the longest entry
 * and nothing is cut; printed to a terminal they are as wide as it allows. Only a table whose
 * columns fit their longest entries can be the former.
 */
class CutNames {
  #columns: ListColumns | undefined;
  readonly #lines: number[] = [];
  #names = 0;
  #versions = 0;
  readonly #longest: Record<keyof ListColumns, number> = { ...WIDTHS_MIN };

  begin(columns: ListColumns): void {
    this.#columns = columns;
  }

  add(row: ListRow, number: number): void {
    const columns = this.#columns;
    if (columns === undefined) return;
    for (const key of ['name', 'version', 'architecture'] as const) {
      this.#longest[key] = Math.max(this.#longest[key], row[key].length);
    }
    if (fills(row.version, columns.version)) this.#versions += 1;
    if (!fills(row.name, columns.name)) return;
    this.#names += 1;
    if (this.#lines.length < LIMITS.problemsMax) this.#lines.push(number);
  }

  *problems(): Generator<ReadProblem> {
    const columns = this.#columns;
    if (columns === undefined || this.#isFitted(columns)) return;
    for (const number of this.#lines) {
      const message =
        `the name on line ${number} fills its column and may be cut; ` +
        `run \`COLUMNS=500 dpkg -l\` or give /var/lib/dpkg/status`;
      yield lostProblem('name-cut', message, `line:${number}`);
    }
    const more = this.#names - this.#lines.length;
    if (more > 0) yield lostProblem('name-cut', `${more} more names fill their column`);
    if (this.#versions === 0) return;
    yield noteProblem('name-cut', `${this.#versions} versions fill their column and may be cut`);
  }

  /** A width of 14 is what the name has on a terminal of 80 columns. */
  #isFitted(columns: ListColumns): boolean {
    const { name, version, architecture } = columns;
    if (name.end - name.at <= WIDTHS_MIN.name) return false;
    return (
      fits(name, this.#longest.name) &&
      fits(version, this.#longest.version) &&
      (architecture === undefined || fits(architecture, this.#longest.architecture))
    );
  }
}

function fits({ at, end }: Column, longest: number): boolean {
  return end - at === longest;
}

import { isProblem, lostProblem, noteProblem, readWholeLines } from '../../input/index.ts';
import type { ReadProblem } from '../../input/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { RecordMaker } from '../field/index.ts';
import { cellsOf, columnsOfHeading, isCutValue, type CellColumn } from '../text/index.ts';

/** What `winget list` prints. */
export const wingetList: Reader = {
  format: 'winget-list',
  title: 'output of winget list',
  recognize,
  read,
};

// The heading, translated but for `Id`, above a rule as wide as the table.
const HEADING = /^\S+\s+id\.?\s+\S+(?:\s+\S+){0,2}\s*$/i;
const RULE = /^-{20,}\s*$/;

function recognize(head: FileHead): number {
  if (head.isBinary) return 0;
  const lines = head.text.split(/\n/, 60).map(printed);
  const isTable = lines.some(
    (line, index) => HEADING.test(line) && RULE.test(lines[index + 1] ?? ''),
  );
  return isTable ? 0.95 : 0;
}

/** What is left to see of a line over which a progress bar has run. */
function printed(line: string): string {
  return line.trimEnd().split('\r').at(-1) ?? '';
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const maker = new RecordMaker(context);
  let columns: readonly CellColumn[] | undefined;
  let heading = '';
  let cutNames = 0;
  for (const item of readWholeLines(source)) {
    if (isProblem(item)) {
      yield item;
      continue;
    }
    const { number } = item;
    const line = printed(item.text);
    if (columns === undefined) {
      if (RULE.test(line) && HEADING.test(heading)) columns = columnsOfHeading(heading);
      heading = line;
      continue;
    }
    if (line.trim() === '') continue;
    const [name = '', id = '', version = ''] = cellsOf(line, columns);
    const problem = rowProblem({ name, id, number });
    if (problem !== undefined) yield problem;
    if (isCutValue(name)) cutNames += 1;
    if (name !== '' && id !== '') yield recordOf({ name, id, version, number }, maker);
  }
  if (cutNames > 0) {
    yield noteProblem('name-cut', `${cutNames} names were cut to the width of their column`);
  }
  yield* maker.cutProblems();
}

interface RowCheck {
  readonly name: string;
  readonly id: string;
  readonly number: number;
}

function rowProblem({ name, id, number }: RowCheck): ReadProblem | undefined {
  const pointer = `line:${number}`;
  if (name === '' || id === '') {
    return lostProblem('row-shape', `line ${number} is no row of the table`, pointer);
  }
  if (!isCutValue(id)) return undefined;
  const message =
    `the id on line ${number} was cut to the width of its column; ` +
    'run `winget export` or widen the window';
  return lostProblem('name-cut', message, pointer);
}

// `ARP\Machine\X64\{GUID}`: a program that registered itself for removal.
const REGISTERED = /^ARP\\[^\\]+\\[^\\]+\\(.+)$/i;
const WINGET_ID = /^[^\s\\.]+(?:\.[^\s\\.]+)+$/;

interface ListedProgram {
  readonly name: string;
  readonly id: string;
  readonly version: string;
  readonly number: number;
}

function recordOf({ name, id, version, number }: ListedProgram, maker: RecordMaker): ReadItem {
  maker.add('name', isCutValue(name) ? name.replace(/(?:…|\.{3})$/, '') : name, ':Name');
  if (!isCutValue(id)) {
    const code = REGISTERED.exec(id)?.[1];
    maker.add('product_code', code, ':Id');
    if (code === undefined && WINGET_ID.test(id)) maker.add('winget_id', id, ':Id');
  }
  return maker.component({
    pointer: `line:${number}`,
    name,
    version: version === '' || isCutValue(version) ? undefined : version,
    presence: 'installed',
    supporting: false,
  });
}

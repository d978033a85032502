import type { FileHead, Row } from '@interdict/core';
import { APP_LIMITS } from '../../limits.ts';
import { addAddress, addCountry, EntryMaker } from '../field/index.ts';
import type { ListFile, ListFormat, ListItem, ListParts } from '../list-source.ts';
import { lost, type ListProblem } from '../problems.ts';
import { readRows, rowProblem } from '../table/index.ts';
import { addPersonName, addPrograms, nameProperty, schemaOf } from './entry.ts';
import { addRemark, REMARK_LENGTH } from './remark.ts';

/** What OFAC writes for a value there is none of. */
const NULL = /^-0-\s*$/;

/** Columns of each part, as dat_spec.txt describes them; the files have no header. */
const COLUMNS: Readonly<Record<string, number>> = { main: 12, address: 6, alias: 5, comment: 2 };

/** A row of one part, with its place. */
interface PartRow {
  readonly cells: readonly string[];
  readonly field: string;
  readonly pointer: string;
}

/** The CSV files of OFAC: entries, addresses, aliases and the rest of long remarks. */
export const ofacCsv: ListFormat = {
  format: 'ofac-csv',
  title: 'OFAC CSV: SDN or CONS_PRIM, ADD, ALT and COMMENTS',
  parts: [
    { name: 'main', isRequired: true },
    { name: 'address', isRequired: true },
    { name: 'alias', isRequired: true },
    { name: 'comment', isRequired: false },
  ],
  recognize: partOf,
  *read(parts, list) {
    const held = new HeldRows(parts);
    yield* held.problems();
    yield* readMain(parts, list, held);
    yield* held.orphans();
  },
};

/** Type of an entry, or of an alias; both stand in the third column. */
const TYPES = /^(?:individual|vessel|aircraft|-0-)\s*$/i;
const ALIAS_TYPES = /^(?:aka|fka|nka)$/i;

function partOf({ text }: FileHead): string | undefined {
  for (const line of text.split('\n', 2)) {
    const cells = line.replace(/\r$/, '').match(/"(?:[^"]|"")*"|[^,]+/g) ?? [];
    const [number = '', second = '', third = ''] = cells.map((cell) => cell.replaceAll('"', ''));
    // A header of somebody's own may stand before the first row.
    if (!/^\d{1,7}$/.test(number)) continue;
    if (cells.length === COLUMNS['main'] && TYPES.test(third)) return 'main';
    if (cells.length === COLUMNS['alias'] && ALIAS_TYPES.test(third)) return 'alias';
    if (cells.length === COLUMNS['address'] && /^\d+$/.test(second)) return 'address';
    if (cells.length === COLUMNS['comment'] && !/^\d+$/.test(second)) return 'comment';
  }
  return undefined;
}

function* rowsOf(file: ListFile, part: string): Generator<Row | ListProblem> {
  const wanted = COLUMNS[part] ?? 0;
  for (const row of readRows(file)) {
    const isHeader = row.kind === 'row' && row.line === 1 && /^ent_num$/i.test(row.cells[0] ?? '');
    if (isHeader) continue;
    if (row.kind === 'row' && row.cells.length !== wanted) {
      yield rowProblem(file, row.line, row.cells.length, wanted);
    } else if (row.kind === 'row' && !/^\d+$/.test(row.cells[0]?.trim() ?? '')) {
      const message = `\`${row.cells[0] ?? ''}\` is no number of an entry`;
      yield lost('list-row', message, { file: file.name, pointer: `line:${row.line}` });
    } else {
      yield row;
    }
  }
}

/** Rows of the smaller parts by entry, until the entry comes. */
class HeldRows {
  readonly #byEntry = new Map<string, PartRow[]>();
  readonly #parts: ListParts;
  readonly hasComments: boolean;
  #count = 0;

  constructor(parts: ListParts) {
    this.#parts = parts;
    this.hasComments = parts.has('comment');
  }

  *problems(): Generator<ListProblem> {
    for (const part of ['address', 'alias', 'comment']) {
      const file = this.#parts.get(part);
      if (file === undefined) continue;
      for (const row of rowsOf(file, part)) {
        if (row.kind === 'problem') yield row;
        else if (this.#count < APP_LIMITS.listRowsHeldMax) this.#hold(row, part, file);
        else {
          yield lost('list-limit', `more than ${APP_LIMITS.listRowsHeldMax} rows are held`);
          return;
        }
      }
    }
  }

  #hold(row: Row, part: string, file: ListFile): void {
    this.#count += 1;
    const number = row.cells[0]?.trim() ?? '';
    const pointer = `${file.name}#line:${row.line}`;
    const held = { cells: row.cells, field: part, pointer };
    const rows = this.#byEntry.get(number);
    if (rows === undefined) this.#byEntry.set(number, [held]);
    else rows.push(held);
  }

  take(number: string): readonly PartRow[] {
    const rows = this.#byEntry.get(number) ?? [];
    this.#byEntry.delete(number);
    return rows;
  }

  *orphans(): Generator<ListProblem> {
    for (const [number, rows] of this.#byEntry) {
      const message =
        `entry ${number} is not in the main part, but ${rows.length} rows are about it: ` +
        'the parts are of different days; get all of them again';
      yield lost('list-orphan', message, { pointer: rows[0]?.pointer ?? '' });
    }
  }
}

function* readMain(parts: ListParts, list: string, held: HeldRows): Generator<ListItem> {
  const file = parts.get('main');
  if (file === undefined) return;
  for (const row of rowsOf(file, 'main')) {
    if (row.kind === 'problem') {
      yield row;
      continue;
    }
    const pointer = `line:${row.line}`;
    const maker = mainEntry(list, row.cells, pointer);
    const rest = addParts(maker, held.take(maker.key));
    const remark = valueOf(row.cells[11]);
    if (remark.length >= REMARK_LENGTH && rest === '' && !held.hasComments) {
      const message = `the remark of entry ${maker.key} goes on in the comments, which are missing`;
      yield lost('list-part-missing', message, { file: file.name, pointer });
    }
    const isPerson = maker.schema === 'Person';
    addRemark(maker, remark + rest, { field: 'Remarks', pointer, isPerson });
    const entry = maker.finish();
    if (entry !== undefined) yield { kind: 'entry', entry };
    else yield lost('list-no-name', 'the entry has no name', { file: file.name, pointer });
  }
}

/** The value of a cell as it stands, or empty for none. */
function valueOf(cell: string | undefined): string {
  return cell === undefined || NULL.test(cell) ? '' : cell;
}

function mainEntry(list: string, row: readonly string[], pointer: string): EntryMaker {
  const [number = '', name, type, programs, title, callSign, vesselType, ...more] =
    row.map(valueOf);
  const [tonnage, grossTonnage, flag = '', owner] = more;
  const maker = new EntryMaker(list, number.trim(), schemaOf(type ?? ''));
  const place = (field: string): { field: string; pointer: string } => ({ field, pointer });
  if (maker.schema === 'Person') addPersonName(maker, 'name', name ?? '', place('SDN_Name'));
  else maker.add('name', name, place('SDN_Name'));
  addPrograms(maker, programs ?? '');
  maker.add(maker.schema === 'Person' ? 'position' : 'notes', title, place('Title'));
  maker.add('callSign', callSign, place('Call_Sign'));
  maker.add('type', vesselType, place('Vess_type'));
  maker.add('tonnage', tonnage, place('Tonnage'));
  maker.add('grossRegisteredTonnage', grossTonnage, place('GRT'));
  addCountry(maker, 'flag', flag, place('Vess_flag'));
  maker.add('owner', owner, place('Vess_owner'));
  return maker;
}

/** Adds the rows of the other parts and gives the rest of the remark. */
function addParts(maker: EntryMaker, rows: readonly PartRow[]): string {
  let rest = '';
  for (const { cells, field, pointer } of rows) {
    const values = cells.map(valueOf);
    switch (field) {
      case 'address':
        addAddressRow(maker, values, pointer);
        break;
      case 'alias':
        addAliasRow(maker, values, pointer);
        break;
      default:
        rest += values[1] ?? '';
    }
  }
  return rest;
}

function addAddressRow(maker: EntryMaker, row: readonly string[], pointer: string): void {
  const [, , street, city, country = '', remarks] = row;
  const parts = [street, city];
  addAddress(maker, { parts, country }, { field: 'ADD', pointer, detail: remarks || undefined });
}

function addAliasRow(maker: EntryMaker, row: readonly string[], pointer: string): void {
  const [, , kind = '', name = '', remarks] = row;
  const property = nameProperty(kind, false);
  const place = { field: 'ALT', pointer, detail: remarks || undefined };
  if (maker.schema === 'Person') addPersonName(maker, property, name, place);
  else maker.add(property, name, place);
}

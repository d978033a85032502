import { isProblem, lostProblem, type ReadProblem } from '../../input/index.ts';
import { isJsonObject, readJsonValues, type JsonObject } from '../../input/json/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { RecordMaker } from '../field/index.ts';
import { foldColumn, rowRecord, sourceRow, type SourceTable } from '../rows/index.ts';
import { EXPORT_TABLES, HOST_KEYS, OBJECT_LISTS, TEXT_LISTS, type ExportTable } from './tables.ts';

/**
 * What consoles of device management and endpoint security give out as JSON: Fleet, Intune,
 * Defender, SentinelOne, Jamf, Snipe-IT. The answers of their interfaces nest differently and
 * change with versions, so a document is walked, and an object is a row by the keys it has.
 */
export const hostExport: Reader = {
  format: 'host-export',
  title: 'export of a device management or endpoint security console',
  recognize,
  read,
};

const KEY = /"([A-Za-z_][\w ]*)"\s*:/g;

function recognize({ text, isBinary }: FileHead): number {
  if (isBinary || !/^\s*[[{]/.test(text)) return 0;
  const keys = new Set(Array.from(text.matchAll(KEY), ([, key = '']) => foldColumn(key)));
  const isComputer = keys.has('udid') && keys.has('general');
  return isComputer || EXPORT_TABLES.some((one) => hasMarks(one, keys)) ? 0.55 : 0;
}

function hasMarks({ marks }: ExportTable, keys: { has(key: string): boolean }): boolean {
  return marks.every((mark) => mark.split('|').some((one) => keys.has(one)));
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const walk = new ExportWalk(context);
  for (const item of readJsonValues(source)) {
    if (isProblem(item)) yield item;
    else yield* walk.value(item.value, { pointer: item.pointer, host: undefined, key: '' });
  }
  yield* walk.problems();
}

/** Where in a document a value stands. */
interface Place {
  readonly pointer: string;
  /** Host of the objects around it. */
  readonly host: string | undefined;
  /** Folded key of the member it is, or of the list it is in. */
  readonly key: string;
}

/** The members of an object by their folded keys; of a nested one as `manufacturer.name`. */
type Members = ReadonlyMap<string, unknown>;

class ExportWalk {
  readonly #maker: RecordMaker;
  #rows = 0;
  #nameless = 0;
  #firstNameless = '';

  constructor(context: ReadContext) {
    this.#maker = new RecordMaker(context);
  }

  *value(value: unknown, place: Place): Generator<ReadItem> {
    if (Array.isArray(value)) {
      for (const [index, one] of value.entries()) {
        yield* this.value(one, { ...place, pointer: `${place.pointer}/${index}` });
      }
    } else if (isJsonObject(value)) {
      yield* this.#object(value, place);
    } else if (typeof value === 'string') {
      const list = TEXT_LISTS.get(place.key);
      if (list === undefined) return;
      const { pointer, host } = place;
      const row = { [list.column]: value };
      const places = new Map([[list.column, '']]);
      yield* this.#made(rowRecord(row, list.use, { pointer, host, places }, this.#maker));
    }
  }

  *#object(object: JsonObject, place: Place): Generator<ReadItem> {
    const members = membersOf(object);
    const host = hostOf(members) ?? place.host;
    const table = tableOf(members) ?? OBJECT_LISTS.get(place.key);
    if (table !== undefined) yield* this.#row(table, object, { ...place, host });
    for (const [name, value] of Object.entries(object)) {
      if (typeof value !== 'object' || value === null) continue;
      const pointer = `${place.pointer}/${escapePart(name)}`;
      yield* this.value(value, { pointer, host, key: foldColumn(name) });
    }
  }

  *#row(table: SourceTable, object: JsonObject, { pointer, host }: Place): Generator<ReadItem> {
    const { row, places } = sourceRow(table, cellsOf(object), placeOf);
    const record = rowRecord(row, table.use, { pointer, host, places }, this.#maker);
    if (record === undefined) {
      if (this.#nameless === 0) this.#firstNameless = pointer;
      this.#nameless += 1;
    }
    yield* this.#made(record);
  }

  *#made(record: ReadItem | undefined): Generator<ReadItem> {
    if (record === undefined) return;
    this.#rows += 1;
    yield record;
  }

  *problems(): Generator<ReadProblem> {
    if (this.#nameless > 0) {
      const message = `${this.#nameless} entries name no software`;
      yield lostProblem('row-shape', message, this.#firstNameless);
    }
    if (this.#rows === 0) {
      const message = 'the export lists no software: export it with applications';
      yield lostProblem('table-not-mapped', message);
    }
    yield* this.#maker.cutProblems();
  }
}

function* cellsOf(object: JsonObject): Generator<readonly [string, unknown]> {
  for (const [name, value] of Object.entries(object)) {
    if (!isJsonObject(value)) yield [name, value];
    else for (const [inner, one] of Object.entries(value)) yield [`${name}.${inner}`, one];
  }
}

function membersOf(object: JsonObject): Members {
  const members = new Map<string, unknown>();
  for (const [name, value] of cellsOf(object)) members.set(foldColumn(name), value);
  for (const name of Object.keys(object)) {
    const key = foldColumn(name);
    if (!members.has(key)) members.set(key, object[name]);
  }
  return members;
}

function hostOf(members: Members): string | undefined {
  for (const key of HOST_KEYS) {
    const value = members.get(key);
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  return undefined;
}

function tableOf(members: Members): SourceTable | undefined {
  const found = EXPORT_TABLES.find((one) => hasMarks(one, members));
  const source = members.get('source');
  const bySource = typeof source === 'string' ? found?.bySource?.get(source) : undefined;
  return bySource ?? found?.table;
}

/** A column of a nested object stands below it. */
function placeOf(name: string): string {
  return `/${name.split('.').map(escapePart).join('/')}`;
}

/** RFC 6901 3: `~` and `/` in a key. */
function escapePart(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

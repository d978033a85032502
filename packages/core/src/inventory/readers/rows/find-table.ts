import { assert } from '../../../model/index.ts';
import type { HostRow } from './cell.ts';
import { TABLES } from './host-tables.ts';
import type { TableUse } from './table-use.ts';

/**
 * The table behind a query: by its name, else by the columns of a row.
 *
 * Names come as `programs`, `pack_<pack>_programs` or `pack/<pack>/programs`, and packs have
 * underscores in their names too, so a table is looked for at the end. A query can be named
 * after a table and select something else: the row must have a column that is used.
 */
export function findTable(query: string | undefined, row: HostRow): TableUse | undefined {
  const named = query === undefined ? undefined : tableNamed(query.toLowerCase());
  if (named !== undefined && named.uses.some(({ column }) => Object.hasOwn(row, column))) {
    return named;
  }
  return tableWithMarks(row);
}

function tableNamed(query: string): TableUse | undefined {
  let found: TableUse | undefined;
  for (const one of TABLES) {
    if (!query.endsWith(one.table)) continue;
    const before = query.charAt(query.length - one.table.length - 1);
    if (/[a-z0-9]/.test(before)) continue;
    if (found === undefined || one.table.length > found.table.length) found = one;
  }
  return found;
}

/** The table of which the row has the most telling columns. */
function tableWithMarks(row: HostRow): TableUse | undefined {
  let found: TableUse | undefined;
  let most = 0;
  for (const one of TABLES) {
    for (const mark of one.marks) {
      if (mark.length > most && mark.every((column) => Object.hasOwn(row, column))) {
        found = one;
        most = mark.length;
      }
    }
  }
  return found;
}

/** A table of osquery by its name. */
export function hostTable(name: string): TableUse {
  const found = TABLES.find(({ table }) => table === name);
  assert(found !== undefined, `there is no table ${name}`);
  return found;
}

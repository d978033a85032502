import { splitRows, type FileHead } from '@interdict/core';
import { addCountry, EntryMaker, squeeze } from '../field/index.ts';
import { SINGLE_PART, type ListFormat, type ListItem } from '../list-source.ts';
import { lost } from '../problems.ts';
import { schemaOf } from '../own/index.ts';
import { readTable, type TableRow } from '../table/index.ts';

const REQUIRED = ['id', 'schema', 'name', 'aliases', 'birth_date', 'countries', 'identifiers'];

/** `targets.simple.csv`; a cell with several values is a row of its own with semicolons. */
export const targetsCsv: ListFormat = {
  format: 'opensanctions-simple',
  title: 'OpenSanctions targets.simple.csv',
  parts: SINGLE_PART,
  recognize: ({ text }: FileHead) =>
    /^"?id"?,"?schema"?,"?name"?,"?aliases"?,"?birth_date"?,/.test(text) ? 'list' : undefined,
  *read(parts, list) {
    const file = parts.get('list');
    if (file === undefined) return;
    for (const row of readTable(file, { required: REQUIRED })) {
      if (row.kind === 'problem') yield row;
      else yield readTarget(row, list, file.name);
    }
  },
};

const LISTS: readonly (readonly [column: string, property: string])[] = [
  ['aliases', 'alias'],
  ['birth_date', 'birthDate'],
  ['addresses', 'address'],
  ['sanctions', 'provisions'],
  ['phones', 'phone'],
  ['emails', 'email'],
];

function readTarget({ get, line }: TableRow, list: string, file: string): ListItem {
  const pointer = `line:${line}`;
  const maker = new EntryMaker(list, get('id'), schemaOf(get('schema')));
  maker.add('name', get('name'), { field: 'name', pointer });
  for (const [field, property] of LISTS) {
    for (const value of valuesOf(get(field))) maker.add(property, value, { field, pointer });
  }
  for (const country of valuesOf(get('countries'))) {
    addCountry(maker, 'country', country, { field: 'countries', pointer });
  }
  for (const number of valuesOf(get('identifiers'))) {
    const imo = /^IMO(\d{7})$/.exec(number)?.[1];
    const place = { field: 'identifiers', pointer, original: number };
    maker.add(imo === undefined ? 'idNumber' : 'imoNumber', imo ?? number, place);
  }
  for (const program of valuesOf(get('program_ids'))) maker.addProgram(program);
  maker.addProgram(get('dataset'));
  const entry = maker.finish();
  if (entry !== undefined && get('id') !== '') return { kind: 'entry', entry };
  return lost('list-no-name', 'the row has no name or no id', { file, pointer });
}

/** The values of a cell; what is quoted wrongly in it is taken as it stands. */
function valuesOf(cell: string): readonly string[] {
  if (cell === '' || cell === '""') return [];
  const values: string[] = [];
  for (const row of splitRows([cell], ';')) {
    if (row.kind !== 'row') return [cell];
    values.push(...row.cells);
  }
  return values.map(squeeze).filter((value) => value !== '');
}

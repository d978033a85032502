import type { FileHead } from '@interdict/core';
import { addAddress, addCountry, addDate, splitNames, type EntryMaker } from '../field/index.ts';
import { SINGLE_PART, type ListFormat, type ListItem } from '../list-source.ts';
import { lost } from '../problems.ts';
import { readTable, type TableRow } from '../table/index.ts';
import { addName, keyOf, makeEntry, sourceCode } from './entry.ts';
import { addIds } from './ids.ts';

const REQUIRED = [
  '_id',
  'source',
  'entity_number',
  'type',
  'programs',
  'name',
  'addresses',
  'alt_names',
  'dates_of_birth',
  'ids',
];

/** The Consolidated Screening List as CSV or TSV, 29 columns. */
export const cslCsv: ListFormat = {
  format: 'csl-csv',
  title: 'Consolidated Screening List CSV or TSV',
  parts: SINGLE_PART,
  recognize: ({ text }: FileHead) =>
    /^_id[,\t]source[,\t]entity_number[,\t]/.test(text) ? 'list' : undefined,
  *read(parts, list) {
    const file = parts.get('list');
    if (file === undefined) return;
    const delimiter = file.head.text.startsWith('_id\t') ? '\t' : ',';
    for (const row of readTable(file, { required: REQUIRED, delimiter })) {
      if (row.kind === 'problem') yield row;
      else yield readEntry(row, list, file.name);
    }
  },
};

function readEntry(row: TableRow, list: string, file: string): ListItem {
  const { get, line } = row;
  const pointer = `line:${line}`;
  const maker = makeEntry(list, keyOf(get('_id'), get), get, pointer);
  for (const program of get('programs').split('; ')) maker.addProgram(program);
  for (const name of splitNames(get('alt_names'))) {
    addName(maker, 'alias', name, { field: 'alt_names', pointer });
  }
  addLists(maker, row, pointer);
  addIds(maker, get('ids'), pointer);
  const entry = maker.finish();
  if (entry === undefined || get('_id') === '') {
    return lost('list-no-name', 'the row has no name or no _id', { file, pointer });
  }
  return { kind: 'entry', entry, group: sourceCode(get('source')) };
}

/** The columns that hold several values. */
function addLists(maker: EntryMaker, { get }: TableRow, pointer: string): void {
  const values = (field: string): readonly string[] => get(field).split('; ');
  for (const address of values('addresses')) addLine(maker, address, pointer);
  for (const [field, property] of [
    ['citizenships', 'citizenship'],
    ['nationalities', 'nationality'],
  ] as const) {
    for (const country of values(field)) addCountry(maker, property, country, { field, pointer });
  }
  for (const date of values('dates_of_birth')) {
    addDate(maker, 'birthDate', date, { field: 'dates_of_birth', pointer });
  }
  for (const place of values('places_of_birth')) {
    maker.add('birthPlace', place, { field: 'places_of_birth', pointer });
  }
}

/** An address is one line that ends in the code of its country, or that code alone. */
function addLine(maker: EntryMaker, text: string, pointer: string): void {
  const place = { field: 'addresses', pointer };
  const [, street, country] = /^(?:(.*),\s*)?([A-Z]{2})$/.exec(text.trim()) ?? [];
  if (country === undefined) maker.add('address', text, place);
  else addAddress(maker, { parts: [street], country }, place);
}

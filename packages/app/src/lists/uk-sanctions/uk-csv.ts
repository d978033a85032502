import type { FileHead } from '@interdict/core';
import { EntryMaker, parsePartialDate } from '../field/index.ts';
import { SINGLE_PART, type ListFormat, type ListItem } from '../list-source.ts';
import { lost } from '../problems.ts';
import { readTable, type TableRow } from '../table/index.ts';
import { addUkAddress, addUkDetails, addUkName, ukNameProperty, ukSchema } from './designation.ts';

const REQUIRED = [
  'Last Updated',
  'Unique ID',
  'OFSI Group ID',
  'UN Reference Number',
  'Name 6',
  'Name 1',
  'Name type',
  'Alias strength',
  'Regime Name',
  'Designation Type',
  'Date Designated',
];

/** The UK Sanctions List as CSV: one row for each name and address, grouped by the unique id. */
export const ukCsv: ListFormat = {
  format: 'uk-sanctions-csv',
  title: 'UK Sanctions List CSV',
  parts: SINGLE_PART,
  recognize: ({ text }: FileHead) =>
    /^"?Report Date:/i.test(text) && /Unique ID"?,"?OFSI Group ID/.test(text) ? 'list' : undefined,
  *read(parts, list) {
    const file = parts.get('list');
    if (file === undefined) return;
    const makers = new Map<string, EntryMaker>();
    let report: string | undefined;
    const isPreamble = ([first = '']: readonly string[]): boolean => /^Report Date:/i.test(first);
    const onPreamble = ([first = '']: readonly string[]): void => {
      report = parsePartialDate(first.replace(/^Report Date:\s*/i, ''), 'day-first');
    };
    for (const row of readTable(file, { required: REQUIRED, isPreamble, onPreamble })) {
      if (row.kind === 'problem') yield row;
      else if (row.get('Unique ID') === '') {
        const place = { file: file.name, pointer: `line:${row.line}` };
        yield lost('list-row', 'the row has no Unique ID', place);
      } else addRow(makers, row, list);
    }
    if (report !== undefined) yield { kind: 'published', date: report };
    for (const [key, maker] of makers) yield finished(key, maker, file.name);
  },
};

function addRow(makers: Map<string, EntryMaker>, { get, line }: TableRow, list: string): void {
  const key = get('Unique ID');
  const schema = ukSchema(get('Designation Type'));
  const maker = makers.get(key) ?? new EntryMaker(list, key, schema);
  makers.set(key, maker);
  const place = { pointer: `line:${line}` };
  maker.from ??= parsePartialDate(get('Date Designated'), 'day-first');
  if (get('OFSI Group ID') !== '') maker.addReference(`uk-ofsi:${get('OFSI Group ID')}`);
  if (get('UN Reference Number') !== '') maker.addReference(`un-sc:${get('UN Reference Number')}`);
  addUkName(maker, ukNameProperty(get('Name type'), get('Alias strength')), get, place);
  maker.add('name', get('Name non-latin script'), {
    ...place,
    field: 'Name non-latin script',
    lang: get('Non-latin script language') || undefined,
    detail: get('Non-latin script type') || undefined,
  });
  addUkDetails(maker, get, place);
  addUkAddress(maker, get, place);
}

export function finished(key: string, maker: EntryMaker, file: string): ListItem {
  const entry = maker.finish();
  if (entry !== undefined) return { kind: 'entry', entry };
  return lost('list-no-name', `designation ${key} has no name`, { file });
}

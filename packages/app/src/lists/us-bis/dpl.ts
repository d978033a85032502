import type { FileHead } from '@interdict/core';
import { addAddress, addDate, EntryMaker, lastDayTo, parsePartialDate } from '../field/index.ts';
import { SINGLE_PART, type ListFormat, type ListItem } from '../list-source.ts';
import { lost } from '../problems.ts';
import { readTable, type TableRow } from '../table/index.ts';

const REQUIRED = [
  'Name',
  'Street_Address',
  'City',
  'State',
  'Country',
  'Postal_Code',
  'Effective_Date',
  'Expiration_Date',
  'Standard_Order',
  'FR_Citation',
];

/** The Denied Persons List: one row for each person and address. Rows have no number. */
export const dplTsv: ListFormat = {
  format: 'bis-dpl-tsv',
  title: 'BIS Denied Persons List TSV',
  parts: SINGLE_PART,
  recognize: ({ text }: FileHead) =>
    /^"?Name"?\t"?Street_Address"?\t/.test(text) && text.includes('Standard_Order')
      ? 'list'
      : undefined,
  *read(parts, list) {
    const file = parts.get('list');
    if (file === undefined) return;
    for (const row of readTable(file, { required: REQUIRED, delimiter: '\t' })) {
      if (row.kind === 'problem') yield row;
      else yield readRow(row, list, file.name);
    }
  },
};

function readRow({ get, line }: TableRow, list: string, file: string): ListItem {
  const pointer = `line:${line}`;
  const place = (field: string): { field: string; pointer: string } => ({ field, pointer });
  const effective = parsePartialDate(get('Effective_Date'), 'month-first');
  // The list does not say whether a row is a person or a company.
  const maker = new EntryMaker(list, `${get('Name')}@${effective ?? 'undated'}`, 'LegalEntity');
  maker.addProgram('DPL');
  maker.from = effective;
  maker.to = lastDayTo(parsePartialDate(get('Expiration_Date'), 'month-first'));
  maker.add('name', get('Name'), place('Name'));
  const parts = ['Street_Address', 'City', 'State', 'Postal_Code'].map(get);
  addAddress(maker, { parts, country: get('Country') }, place('Street_Address'));
  const order = 'month-first';
  addDate(maker, 'startDate', get('Effective_Date'), { ...place('Effective_Date'), order });
  addDate(maker, 'endDate', get('Expiration_Date'), { ...place('Expiration_Date'), order });
  addDate(maker, 'modifiedAt', get('Last_Update'), place('Last_Update'));
  const detail = 'standard order';
  maker.add('provisions', get('Standard_Order'), { ...place('Standard_Order'), detail });
  maker.add('notes', get('Action'), place('Action'));
  maker.add('recordId', get('FR_Citation'), place('FR_Citation'));
  const entry = maker.finish();
  if (entry !== undefined) return { kind: 'entry', entry };
  return lost('list-no-name', 'the row has no name', { file, pointer });
}

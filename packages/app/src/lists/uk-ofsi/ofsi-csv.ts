import type { FileHead } from '@interdict/core';
import {
  addAddress,
  addCountry,
  addDate,
  addDocument,
  EntryMaker,
  parsePartialDate,
  splitNumbered,
} from '../field/index.ts';
import { SINGLE_PART, type ListFormat } from '../list-source.ts';
import { lost } from '../problems.ts';
import { readTable, type TableRow } from '../table/index.ts';
import { addUkName, finished, ukSchema, type UkFields } from '../uk-sanctions/index.ts';

const REQUIRED = [
  'Name 6',
  'Name 1',
  'Group Type',
  'Alias Type',
  'Regime',
  'Listed On',
  'Group ID',
];

/**
 * The list OFSI published until January 2026: 29 columns until 2022, then 36. The numbers of the
 * Security Council in its remarks are at times wrong, so they are kept as remarks and never taken
 * for references.
 */
export const ofsiCsv: ListFormat = {
  format: 'uk-ofsi-csv',
  title: 'OFSI ConList CSV, of 2020 and of 2022',
  parts: SINGLE_PART,
  recognize: ({ text }: FileHead) =>
    /^"?Last Updated"?,/.test(text) && /Group ID/.test(text) && /Name 6/.test(text)
      ? 'list'
      : undefined,
  *read(parts, list) {
    const file = parts.get('list');
    if (file === undefined) return;
    const makers = new Map<string, EntryMaker>();
    let updated: string | undefined;
    const isPreamble = ([first = '', second = '']: readonly string[]): boolean =>
      first === 'Last Updated' && /^\d/.test(second);
    const onPreamble = ([, second = '']: readonly string[]): void => {
      updated = parsePartialDate(second, 'day-first');
    };
    const options = { required: REQUIRED, isPreamble, onPreamble, isOldEncoding: true };
    for (const row of readTable(file, options)) {
      if (row.kind === 'problem') yield row;
      else if (row.get('Group ID') === '') {
        const place = { file: file.name, pointer: `line:${row.line}` };
        yield lost('list-row', 'the row has no Group ID', place);
      } else addRow(makers, row, list);
    }
    if (updated !== undefined) yield { kind: 'published', date: updated };
    for (const [key, maker] of makers) yield finished(key, maker, file.name);
  },
};

/** The first of several columns that has something: the layout of 2022 renamed some. */
function oneOf(get: UkFields, ...names: readonly string[]): string {
  return names.map(get).find((text) => text !== '') ?? '';
}

function addRow(makers: Map<string, EntryMaker>, { get, line }: TableRow, list: string): void {
  const key = get('Group ID');
  const maker = makers.get(key) ?? new EntryMaker(list, key, ukSchema(get('Group Type')));
  makers.set(key, maker);
  const pointer = `line:${line}`;
  maker.from ??= parsePartialDate(get('Listed On'), 'day-first');
  maker.addProgram(get('Regime'));
  addUkName(maker, nameProperty(get('Alias Type'), get('Alias Quality')), get, { pointer });
  maker.add('name', get('Name Non-Latin Script'), {
    field: 'Name Non-Latin Script',
    pointer,
    lang: get('Non-Latin Script Language') || undefined,
    detail: get('Non-Latin Script Type') || undefined,
  });
  for (const [field, property] of [
    ['Title', 'title'],
    ['Position', 'position'],
    ['Town of Birth', 'birthPlace'],
    ['Other Information', 'notes'],
  ] as const) {
    for (const value of splitNumbered(get(field))) maker.add(property, value, { field, pointer });
  }
  addIdentity(maker, get, pointer);
  const parts = [1, 2, 3, 4, 5, 6].map((number) => get(`Address ${number}`));
  const address = { parts: [...parts, get('Post/Zip Code')], country: get('Country') };
  addAddress(maker, address, { field: 'Address', pointer });
}

function nameProperty(kind: string, quality: string): string {
  if (/low/i.test(quality)) return 'weakAlias';
  // `Prime Alias` is OFSI's word for the main name.
  if (/^prim/i.test(kind)) return 'name';
  return /^f/i.test(kind) ? 'previousName' : 'alias';
}

function addIdentity(maker: EntryMaker, get: UkFields, pointer: string): void {
  for (const date of splitNumbered(get('DOB'))) {
    addDate(maker, 'birthDate', date, { field: 'DOB', pointer });
  }
  for (const [field, property] of [
    ['Nationality', 'nationality'],
    ['Country of Birth', 'birthCountry'],
  ] as const) {
    for (const country of splitNumbered(get(field))) {
      addCountry(maker, property, country, { field, pointer });
    }
  }
  const passport = oneOf(get, 'Passport Number', 'Passport Details');
  const national = oneOf(get, 'National Identification Number', 'NI Number');
  for (const [type, text, more] of [
    ['Passport', passport, get('Passport Number') === '' ? '' : get('Passport Details')],
    ['National identification', national, get('National Identification Details')],
  ] as const) {
    for (const number of splitNumbered(text)) {
      addDocument(maker, { type, number, remark: more }, { field: type, pointer });
    }
  }
}

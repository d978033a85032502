import type { FileHead } from '@interdict/core';
import { addAddress, addDate, EntryMaker, lastDayTo, parsePartialDate } from '../field/index.ts';
import { SINGLE_PART, type ListFormat, type ListItem } from '../list-source.ts';
import { lost } from '../problems.ts';
import { readTable, type TableRow } from '../table/index.ts';

/** Headings of the extract without case and signs, and those of its older layouts. */
const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  classification: ['classification', 'classificationtype'],
  name: ['name', 'entityname'],
  first: ['first', 'firstname'],
  middle: ['middle', 'middlename'],
  last: ['last', 'lastname'],
  suffix: ['suffix'],
  address1: ['address1', 'addressline1'],
  address2: ['address2', 'addressline2'],
  address3: ['address3'],
  address4: ['address4'],
  city: ['city'],
  state: ['state', 'stateprovince'],
  zip: ['zipcode', 'zip', 'postalcode'],
  country: ['country', 'countrycode'],
  uei: ['uniqueentityid', 'ueisam', 'uei'],
  cage: ['cage', 'cagecode'],
  npi: ['npi'],
  program: ['exclusionprogram'],
  type: ['exclusiontype'],
  agency: ['excludingagency', 'excludingagencyname', 'excludingagencycode'],
  ctCode: ['ctcode'],
  comments: ['additionalcomments'],
  activated: ['activedate', 'activatedate', 'activationdate'],
  terminated: ['terminationdate'],
  status: ['recordstatus'],
  cross: ['crossreference'],
  number: ['samnumber'],
};

const COLUMNS: ReadonlyMap<string, string> = new Map(
  Object.entries(HEADINGS).flatMap(([column, names]) => names.map((name) => [name, column])),
);

function columnOf(heading: string): string {
  const plain = heading.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return COLUMNS.get(plain) ?? `:${heading.trim()}`;
}

/** Exclusions of SAM.gov as the public extract in CSV. */
export const samCsv: ListFormat = {
  format: 'sam-exclusions-csv',
  title: 'SAM.gov exclusions public extract CSV',
  parts: SINGLE_PART,
  recognize: ({ text }: FileHead) => {
    const [first = ''] = text.split('\n', 1);
    const isExtract = /classification/i.test(first) && /exclu(?:sion|ding)/i.test(first);
    return isExtract && first.includes(',') ? 'list' : undefined;
  },
  *read(parts, list) {
    const file = parts.get('list');
    if (file === undefined) return;
    const required = ['classification', 'name', 'type', 'activated', 'terminated'];
    for (const row of readTable(file, { required, columnKey: columnOf })) {
      if (row.kind === 'problem') yield row;
      else yield readRow(row, list, file.name);
    }
  },
};

function schemaOf(classification: string): EntryMaker['schema'] {
  switch (classification.toLowerCase()) {
    case 'individual':
      return 'Person';
    case 'firm':
      return 'Company';
    case 'vessel':
      return 'Vessel';
    default:
      return 'LegalEntity';
  }
}

const PLAIN: readonly (readonly [column: string, property: string])[] = [
  ['uei', 'uniqueEntityId'],
  ['cage', 'cageCode'],
  ['npi', 'npiCode'],
  ['type', 'provisions'],
  ['agency', 'authority'],
  ['ctCode', 'provisions'],
  ['comments', 'notes'],
  ['status', 'status'],
  ['cross', 'notes'],
  ['number', 'recordId'],
];

function readRow(row: TableRow, list: string, file: string): ListItem {
  const { get, line, columns } = row;
  const pointer = `line:${line}`;
  const schema = schemaOf(get('classification'));
  const person = ['first', 'middle', 'last', 'suffix'].map(get).filter((part) => part !== '');
  const name = get('name') || person.join(' ');
  const key = get('number') || `${name}@${get('activated') || 'undated'}`;
  const maker = new EntryMaker(list, key, schema);
  maker.add('name', name, { field: get('name') === '' ? 'First, Last' : 'Name', pointer });
  maker.add('firstName', get('first'), { field: 'First', pointer });
  maker.add('lastName', get('last'), { field: 'Last', pointer });
  maker.addProgram(get('program'));
  for (const [field, property] of PLAIN) maker.add(property, get(field), { field, pointer });
  const parts = ['address1', 'address2', 'address3', 'address4', 'city', 'state', 'zip'].map(get);
  addAddress(maker, { parts, country: get('country') }, { field: 'Address', pointer });
  addTerms(maker, row);
  for (const column of columns.filter((one) => one.startsWith(':'))) {
    maker.add('notes', get(column), { field: column.slice(1), pointer, detail: column.slice(1) });
  }
  const entry = maker.finish();
  if (entry !== undefined) return { kind: 'entry', entry };
  return lost('list-no-name', 'the row has no name', { file, pointer });
}

/** `Indefinite` stands for no end. */
function addTerms(maker: EntryMaker, { get, line }: TableRow): void {
  const place = { pointer: `line:${line}`, order: 'month-first' } as const;
  const [from, to] = [get('activated'), get('terminated')];
  addDate(maker, 'startDate', from, { ...place, field: 'Active Date' });
  const isOpen = /^indefinite$/i.test(to);
  if (!isOpen) addDate(maker, 'endDate', to, { ...place, field: 'Termination Date' });
  const start = parsePartialDate(from, 'month-first');
  if (start?.length === 10) maker.from = start;
  maker.to = lastDayTo(parsePartialDate(to, 'month-first'));
}

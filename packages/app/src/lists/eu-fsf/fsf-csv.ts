import type { FileHead } from '@interdict/core';
import type { EntryMaker } from '../field/index.ts';
import { SINGLE_PART, type ListFormat, type ListItem } from '../list-source.ts';
import { lost, type ListProblem } from '../problems.ts';
import { readRows, rowProblem } from '../table/index.ts';
import { addEuChild, type ChildName } from './child.ts';
import { addRegulation, makeEuEntity } from './entity.ts';

/** Columns of version 1.1; their names are those of the XML with the block before them. */
const COLUMNS = 118;

/** One kind of child: its columns in order, and where its regulation is published. */
interface Block {
  readonly name: ChildName;
  readonly first: number;
  readonly attributes: readonly string[];
  /** Column of the publication date of the regulation behind the block. */
  readonly published: number;
}

const BLOCKS: readonly Block[] = [
  {
    name: 'nameAlias',
    first: 16,
    attributes: [
      'lastName',
      'firstName',
      'middleName',
      'wholeName',
      'nameLanguage',
      'gender',
      'title',
      'function',
      'logicalId',
      'regulationLanguage',
      'remark',
    ],
    published: 29,
  },
  {
    name: 'address',
    first: 34,
    attributes: [
      'city',
      'street',
      'poBox',
      'zipCode',
      'region',
      'place',
      'asAtListingTime',
      'contactInfo',
      'countryIso2Code',
      'countryDescription',
      'logicalId',
      'regulationLanguage',
      'remark',
    ],
    published: 49,
  },
  {
    name: 'birthdate',
    first: 54,
    attributes: [
      'birthdate',
      'dayOfMonth',
      'monthOfYear',
      'year',
      'yearRangeFrom',
      'yearRangeTo',
      'circa',
      'calendarType',
      'zipCode',
      'region',
      'place',
      'city',
      'countryIso2Code',
      'countryDescription',
      'logicalId',
      'regulationLanguage',
      'remark',
    ],
    published: 73,
  },
  {
    name: 'identification',
    first: 78,
    attributes: [
      'number',
      'diplomatic',
      'knownExpired',
      'knownFalse',
      'reportedLost',
      'revokedByIssuer',
      'issuedBy',
      'issueDate',
      'validFrom',
      'validTo',
      'latinNumber',
      'nameOnDocument',
      'identificationTypeCode',
      'identificationTypeDescription',
      'region',
      'countryIso2Code',
      'countryDescription',
      'logicalId',
      'regulationLanguage',
      'remark',
    ],
    published: 100,
  },
  {
    name: 'citizenship',
    first: 105,
    attributes: [
      'region',
      'countryIso2Code',
      'countryDescription',
      'logicalId',
      'regulationLanguage',
      'remark',
    ],
    published: 113,
  },
];

/** The Financial Sanctions File as CSV: one row for each child, grouped by the entity. */
export const fsfCsv: ListFormat = {
  format: 'eu-fsf-csv',
  title: 'EU Financial Sanctions File CSV 1.1',
  parts: SINGLE_PART,
  recognize: ({ text }: FileHead) =>
    /^"?fileGenerationDate"?;"?Entity_LogicalId"?;/i.test(text) ? 'list' : undefined,
  *read(parts, list) {
    const file = parts.get('list');
    if (file === undefined) return;
    const makers = new Map<string, EntryMaker>();
    let isHeader = true;
    let published = '';
    for (const row of readRows(file, { delimiter: ';' })) {
      if (row.kind === 'problem') yield row;
      else if (row.cells.length !== COLUMNS) {
        yield rowProblem(file, row.line, row.cells.length, COLUMNS);
        if (isHeader) return;
      } else if (!isHeader) {
        published ||= row.cells[0]?.trim() ?? '';
        yield* addRow(makers, row.cells, { list, line: row.line, file: file.name });
      }
      isHeader = false;
    }
    if (published !== '') yield { kind: 'published', date: isoDate(published) };
    for (const [key, maker] of makers) yield finished(key, maker, file.name);
  },
};

/** The file writes its date `18/03/2022`, or as the XML does. */
function isoDate(text: string): string {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month}-${day}`;
}

interface RowPlace {
  readonly list: string;
  readonly line: number;
  readonly file: string;
}

function* addRow(
  makers: Map<string, EntryMaker>,
  cells: readonly string[],
  { list, line, file }: RowPlace,
): Generator<ListProblem> {
  const at = (index: number): string => cells[index]?.trim() ?? '';
  const pointer = `line:${line}`;
  const logicalId = at(1);
  if (logicalId === '') {
    yield lost('list-row', 'the row has no Entity_LogicalId', { file, pointer });
    return;
  }
  const maker = makers.get(logicalId) ?? entityOf(list, at, pointer);
  makers.set(logicalId, maker);
  maker.add('notes', at(6), { field: 'remark', pointer });
  if (at(13) !== '' || at(14) !== '') addRegulation(maker, regulationOf(at, pointer));
  for (const { name, first, attributes, published } of BLOCKS) {
    if (attributes.every((_, index) => at(first + index) === '')) continue;
    const get = (attribute: string): string => {
      const index = attributes.indexOf(attribute);
      return index === -1 ? '' : at(first + index);
    };
    const contacts = contactsOf(get('contactInfo'));
    addEuChild(maker, {
      name,
      get,
      pointer,
      remark: get('remark'),
      published: at(published),
      contacts,
    });
  }
}

function entityOf(list: string, at: (index: number) => string, pointer: string): EntryMaker {
  return makeEuEntity(list, {
    logicalId: at(1),
    reference: at(2),
    unitedNationId: at(3),
    designationDate: at(4),
    details: at(5),
    classification: at(8) || at(7),
    pointer,
  });
}

function regulationOf(
  at: (index: number) => string,
  pointer: string,
): Parameters<typeof addRegulation>[1] {
  return {
    published: at(11),
    inForce: at(12),
    title: at(13),
    programme: at(14),
    url: at(15),
    pointer,
  };
}

/** `PHONE[...] EMAIL[...]`, or whatever else stands there, as a note. */
function contactsOf(text: string): readonly (readonly [key: string, value: string])[] {
  if (text === '') return [];
  const found = [...text.matchAll(/([A-Z]+)\s*\[([^\]]*)\]/g)];
  return found.length === 0
    ? [['contact', text]]
    : found.map(([, key = '', value = '']) => [key, value] as const);
}

function finished(key: string, maker: EntryMaker, file: string): ListItem {
  const entry = maker.finish();
  if (entry !== undefined) return { kind: 'entry', entry };
  return lost('list-no-name', `entity ${key} has no name`, { file });
}

import { READERS, readInput, type FileHead, type PartyRecord } from '@interdict/core';
import { addCountry, addDate, EntryMaker } from '../field/index.ts';
import { SINGLE_PART, type ListFormat, type ListItem } from '../list-source.ts';
import { fromProblem, lost } from '../problems.ts';
import { schemaOf } from './schema.ts';

/** How sure a reader of inventories must be; the same text may be a list of software. */
const SURE = 0.3;

/**
 * A list of one's own in JSON or NDJSON, as `check` reads parties too. A row that is no party makes
 * the list unusable, since who keeps it means every row.
 */
export const ownJson: ListFormat = {
  format: 'own-json',
  title: 'parties as JSON or NDJSON',
  parts: SINGLE_PART,
  recognize: (head: FileHead) =>
    /^\s*[[{]/.test(head.text) && READERS.some((reader) => reader.recognize(head) >= SURE)
      ? 'list'
      : undefined,
  *read(parts, list) {
    const file = parts.get('list');
    if (file === undefined) return;
    const reading = readInput(READERS, file.source, { file: file.name });
    for (const record of reading.records()) {
      const { pointer } = record.source;
      if (record.kind === 'party') yield readParty(record, list, file.name);
      else
        yield lost('list-row', `this is a ${record.kind}, no party`, { file: file.name, pointer });
    }
    const { problems, status } = reading.coverage();
    for (const problem of problems) yield fromProblem(problem, file.name, status !== 'read');
  },
};

const COUNTRIES: ReadonlySet<string> = new Set([
  'country',
  'nationality',
  'jurisdiction',
  'citizenship',
]);

function readParty(party: PartyRecord, list: string, file: string): ListItem {
  const { pointer } = party.source;
  const maker = new EntryMaker(list, party.id, schemaOf(party.schema));
  for (const [property, values] of Object.entries(party.properties)) {
    for (const value of values) {
      const place = { field: property, pointer };
      if (COUNTRIES.has(property)) addCountry(maker, property, value, place);
      else if (property === 'birthDate') addDate(maker, property, value, place);
      else maker.add(property, value, place);
    }
  }
  const entry = maker.finish();
  if (entry !== undefined) return { kind: 'entry', entry };
  return lost('list-no-name', 'the row has no name', { file, pointer });
}

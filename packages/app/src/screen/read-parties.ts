import {
  isProblem,
  READERS,
  readInput,
  readLines,
  type FileHead,
  type InventoryRecord,
  type PartyQuery,
  type Problem,
  type ReadContext,
  type Reader,
  type ReadItem,
} from '@interdict/core';
import type { ByteSource } from '@interdict/core';

/** What became of a file of parties. */
export interface PartiesRead {
  readonly count: number;
  readonly problems: readonly Problem[];
  /** Something in the file could not be read or is no party. */
  readonly isLost: boolean;
}

/** How sure a list of names is: less than every format that can be told by its content. */
const NAMES_SURE = 0.1;
/** Surer than every reader: what begins as JSON is read as parties, and told where it is none. */
const JSON_SURE = 1;

/** A name a line. */
const NAMES: Reader = {
  format: 'names',
  title: 'names, one a line',
  recognize: (head) => (head.isBinary || startsAsJson(head) ? 0 : NAMES_SURE),
  read: readNames,
};

function startsAsJson({ text }: FileHead): boolean {
  return /^\s*[[{]/.test(text);
}

function* readNames(source: ByteSource, { file }: ReadContext): Generator<ReadItem> {
  for (const item of readLines(source)) {
    if (isProblem(item)) {
      yield item;
      continue;
    }
    const name = item.text.trim();
    if (name === '') continue;
    const pointer = `line:${String(item.number)}`;
    const record: InventoryRecord = {
      kind: 'party',
      source: { file, pointer },
      id: pointer,
      // A name alone may be that of a vessel or a person as well.
      schema: 'Thing',
      properties: { name: [name] },
    };
    yield { kind: 'record', record };
  }
}

function partyReaders(): readonly Reader[] {
  const known = READERS.flatMap((reader) => {
    if (reader.format === 'csv') return [reader];
    if (reader.format !== 'interdict-parties') return [];
    const recognize = (head: FileHead): number => (startsAsJson(head) ? JSON_SURE : 0);
    return [{ ...reader, recognize }];
  });
  return [...known, NAMES];
}

/** A party of a file as it is screened. */
function queryOf({
  id,
  schema,
  properties,
}: Extract<InventoryRecord, { kind: 'party' }>): PartyQuery {
  return { id, schema, properties };
}

/** Codes of notes that are losses here: an entity that was given and not screened. */
const LOST_HERE: ReadonlySet<string> = new Set(['party-schema']);

/**
 * Reads parties (FollowTheMoney), tables of them, or a name a line, and hands them on as they
 * come; what cannot be read is named with its place, and the rest is read all the same.
 */
export function readParties(
  source: ByteSource,
  file: string,
  onParty: (party: PartyQuery) => void,
): PartiesRead {
  const reading = readInput(partyReaders(), source, { file });
  let count = 0;
  let strangers = 0;
  for (const record of reading.records()) {
    if (record.kind !== 'party') {
      strangers += 1;
      continue;
    }
    count += 1;
    onParty(queryOf(record));
  }
  const all = [reading.coverage(), ...reading.members()];
  const problems: Problem[] = all.flatMap((one) => one.problems);
  if (strangers > 0) {
    const message = `${String(strangers)} records are no parties: use \`check\``;
    problems.push({ code: 'not-a-party', message });
  }
  const isLost =
    strangers > 0 ||
    all.some(({ status }) => status !== 'read') ||
    problems.some(({ code }) => LOST_HERE.has(code));
  return { count, problems, isLost };
}

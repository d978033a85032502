import { LIMITS } from '../../../limits.ts';
import type { PartyRecord } from '../../../model/index.ts';
import { isProblem, lostProblem, noteProblem } from '../../input/index.ts';
import {
  isJsonObject,
  objectOf,
  outlineOf,
  readJsonValues,
  textOf,
  type JsonObject,
} from '../../input/json/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';

/** Parties in the FollowTheMoney shape, one on each line; a list or a single one is read too. */
export const interdictParties: Reader = {
  format: 'interdict-parties',
  title: 'parties (FollowTheMoney)',
  recognize,
  read,
};

/** FollowTheMoney schemas of parties; the others tie parties together or describe them. */
const PARTY_SCHEMAS: ReadonlySet<string> = new Set([
  'Person',
  'Company',
  'Organization',
  'LegalEntity',
  'PublicBody',
  'Vessel',
]);

const SCHEMA_NAME = /^[A-Z][A-Za-z]+$/;

function recognize(head: FileHead): number {
  const { root, members, elementKeys } = outlineOf(head);
  const schema = members.get('schema');
  const isEntity = members.has('properties') && !elementKeys.has('properties');
  if (root === 'none' || schema === undefined || !isEntity) return 0;
  return SCHEMA_NAME.test(schema) ? 0.9 : 0;
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const others = new Map<string, number>();
  for (const item of readJsonValues(source)) {
    if (isProblem(item)) {
      yield item;
      continue;
    }
    const { value, pointer } = item;
    const schema = isJsonObject(value) ? textOf(value['schema']) : undefined;
    if (!isJsonObject(value)) {
      yield lostProblem('schema', 'a party is no JSON object', pointer);
    } else if (schema !== undefined && !PARTY_SCHEMAS.has(schema)) {
      others.set(schema, (others.get(schema) ?? 0) + 1);
    } else {
      yield* readParty(value, { schema, pointer, file: context.file });
    }
  }
  for (const [schema, count] of others) {
    const message = `${count} entities are of the schema \`${schema}\`, which is no party`;
    yield noteProblem('party-schema', message);
  }
}

interface PartyPlace {
  readonly schema: string | undefined;
  readonly pointer: string;
  readonly file: string;
}

function* readParty(value: JsonObject, { schema, pointer, file }: PartyPlace): Generator<ReadItem> {
  const { properties, unreadable, isCut } = readProperties(objectOf(value['properties']));
  const caption = textOf(value['caption']);
  if (!properties.has('name') && caption !== undefined) properties.set('name', [caption]);
  for (const name of unreadable) {
    const message = `the property \`${name}\` holds something that is no text`;
    yield lostProblem('schema', message, `${pointer}/properties`);
  }
  if (isCut) {
    const message = `a value is longer than ${LIMITS.textLengthMax} characters and was cut`;
    yield lostProblem('text-limit', message, `${pointer}/properties`);
  }
  if (!properties.has('name')) {
    yield lostProblem('schema', 'a party has no name', `${pointer}/properties/name`);
    return;
  }
  const record: PartyRecord = {
    kind: 'party',
    source: { file, pointer },
    id: textOf(value['id']) ?? `${file}#${pointer}`,
    schema: schema ?? 'LegalEntity',
    properties: Object.fromEntries(properties),
  };
  yield { kind: 'record', record };
}

interface PropertiesRead {
  readonly properties: Map<string, string[]>;
  readonly unreadable: readonly string[];
  readonly isCut: boolean;
}

/** Values are lists of texts; a text alone counts as a list of one, a number as its digits. */
function readProperties(value: JsonObject | undefined): PropertiesRead {
  const properties = new Map<string, string[]>();
  const unreadable: string[] = [];
  let isCut = false;
  for (const [name, raw] of Object.entries(value ?? {})) {
    const texts: string[] = [];
    for (const one of Array.isArray(raw) ? raw : [raw]) {
      const text = typeof one === 'number' ? String(one) : one;
      if (typeof text !== 'string') unreadable.push(name);
      else if (text.trim() !== '') texts.push(text.slice(0, LIMITS.textLengthMax));
      isCut ||= typeof text === 'string' && text.length > LIMITS.textLengthMax;
    }
    if (texts.length > 0) properties.set(name, texts);
  }
  return { properties, unreadable, isCut };
}

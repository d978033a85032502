import type { ListEntry, ListStatement, ListVersion } from '../../model/index.ts';
import {
  COUNTRY_PROPERTIES,
  type CountryTable,
  buildCountries,
  readCountry,
} from '../fact/country.ts';
import { dayCount, readDay } from '../fact/date.ts';
import { readGender } from '../fact/gender.ts';
import { identifierHash, readIdentifier } from '../fact/identifier.ts';
import { NORMALIZER_VERSION, normalizeName } from '../normalize/normalize-name.ts';
import { FACTS, type FactKind, MODES, ROLES, SCHEMAS, codeOf, modeOf } from '../snapshot/codes.ts';
import type { Snapshot } from '../snapshot/open-snapshot.ts';
import { EVER_FROM, EVER_TO, type Tables } from '../snapshot/tables.ts';
import { type SnapshotMeta, writeSnapshot } from '../snapshot/write-snapshot.ts';
import { type Vocabulary, createVocabulary } from '../vocabulary.ts';
import { type Growing, groupByKey, growingI32, growingU32 } from './growing.ts';
import { buildNameTables, countNames, orderByWeight } from './name-tables.ts';
import { NameCollector } from './names.ts';
import { halfKeys, writtenLetters } from './slips.ts';
import { StringPool } from './strings.ts';
import { buildTokenTables, groupHashes } from './token-tables.ts';

/** What the builder has seen so far, entry by entry. */
interface Draft {
  readonly vocabulary: Vocabulary;
  readonly countries: CountryTable;
  readonly strings: StringPool;
  readonly names: NameCollector;
  readonly lists: string[];
  readonly row: Columns<'name' | 'entity' | 'statement' | 'role', 'from' | 'to'>;
  readonly entity: Columns<'id' | 'caption' | 'schema' | 'list' | 'more', 'from' | 'to'>;
  readonly fact: Columns<'entity' | 'kind' | 'statement', 'value'>;
  readonly identifier: Columns<'hash' | 'entity' | 'statement', never>;
  readonly statement: Columns<
    'property' | 'value' | 'original' | 'field' | 'pointer' | 'lang' | 'detail',
    'from' | 'to'
  >;
  readonly statementStart: Growing<Uint32Array>;
  /** Keys of the halves of names, with the rows they are of. */
  readonly slip: Columns<'key' | 'row', never>;
}

type Columns<Ids extends string, Days extends string> = {
  readonly [Name in Ids]: Growing<Uint32Array>;
} & { readonly [Name in Days]: Growing<Int32Array> };

function columns<Ids extends string, Days extends string>(
  ids: readonly Ids[],
  days: readonly Days[],
): Columns<Ids, Days> {
  return Object.fromEntries([
    ...ids.map((name) => [name, growingU32()]),
    ...days.map((name) => [name, growingI32()]),
  ]) as Columns<Ids, Days>;
}

export interface SnapshotInput {
  readonly entries: Iterable<ListEntry>;
  readonly lists: readonly ListVersion[];
}

/**
 * Builds the snapshot of a set of lists: the bytes that `openSnapshot` reads. The same entries in
 * the same order give the same bytes.
 */
export function buildSnapshot(input: SnapshotInput): Uint8Array<ArrayBuffer> {
  const { meta, tables } = buildTables(input, createVocabulary());
  return writeSnapshot(meta, tables);
}

/** The contents of a snapshot that is not written: two parties are compared over one. */
export function buildTables(
  input: SnapshotInput,
  vocabulary: Vocabulary,
): Pick<Snapshot, 'meta' | 'tables'> {
  const draft = emptyDraft(vocabulary);
  for (const entry of input.entries) addEntry(draft, entry);
  const meta: SnapshotMeta = {
    normalizer: NORMALIZER_VERSION,
    lists: input.lists,
    listIds: draft.lists,
    entries: draft.entity.id.length,
    names: draft.names.names,
  };
  return { meta, tables: tablesOf(draft) };
}

function emptyDraft(vocabulary: Vocabulary): Draft {
  const draft: Draft = {
    vocabulary,
    countries: buildCountries(),
    strings: new StringPool(),
    names: new NameCollector(),
    lists: [],
    row: columns(['name', 'entity', 'statement', 'role'], ['from', 'to']),
    entity: columns(['id', 'caption', 'schema', 'list', 'more'], ['from', 'to']),
    fact: columns(['entity', 'kind', 'statement'], ['value']),
    identifier: columns(['hash', 'entity', 'statement'], []),
    statement: columns(
      ['property', 'value', 'original', 'field', 'pointer', 'lang', 'detail'],
      ['from', 'to'],
    ),
    statementStart: growingU32(),
    slip: columns(['key', 'row'], []),
  };
  draft.statementStart.push(0);
  return draft;
}

function addEntry(draft: Draft, entry: ListEntry): void {
  const { entity, strings } = draft;
  const id = entity.id.length;
  entity.id.push(strings.add(entry.id));
  entity.caption.push(strings.add(entry.caption));
  entity.schema.push(codeOf(SCHEMAS, entry.schema));
  entity.list.push(listNumber(draft.lists, entry.list));
  entity.more.push(
    strings.add(JSON.stringify({ programs: entry.programs, references: entry.references ?? [] })),
  );
  entity.from.push(firstDay(entry.from));
  entity.to.push(dayAfter(entry.to));
  for (const statement of entry.statements) addStatement(draft, entry, id, statement);
  draft.statementStart.push(draft.statement.value.length);
}

function listNumber(lists: string[], list: string): number {
  const known = lists.indexOf(list);
  if (known !== -1) return known;
  lists.push(list);
  return lists.length - 1;
}

function firstDay(from: string | undefined): number {
  return (from === undefined ? undefined : dayCount(from)) ?? EVER_FROM;
}

function dayAfter(to: string | undefined): number {
  return (to === undefined ? undefined : dayCount(to)) ?? EVER_TO;
}

function addStatement(draft: Draft, entry: ListEntry, entity: number, said: ListStatement): void {
  const { statement, strings } = draft;
  const id = statement.value.length;
  statement.property.push(strings.add(said.property));
  statement.value.push(strings.add(said.value));
  statement.original.push(strings.add(said.original));
  statement.field.push(strings.add(said.field));
  statement.pointer.push(strings.add(said.pointer));
  statement.lang.push(strings.add(said.lang));
  statement.detail.push(strings.add(said.detail));
  statement.from.push(firstDay(said.from));
  statement.to.push(dayAfter(said.to));
  const role = ROLES.findIndex((name) => name === said.property);
  if (role !== -1) addName(draft, { entry, entity, statement: id, role, said });
  else addFact(draft, entity, id, said);
}

interface NameSaid {
  readonly entry: ListEntry;
  readonly entity: number;
  readonly statement: number;
  readonly role: number;
  readonly said: ListStatement;
}

function addName(draft: Draft, { entry, entity, statement, role, said }: NameSaid): void {
  const mode = modeOf(entry.schema);
  const name = normalizeName(draft.vocabulary.classifier, said.value, mode);
  if (name.tokens.length === 0) return;
  const { row, slip } = draft;
  for (const key of halfKeys(writtenLetters(said.value))) {
    slip.key.push(key);
    slip.row.push(row.name.length);
  }
  row.name.push(draft.names.add(name, codeOf(MODES, mode)));
  row.entity.push(entity);
  row.statement.push(statement);
  row.role.push(role);
  row.from.push(Math.max(firstDay(said.from), firstDay(entry.from)));
  row.to.push(Math.min(dayAfter(said.to), dayAfter(entry.to)));
}

function addFact(draft: Draft, entity: number, statement: number, said: ListStatement): void {
  const identifier = readIdentifier(said.property, said.value);
  if (identifier !== undefined) {
    draft.identifier.hash.push(identifierHash(identifier.family, identifier.value));
    draft.identifier.entity.push(entity);
    draft.identifier.statement.push(statement);
    return;
  }
  const [kind, value] = factOf(draft, said);
  if (kind === undefined || value === undefined) return;
  draft.fact.entity.push(entity);
  draft.fact.kind.push(codeOf(FACTS, kind));
  draft.fact.value.push(value);
  draft.fact.statement.push(statement);
}

function factOf(draft: Draft, said: ListStatement): readonly [FactKind?, (number | undefined)?] {
  if (said.property === 'birthDate') return ['birthDate', readDay(said.value)];
  if (said.property === 'gender') return ['gender', readGender(said.value)];
  if (said.property === 'address') return ['address', 0];
  if (COUNTRY_PROPERTIES.has(said.property)) {
    return ['country', readCountry(draft.countries, said.value)];
  }
  return [];
}

function tablesOf(draft: Draft): Tables {
  const { names, entity, statement, fact, strings } = draft;
  const counts = countNames(names);
  const tokens = buildTokenTables({
    tokens: names.tokens,
    flags: names.tokenFlags.take(),
    names: counts,
    totalNames: names.names,
    vocabulary: draft.vocabulary,
  });
  const { order } = orderByWeight(names, tokens.tokenWeight);
  const identifiers = groupHashes(
    draft.identifier.hash.take(),
    Uint32Array.from({ length: draft.identifier.hash.length }, (_, at) => at),
  );
  const facts = groupByKey(fact.entity.take(), places(fact.entity.length), entity.id.length);
  return {
    ...tokens,
    ...buildNameTables({ collector: names, tokenWeight: tokens.tokenWeight, order }),
    ...rowTables(draft, order),
    entityId: entity.id.take(),
    entityCaption: entity.caption.take(),
    entitySchema: Uint8Array.from(entity.schema.take()),
    entityList: Uint8Array.from(entity.list.take()),
    entityFrom: entity.from.take(),
    entityTo: entity.to.take(),
    entityMore: entity.more.take(),
    factStart: facts.start,
    factKind: Uint8Array.from(facts.values, (at) => fact.kind.at(at)),
    factValue: Int32Array.from(facts.values, (at) => fact.value.at(at)),
    factStatement: facts.values.map((at) => fact.statement.at(at)),
    identifierStart: identifiers.start,
    identifierEntity: identifiers.values.map((at) => draft.identifier.entity.at(at)),
    identifierStatement: identifiers.values.map((at) => draft.identifier.statement.at(at)),
    statementStart: draft.statementStart.take(),
    statementProperty: statement.property.take(),
    statementValue: statement.value.take(),
    statementOriginal: statement.original.take(),
    statementField: statement.field.take(),
    statementPointer: statement.pointer.take(),
    statementLang: statement.lang.take(),
    statementDetail: statement.detail.take(),
    statementFrom: statement.from.take(),
    statementTo: statement.to.take(),
    ...strings.tables(),
  };
}

function places(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, at) => at);
}

type RowTables = Pick<
  Tables,
  | 'slipStart'
  | 'slipKeys'
  | 'slipRows'
  | 'rowStart'
  | 'rowEntity'
  | 'rowStatement'
  | 'rowRole'
  | 'rowFrom'
  | 'rowTo'
  | 'entityNameStart'
  | 'entityNames'
>;

function rowTables({ row, names, entity, slip }: Draft, order: Uint32Array): RowTables {
  const byOrder = row.name.take().map((name) => order[name] as number);
  const rows = groupByKey(byOrder, places(byOrder.length), names.names);
  const entities = groupByKey(row.entity.take(), byOrder, entity.id.length);
  const placeOf = new Uint32Array(rows.values.length);
  for (const [place, at] of rows.values.entries()) placeOf[at] = place;
  const keys = slip.key.take();
  const slips = groupHashes(keys, places(keys.length));
  return {
    slipStart: slips.start,
    slipKeys: slips.values.map((at) => keys[at] as number),
    slipRows: slips.values.map((at) => placeOf[slip.row.at(at)] as number),
    rowStart: rows.start,
    rowEntity: rows.values.map((at) => row.entity.at(at)),
    rowStatement: rows.values.map((at) => row.statement.at(at)),
    rowRole: Uint8Array.from(rows.values, (at) => row.role.at(at)),
    rowFrom: Int32Array.from(rows.values, (at) => row.from.at(at)),
    rowTo: Int32Array.from(rows.values, (at) => row.to.at(at)),
    entityNameStart: entities.start,
    entityNames: entities.values,
  };
}

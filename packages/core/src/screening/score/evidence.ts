import { COUNTRY_PROPERTIES, countryText, readCountry } from '../fact/country.ts';
import { type DateRelation, readDay, relateDays } from '../fact/date.ts';
import { readGender } from '../fact/gender.ts';
import { type Identifier, identifierHash, readIdentifier } from '../fact/identifier.ts';
import { type PartyQuery, valuesOf } from '../party.ts';
import type { ScreeningPolicy } from '../policy.ts';
import type { Engine } from '../search/engine.ts';
import { textAt } from '../search/read-text.ts';
import { FACTS } from '../snapshot/codes.ts';
import { EVER_FROM, EVER_TO } from '../snapshot/tables.ts';
import { addressWords, sharedShare } from './address.ts';

export type EvidenceFeature = 'birth-date' | 'country' | 'gender' | 'address' | 'identifier';

/** What one fact beside the name says for or against a match. */
export interface EvidenceLine {
  readonly feature: EvidenceFeature;
  readonly points: number;
  readonly detail: string;
  /** Words of the query, and the statement of the list, where there is one. */
  readonly query: string;
  readonly statement: number;
  /** Points that a result has at least with this line. */
  readonly floor?: number;
}

/** Facts of the party, read once for all the entries it is compared with. */
export interface QueryFacts {
  readonly birthDates: readonly number[];
  readonly countries: readonly number[];
  readonly genders: readonly number[];
  readonly addresses: readonly ReadonlySet<string>[];
  readonly identifiers: readonly QueryIdentifier[];
  readonly isEmpty: boolean;
}

interface QueryIdentifier extends Identifier {
  readonly text: string;
}

export function readFacts(engine: Engine, party: PartyQuery): QueryFacts {
  const birthDates = known(valuesOf(party, 'birthDate').map(readDay));
  const countries: number[] = [];
  const identifiers: QueryIdentifier[] = [];
  for (const property of Object.keys(party.properties)) {
    for (const value of valuesOf(party, property)) {
      const identifier = readIdentifier(property, value);
      if (identifier !== undefined) identifiers.push({ ...identifier, text: value });
      if (!COUNTRY_PROPERTIES.has(property)) continue;
      const country = readCountry(engine.countries, value);
      if (country !== undefined) countries.push(country);
    }
  }
  const genders = known(valuesOf(party, 'gender').map(readGender));
  const addresses = valuesOf(party, 'address').map(addressWords);
  const count =
    birthDates.length + countries.length + genders.length + addresses.length + identifiers.length;
  return { birthDates, countries, genders, addresses, identifiers, isEmpty: count === 0 };
}

function known(values: readonly (number | undefined)[]): readonly number[] {
  return values.filter((value) => value !== undefined);
}

/** Most points that the facts of a query can add, for bounds. */
export function evidenceMax(policy: ScreeningPolicy, facts: QueryFacts): number {
  if (facts.isEmpty) return 0;
  const birth = facts.birthDates.length === 0 ? 0 : Math.max(...Object.values(policy.birthDate));
  const country = facts.countries.length === 0 ? 0 : policy.countrySamePoints;
  const gender = facts.genders.length === 0 ? 0 : policy.genderSamePoints;
  const address = facts.addresses.length === 0 ? 0 : policy.addressPoints;
  return birth + country + gender + address;
}

/** Whether a statement stands on the day asked for; on no day, every statement stands. */
function isInForce(engine: Engine, statement: number, day: number | undefined): boolean {
  if (day === undefined) return true;
  const { statementFrom, statementTo } = engine.snapshot.tables;
  return (
    (statementFrom[statement] ?? EVER_FROM) <= day && day < (statementTo[statement] ?? EVER_TO)
  );
}

interface Listed {
  readonly value: number;
  readonly statement: number;
}

function factsOf(
  engine: Engine,
  entity: number,
  kind: (typeof FACTS)[number],
  day: number | undefined,
): readonly Listed[] {
  const { factStart, factKind, factValue, factStatement } = engine.snapshot.tables;
  const code = FACTS.indexOf(kind);
  const listed: Listed[] = [];
  const end = factStart[entity + 1] as number;
  for (let at = factStart[entity] as number; at < end; at += 1) {
    const statement = factStatement[at] as number;
    if (factKind[at] !== code || !isInForce(engine, statement, day)) continue;
    listed.push({ value: factValue[at] as number, statement });
  }
  return listed;
}

/** Compares the facts of the party with those that the list gives of an entry. */
export function weighFacts(
  engine: Engine,
  policy: ScreeningPolicy,
  facts: QueryFacts,
  { entity, day }: { readonly entity: number; readonly day: number | undefined },
): readonly EvidenceLine[] {
  if (facts.isEmpty) return [];
  const lines: EvidenceLine[] = [];
  push(lines, weighBirth(policy, facts, factsOf(engine, entity, 'birthDate', day)));
  push(lines, weighCountry(policy, facts, factsOf(engine, entity, 'country', day)));
  push(lines, weighGender(policy, facts, factsOf(engine, entity, 'gender', day)));
  if (facts.addresses.length > 0) {
    push(lines, weighAddress(engine, policy, facts, factsOf(engine, entity, 'address', day)));
  }
  return lines;
}

function push(lines: EvidenceLine[], line: EvidenceLine | undefined): void {
  if (line !== undefined) lines.push(line);
}

function weighBirth(
  policy: ScreeningPolicy,
  { birthDates }: QueryFacts,
  listed: readonly Listed[],
): EvidenceLine | undefined {
  let best: EvidenceLine | undefined;
  for (const query of birthDates) {
    for (const { value, statement } of listed) {
      const relation: DateRelation = relateDays(query, value);
      const points = policy.birthDate[relation] ?? 0;
      if (best !== undefined && points <= best.points) continue;
      const detail = `birth date: ${relation.replaceAll('-', ' ')}`;
      best = { feature: 'birth-date', points, detail, query: dayText(query), statement };
    }
  }
  return best;
}

function dayText(day: number): string {
  const year = String(Math.floor(day / 10_000));
  const month = Math.floor(day / 100) % 100;
  if (month === 0) return year;
  const rest = day % 100 === 0 ? '' : `-${String(day % 100).padStart(2, '0')}`;
  return `${year}-${String(month).padStart(2, '0')}${rest}`;
}

function weighCountry(
  policy: ScreeningPolicy,
  { countries }: QueryFacts,
  listed: readonly Listed[],
): EvidenceLine | undefined {
  const [first] = listed;
  if (first === undefined || countries.length === 0) return undefined;
  const query = countries.map(countryText).join(', ');
  const same = listed.find(({ value }) => countries.includes(value));
  if (same !== undefined) {
    const points = policy.countrySamePoints;
    return {
      feature: 'country',
      points,
      detail: 'country: same',
      query,
      statement: same.statement,
    };
  }
  const points = policy.countryOtherPoints;
  return {
    feature: 'country',
    points,
    detail: 'country: other',
    query,
    statement: first.statement,
  };
}

function weighGender(
  policy: ScreeningPolicy,
  { genders }: QueryFacts,
  listed: readonly Listed[],
): EvidenceLine | undefined {
  const [first] = listed;
  if (first === undefined || genders.length === 0) return undefined;
  const isSame = listed.some(({ value }) => genders.includes(value));
  return {
    feature: 'gender',
    points: isSame ? policy.genderSamePoints : policy.genderOtherPoints,
    detail: isSame ? 'gender: same' : 'gender: other',
    query: genders.map((one) => (one === 1 ? 'male' : 'female')).join(', '),
    statement: first.statement,
  };
}

const ADDRESS_SHARE_MIN = 0.6;

function weighAddress(
  engine: Engine,
  policy: ScreeningPolicy,
  { addresses }: QueryFacts,
  listed: readonly Listed[],
): EvidenceLine | undefined {
  const { tables } = engine.snapshot;
  for (const { statement } of listed) {
    const words = addressWords(textAt(tables, tables.statementValue[statement] as number));
    const query = addresses.find((one) => sharedShare(one, words) >= ADDRESS_SHARE_MIN);
    if (query === undefined) continue;
    const points = policy.addressPoints;
    return {
      feature: 'address',
      points,
      detail: 'address: same',
      query: [...query].join(' '),
      statement,
    };
  }
  return undefined;
}

export interface IdentifierMatch {
  readonly entity: number;
  readonly line: EvidenceLine;
}

/** Entries that have an identifier of the party, whatever their names are. */
export function findIdentifiers(
  engine: Engine,
  policy: ScreeningPolicy,
  facts: QueryFacts,
  day: number | undefined,
): readonly IdentifierMatch[] {
  const { tables } = engine.snapshot;
  const { identifierStart, identifierEntity, identifierStatement } = tables;
  const matches: IdentifierMatch[] = [];
  for (const identifier of facts.identifiers) {
    const hash = identifierHash(identifier.family, identifier.value);
    const bucket = (hash & (identifierStart.length - 2)) >>> 0;
    const end = identifierStart[bucket + 1] as number;
    for (let at = identifierStart[bucket] as number; at < end; at += 1) {
      const statement = identifierStatement[at] as number;
      if (!isInForce(engine, statement, day)) continue;
      const listed = listedIdentifier(engine, statement);
      if (listed?.family !== identifier.family || listed.value !== identifier.value) continue;
      const line = identifierLine(policy, identifier, statement);
      matches.push({ entity: identifierEntity[at] as number, line });
    }
  }
  return matches;
}

function listedIdentifier(engine: Engine, statement: number): Identifier | undefined {
  const { tables } = engine.snapshot;
  const property = textAt(tables, tables.statementProperty[statement] ?? 0);
  return readIdentifier(property, textAt(tables, tables.statementValue[statement] ?? 0));
}

function identifierLine(
  policy: ScreeningPolicy,
  identifier: QueryIdentifier,
  statement: number,
): EvidenceLine {
  const { strength, family, isChecked } = identifier;
  const isSure = isChecked && (strength !== 'national' || identifier.value.length >= 8);
  return {
    feature: 'identifier',
    points: policy.identifierPoints[strength] + (isChecked ? 0 : policy.identifierUncheckedPoints),
    detail: `${family}: same${isChecked ? '' : ', but its check digit is wrong'}`,
    query: identifier.text,
    statement,
    floor: isSure ? policy.identifierFloor[strength] : policy.identifierFloor.contact,
  };
}

/** An identifier of which a thing has one, and the list gives another. */
export function weighOtherIdentifier(
  engine: Engine,
  policy: ScreeningPolicy,
  facts: QueryFacts,
  { entity, day }: { readonly entity: number; readonly day: number | undefined },
): EvidenceLine | undefined {
  const { statementStart } = engine.snapshot.tables;
  const sure = facts.identifiers.filter((one) => one.strength === 'global' && one.isChecked);
  if (sure.length === 0) return undefined;
  const end = statementStart[entity + 1] as number;
  for (let at = statementStart[entity] as number; at < end; at += 1) {
    if (!isInForce(engine, at, day)) continue;
    const listed = listedIdentifier(engine, at);
    if (listed?.strength !== 'global' || !listed.isChecked || isPlural(listed.family)) continue;
    const other = sure.find((one) => one.family === listed.family && one.value !== listed.value);
    if (other === undefined) continue;
    const points = policy.identifierOtherPoints;
    return {
      feature: 'identifier',
      points,
      detail: `${other.family}: other`,
      query: other.text,
      statement: at,
    };
  }
  return undefined;
}

/** Of these a party has many, so that another one says nothing. */
function isPlural(family: string): boolean {
  return (
    family === 'crypto' ||
    family === 'isin' ||
    family === 'bic' ||
    family === 'mmsi' ||
    family === 'cage'
  );
}

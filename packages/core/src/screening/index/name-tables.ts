import { skeletonOf } from '../normalize/spelling.ts';
import { KINDS, MODES } from '../snapshot/codes.ts';
import type { Tables } from '../snapshot/tables.ts';
import { acronymKey, acronymOf, joinedKeys, skeletonKey } from './doors.ts';
import { type Grouped, groupByKey, growingU32 } from './growing.ts';
import { type NameCollector, isWeighed } from './names.ts';
import { groupHashes } from './token-tables.ts';

const PERSON = MODES.indexOf('person');

/** Names that have each token as a weighed word; a token that stands twice counts once. */
export function countNames(collector: NameCollector): Uint32Array {
  const names = new Uint32Array(collector.tokens.length);
  forEachPosting(collector, (token) => {
    names[token] = (names[token] as number) + 1;
  });
  return names;
}

function forEachPosting(
  collector: NameCollector,
  visit: (token: number, name: number) => void,
): void {
  for (let name = 0; name < collector.names; name += 1) {
    const start = collector.nameStart.at(name);
    const end = collector.nameStart.at(name + 1);
    for (let at = start; at < end; at += 1) {
      if (!isWeighed(collector.nameKinds.at(at))) continue;
      const token = collector.nameTokens.at(at);
      if (!isRepeated(collector, token, start, at)) visit(token, name);
    }
  }
}

function isRepeated(collector: NameCollector, token: number, start: number, at: number): boolean {
  for (let before = start; before < at; before += 1) {
    if (collector.nameTokens.at(before) === token && isWeighed(collector.nameKinds.at(before))) {
      return true;
    }
  }
  return false;
}

type NameTables = Pick<
  Tables,
  | 'nameStart'
  | 'nameTokens'
  | 'nameKinds'
  | 'nameWeight'
  | 'nameMode'
  | 'postingStart'
  | 'postingNames'
  | 'doorStart'
  | 'doorNames'
>;

export interface NameInput {
  readonly collector: NameCollector;
  readonly tokenWeight: Float32Array;
  /** For each name as it was collected, its place in the order of weights. */
  readonly order: Uint32Array;
}

/** Order of the names by weight: names too light or too heavy for a query are two ranges. */
export function orderByWeight(
  collector: NameCollector,
  tokenWeight: Float32Array,
): { readonly order: Uint32Array; readonly sorted: Uint32Array; readonly weights: Float32Array } {
  const weights = new Float32Array(collector.names);
  for (let name = 0; name < collector.names; name += 1) {
    const end = collector.nameStart.at(name + 1);
    for (let at = collector.nameStart.at(name); at < end; at += 1) {
      if (!isWeighed(collector.nameKinds.at(at))) continue;
      weights[name] =
        (weights[name] as number) + (tokenWeight[collector.nameTokens.at(at)] as number);
    }
  }
  const sorted = Uint32Array.from(weights.keys());
  sorted.sort((a, b) => (weights[a] as number) - (weights[b] as number) || a - b);
  const order = new Uint32Array(collector.names);
  for (const [place, name] of sorted.entries()) order[name] = place;
  return { order, sorted, weights };
}

export function buildNameTables(input: NameInput): NameTables {
  const { collector, tokenWeight } = input;
  const { sorted, weights } = orderByWeight(collector, tokenWeight);
  const nameStart = growingU32();
  const nameTokens = growingU32();
  const nameKinds = new Uint8Array(collector.nameKinds.length);
  const nameWeight = new Float32Array(sorted.length);
  const nameMode = new Uint8Array(sorted.length);
  nameStart.push(0);
  for (const [place, name] of sorted.entries()) {
    nameWeight[place] = weights[name] as number;
    nameMode[place] = collector.nameMode.at(name);
    const end = collector.nameStart.at(name + 1);
    for (let at = collector.nameStart.at(name); at < end; at += 1) {
      nameKinds[nameTokens.length] = collector.nameKinds.at(at);
      nameTokens.push(collector.nameTokens.at(at));
    }
    nameStart.push(nameTokens.length);
  }
  const postings = groupPostings(input);
  const doors = groupDoors(input);
  return {
    nameStart: nameStart.take(),
    nameTokens: nameTokens.take(),
    nameKinds,
    nameWeight,
    nameMode,
    postingStart: postings.start,
    postingNames: postings.values,
    doorStart: doors.start,
    doorNames: doors.values,
  };
}

function groupPostings({ collector, order }: NameInput): Grouped {
  const tokens = growingU32();
  const names = growingU32();
  forEachPosting(collector, (token, name) => {
    tokens.push(token);
    names.push(order[name] as number);
  });
  const grouped = groupByKey(tokens.take(), names.take(), collector.tokens.length);
  for (let token = 0; token + 1 < grouped.start.length; token += 1) {
    grouped.values.subarray(grouped.start[token], grouped.start[token + 1]).sort();
  }
  return grouped;
}

function groupDoors({ collector, order }: NameInput): Grouped {
  const hashes = growingU32();
  const names = growingU32();
  for (let name = 0; name < collector.names; name += 1) {
    for (const key of doorKeys(collector, name)) {
      hashes.push(key);
      names.push(order[name] as number);
    }
  }
  return groupHashes(hashes.take(), names.take());
}

function doorKeys(collector: NameCollector, name: number): readonly number[] {
  const words: string[] = [];
  const spelled: string[] = [];
  const end = collector.nameStart.at(name + 1);
  for (let at = collector.nameStart.at(name); at < end; at += 1) {
    const kind = collector.nameKinds.at(at);
    const word = collector.tokens[collector.nameTokens.at(at)] ?? '';
    if (isWeighed(kind)) words.push(word);
    if (isWeighed(kind) || KINDS[kind % 16] === 'particle') spelled.push(word);
  }
  const keys = [...joinedKeys(words), skeletonKey(words.map((word) => skeletonOf(word, false)))];
  if (spelled.length !== words.length) keys.push(...joinedKeys(spelled));
  const acronym = collector.nameMode.at(name) === PERSON ? undefined : acronymOf(words);
  return acronym === undefined ? keys : [...keys, acronymKey(acronym)];
}

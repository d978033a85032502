import { skeletonOf } from '../normalize/spelling.ts';
import { TOKEN_GENERIC, TOKEN_KNOWN, type Tables } from '../snapshot/tables.ts';
import { hashLetters, hashText } from '../token/hash.ts';
import { editsMax, lettersOf } from '../token/letters.ts';
import { type Vocabulary, informationOf } from '../vocabulary.ts';
import { DELETE_HASHES_MAX, deleteHashes } from './deletes.ts';
import { type Grouped, groupByKey, growingU32, growingU8, powerOfTwo } from './growing.ts';

const SKELETON_SALT = 7;
/** Names in which a token stands before it counts as a name of its own. */
const KNOWN_NAMES_MIN = 3;

/** Keys of the consonants of a token: with and without w, since w may be a vowel. */
export function skeletonHashes(token: string): readonly number[] {
  const without = skeletonOf(token, false);
  const keeping = skeletonOf(token, true);
  const hash = hashText(without, SKELETON_SALT);
  return keeping === without ? [hash] : [hash, hashText(keeping, SKELETON_SALT)];
}

type TokenTables = Pick<
  Tables,
  | 'tokenStart'
  | 'tokenLetters'
  | 'tokenNames'
  | 'tokenWeight'
  | 'tokenBits'
  | 'tokenFlags'
  | 'tokenPlace'
  | 'deleteStart'
  | 'deleteTokens'
  | 'skeletonStart'
  | 'skeletonTokens'
>;

export interface TokenInput {
  readonly tokens: readonly string[];
  readonly flags: Uint8Array;
  /** Names that have the token, as a weighed word. */
  readonly names: Uint32Array;
  readonly totalNames: number;
  readonly vocabulary: Vocabulary;
}

export function buildTokenTables(input: TokenInput): TokenTables {
  const { tokens, names, totalNames, vocabulary } = input;
  const tokenStart = new Uint32Array(tokens.length + 1);
  const letters = growingU8();
  const tokenWeight = new Float32Array(tokens.length);
  const tokenBits = new Float32Array(tokens.length);
  const tokenFlags = input.flags.slice();
  for (const [id, token] of tokens.entries()) {
    for (const letter of lettersOf(token)) letters.push(letter);
    tokenStart[id + 1] = letters.length;
    const { bits, weight } = informationOf(vocabulary, token, names[id] as number, totalNames);
    tokenBits[id] = bits;
    tokenWeight[id] = weight;
    if (isKnown(vocabulary, token, names[id] as number)) {
      tokenFlags[id] = (tokenFlags[id] as number) | TOKEN_KNOWN;
    }
    if (vocabulary.generic.has(token)) {
      tokenFlags[id] = (tokenFlags[id] as number) | TOKEN_GENERIC;
    }
  }
  const tokenLetters = letters.take();
  const deletes = groupDeletes(tokenLetters, tokenStart, names);
  const skeletons = groupSkeletons(tokens, names);
  return {
    tokenStart,
    tokenLetters,
    tokenNames: names,
    tokenWeight,
    tokenBits,
    tokenFlags,
    tokenPlace: placeTokens(tokenLetters, tokenStart),
    deleteStart: deletes.start,
    deleteTokens: deletes.values,
    skeletonStart: skeletons.start,
    skeletonTokens: skeletons.values,
  };
}

function isKnown(vocabulary: Vocabulary, token: string, names: number): boolean {
  return (
    names >= KNOWN_NAMES_MIN || vocabulary.frequent.has(token) || vocabulary.generic.has(token)
  );
}

function placeTokens(letters: Uint8Array, start: Uint32Array): Uint32Array {
  const count = start.length - 1;
  const places = new Uint32Array(powerOfTwo(Math.max(2, count * 2)));
  const mask = places.length - 1;
  for (let id = 0; id < count; id += 1) {
    let place = hashLetters(letters, start[id] as number, start[id + 1] as number) & mask;
    while (places[place] !== 0) place = (place + 1) & mask;
    places[place] = id + 1;
  }
  return places;
}

function groupDeletes(letters: Uint8Array, start: Uint32Array, names: Uint32Array): Grouped {
  const keys = growingU32();
  const values = growingU32();
  const hashes = new Uint32Array(DELETE_HASHES_MAX);
  for (let id = 0; id + 1 < start.length; id += 1) {
    if (names[id] === 0) continue;
    const span = { start: start[id] as number, end: start[id + 1] as number };
    const edits = editsMax(span.end - span.start);
    if (edits === 0) continue;
    const count = deleteHashes(letters, span, edits, hashes);
    for (let at = 0; at < count; at += 1) {
      keys.push(hashes[at] as number);
      values.push(id);
    }
  }
  return groupHashes(keys.take(), values.take());
}

function groupSkeletons(tokens: readonly string[], names: Uint32Array): Grouped {
  const keys = growingU32();
  const values = growingU32();
  for (const [id, token] of tokens.entries()) {
    if (names[id] === 0) continue;
    for (const hash of skeletonHashes(token)) {
      keys.push(hash);
      values.push(id);
    }
  }
  return groupHashes(keys.take(), values.take());
}

/** Values by the low bits of their hashes; about one value a bucket. */
export function groupHashes(hashes: Uint32Array, values: Uint32Array): Grouped {
  const buckets = powerOfTwo(Math.max(16, hashes.length));
  const keys = new Uint32Array(hashes.length);
  for (let at = 0; at < hashes.length; at += 1) keys[at] = (hashes[at] as number) & (buckets - 1);
  return groupByKey(keys, values, buckets);
}

import { deleteHashes } from '../index/deletes.ts';
import { spell } from '../normalize/classify.ts';
import { LIKENESS } from '../policy.ts';
import { TOKEN_ABJAD, TOKEN_GENERIC, TOKEN_KNOWN, type Tables } from '../snapshot/tables.ts';
import { FUZZY_LENGTH_MAX, editsMax } from '../token/letters.ts';
import { osaDistance } from '../token/osa.ts';
import { likeness } from '../token/similarity.ts';
import type { Engine } from './engine.ts';
import { findText, findToken } from './find-token.ts';
import type { Form, KnownToken } from './known-token.ts';

/** Tokens of the list that may stand for a token of the query. */
export interface Near {
  readonly ids: readonly number[];
  readonly likeness: readonly number[];
  /** Tokens that the query writes as one; they count only together, in alignment. */
  readonly parts: readonly number[];
}

type Token = Omit<KnownToken, 'near'>;

/** What is being looked up, and what was found: the likeness of each token. */
interface Lookup {
  readonly engine: Engine;
  readonly token: Token;
  readonly found: Map<number, number>;
}

const DIGIT_FIRST = 27;
/** Consonants that must agree before vowels may all differ. */
const SKELETON_MIN = 3;
const SKELETON_ABJAD_MIN = 2;

/**
 * Finds the tokens of the list that are the same as a token of the query, within one or two edits
 * of it, of the same consonants, another form of the same name, or its parts.
 */
export function findNear(engine: Engine, token: Token): Near {
  const lookup: Lookup = { engine, token, found: new Map() };
  if (token.id !== -1) add(lookup, token.id, 1);
  for (const form of token.forms) {
    engine.state.round += 1;
    const id = findToken(engine.snapshot.tables, form.letters, 0, form.letters.length);
    if (id !== -1) add(lookup, id, 1);
    addNear(lookup, form);
    addOfSkeleton(lookup, form);
  }
  const parts = token.kind === 'word' ? partsOf(lookup) : [];
  if (token.kind === 'word') addSameNames(lookup);
  if (token.kind === 'word' && /^[ae]l.{4,}$/.test(token.text)) {
    addText(lookup, token.text.slice(2), LIKENESS.article);
  }
  return { ids: [...lookup.found.keys()], likeness: [...lookup.found.values()], parts };
}

/** Records a token; of one that is found in two ways, the better counts. */
function add({ engine, found }: Lookup, id: number, value: number): void {
  if ((engine.snapshot.tables.tokenNames[id] as number) === 0) return;
  if (worthOf(value) > worthOf(found.get(id) ?? 0)) found.set(id, value);
}

/** A likeness as it counts when nothing else is known of the name. */
function worthOf(value: number): number {
  return value >= LIKENESS.weakMark ? value - LIKENESS.weakMark - LIKENESS.weakAlone : value;
}

function addText(lookup: Lookup, text: string, value: number): void {
  const id = findText(lookup.engine.snapshot.tables, text);
  if (id !== -1) add(lookup, id, value);
}

const PATRONYMIC = /^(.{2,})[eo]v(ich|na)$/;

/** Other forms of the same name, also as the father's name: `Mykolaiovych` for `Nikolaevich`. */
function addSameNames(lookup: Lookup): void {
  const { sameNames } = lookup.engine.vocabulary;
  const { text } = lookup.token;
  for (const other of sameNames.get(text) ?? []) addText(lookup, other, LIKENESS.sameName);
  const [, stem = '', end = ''] = PATRONYMIC.exec(text) ?? [];
  if (stem === '') return;
  const fathers = [...(sameNames.get(stem) ?? []), ...(sameNames.get(`${stem}i`) ?? [])];
  for (const father of fathers) {
    const root = father.replace(/[aeiouy]$/, '');
    addText(lookup, `${root}ov${end}`, LIKENESS.sameName);
    addText(lookup, `${root}ev${end}`, LIKENESS.sameName);
  }
}

/** Tokens within the edits that lengths allow, by what is left when letters are deleted. */
function addNear(lookup: Lookup, form: Form): void {
  const { engine } = lookup;
  const { deleteStart, deleteTokens } = engine.snapshot.tables;
  const length = form.letters.length;
  const edits = editsMax(length);
  if (edits === 0) return;
  const buckets = deleteStart.length - 2;
  const count = deleteHashes(form.letters, { start: 0, end: length }, edits, engine.hashes);
  for (let hash = 0; hash < count; hash += 1) {
    const bucket = (engine.hashes[hash] as number) & buckets;
    const end = deleteStart[bucket + 1] as number;
    for (let place = deleteStart[bucket] as number; place < end; place += 1) {
      const id = deleteTokens[place] as number;
      if (engine.seen[id] === engine.state.round) continue;
      const distance = distanceTo(engine, form, id, edits);
      if (distance <= edits) addMeasured(lookup, form, id, distance);
    }
  }
}

const FAR = 99;

/** Separate from its caller since it runs for each token of each bucket, most of them strangers. */
function distanceTo(engine: Engine, form: Form, id: number, edits: number): number {
  const { tokenStart, tokenLetters } = engine.snapshot.tables;
  const start = tokenStart[id] as number;
  const end = tokenStart[id + 1] as number;
  const length = end - start;
  const patternLength = form.letters.length;
  if (length - patternLength > edits || patternLength - length > edits) return FAR;
  if ((tokenLetters[start] as number) >= DIGIT_FIRST) return FAR;
  const distance = osaDistance(form.pattern, patternLength, tokenLetters, { start, end });
  return distance <= editsMax(Math.min(length, patternLength)) ? distance : FAR;
}

function addMeasured(lookup: Lookup, form: Form, id: number, distance: number): void {
  const { engine, token } = lookup;
  engine.seen[id] = engine.state.round;
  if (id === token.id) return;
  const value = measure(engine, form, id);
  const least = distance === 1 ? LIKENESS.minOfShort : LIKENESS.min;
  if (value < least) return;
  if (areGeneric(engine, token, id)) return;
  const isWeak = value < LIKENESS.minOfOneEdit || isOwnName(engine, token, form, id);
  add(lookup, id, isWeak ? value + LIKENESS.weakMark : value);
}

/** Most that consonants alone are worth, by how many there are. */
const ABJAD_MAX = [0, 0.62, 0.8, 0.88, 0.93, 0.95];

/** Likeness of a token of the query and a token of the list that may be one. */
export function measure(engine: Engine, form: Form, id: number): number {
  const { tables } = engine.snapshot;
  const start = tables.tokenStart[id] as number;
  const end = tables.tokenStart[id + 1] as number;
  if (end - start > FUZZY_LENGTH_MAX) return 0;
  const isAbjad = form.isAbjad || ((tables.tokenFlags[id] as number) & TOKEN_ABJAD) !== 0;
  const { abjad, written } = engine.vocabulary.costs;
  const left = { letters: form.letters, start: 0, end: form.letters.length };
  const right = { letters: tables.tokenLetters, start, end };
  const value = likeness(left, right, isAbjad ? abjad : written, engine.rows);
  return isAbjad ? Math.min(value, ABJAD_MAX[form.skeleton.length] ?? LIKENESS.abjadMax) : value;
}

/** Two words of what companies do are two words, however near they are. */
function areGeneric({ snapshot, vocabulary }: Engine, token: Token, id: number): boolean {
  const flags = snapshot.tables.tokenFlags[id] as number;
  return (flags & TOKEN_GENERIC) !== 0 && vocabulary.generic.has(token.text);
}

/** Names that differ in the vowel at the end, as those of men and women do. */
function isOtherEnding({ snapshot }: Engine, { letters }: Form, id: number): boolean {
  const { tokenStart, tokenLetters } = snapshot.tables;
  const start = tokenStart[id] as number;
  const length = (tokenStart[id + 1] as number) - start;
  const last = letters[letters.length - 1] as number;
  const listedLast = tokenLetters[start + length - 1] as number;
  if (length === letters.length) {
    return last !== listedLast && VOWELS.has(last) && VOWELS.has(listedLast);
  }
  if (Math.abs(length - letters.length) !== 1) return false;
  return VOWELS.has(length > letters.length ? listedLast : last);
}

/** a, e and o: an i or a u at the end is a matter of romanization. */
const VOWELS: ReadonlySet<number> = new Set([1, 5, 15]);

/** Two names of their own, which are not two romanizations of one. */
function isOwnName(engine: Engine, token: Token, form: Form, id: number): boolean {
  const { snapshot } = engine;
  const flags = snapshot.tables.tokenFlags[id] as number;
  if (!token.isKnown || (flags & TOKEN_KNOWN) === 0 || (flags & TOKEN_ABJAD) !== 0) return false;
  if (form.isAbjad) return false;
  return !sharesSkeleton(snapshot.tables, form, id) || isOtherEnding(engine, form, id);
}

function sharesSkeleton(tables: Tables, form: Form, id: number): boolean {
  return bucketsOf(tables, form).some((bucket) => {
    const end = tables.skeletonStart[bucket + 1] as number;
    for (let place = tables.skeletonStart[bucket] as number; place < end; place += 1) {
      if (tables.skeletonTokens[place] === id) return true;
    }
    return false;
  });
}

function bucketsOf(tables: Tables, form: Form): readonly number[] {
  const buckets = tables.skeletonStart.length - 2;
  return form.skeletons.map((hash) => (hash & buckets) >>> 0);
}

/** Tokens of the same consonants: the vowels of romanizations differ freely. */
function addOfSkeleton(lookup: Lookup, form: Form): void {
  const { engine } = lookup;
  const { tables } = engine.snapshot;
  const { skeletonStart, skeletonTokens, tokenFlags } = tables;
  if (form.skeleton.length < SKELETON_ABJAD_MIN) return;
  const isEnough = form.isAbjad || form.skeleton.length >= SKELETON_MIN;
  for (const bucket of bucketsOf(tables, form)) {
    const end = skeletonStart[bucket + 1] as number;
    for (let place = skeletonStart[bucket] as number; place < end; place += 1) {
      const id = skeletonTokens[place] as number;
      if (engine.seen[id] === engine.state.round) continue;
      const isListedAbjad = ((tokenFlags[id] as number) & TOKEN_ABJAD) !== 0;
      if (!isEnough && !isListedAbjad && !startsAlike(tables, form, id)) continue;
      addMeasured(lookup, form, id, FAR);
    }
  }
}

/** Two consonants are few, so the first letter and the length must agree as well. */
function startsAlike({ tokenStart, tokenLetters }: Tables, { letters }: Form, id: number): boolean {
  const start = tokenStart[id] as number;
  const length = (tokenStart[id + 1] as number) - start;
  if (length < 4 || letters.length < 4 || Math.abs(length - letters.length) > 2) return false;
  return tokenLetters[start] === letters[0];
}

/** Words that a joined word is made of, with a slip of one letter between them or none. */
function partsOf(lookup: Lookup): readonly number[] {
  const { letters, text } = lookup.token;
  const parts: number[] = [];
  for (let cut = 2; cut <= letters.length - 2; cut += 1) {
    addWithout(lookup, text.slice(0, cut), text.slice(cut));
    addWithout(lookup, text.slice(cut), text.slice(0, cut));
    const left = findWord(lookup, text.slice(0, cut));
    if (left === -1) continue;
    const right = findWord(lookup, text.slice(cut));
    const later = findWord(lookup, text.slice(cut + 1));
    if (right !== -1) parts.push(left, right);
    if (later !== -1) parts.push(left, later);
  }
  return parts;
}

const PART_LETTERS_MIN = 2;

function findWord({ engine }: Lookup, text: string): number {
  if (text.length < PART_LETTERS_MIN) return -1;
  const { tables } = engine.snapshot;
  const { classifier } = engine.vocabulary;
  const id = findText(tables, classifier.abbreviations.get(text) ?? spell(classifier, text));
  return id !== -1 && tables.tokenNames[id] !== 0 ? id : -1;
}

/** A word with a legal form or a particle written to it: `orimarltda`, `ofnaja`. */
function addWithout(lookup: Lookup, word: string, rest: string): void {
  const { legalForms, particles } = lookup.engine.vocabulary.classifier;
  const isWeightless =
    rest.length > 2 ? legalForms.has(rest) || particles.has(rest) : particles.has(rest);
  if (!isWeightless || word.length < WORD_LETTERS_MIN) return;
  const id = findWord(lookup, word);
  if (id !== -1) add(lookup, id, LIKENESS.joined);
}

const WORD_LETTERS_MIN = 4;

import { LIMITS } from '../../limits.ts';
import { skeletonHashes } from '../index/token-tables.ts';
import { isWeightless } from '../normalize/correct.ts';
import type { OtherReading } from '../normalize/name.ts';
import { skeletonOf } from '../normalize/spelling.ts';
import { TOKEN_KNOWN } from '../snapshot/tables.ts';
import { FUZZY_LENGTH_MAX, lettersOf } from '../token/letters.ts';
import { type Pattern, patternOf } from '../token/osa.ts';
import { informationOf } from '../vocabulary.ts';
import type { Engine } from './engine.ts';
import { findToken } from './find-token.ts';
import { type Near, findNear } from './find-near.ts';

/** One way of spelling a token that is looked up. */
export interface Form {
  readonly letters: Uint8Array;
  readonly pattern: Pattern;
  readonly skeletons: readonly number[];
  readonly skeleton: string;
  readonly isAbjad: boolean;
}

/** What is known of a token of the query wherever it stands. */
export interface KnownToken {
  readonly text: string;
  readonly kind: 'word' | 'number' | 'initial';
  readonly letters: Uint8Array;
  /** None for numbers and initials, which are the same or are not. */
  readonly forms: readonly Form[];
  readonly weight: number;
  readonly bits: number;
  /** The token of the list that is spelled the same, or -1. */
  readonly id: number;
  /** A name or word of its own, so hardly another one mistyped. */
  readonly isKnown: boolean;
  /** Too little is written to look it up; it is measured when the rest of a name is found. */
  readonly isBare: boolean;
  /** One slip away from a word without weight, such as a legal form. */
  readonly isSlip: boolean;
  readonly near: Near;
}

export interface Spelled {
  readonly text: string;
  readonly kind: KnownToken['kind'];
  readonly isAbjad: boolean;
  readonly alternatives: readonly OtherReading[];
}

/** Looks a token up, or remembers it: names of people are made of few names. */
export function knowToken(engine: Engine, spelled: Spelled): KnownToken {
  const { text, kind, isAbjad, alternatives } = spelled;
  const others = alternatives.map((other) => `${other.text}${other.isAbjad ? '~' : ''}`).join(' ');
  const key = `${kind} ${text}${isAbjad ? '~' : ''} ${others}`;
  const before = engine.known.get(key);
  if (before !== undefined) return before;
  if (engine.known.size >= LIMITS.screening.tokensRememberedMax) engine.known.clear();
  const readings = kind === 'word' ? [{ text, isAbjad }, ...alternatives] : [];
  const isSlip = kind === 'word' && isWeightless(engine.vocabulary.classifier.weightless, text);
  const token = { kind, isSlip, ...weighed(engine, text), ...formsOf(readings) };
  const known = { ...token, near: findNear(engine, token) };
  engine.known.set(key, known);
  return known;
}

type Weighed = Pick<KnownToken, 'text' | 'letters' | 'weight' | 'bits' | 'id' | 'isKnown'>;

function weighed(engine: Engine, text: string): Weighed {
  const { tables, meta } = engine.snapshot;
  const letters = lettersOf(text);
  const id = findToken(tables, letters, 0, letters.length);
  if (id === -1) {
    const { frequent, generic } = engine.vocabulary;
    const information = informationOf(engine.vocabulary, text, 0, meta.names);
    return { text, letters, id, ...information, isKnown: frequent.has(text) || generic.has(text) };
  }
  return {
    text,
    letters,
    id,
    bits: tables.tokenBits[id] as number,
    weight: tables.tokenWeight[id] as number,
    isKnown: ((tables.tokenFlags[id] as number) & TOKEN_KNOWN) !== 0,
  };
}

const SKELETON_BARE = 2;

function formsOf(readings: readonly OtherReading[]): Pick<KnownToken, 'forms' | 'isBare'> {
  const forms: Form[] = [];
  for (const { text, isAbjad } of readings) {
    const letters = lettersOf(text);
    if (letters.length > FUZZY_LENGTH_MAX) continue;
    forms.push({
      letters,
      pattern: patternOf(letters),
      skeletons: skeletonHashes(text),
      skeleton: skeletonOf(text, false),
      isAbjad,
    });
  }
  const isBare =
    forms.length > 0 &&
    forms.every(({ isAbjad, skeleton }) => isAbjad && skeleton.length < SKELETON_BARE);
  return { forms, isBare };
}

import { LEGAL_CLASSES } from '../snapshot/codes.ts';
import type { NameMode, NormalName } from '../normalize/name.ts';
import { normalizeName } from '../normalize/normalize-name.ts';
import type { Engine } from './engine.ts';
import { type KnownToken, knowToken } from './known-token.ts';
import { QUERY_TOKENS_MAX } from './limits.ts';

export interface QueryToken extends KnownToken {
  readonly surface: string;
  /** The word together with the particle before it: `alrahman` for `al Rahman`. */
  readonly withParticle: string | undefined;
}

export interface QueryName {
  readonly text: string;
  readonly mode: NameMode;
  readonly isWeak: boolean;
  readonly isCut: boolean;
  readonly tokens: readonly QueryToken[];
  /** Legal classes, a bit for each in the order of `LEGAL_CLASSES`. */
  readonly legalMask: number;
  /** All tokens that are spelled, particles included, for keys of the whole name. */
  readonly spelled: readonly string[];
  readonly joined: string;
}

/** Reads a name of the query and weighs its words by the statistics of the list. */
export function readQueryName(
  engine: Engine,
  text: string,
  mode: NameMode,
  isWeak: boolean,
): QueryName {
  const name = normalizeName(engine.vocabulary.classifier, text, mode);
  const tokens = withoutSlips(queryTokens(engine, name).slice(0, QUERY_TOKENS_MAX), mode);
  let legalMask = 0;
  const spelled: string[] = [];
  for (const { kind, legalClass, text: word } of name.tokens) {
    if (legalClass !== undefined) legalMask |= 1 << LEGAL_CLASSES.indexOf(legalClass);
    if (kind === 'word' || kind === 'number' || kind === 'initial' || kind === 'particle') {
      spelled.push(word);
    }
  }
  const joined = spelled.join('');
  return { text, mode, isWeak, isCut: name.isCut, tokens, legalMask, spelled, joined };
}

const WEIGHT_FRAGMENT = 0.3;
/** At the ends of a name, where legal forms stand, a word of so few letters is a slip of one. */
const SLIP_LETTERS_MAX = 5;

/** Takes the weight of words that are a slip of a weightless word: `Ldt`, `Oopen`, `Abduul`. */
function withoutSlips(tokens: readonly QueryToken[], mode: NameMode): readonly QueryToken[] {
  if (tokens.length < 2) return tokens;
  return tokens.map((token, at) => {
    if (!token.isSlip) return token;
    const isEnd = at === 0 || at === tokens.length - 1;
    const isForm = mode !== 'person' && isEnd && token.text.length <= SLIP_LETTERS_MAX;
    return token.id === -1 || isForm ? { ...token, weight: WEIGHT_FRAGMENT } : token;
  });
}

/** Two unknown words that are a legal form together: `Lim ited`. */
function isSplitForm({ vocabulary }: Engine, left: KnownToken, right: KnownToken): boolean {
  if (left.id !== -1 && right.id !== -1) return false;
  const joined = left.text + right.text;
  return vocabulary.classifier.weightless.get(joined)?.includes(joined) === true;
}

function queryTokens(engine: Engine, name: NormalName): QueryToken[] {
  const tokens: QueryToken[] = [];
  let particle = '';
  for (const { text, surface, kind, isAbjad, alternatives } of name.tokens) {
    if (kind === 'particle') {
      particle = text;
      continue;
    }
    if (kind === 'word' || kind === 'number' || kind === 'initial') {
      const known = knowToken(engine, { text, kind, isAbjad, alternatives });
      const withParticle = particle === '' ? undefined : particle + text;
      const last = tokens.at(-1);
      if (last !== undefined && isSplitForm(engine, last, known)) {
        tokens[tokens.length - 1] = { ...last, weight: WEIGHT_FRAGMENT };
        tokens.push({ ...known, surface, withParticle, weight: WEIGHT_FRAGMENT });
      } else {
        tokens.push({ ...known, surface, withParticle });
      }
    }
    particle = '';
  }
  return tokens;
}

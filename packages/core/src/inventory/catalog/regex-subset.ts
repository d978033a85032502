/** Why a regular expression is refused, in words; undefined when it is safe. */
export type RegexProblem = string | undefined;

/** Values longer than this are not tried: no host (253) or Windows service name (256) is. */
export const REGEX_VALUE_LENGTH_MAX = 300;
/** With so few repeats a value of that length is tried in milliseconds, whatever it holds. */
const REPEATS_MAX = 3;

interface Group {
  /** A quantifier that can repeat stands inside. */
  hasRepeat: boolean;
}

const ESCAPES = new Set(String.raw`dwsbDWSB.\-/()[]{}*+?^$|`.split(''));

/** Length of the quantifier at a place, and whether it can repeat more than once. */
function quantifierAt(
  source: string,
  at: number,
): { length: number; repeats: boolean } | undefined {
  const found = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(source.slice(at, at + 16));
  if (found === null) return undefined;
  const [text] = found;
  return { length: text.length, repeats: !/^(?:\?|\{[01]\}|\{0,1\})/.test(text) };
}

function classEnd(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
  return at;
}

function openGroup(source: string, at: number): number | undefined {
  if (source[at + 1] !== '?') return 1;
  return source[at + 2] === ':' ? 3 : undefined;
}

/**
 * Checks that a sign's regular expression is anchored at both ends and stays in a subset whose
 * running time is bounded: no look-around, back-reference, nested quantifier, or alternation
 * outside a group, and few quantifiers that repeat.
 */
export function checkRegex(source: string): RegexProblem {
  if (!source.startsWith('^') || !source.endsWith('$') || source.endsWith('\\$')) {
    return 'it must begin with `^` and end with `$`';
  }
  const groups: Group[] = [];
  let repeats = 0;
  let at = 1;
  while (at < source.length - 1) {
    const atom = readAtom(source, at, groups);
    if (typeof atom === 'string') return atom;
    at += atom.length;
    const quantifier = quantifierAt(source, at);
    if (quantifier === undefined) {
      if (atom.hasRepeat) markRepeat(groups);
      continue;
    }
    if (!atom.isQuantifiable) return 'a quantifier stands where there is nothing to repeat';
    if (quantifier.repeats && atom.hasRepeat) return 'a quantifier stands inside a quantifier';
    if (quantifier.repeats || atom.hasRepeat) markRepeat(groups);
    if (quantifier.repeats) repeats += 1;
    at += quantifier.length;
  }
  if (repeats > REPEATS_MAX) return `more than ${REPEATS_MAX} quantifiers repeat`;
  if (groups.length > 0) return 'a group is not closed';
  return compiles(source) ? undefined : 'it is no regular expression';
}

interface Atom {
  readonly length: number;
  readonly isQuantifiable: boolean;
  readonly hasRepeat: boolean;
}

function markRepeat(groups: readonly Group[]): void {
  const innermost = groups.at(-1);
  if (innermost !== undefined) innermost.hasRepeat = true;
}

function readAtom(source: string, at: number, groups: Group[]): Atom | string {
  const plain = { isQuantifiable: true, hasRepeat: false };
  switch (source[at]) {
    case '\\': {
      const escaped = source[at + 1] ?? '';
      if (/[0-9k]/.test(escaped)) return 'a back-reference is not allowed';
      return ESCAPES.has(escaped) ? { length: 2, ...plain } : `\`\\${escaped}\` is not allowed`;
    }
    case '[':
      return { length: classEnd(source, at) - at + 1, ...plain };
    case '(': {
      const length = openGroup(source, at);
      if (length === undefined) return 'look-around and named groups are not allowed';
      groups.push({ hasRepeat: false });
      return { length, isQuantifiable: false, hasRepeat: false };
    }
    case ')': {
      const group = groups.pop();
      if (group === undefined) return 'a group is closed that was not opened';
      return { length: 1, isQuantifiable: true, hasRepeat: group.hasRepeat };
    }
    case '|':
      if (groups.length === 0) return 'an alternation needs a group, or the anchors do not hold';
      return { length: 1, isQuantifiable: false, hasRepeat: false };
    case '^':
    case '$':
      return 'an anchor stands inside';
    case '*':
    case '+':
    case '?':
      return 'a quantifier stands where there is nothing to repeat';
    default:
      return { length: 1, ...plain };
  }
}

function compiles(source: string): boolean {
  try {
    return new RegExp(source, 'iu').test('') || true;
  } catch {
    return false;
  }
}

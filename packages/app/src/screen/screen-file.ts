import {
  compareParties,
  createComparer,
  DEFAULT_POLICY,
  isProblem,
  readJsonValues,
  readParty,
  type Comparison,
  type PartyQuery,
  type Problem,
} from '@interdict/core';
import { messageOf, openFile, type OpenedFile } from '../files/index.ts';
import { InterdictError } from '../problems.ts';
import type { PartyAnswer, Screening } from './open-screening.ts';
import { readParties, type PartiesRead } from './read-parties.ts';

/** @throws InterdictError `path-missing`. */
function open(path: string): OpenedFile {
  try {
    return openFile(path);
  } catch (cause) {
    throw new InterdictError('path-missing', `cannot read: ${messageOf(cause)}`, { cause });
  }
}

/**
 * Screens the parties of a file, or of standard input for `-`, and hands the answers on as they
 * come.
 * @throws InterdictError `path-missing`.
 */
export function screenFile(
  path: string,
  screening: Screening,
  onAnswer: (answer: PartyAnswer) => void,
): PartiesRead {
  const file = open(path);
  try {
    return readParties(file, path, (party) => onAnswer(screening.screen(party)));
  } finally {
    file.close();
  }
}

export interface CompareFileOptions {
  readonly threshold?: number;
}

/**
 * Compares the pairs of a file: `{a, b, schema}`, each side a name or a party.
 * @throws InterdictError `path-missing`, and `usage` for a threshold out of range.
 */
export function compareFile(
  path: string,
  { threshold = DEFAULT_POLICY.threshold }: CompareFileOptions,
  onComparison: (comparison: Comparison) => void,
): PartiesRead {
  if (!(threshold > 0 && threshold <= 1)) {
    throw new InterdictError('usage', 'the threshold is above 0 and at most 1');
  }
  const comparer = createComparer({ ...DEFAULT_POLICY, threshold });
  const problems: Problem[] = [];
  const file = open(path);
  let count = 0;
  try {
    for (const item of readJsonValues(file)) {
      if (isProblem(item)) {
        problems.push(item.problem);
        continue;
      }
      const pair = readPair(item.value, item.pointer);
      if ('code' in pair) {
        problems.push(pair);
        continue;
      }
      count += 1;
      onComparison(compareParties(comparer, pair.a, pair.b));
    }
  } finally {
    file.close();
  }
  return { count, problems, isLost: problems.length > 0 };
}

interface Pair {
  readonly a: PartyQuery;
  readonly b: PartyQuery;
}

function readPair(value: unknown, pointer: string): Pair | Problem {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { code: 'pair-shape', message: 'a pair is an object with `a` and `b`', pointer };
  }
  const { schema, ...sides } = value as Record<string, unknown>;
  const read = (['a', 'b'] as const).map((side) => readSide(sides[side], schema, side));
  const [a, b] = read;
  if (a?.ok === true && b?.ok === true) return { a: a.party, b: b.party };
  const refused = read.find((one) => !one.ok);
  const problem = refused?.ok === false ? refused.problem : undefined;
  const side = refused === a ? 'a' : 'b';
  return {
    code: problem?.code ?? 'pair-shape',
    message: `\`${side}\`: ${problem?.message ?? 'is missing'}`,
    pointer: `${pointer}/${side}${problem?.pointer ?? ''}`,
  };
}

/** One side of a pair: a name alone, or a party whose schema may stand beside the two. */
function readSide(side: unknown, schema: unknown, id: string): ReturnType<typeof readParty> {
  const beside = schema === undefined ? {} : { schema };
  if (typeof side === 'string') return readParty({ ...beside, properties: { name: side } }, id);
  const isParty = typeof side === 'object' && side !== null && !Array.isArray(side);
  return readParty(isParty ? { ...beside, ...side } : side, id);
}

import { nearestWord, parseWhen, type When } from '@interdict/core';
import { InterdictError } from './problems.ts';

/**
 * Reads a point in time from an option or parameter of the given name.
 * @throws InterdictError `usage` when it is neither a date nor a time with an offset.
 */
export function parseWhenOption(option: string, text: string): When {
  const when = parseWhen(text);
  if (when !== undefined) return when;
  throw new InterdictError(
    'usage',
    `${option} \`${text}\` is no date: write 2024-09-28, or 2024-09-29T00:00-04:00 with the offset`,
  );
}

/**
 * Checks that a word is one of a list.
 * @throws InterdictError `usage` naming the words there are, and the nearest.
 */
export function parseWordOption<T extends string>(
  option: string,
  text: string,
  words: readonly T[],
): T {
  const found = words.find((word) => word === text);
  if (found !== undefined) return found;
  const near = nearestWord(text, words);
  const hint = near === undefined ? '' : `; the nearest is \`${near}\``;
  throw new InterdictError('usage', `${option} \`${text}\` is none of ${words.join(', ')}${hint}`);
}

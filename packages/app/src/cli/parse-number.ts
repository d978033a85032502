import { InterdictError } from '../problems.ts';

/**
 * Reads a whole number from an option.
 * @throws InterdictError `usage` when it is none, or out of bounds.
 */
export function parseNumberOption(
  option: string,
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
): number {
  const value = /^\d{1,15}$/u.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw new InterdictError('usage', `${option} \`${text}\` is no number from ${min} to ${max}`);
}

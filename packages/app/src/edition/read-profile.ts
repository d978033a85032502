import { readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { checkSchema, parseYaml, ProfileSchema, type Profile } from '@interdict/core';
import { APP_LIMITS } from '../limits.ts';
import { messageOf } from '../files/index.ts';
import { InterdictError } from '../problems.ts';

/** Who we are when nobody says: nothing is known, so much will be undetermined. */
export const UNKNOWN_PROFILE: Profile = {
  schema: 'interdict.profile/1',
  name: 'nobody in particular (no profile given)',
};

function readText(path: string): string {
  try {
    const { size } = statSync(path);
    if (size > APP_LIMITS.profileBytesMax) {
      throw new InterdictError('profile-invalid', `\`${path}\` is larger than a profile can be`);
    }
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof InterdictError) throw cause;
    throw new InterdictError('path-missing', `cannot read profile: ${messageOf(cause)}`, { cause });
  }
}

/**
 * Reads a profile from a file of YAML or JSON.
 * @throws InterdictError `path-missing` or `profile-invalid`, with line and column.
 */
export function readProfile(path: string): Profile {
  return parseProfile(path, readText(path));
}

/**
 * Reads a profile from a text of YAML or JSON; `path` names it in messages.
 * @throws InterdictError `profile-invalid`, with line and column.
 */
export function parseProfile(path: string, text: string): Profile {
  const parsed = parseYaml(path, text);
  if (!parsed.ok) {
    const [first] = parsed.problems;
    const place = first === undefined ? path : `${path}:${first.line}:${first.column}`;
    throw new InterdictError('profile-invalid', `${place}: ${first?.message ?? 'not YAML'}`);
  }
  const { document } = parsed;
  const problems = checkSchema(ProfileSchema, document.value);
  if (problems.length === 0) return document.value as Profile;
  const lines = problems.map(({ message, path: at }) => {
    const { line, column } = document.locate(at);
    return `${path}:${line}:${column}: ${message}`;
  });
  throw new InterdictError('profile-invalid', lines.join('\n'));
}

/** The folders that a profile lays over the rulebook; they are written as seen from its own. */
export function overlaysOf({ overlays = [] }: Profile, path: string): readonly string[] {
  return overlays.map((one) => (isAbsolute(one) ? one : join(dirname(path), one)));
}

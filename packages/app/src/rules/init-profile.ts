import { writeFileSync } from 'node:fs';
import { checkSchema, parseYaml, ProfileSchema, type Profile } from '@interdict/core';
import { messageOf } from '../files/index.ts';
import { InterdictError } from '../problems.ts';
import { profileText } from './profile-text.ts';

/**
 * The text of a profile, read back to be certain that it says what it was made from.
 * @throws InterdictError `profile-invalid` when a value has no place in a profile.
 */
export function checkedProfileText(profile: Profile): string {
  const text = profileText(profile);
  const parsed = parseYaml('profile', text);
  const value: unknown = parsed.ok ? parsed.document.value : undefined;
  const [problem] = checkSchema(ProfileSchema, value);
  if (problem === undefined) return text;
  throw new InterdictError('profile-invalid', `the profile would not be valid: ${problem.message}`);
}

/**
 * Writes a commented profile; what is there already stays unless it is to be replaced.
 * @throws InterdictError `output-failed` or `profile-invalid`.
 */
export function writeProfile(path: string, profile: Profile, isReplacing: boolean): void {
  const text = checkedProfileText(profile);
  try {
    writeFileSync(path, text, { flag: isReplacing ? 'w' : 'wx' });
  } catch (cause) {
    const isThere = (cause as NodeJS.ErrnoException).code === 'EEXIST';
    const message = isThere
      ? `\`${path}\` is there already: give --force to replace it, or another --output`
      : `cannot write the profile: ${messageOf(cause)}`;
    throw new InterdictError('output-failed', message, { cause });
  }
}

import Type from 'typebox';
import type { TOptional, TString } from 'typebox';
import { WhenTextSchema, type Profile, type When } from '@interdict/core';
import { parseProfile } from '../../edition/index.ts';
import { APP_LIMITS } from '../../limits.ts';
import { parseWhenOption } from '../../parse-options.ts';
import { InterdictError } from '../../problems.ts';
import type { Service } from '../service.ts';

/** Shortest profile that says something, as an example. */
const PROFILE_EXAMPLE = JSON.stringify({
  schema: 'interdict.profile/1',
  name: 'Pawpaw Bend County',
  country: 'US',
  state: 'OH',
  classes: ['local-government'],
});

/** A moment. Its form is checked with its schema; that it exists, when it is read. */
export function whenParam(description: string, example: string): typeof WhenTextSchema {
  return Type.Unsafe({ ...WhenTextSchema, description, examples: [example] });
}

/** Parameters that several routes have. */
export const AS_OF: { readonly as_of: TOptional<typeof WhenTextSchema> } = {
  as_of: Type.Optional(
    whenParam('Date, or time with offset, to answer for. Default: now.', '2024-09-28'),
  ),
};

export const PROFILE: { readonly profile: TOptional<TString> } = {
  profile: Type.Optional(
    Type.String({
      maxLength: APP_LIMITS.httpHeaderBytesMax,
      description:
        'Who asks, as interdict.profile/1 in JSON or YAML. Default: the profile of the server.',
      examples: [PROFILE_EXAMPLE],
    }),
  ),
};

/** The moment a parameter names; now by the clock of the server when it is absent. */
export function asOfParam(text: string | undefined, service: Service): When {
  return parseWhenOption('as_of', text ?? service.now());
}

/** The moment an optional parameter names. */
export function optionalWhen(name: string, text: string | undefined): When | undefined {
  return text === undefined ? undefined : parseWhenOption(name, text);
}

/** A request may not have folders of the machine read; without them the answer would be another. */
function sentProfile(text: string): Profile {
  const profile = parseProfile('profile', text);
  if (profile.overlays === undefined) return profile;
  const message =
    'profile: `overlays` are folders, which the server lays over its rulebook when it starts: ' +
    'leave them out, and start it with --overlay';
  throw new InterdictError('profile-invalid', message);
}

/** The profile of a parameter or body, or the one of the server. */
export function profileParam(text: string | undefined, service: Service): Profile | undefined {
  return text === undefined ? service.profile : sentProfile(text);
}

/** The profile a body is; an empty body is none. */
export function profileBody(body: Buffer, service: Service): Profile | undefined {
  if (body.length === 0) return service.profile;
  return sentProfile(utf8Of(body));
}

/** @throws InterdictError `request-invalid` for bytes that are not UTF-8. */
function utf8Of(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const message = 'the body is not UTF-8: save it as UTF-8 and send it again';
    throw new InterdictError('request-invalid', message, { cause });
  }
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkSchema, ProfileSchema } from '@interdict/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP_LIMITS } from '../limits.ts';
import { InterdictError } from '../problems.ts';
import { readProfile, UNKNOWN_PROFILE } from './index.ts';

const COUNTY = fileURLToPath(new URL('../../../../examples/county/profile.yaml', import.meta.url));

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'interdict-profile-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const HEAD = 'schema: interdict.profile/1\nname: A county\n';

function write(text: string): string {
  const file = path.join(folder, 'profile.yaml');
  writeFileSync(file, text);
  return file;
}

function failure(file: string): InterdictError {
  try {
    readProfile(file);
  } catch (error) {
    if (error instanceof InterdictError) return error;
    throw error;
  }
  throw new Error('the profile was read');
}

describe('readProfile', () => {
  it('reads YAML', () => {
    const profile = readProfile(write(`${HEAD}country: US\nclasses: [local-government]\n`));

    expect(profile).toEqual({
      schema: 'interdict.profile/1',
      name: 'A county',
      country: 'US',
      classes: ['local-government'],
    });
  });

  it('reads JSON, which is YAML as well', () => {
    const text = JSON.stringify({ schema: 'interdict.profile/1', name: 'A county' });

    expect(readProfile(write(text)).name).toBe('A county');
  });

  it('reads the profile of the example county', () => {
    expect(readProfile(COUNTY)).toMatchObject({ country: 'US', state: 'OH' });
  });

  it.each([
    ['a wrong country', `${HEAD}country: USA\n`, '3:10', 'country'],
    [
      'a word that does not exist',
      `${HEAD}classes:\n  - reseller\n  - emperor\n`,
      '5:5',
      'emperor',
    ],
    ['a schema of something else', 'schema: interdict.rule/1\nname: x\n', '1:9', 'schema'],
    [
      'a fact of the wrong type',
      `${HEAD}facts:\n  federalSystem: maybe\n`,
      '4:18',
      'federalSystem',
    ],
    ['a broken list', `${HEAD}classes: [a\n`, '4:1', ''],
    ['a key given twice', `${HEAD}name: Again\n`, '3:1', 'given twice'],
    ['nothing in it', '', '1:1', ''],
    ['a list in place of properties', '- a\n', '1:', ''],
  ])('refuses %s with line and column', (_, text, place, word) => {
    const file = write(text);

    const { code, message } = failure(file);

    expect(code).toBe('profile-invalid');
    expect(message).toContain(`${file}:${place}`);
    expect(message).toMatch(/:\d+:\d+: \S/);
    expect(message).toContain(word);
  });

  it('names every problem on a line of its own', () => {
    const file = write(`${HEAD}country: USA\nclasses: [x, y]\n`);

    const lines = failure(file).message.split('\n');

    expect(lines.map((line) => line.slice(file.length).split(': ')[0])).toEqual([
      ':3:10',
      ':4:11',
      ':4:14',
    ]);
  });

  it('refuses names that would reach into the prototype', () => {
    expect(failure(write(`${HEAD}__proto__: {country: US}\n`)).code).toBe('profile-invalid');
  });

  it('refuses a file larger than a profile can be, before it reads it', () => {
    const file = write(`${HEAD}# ${'x'.repeat(APP_LIMITS.profileBytesMax)}\n`);

    expect(failure(file)).toMatchObject({
      code: 'profile-invalid',
      message: `\`${file}\` is larger than a profile can be`,
    });
  });

  it('says why a file cannot be read', () => {
    expect(failure(path.join(folder, 'missing.yaml'))).toMatchObject({
      code: 'path-missing',
      message: expect.stringMatching(/^cannot read profile: ENOENT/),
      cause: expect.any(Error),
    });
    expect(failure(folder)).toMatchObject({ code: 'path-missing' });
  });
});

describe('the profile of nobody in particular', () => {
  it('is a profile that states nothing', () => {
    expect(checkSchema(ProfileSchema, UNKNOWN_PROFILE)).toEqual([]);
    expect(Object.keys(UNKNOWN_PROFILE).toSorted()).toEqual(['name', 'schema']);
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BOUND_CLASSES, FACTS, wordsOf, type Profile } from '@interdict/core';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readProfile } from '../edition/index.ts';
import { checkedProfileText, SECTORS, writeProfile } from './index.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'interdict-init-'));
  file = path.join(folder, 'profile.yaml');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const COUNTY: Profile = {
  schema: 'interdict.profile/1',
  name: 'A county',
  country: 'US',
  state: 'OH',
  classes: ['local-government'],
};

describe('writeProfile', () => {
  it('writes what is read back as the same profile, whatever is in it', () => {
    const classes = fc.uniqueArray(fc.constantFrom(...wordsOf(BOUND_CLASSES)), { maxLength: 4 });
    const profiles: fc.Arbitrary<Profile> = fc.record(
      {
        schema: fc.constant('interdict.profile/1' as const),
        name: fc.string({ minLength: 1, maxLength: 60 }),
        country: fc.constantFrom('US', 'DE', 'NO'),
        state: fc.constantFrom('OH', 'NO', 'ON', '12', 'a: b'),
        classes,
        classesUnknown: classes,
        facts: fc.constantFrom(
          { federalSystem: false },
          { eccn: '#5D002: "x"', supplyAgreementDate: '2024-07-20' },
          { grossWeightPounds: 9000.5 },
        ),
      },
      { requiredKeys: ['schema', 'name'] },
    );

    fc.assert(
      fc.property(profiles, (profile) => {
        writeProfile(file, profile, true);

        expect(readProfile(file)).toEqual(profile);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps a file that is there, unless it is to be replaced', () => {
    writeFileSync(file, 'ours');

    expect(() => writeProfile(file, COUNTY, false)).toThrow(
      expect.objectContaining({
        code: 'output-failed',
        message: expect.stringContaining('--force'),
      }),
    );
    expect(readFileSync(file, 'utf8')).toBe('ours');
    writeProfile(file, COUNTY, true);
    expect(readProfile(file)).toEqual(COUNTY);
  });

  it('says why it cannot write', () => {
    expect(() => writeProfile(path.join(folder, 'no', 'profile.yaml'), COUNTY, false)).toThrow(
      /cannot write the profile: ENOENT/u,
    );
  });

  it('writes nothing that would not be a profile', () => {
    expect(() => checkedProfileText({ ...COUNTY, country: 'USA' })).toThrow(
      expect.objectContaining({ code: 'profile-invalid' }),
    );
  });
});

describe('the text of a profile', () => {
  it('explains each class that applies and names every other one', () => {
    const text = checkedProfileText(COUNTY);

    for (const one of wordsOf(BOUND_CLASSES)) {
      expect(text).toContain(one);
      expect(text).toContain(BOUND_CLASSES[one].meaning);
    }
    expect(text).toMatch(/^# classesUnknown: \[\]$/mu);
  });

  it('shows only facts and classes that exist in what it suggests', () => {
    const text = checkedProfileText({ schema: 'interdict.profile/1', name: 'x' });

    expect(text).toContain('#   federalSystem: false');
    expect(Object.hasOwn(FACTS, 'federalSystem')).toBe(true);
    expect(text).toContain('# classes: []');
  });
});

describe('sectors', () => {
  it('lead to classes of the vocabulary', () => {
    for (const { classes, meaning } of Object.values(SECTORS)) {
      expect(classes.length).toBeGreaterThan(0);
      for (const one of classes) expect(Object.hasOwn(BOUND_CLASSES, one)).toBe(true);
      expect(meaning).toMatch(/^[A-Z].*\.$/u);
    }
  });
});

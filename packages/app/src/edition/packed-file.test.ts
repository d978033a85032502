import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RulebookFile } from '@interdict/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InterdictError } from '../problems.ts';
import {
  loadEdition,
  makeKeyFiles,
  packToFile,
  readBooks,
  readPackedFile,
  verifyEditionFile,
  type KeyFiles,
} from './index.ts';

const DATA = fileURLToPath(new URL('../../dist/data', import.meta.url));

let folder: string;
let rulebook: RulebookFile;
let key: KeyFiles;
let otherKey: KeyFiles;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'interdict-packed-'));
  ({ rulebook } = readBooks(DATA));
  key = makeKeyFiles(path.join(folder, 'key.pem'));
  otherKey = makeKeyFiles(path.join(folder, 'other.pem'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function inFolder(name: string): string {
  return path.join(folder, name);
}

function failure(act: () => unknown): InterdictError {
  try {
    act();
  } catch (error) {
    if (error instanceof InterdictError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** A copy of a packed edition that somebody changed. */
function tamper(source: string, name: string, before: string, after: string): string {
  const text = readFileSync(source, 'utf8');
  expect(text).toContain(before);
  const file = inFolder(name);
  writeFileSync(file, text.replace(before, after));
  return file;
}

function codes(file: string, publicKey?: string): readonly string[] {
  return verifyEditionFile(file, publicKey).faults.map(({ code }) => code);
}

describe('makeKeyFiles', () => {
  it('keeps the private key for its owner, and writes the public one beside it', () => {
    expect(statSync(key.privateKey).mode & 0o777).toBe(0o600);
    expect(readFileSync(key.privateKey, 'utf8')).toContain('PRIVATE KEY');
    expect(readFileSync(key.publicKey, 'utf8')).toContain('PUBLIC KEY');
    expect(readFileSync(key.publicKey, 'utf8')).not.toContain('PRIVATE');
    expect(key.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  it('writes over nothing: neither a private nor a public key', () => {
    const before = readFileSync(key.privateKey, 'utf8');
    writeFileSync(inFolder('third.pem.pub'), 'somebody else’s');

    expect(failure(() => makeKeyFiles(key.privateKey)).code).toBe('output-failed');
    expect(failure(() => makeKeyFiles(inFolder('third.pem'))).code).toBe('output-failed');
    expect(readFileSync(key.privateKey, 'utf8')).toBe(before);
    expect(readFileSync(inFolder('third.pem.pub'), 'utf8')).toBe('somebody else’s');
    expect(readdirSync(folder)).not.toContain('third.pem');
  });
});

// Each packs, signs or reads the whole law.
const LAW_TIMEOUT_MS = 60_000;

describe('packToFile', { timeout: LAW_TIMEOUT_MS }, () => {
  it('gives the same bytes each time, under the name of the content', () => {
    const first = packToFile(rulebook, folder, key.privateKey);
    const second = packToFile(rulebook, inFolder('again.json'), key.privateKey);

    expect(path.basename(first.path)).toContain(rulebook.digest);
    expect(readFileSync(second.path)).toEqual(readFileSync(first.path));
    expect(packToFile(rulebook, folder, key.privateKey).path).toBe(first.path);
  });

  it('writes over no other file', () => {
    writeFileSync(inFolder('notes.txt'), 'mine');

    expect(failure(() => packToFile(rulebook, inFolder('notes.txt'))).code).toBe('output-failed');
    expect(readFileSync(inFolder('notes.txt'), 'utf8')).toBe('mine');
  });

  it.each([
    ['a public key', () => key.publicKey],
    ['no key at all', () => inFolder('notes.txt')],
  ])('refuses to sign with %s, and repeats nothing of it', (_, file) => {
    const { code, message } = failure(() => packToFile(rulebook, inFolder('never.json'), file()));

    expect(code).toBe('key-invalid');
    expect(message).not.toContain(readFileSync(file(), 'utf8').slice(0, 10));
    expect(readdirSync(folder)).not.toContain('never.json');
  });
});

describe('verifyEditionFile', { timeout: LAW_TIMEOUT_MS }, () => {
  let signed: string;

  beforeAll(() => {
    signed = packToFile(rulebook, inFolder('signed.json'), key.privateKey).path;
  });

  it('vouches for what is whole and signed with the key one trusts', () => {
    const check = verifyEditionFile(signed, key.publicKey);

    expect(check).toMatchObject({ faults: [], isVouched: true, signer: key.fingerprint });
  });

  it('leaves open who signed when no key is given', () => {
    const check = verifyEditionFile(signed);

    expect(check).toMatchObject({ faults: [], isVouched: false, signer: key.fingerprint });
  });

  it('tells the wrong key from a damaged signature', () => {
    expect(codes(signed, otherKey.publicKey)).toEqual(['wrong-key']);

    const { signature } = JSON.parse(readFileSync(signed, 'utf8')) as {
      readonly signature: { readonly value: string };
    };
    const { value } = signature;
    const damaged = `${value.startsWith('A') ? 'B' : 'A'}${value.slice(1)}`;
    expect(codes(tamper(signed, 'damaged.json', value, damaged), key.publicKey)).toEqual([
      'bad-signature',
    ]);
  });

  it('asks for a signature only of whoever gives a key to check it with', () => {
    const bare = packToFile(rulebook, inFolder('bare.json')).path;

    expect(codes(bare)).toEqual([]);
    expect(codes(bare, key.publicKey)).toEqual(['unsigned']);
  });

  it('names the rule that was changed', () => {
    const title = rulebook.rules.find(({ id }) => id === 'us-icts-kaspersky-2024')?.title ?? '';
    const file = tamper(signed, 'changed.json', title, `${title}!`);

    const { faults } = verifyEditionFile(file, key.publicKey);

    expect(faults).toEqual([
      {
        code: 'changed',
        message: 'rule `us-icts-kaspersky-2024` was changed after packing',
      },
    ]);
  });

  // An attacker who changes a rule can change every digest with it, but not the signature.
  it('finds a rulebook that was packed anew under an old signature', () => {
    const [first, ...rest] = rulebook.rules;
    if (first === undefined) throw new Error('no rules');
    const forged = packToFile(
      { ...rulebook, rules: [{ ...first, title: 'Forged' }, ...rest], digest: '0'.repeat(64) },
      inFolder('forged.json'),
    ).path;
    const { signature } = JSON.parse(readFileSync(signed, 'utf8')) as { signature: object };
    const file = tamper(
      forged,
      'resigned.json',
      '"signature":null',
      `"signature":${JSON.stringify(signature)}`,
    );

    expect(codes(file, key.publicKey)).toEqual(expect.arrayContaining(['digest', 'bad-signature']));
  });

  it('tells a file that is cut off, and one whose name is of another', () => {
    const cut = inFolder('cut.json');
    writeFileSync(cut, readFileSync(signed).subarray(0, 10_000));
    const renamed = inFolder(`interdict-rulebook-1-${'0'.repeat(64)}.json`);
    writeFileSync(renamed, readFileSync(signed));

    expect(verifyEditionFile(cut, key.publicKey).faults).toEqual([
      {
        code: 'unreadable',
        message: expect.stringMatching(/^it is cut off after \d+ characters$/) as string,
      },
    ]);
    expect(codes(renamed, key.publicKey)).toEqual(['name']);
  });
});

describe('a packed edition in the place of ours', { timeout: LAW_TIMEOUT_MS }, () => {
  it('has the same digest and decides the same', () => {
    const file = packToFile(rulebook, inFolder('use.json'), key.privateKey).path;

    const { compiled } = loadEdition(DATA, file);

    expect(compiled.rulebook.digest).toBe(rulebook.digest);
    expect(compiled.rules.length).toBe(rulebook.rules.length);
  });

  it('is refused when a rule in it was changed, with its id', () => {
    const file = tamper(
      packToFile(rulebook, inFolder('use.json'), key.privateKey).path,
      'used.json',
      rulebook.rules[0]?.title ?? '',
      'Nothing is barred',
    );

    const { code, message } = failure(() => readPackedFile(file));

    expect(code).toBe('rulebook-invalid');
    expect(message).toContain(`rule \`${rulebook.rules[0]?.id}\` was changed after packing`);
  });
});

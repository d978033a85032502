import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf, type InstantText } from '@interdict/core';
import { APP_LIMITS } from '../limits.ts';
import { addKey, createKey, findKey, mayDo, readKeyFile, ROLES } from './index.ts';

const CREATED = '2026-01-01T00:00:00Z' as InstantText;
const NOW = '2026-11-24T00:00:00Z' as InstantText;

function made(expires?: string) {
  const expiry = expires === undefined ? {} : { expires: expires as InstantText };
  return createKey({ name: 'crm', role: 'read', created: CREATED, ...expiry }, randomBytes);
}

describe('a key', () => {
  it('is found by its text, and its entry has only the digest of its secret', () => {
    const { text, entry } = made();

    expect(findKey([made().entry, entry], text, NOW)).toEqual({ kind: 'known', entry });
    const secret = Buffer.from(text.slice(-43), 'base64url');
    expect(secret).toHaveLength(32);
    expect(entry.sha256).toBe(createHash('sha256').update(secret).digest('hex'));
    expect(JSON.stringify(entry)).not.toContain(text.slice(-43));
  });

  it('is another each time', () => {
    const texts = new Set(Array.from({ length: 100 }, () => made().text));

    expect(texts.size).toBe(100);
  });

  it('counts until the instant of its expiry, and no longer', () => {
    const { text, entry } = made('2026-11-24T00:00:00Z');
    const at = (now: string) => findKey([entry], text, now as InstantText).kind;

    expect(at('2026-11-23T23:59:59Z')).toBe('known');
    expect(at('2026-11-24T00:00:00Z')).toBe('expired');
  });

  it('is not known with any one character changed', () => {
    const { text, entry } = made();
    const places = fc.integer({ min: 0, max: text.length - 2 });

    fc.assert(
      fc.property(places, fc.string({ minLength: 1, maxLength: 1 }), (at, character) => {
        const other = text.slice(0, at) + character + text.slice(at + 1);
        fc.pre(other !== text);
        expect(findKey([entry], other, NOW).kind).toBe('unknown');
      }),
    );
  });

  it('is not known by its digest, or without a key at all', () => {
    const { entry } = made();

    for (const text of ['', entry.sha256, `interdict_${entry.id}_${'A'.repeat(43)}`]) {
      expect(findKey([entry], text, NOW).kind).toBe('unknown');
    }
  });
});

describe('roles', () => {
  it('may what their table says', () => {
    const table = wordsOf(ROLES).map((role) => [
      role,
      (['read', 'decide', 'operate'] as const).filter((one) => mayDo(role, one)),
    ]);

    expect(Object.fromEntries(table)).toEqual({
      read: ['read'],
      decide: ['read', 'decide'],
      admin: ['read', 'decide', 'operate'],
    });
  });
});

describe('a file of keys', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'interdict-keys-'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('gives back the keys that were added, in their order', () => {
    const file = path.join(folder, 'keys.ndjson');
    const entries = [made().entry, made('2027-01-01T00:00:00Z').entry];
    for (const entry of entries) addKey(file, entry);

    expect(readKeyFile(file)).toEqual(entries);
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(3);
  });

  const GOOD = made().entry;

  it.each([
    ['no JSON', 'key', ':1: not JSON'],
    ['a list', '[]', ':1: '],
    ['a role there is not', JSON.stringify({ ...GOOD, role: 'root' }), 'role'],
    ['a digest that is none', JSON.stringify({ ...GOOD, sha256: 'x' }), 'sha256'],
    ['a property there is not', JSON.stringify({ ...GOOD, secret: 'x' }), 'secret'],
    ['a key twice', `${JSON.stringify(GOOD)}\n${JSON.stringify(GOOD)}`, ':2: '],
    ['too much', ' '.repeat(APP_LIMITS.keysBytesMax + 1), 'larger'],
  ])('that holds %s is refused with the place', (_, text, message) => {
    const file = path.join(folder, 'bad.ndjson');
    writeFileSync(file, text);

    expect(() => readKeyFile(file)).toThrow(message);
  });
});

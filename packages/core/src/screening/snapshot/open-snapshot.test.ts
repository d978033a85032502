import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSnapshot } from '../index/build-snapshot.ts';
import { screenParty } from '../screen.ts';
import { createScreener } from '../screener.ts';
import { madeEntry, party } from '../screening.fixture.ts';
import { openSnapshot } from './open-snapshot.ts';

const ENTRIES = [
  madeEntry('1', 'Person', { name: ['Arkadiy Zvantsev'], birthDate: ['1961'] }),
  madeEntry('2', 'Company', { name: ['Trelvik Instruments Ltd'], alias: ['特尔维克'] }),
];

function bytesOf(): Uint8Array<ArrayBuffer> {
  return buildSnapshot({ entries: ENTRIES, lists: [] });
}

describe('openSnapshot', () => {
  it('opens what was built, and the same entries give the same bytes', () => {
    const opened = openSnapshot(bytesOf());

    expect(opened).toMatchObject({ ok: true, snapshot: { meta: { entries: 2, names: 3 } } });
    expect(bytesOf()).toEqual(bytesOf());
  });

  it('answers from memory that threads share', () => {
    const bytes = bytesOf();
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
    shared.set(bytes);

    const opened = openSnapshot(shared);
    const screener = opened.ok ? createScreener(opened.snapshot) : undefined;

    expect(screener?.ok).toBe(true);
    if (screener?.ok !== true) return;
    const answer = screenParty(screener.screener, party('Company', { name: ['特尔维克'] }));
    expect(answer.results[0]).toMatchObject({ id: 'made:2', caption: 'Trelvik Instruments Ltd' });
  });

  it('refuses bytes of which any one was changed', () => {
    const bytes = bytesOf();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = bytes.slice();
        damaged[at] = ((damaged[at] ?? 0) + change) % 256;

        expect(openSnapshot(damaged).ok).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses bytes that end early, at any length', () => {
    const bytes = bytesOf();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (length) => {
        expect(openSnapshot(bytes.slice(0, length)).ok).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses a snapshot whose digest is right but whose places lead nowhere', () => {
    const bytes = bytesOf();
    const refused: string[] = [];
    // The digest is taken as given, as if whoever changed the bytes had written it anew.
    const sha256 = (): Uint8Array => bytes.slice(8, 40);
    for (let at = 44; at < bytes.length; at += 97) {
      const damaged = bytes.slice();
      damaged.fill(0xff, at, at + 4);
      const opened = openSnapshot(damaged, { sha256 });
      if (!opened.ok) refused.push(opened.problem.code);
    }

    expect(new Set(refused)).toContain('snapshot-damaged');
  });

  it.each([
    ['other bytes', new TextEncoder().encode('{"snapshot": false, "padding": "0123456789012345"}')],
    ['nothing', new Uint8Array()],
  ])('says of %s that they are no snapshot', (_, bytes) => {
    expect(openSnapshot(bytes)).toMatchObject({ ok: false, problem: { code: 'snapshot-format' } });
  });

  it('says of another layout that it must be built again', () => {
    const bytes = bytesOf();
    bytes[7] = 99;

    expect(openSnapshot(bytes)).toMatchObject({ ok: false, problem: { code: 'snapshot-version' } });
  });
});

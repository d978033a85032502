import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelOf, type Weight } from './combine.ts';

const A = { strength: 'A', origin: 'signer' } as const;
const B = { strength: 'B', origin: 'registry' } as const;
const B_FILE = { strength: 'B', origin: 'file' } as const;
const C = { strength: 'C', origin: 'registry' } as const;
const C_FILE = { strength: 'C', origin: 'file' } as const;

describe('levelOf', () => {
  it.each([
    ['nothing', [], undefined],
    ['one proof', [A], 'identified'],
    ['a proof among supports', [C, A, B], 'identified'],
    ['two strong signs of different origins', [B, B_FILE], 'identified'],
    ['two strong signs of one origin', [B, B], 'probable'],
    ['a strong sign and support of another origin', [B, C_FILE], 'identified'],
    ['a strong sign and support of the same origin', [B, C], 'probable'],
    ['one strong sign', [B], 'probable'],
    ['support only', [C], 'lead'],
    ['support of two origins', [C, C_FILE], 'lead'],
  ] as const)('%s', (_, weights, level) => {
    expect(levelOf(weights)).toBe(level);
  });

  it('never falls when evidence is added, and does not mind the order', () => {
    const weight = fc.record<Weight>({
      strength: fc.constantFrom('A', 'B', 'C'),
      origin: fc.constantFrom('registry', 'file', 'signer', 'network'),
    });
    const ranks = [undefined, 'lead', 'probable', 'identified'];
    fc.assert(
      fc.property(fc.array(weight, { maxLength: 6 }), weight, (weights, more) => {
        const before = ranks.indexOf(levelOf(weights));

        expect(ranks.indexOf(levelOf([...weights, more]))).toBeGreaterThanOrEqual(before);
        expect(levelOf(weights.toReversed())).toBe(levelOf(weights));
      }),
    );
  });
});

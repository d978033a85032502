import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSlip } from '../search/find-slips.ts';
import { halfKeys, halfKeysAround, writtenLetters } from './slips.ts';

const letters = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', 'd', 'ш', 'ق'),
  minLength: 9,
  maxLength: 20,
});

function slipOf(text: string, at: number, kind: number, letter: string): string {
  const place = at % (text.length - 1);
  const [before, here, next] = [text.slice(0, place), text.charAt(place), text.charAt(place + 1)];
  switch (kind) {
    case 0:
      return before + letter + here + text.slice(place + 1);
    case 1:
      return before + text.slice(place + 1);
    case 2:
      return before + letter + text.slice(place + 1);
    default:
      return before + next + here + text.slice(place + 2);
  }
}

it('a name shares a key with every name that is one slip away, wherever the slip is', () => {
  const kind = fc.integer({ min: 0, max: 3 });
  fc.assert(
    fc.property(letters, fc.nat(), kind, fc.constantFrom('x', 'é'), (name, at, which, letter) => {
      const slipped = slipOf(name, at, which, letter);

      const keys = new Set(halfKeys(name));

      expect(isSlip(slipped, name)).toBe(true);
      expect(halfKeysAround(slipped).some((key) => keys.has(key))).toBe(true);
    }),
  );
});

it('letters are those that are written, from the first name on', () => {
  expect(writtenLetters("KIM, Ho'-kyu 2")).toBe('hokyu2kim');
  expect(writtenLetters('Kim Ho')).toBe('');
});

it('another digit makes another name, and so do two slips', () => {
  expect(isSlip('repairunit7', 'repairunit8')).toBe(false);
  expect(isSlip('repairunit7', 'repairunit77')).toBe(false);
  expect(isSlip('repairunit7', 'repayrunit7')).toBe(true);
  expect(isSlip('repairunit7', 'repayrunnit7')).toBe(false);
});

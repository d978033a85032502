import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, placeInRanges } from './compare-version.ts';

describe('compareVersions', () => {
  it.each([
    ['12.1X46-D30', '15.1X49-D10', -1],
    ['15.1X49-D10', '15.1X49-D10', 0],
    ['15.1X49-D100', '15.1X49-D10', 1],
    ['15.1X49-D10.4', '15.1X49-D10', 1],
    ['15.1X48-D90', '15.1X49-D10', -1],
    ['17.3R1', '17.3R1-S2', -1],
    ['17.3R2', '17.3R1-S2', 1],
    ['17.2R3', '17.3R1', -1],
    ['JUNOS 12.1X46-D30.2', '15.1X49-D10', -1],
    ['5.8.1', '5.8', 1],
    ['5.8.0', '5.8', 0],
    ['10.0', '9.99', 1],
    ['v2.13.0.10', '2.13.0.9', 1],
  ] as const)('orders %s and %s', (a, b, order) => {
    expect(compareVersions(a, b)).toBe(order);
  });

  it.each([
    // A train has releases of both kinds side by side.
    ['15.1R7', '15.1X49-D10'],
    ['15.1X49', '15.1X49-D10'],
    ['17.3', '17.3R1'],
    ['5.8.1o', '5.8.1'],
    ['unknown', '1.0'],
    ['', '1.0'],
    ['1.99999999999999999999', '1.0'],
  ])('does not pretend to order %s and %s', (a, b) => {
    expect(compareVersions(a, b)).toBeUndefined();
  });

  it('is antisymmetric', () => {
    const version = fc.oneof(
      fc.array(fc.nat(40), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.')),
      fc
        .tuple(fc.nat(20), fc.nat(4), fc.constantFrom('R', 'X'), fc.nat(60), fc.nat(40))
        .map(([major, minor, kind, main, step]) =>
          kind === 'R' ? `${major}.${minor}R${main}` : `${major}.${minor}X${main}-D${step}`,
        ),
    );
    fc.assert(
      fc.property(version, version, (a, b) => {
        const there = compareVersions(a, b);
        const back = compareVersions(b, a);

        expect(back).toBe(there === undefined ? undefined : there === 0 ? 0 : -there);
      }),
    );
  });
});

describe('placeInRanges', () => {
  const junos = [{ before: '15.1X49-D10' }, { from: '16.1R1', before: '17.3R1' }];

  it.each([
    ['10.0R3.10', 'inside'],
    ['12.1X46-D30', 'inside'],
    ['15.1X49-D10', 'outside'],
    ['15.1X49-D170', 'outside'],
    ['17.2R3', 'inside'],
    ['17.3R1', 'outside'],
    ['18.4R1', 'outside'],
    ['15.1R7', 'unknown'],
    ['17.3', 'unknown'],
    ['latest', 'unknown'],
  ])('puts %s %s', (version, place) => {
    expect(placeInRanges(version, junos)).toBe(place);
  });
});

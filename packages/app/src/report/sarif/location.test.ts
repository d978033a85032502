import { describe, expect, it } from 'vitest';
import { artifactLocation, locationOf, regionOf } from './location.ts';

describe('artifactLocation', () => {
  it.each([
    ['fleet/programs.csv', 'fleet/programs.csv', 'INPUT'],
    ['./a b/ü%.json', 'a%20b/%C3%BC%25.json', 'INPUT'],
    ['/var/log/x.log', 'var/log/x.log', 'ROOT'],
    [String.raw`C:\inv\a.csv`, 'C%3A/inv/a.csv', 'ROOT'],
    ['javascript:alert(1)', 'javascript%3Aalert(1)', 'INPUT'],
    ['//evil.test/x', 'evil.test/x', 'ROOT'],
    ['a.zip!b/c.json', 'a.zip!b/c.json', 'INPUT'],
    ['half\ud83d', 'half%EF%BF%BD', 'INPUT'],
    ['', '.', 'INPUT'],
  ])('makes `%s` a relative reference', (path, uri, uriBaseId) => {
    expect(artifactLocation(path)).toEqual({ uri, uriBaseId });
  });
});

describe('regionOf', () => {
  it('reads lines, columns and bytes, and nothing else', () => {
    expect(regionOf('line:42')).toEqual({ startLine: 42 });
    expect(regionOf('line:42:7')).toEqual({ startLine: 42, startColumn: 7 });
    expect(regionOf('byte:1024')).toEqual({ byteOffset: 1024 });
    expect(regionOf('line:0')).toBeUndefined();
    expect(regionOf('/components/41')).toBeUndefined();
    expect(regionOf(undefined)).toBeUndefined();
  });
});

describe('locationOf', () => {
  it('makes a JSON Pointer a logical location', () => {
    expect(locationOf({ file: 'a.json', pointer: '/components/41' })).toMatchObject({
      logicalLocations: [{ fullyQualifiedName: '/components/41' }],
    });
  });
});

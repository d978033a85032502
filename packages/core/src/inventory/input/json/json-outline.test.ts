import { describe, expect, it } from 'vitest';
import { makeHead } from '../file-head.ts';
import { bytesOf } from '../read.fixture.ts';
import { makeOutline, outlineOf } from './json-outline.ts';

describe('makeOutline', () => {
  it('lists the members of the root, with texts', () => {
    const { root, members } = makeOutline('{"a":"x","b":1,"c":{"d":"y"}}');

    expect(root).toBe('object');
    expect([...members]).toEqual([
      ['a', 'x'],
      ['b', undefined],
      ['c', undefined],
    ]);
  });

  it('lists the keys of the first object in each list', () => {
    const { elementKeys } = makeOutline('{"a":[{"x":1,"y":[{"z":1}]},{"w":1}],"b":[1]}');

    expect([...(elementKeys.get('a') ?? [])]).toEqual(['x', 'y']);
    expect([...(elementKeys.get('b') ?? [])]).toEqual([]);
  });

  it('shows the first object of a root list', () => {
    const { root, members } = makeOutline('[{"a":"x"},{"b":"y"}]');

    expect(root).toBe('array');
    expect([...members.keys()]).toEqual(['a']);
  });

  it('goes as far as the text does', () => {
    expect([...makeOutline('{"a":"x","b":{"c":').members.keys()]).toEqual(['a', 'b']);
    expect(makeOutline('name,version').root).toBe('none');
    expect(makeOutline('').root).toBe('none');
  });

  it('shows only the first of several values', () => {
    expect([...makeOutline('{"a":1}\n{"b":2}').members.keys()]).toEqual(['a']);
  });
});

describe('outlineOf', () => {
  it('is made once for a head and never for binary bytes', () => {
    const head = makeHead(bytesOf('{"a":1}'), true);

    expect(outlineOf(head)).toBe(outlineOf(head));
    expect(outlineOf({ ...head, isBinary: true }).root).toBe('none');
  });
});

import { describe, expect, it } from 'vitest';
import { parseYaml, type YamlDocument } from './yaml-document.ts';

function document(text: string): YamlDocument {
  const result = parseYaml('a.yaml', text);
  if (!result.ok) throw new Error(result.problems[0]?.message ?? 'no problem given');
  return result.document;
}

describe('positions in a YAML document', () => {
  const text = [
    'schema: x',
    'list:',
    '  - id: one',
    '    span: {from: 2024-01-01, to: 2024-02-01}',
    '  - id: two',
    'text: >-',
    '  folded',
    '  over lines',
  ].join('\n');

  it.each([
    ['the whole document', [], 1, 1],
    ['a value', ['schema'], 1, 9],
    ['an element of a list', ['list', 1], 5, 5],
    ['a value inside an element', ['list', 1, 'id'], 5, 9],
    ['a value inside braces', ['list', 0, 'span', 'to'], 4, 34],
    ['a folded text', ['text'], 6, 7],
  ])('are those of %s', (_, path, line, column) => {
    expect(document(text).locate(path)).toEqual({ line, column });
  });

  it.each([
    ['a key that is not there', ['list', 0, 'cite'], 3, 5],
    ['an element past the end', ['list', 9, 'id'], 3, 3],
    ['a place below a text', ['schema', 'inner', 0], 1, 9],
  ])('fall back to the nearest parent for %s', (_, path, line, column) => {
    expect(document(text).locate(path)).toEqual({ line, column });
  });

  it('count lines that end in carriage return and newline once', () => {
    const place = document('a: 1\r\nb:\r\n  c: 2\r\n').locate(['b', 'c']);

    expect(place).toEqual({ line: 3, column: 6 });
  });

  it('count columns after a byte order mark and wide characters as UTF-16 units', () => {
    expect(document('\uFEFFa: 1').locate(['a'])).toEqual({ line: 1, column: 5 });
    expect(document('{"ключ": 1, b: 2}').locate(['b'])).toEqual({ line: 1, column: 16 });
  });

  it('are 1:1 in an empty file', () => {
    expect(document('').locate(['schema'])).toEqual({ line: 1, column: 1 });
  });
});

describe('parseYaml', () => {
  it('leaves dates and times as text', () => {
    const { value } = document('a: 2024-01-01\nb: 2024-01-01T00:00:00Z\nc: 2024-01');

    expect(value).toEqual({ a: '2024-01-01', b: '2024-01-01T00:00:00Z', c: '2024-01' });
  });

  it('does not take yes, no, on and off for truth values', () => {
    const { value } = document('a: no\nb: yes\nc: on\nd: false');

    expect(value).toEqual({ a: 'no', b: 'yes', c: 'on', d: false });
  });

  it.each([
    ['a key given twice', 'a: 1\nb: 2\na: 3', 3, 1],
    ['a bracket left open', 'a: [1, 2', 1, 9],
    ['a second document', 'a: 1\n---\nb: 2', 2, 1],
    ['a tab as indentation', 'a:\n\tb: 1', 2, 1],
  ])('refuses %s, with its place', (_, text, line, column) => {
    const result = parseYaml('a.yaml', text);

    expect(result.ok).toBe(false);
    const [problem] = result.ok ? [] : result.problems;
    expect(problem).toMatchObject({ code: 'yaml', file: 'a.yaml', line, column });
  });

  it('does not merge keys by `<<`', () => {
    const { value } = document('a:\n  "<<": {b: 1}');

    expect(value).toEqual({ a: { '<<': { b: 1 } } });
  });

  it('keeps a key named __proto__ as a property of its own', () => {
    const { value } = document('a: {__proto__: {polluted: true}}');

    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(Object.keys((value as { a: object }).a)).toEqual(['__proto__']);
  });

  // Aliases nest a small file into a document of any size.
  it('refuses an alias, with its place', () => {
    const result = parseYaml('a.yaml', 'a: &x [1]\nb: *x');

    const [problem] = result.ok ? [] : result.problems;
    expect(problem).toMatchObject({ code: 'yaml', line: 2, column: 4 });
  });
});

// The parser calls itself for each level; deep enough, it ends the process and not the file.
describe('a document that nests too deep', () => {
  it.each([
    ['brackets', `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['braces that are never closed', '{a: '.repeat(20_000)],
    ['lists in lists', `${'- '.repeat(20_000)}x`],
    ['brackets around quoted ones', `${'["]", '.repeat(20_000)}x`],
    ['blocks', Array.from({ length: 400 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
  ])('is refused with a place: %s', (_, text) => {
    const result = parseYaml('deep.yaml', text);

    expect(result).toMatchObject({ ok: false, problems: [{ code: 'yaml', line: 1, column: 1 }] });
  });

  it('is read while it nests as law does', () => {
    const text = `a: ${'['.repeat(40)}x${']'.repeat(40)}\nb: "[[[[[[[[["\n`;

    expect(parseYaml('flat.yaml', text).ok).toBe(true);
  });
});

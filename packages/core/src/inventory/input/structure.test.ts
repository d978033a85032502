import { describe, expect, it } from 'vitest';
import { readFile } from './read.fixture.ts';

function statusOf(text: string): readonly [string, string | undefined] {
  const { coverage, codes } = readFile([], text);
  return [coverage.status, codes[0]];
}

const UNKNOWN = ['unreadable', 'format-unsupported'];
const ASIDE = ['skipped', 'format-unknown'];

describe('a JSON or XML text that no reader knows', () => {
  it.each([
    ['a list of names with versions', [{ name: 'a', version: '1' }]],
    ['names with makers', { items: [{ displayName: 'a', publisher: 'P' }] }],
    ['deep inside', { data: { rows: [{ x: 1, ApplicationName: 'a', x2: 2, vendor: null }] } }],
    ['other spellings', { result: [{ 'Product Name': 'a', supplier: {} }] }],
  ])('is unreadable when it lists software: %s', (_, value) => {
    expect(statusOf(JSON.stringify(value))).toEqual(UNKNOWN);
    expect(statusOf(JSON.stringify(value, null, 2))).toEqual(UNKNOWN);
  });

  it.each([
    ['a manifest of one package', { name: 'a', version: '1', dependencies: { b: '^1' } }],
    ['people', { contributors: [{ name: 'A', email: 'a@b.example' }] }],
    ['versions without names', [{ version: '1' }]],
    ['settings', { extends: ['x'], rules: { name: 'error', version: 'off' } }],
    ['nothing', {}],
  ])('is left aside when it holds %s', (_, value) => {
    expect(statusOf(JSON.stringify(value))).toEqual(ASIDE);
  });

  it('is unreadable when XML lists software, as attributes or elements', () => {
    const element = '<program><name>a</name><vendor>V</vendor></program>';
    const attributes = '<s name="a" version="1"/>';
    for (const one of [element, attributes]) {
      expect(statusOf(`<list>${one}${one}</list>`)).toEqual(UNKNOWN);
      expect(statusOf(`<list>${one}</list>`)).toEqual(ASIDE);
    }
  });

  it('is left aside when XML holds something else', () => {
    const rows = '<row><key>a</key><value>1</value></row>'.repeat(3);
    expect(statusOf(`<?xml version="1.0"?><table>${rows}</table>`)).toEqual(ASIDE);
    expect(statusOf('<!DOCTYPE html><html><p>Hello <br> there</html>')).toEqual(ASIDE);
    expect(statusOf('<?xml version="1.0"?><!ELEMENT a (#PCDATA)>')).toEqual(ASIDE);
  });
});

describe('a text that begins like JSON or XML and breaks off', () => {
  it.each([
    ['JSON', '{"name": "settings", "list": [1, 2, {"a": "b"}]}'],
    ['XML', '<?xml version="1.0"?>\n<table a="1"><row>1</row><row/></table>'],
  ])('is unreadable wherever it is cut: %s', (_, text) => {
    for (let length = 1; length < text.length; length += 1) {
      expect(statusOf(text.slice(0, length)), `cut at ${length}`).toEqual([
        'unreadable',
        'truncated',
      ]);
    }
    expect(statusOf(text)).toEqual(ASIDE);
  });

  it('is left aside when it only looks like the start of one', () => {
    for (const text of ['[section]\nkey = value\n', '{{ template }}', '< 5 percent\n']) {
      expect(statusOf(text)).toEqual(ASIDE);
    }
  });

  it('is unreadable when it nests too deep to tell', () => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;

    expect(statusOf(deep)).toEqual(['unreadable', 'depth-limit']);
  });
});

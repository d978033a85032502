import fc from 'fast-check';
import { PackageURL } from 'packageurl-js';
import { describe, expect, it } from 'vitest';
import { parsePlainPurl, parsePurl } from './parse-purl.ts';

/** What the library reads; undefined when it refuses, as for names a type does not allow. */
function byLibrary(text: string) {
  try {
    const { type, namespace, name } = PackageURL.fromString(text);
    return {
      type: type ?? '',
      namespace: (namespace ?? '').toLowerCase(),
      name: (name ?? '').toLowerCase(),
    };
  } catch {
    return undefined;
  }
}

const segment = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._~+-]{0,12}$/);
const purl = fc
  .record({
    type: fc.constantFrom('npm', 'golang', 'maven', 'pypi', 'github', 'deb', 'generic', 'pub'),
    scope: fc.boolean(),
    namespace: fc.array(segment, { maxLength: 3 }),
    name: segment,
    version: fc.option(fc.stringMatching(/^[0-9][0-9.]{0,6}$/), { nil: undefined }),
    rest: fc.constantFrom('', '?arch=amd64', '?a=b%20c&d=e', '#sub/path'),
  })
  .map(({ type, scope, namespace, name, version, rest }) => {
    const parts = scope ? [`%40${namespace[0] ?? 'scope'}`] : namespace;
    return `pkg:${type}/${[...parts, name].join('/')}${version ? `@${version}` : ''}${rest}`;
  });

describe('parsePlainPurl', () => {
  it('agrees with packageurl-js on every plain package URL', () => {
    fc.assert(
      fc.property(purl, (text) => {
        const expected = byLibrary(text);
        fc.pre(expected !== undefined);

        expect(parsePlainPurl(text)).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    'pkg:npm/a%20b@1.0',
    'pkg://npm/a@1.0',
    'pkg:npm/@scope/a@1.0',
    'PKG:npm/a',
    ' pkg:npm/a',
    'npm/a',
    'pkg:npm',
    '',
  ])('leaves %j to the careful parser', (text) => {
    expect(parsePlainPurl(text)).toBeUndefined();
  });
});

describe('parsePurl', () => {
  it.each([
    ['pkg:npm/@kaspersky/hexa-ui@6.198.2', 'npm', '@kaspersky', 'hexa-ui'],
    ['pkg:npm/%40kaspersky/hexa-ui@6.198.2', 'npm', '@kaspersky', 'hexa-ui'],
    ['pkg://golang/github.com/tencentcloud/x@v1.0.0', 'golang', 'github.com/tencentcloud', 'x'],
    ['pkg:golang/github.com%2Ftencentcloud/x@v1.0.0', 'golang', 'github.com/tencentcloud', 'x'],
    ['pkg:golang/github.com/tencentcloud/x@vNEXT', 'golang', 'github.com/tencentcloud', 'x'],
    ['pkg:maven/com.kaspersky/a@1.0?type=jar#x', 'maven', 'com.kaspersky', 'a'],
    ['pkg:pypi/Some_Name@1', 'pypi', '', 'some-name'],
    ['pkg:npm/a@1.0%2Bbuild', 'npm', '', 'a'],
  ])('reads %s', (text, type, namespace, name) => {
    expect(parsePurl(text)).toEqual({ type, namespace, name });
  });

  it('still reads the namespace of a package URL whose encoding is damaged', () => {
    const damaged = 'pkg:golang/github.com/tencentcloud/sdk%ZZ@v1.0.0';

    expect(parsePurl(damaged)).toEqual({
      type: 'golang',
      namespace: 'github.com/tencentcloud',
      name: 'sdk%zz',
    });
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string().map((text) => `pkg:${text}`),
          fc.string({ unit: 'binary' }).map((text) => `pkg:npm/${text}%`),
          fc.string().map((text) => `pkg:golang/%E0%A4/${text}@%ZZ`),
        ),
        (text) => {
          expect(() => parsePurl(text)).not.toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });
});

import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../limits.ts';
import type { ComponentRecord } from '../../../model/index.ts';
import { bytesOf, pieces, readFile, type FileRead } from '../../input/read.fixture.ts';
import { cyclonedxJson, cyclonedxXml } from './index.ts';

function fixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
}

const APPLIANCE = fixture('appliance-1.6.cdx.xml');

function read(content: string): FileRead {
  return readFile([cyclonedxXml], content);
}

function componentsOf({ records }: FileRead): readonly ComponentRecord[] {
  return records.filter((record) => record.kind === 'component');
}

function bom(inner: string, { version = '1.6', prolog = '' } = {}): string {
  const namespace = `http://cyclonedx.org/schema/bom/${version}`;
  return `${prolog}<bom xmlns="${namespace}" version="1">${inner}</bom>`;
}

function component(inner: string, attributes = 'type="library"'): string {
  return `<component ${attributes}>${inner}</component>`;
}

function parts(...components: readonly string[]): string {
  return bom(`<components>${components.join('')}</components>`);
}

describe('cyclonedxXml', () => {
  it('reads what the JSON form of the same document says', () => {
    const byName = (reading: FileRead) =>
      componentsOf(reading)
        .map(({ source: _source, ...record }) => record)
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));

    const xml = read(APPLIANCE);

    expect(byName(xml)).toEqual(
      byName(readFile([cyclonedxJson], fixture('appliance-1.6.cdx.json'))),
    );
    expect(xml.coverage).toMatchObject({ format: 'cyclonedx-xml', status: 'read' });
    expect(xml.codes).toEqual(['declared-incomplete', 'not-inventory']);
  });

  it('points at the start tag of each component, however the text comes in', () => {
    const lines = APPLIANCE.split('\n');
    for (const size of [1, 7, 65_536]) {
      const reading = readFile([cyclonedxXml], pieces(APPLIANCE, size));
      expect(reading.records.length).toBe(13);
      for (const { source } of reading.records) {
        const [, line, column] = /^line:(\d+):(\d+)$/.exec(source.pointer) ?? [];
        const rest = lines[Number(line) - 1]?.slice(Number(column) - 1);

        expect(rest).toMatch(/^<(component|service)\b/);
      }
    }
  });

  it.each(['1.0', '1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7'])(
    'reads version %s',
    (version) => {
      const { coverage } = read(
        bom(`<components>${component('<name>a</name><version>1</version>')}</components>`, {
          version,
        }),
      );

      expect(coverage).toMatchObject({ status: 'read', records: 1, problems: [] });
    },
  );

  it('reads a document that names its namespace by a prefix, and passes over other ones', () => {
    const { records, coverage } = read(
      '<b:bom xmlns:b="http://cyclonedx.org/schema/bom/1.4" xmlns:o="urn:other"><b:components>' +
        '<b:component type="library"><b:name>a</b:name><o:publisher>P</o:publisher>' +
        '<o:components><b:component type="library"><b:name>no</b:name></b:component>' +
        '</o:components></b:component></b:components></b:bom>',
    );

    expect(records).toMatchObject([{ name: 'a', fields: [{ field: 'name', value: 'a' }] }]);
    expect(coverage.status).toBe('read');
  });

  it('resolves the five entities and character references, and joins CDATA', () => {
    const { records } = read(
      parts(component('<name>A &amp; B &lt;&#x41;<![CDATA[ & <C>]]></name>')),
    );

    expect(records).toMatchObject([{ name: 'A & B <A & <C>' }]);
  });

  it('says who made what the document describes, when that stands behind it', () => {
    const { records } = read(
      bom(
        `<metadata>${component('<name>main</name><version>2</version>')}` +
          '<manufacture><name>Maker</name></manufacture></metadata>' +
          `<components>${component('<name>part</name>')}</components>`,
        { version: '1.5' },
      ),
    );

    expect(records).toMatchObject([
      { name: 'main', fields: [{}, { field: 'manufacturer', value: 'Maker' }] },
      { name: 'part', parent: { name: 'main', version: '2' } },
    ]);
  });

  it('notes signatures of the document and of its parts', () => {
    const signature = '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/>';
    const { coverage } = read(
      bom(`<components>${component(`<name>a</name>${signature}`)}</components>${signature}`),
    );

    expect(coverage).toMatchObject({
      status: 'read',
      problems: [{ code: 'signature-not-verified' }, { code: 'signature-not-verified' }],
    });
  });

  it('reads components that share a reference beside a sound one, and says so', () => {
    const twin = component('<name>b</name>', 'type="library" bom-ref="r"');
    const { coverage } = read(parts(component('<name>a</name>'), twin, twin));

    expect(coverage).toMatchObject({
      status: 'read',
      records: 3,
      problems: [{ code: 'schema', message: expect.stringContaining('"r"') }],
    });
  });

  it('says of a newer version that it may hold more', () => {
    const { coverage } = read(
      bom(`<components>${component('<name>a</name>')}</components>`, { version: '1.9' }),
    );

    expect(coverage).toMatchObject({
      status: 'partial',
      problems: [{ code: 'version-unsupported', pointer: 'line:1:1' }],
    });
  });
});

describe('cyclonedxXml, on damaged and hostile documents', () => {
  it.each([
    ['an internal entity', '<!DOCTYPE bom [<!ENTITY x "y">]>', '<name>&x;</name>', 'xml-doctype'],
    [
      'an entity of ten to the ninth',
      `<!DOCTYPE bom [<!ENTITY a "ha">${'bcdefghi'
        .split('')
        .map((name, index) => {
          const before = `&${'abcdefgh'.charAt(index)};`;
          return `<!ENTITY ${name} "${before.repeat(10)}">`;
        })
        .join('')}]>`,
      '<name>&i;</name>',
      'xml-doctype',
    ],
    [
      'an external entity',
      '<!DOCTYPE bom [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
      '<name>&x;</name>',
      'xml-doctype',
    ],
    [
      'an external grammar and what it may declare',
      '<!DOCTYPE bom SYSTEM "http://example.invalid/x.dtd">',
      '<name>&x;</name>',
      'xml-syntax',
    ],
  ])('expands and fetches nothing: %s', (_, prolog, inner, code) => {
    const text = bom(`<components>${component(inner)}</components>`, { prolog });
    const { coverage, codes } = read(text);

    expect(codes).toEqual([code]);
    expect(coverage).toMatchObject({ status: 'unreadable', records: 0 });
  });

  it('cut at any byte: is partial or unreadable, and only whole components are read', () => {
    const bytes = bytesOf(APPLIANCE);
    const whole = new Set(componentsOf(read(APPLIANCE)).map(({ name }) => name));
    const start = APPLIANCE.indexOf('<bom ') + 5;
    for (let length = start; length < bytes.length - 1; length += 1) {
      const { coverage, records, codes } = readFile([cyclonedxXml], bytes.subarray(0, length));

      expect(coverage.status, `cut at ${length}`).not.toMatch(/^(read|skipped)$/);
      expect(codes).toContain('truncated');
      for (const record of records) {
        expect(record.kind === 'component' && whole.has(record.name)).toBe(true);
      }
    }
  }, 30_000);

  it('nested 10,000 deep: stops at the limit without overflowing the stack', () => {
    const open = '<component type="library"><name>n</name><components>'.repeat(10_000);
    const { coverage, codes } = read(bom(`<components>${component('<name>a</name>')}${open}`));

    expect(codes).toEqual(['depth-limit']);
    expect(coverage).toMatchObject({ status: 'partial', records: 1 });
  });

  it('a text of 50 MB: ends the reading, and says so', () => {
    const source = {
      *chunks() {
        yield bytesOf(
          parts(component('<name>a</name>')).replace('</components></bom>', '<component><name>'),
        );
        for (let count = 0; count < 50; count += 1) yield bytesOf('x'.repeat(1_000_000));
        yield bytesOf('</name></component></components></bom>');
      },
    };
    const { coverage, records, codes } = readFile([cyclonedxXml], source);

    expect(records).toMatchObject([{ name: 'a' }]);
    expect(codes).toEqual(['text-limit']);
    expect(coverage.status).toBe('partial');
  }, 30_000);

  it('one component with more values than are kept: is read in part, and said to be', () => {
    const hash = `<hash alg="SHA-256">${'ab'.repeat(32)}</hash>`;
    const many = `<hashes>${hash.repeat(LIMITS.fieldsMax + 5)}</hashes>`;
    const { coverage, codes } = read(parts(component(`<name>a</name>${many}`)));

    expect(coverage).toMatchObject({ status: 'partial', records: 1 });
    expect(codes).toEqual(['document-limit', 'text-limit']);
  }, 30_000);

  it('names of prototypes are names like others', () => {
    const { records } = read(
      parts(
        component(
          '<__proto__><name>x</name></__proto__><constructor>c</constructor>' +
            '<name>__proto__</name>',
          'type="library" __proto__="p" bom-ref="__proto__"',
        ),
      ),
    );

    expect(records).toMatchObject([{ name: '__proto__' }]);
    expect(({} as { name?: string }).name).toBeUndefined();
  });

  it.each([
    ['a NUL byte', 'a\0b'],
    ['a control character', 'a\u0001b'],
  ])('%s: is not called read', (_, name) => {
    expect(read(parts(component(`<name>${name}</name>`))).coverage.status).toBe('unreadable');
  });

  it('in UTF-16: is read; with a damaged byte: is partial and says where', () => {
    const text = Buffer.from(`\u{feff}${parts(component('<name>ä</name>'))}`, 'utf16le');
    expect(readFile([cyclonedxXml], new Uint8Array(text)).records).toMatchObject([{ name: 'ä' }]);

    const [before, after] = parts(component('<name>QQ</name>')).split('QQ');
    const bytes = new Uint8Array([...bytesOf(`${before}`), 0xff, ...bytesOf(`${after}`)]);
    expect(readFile([cyclonedxXml], bytes).coverage).toMatchObject({
      status: 'partial',
      records: 1,
      problems: [{ code: 'encoding', pointer: `byte:${before?.length}` }],
    });
  });

  it('two roots, unknown entities, wrong ends: are faults with their place', () => {
    for (const text of [
      `${parts(component('<name>a</name>'))}<bom/>`,
      parts(component('<name>&nothing;</name>')),
      parts('<component type="library"><name>a</component></name>'),
      parts('<component type="library" type="file"><name>a</name></component>'),
    ]) {
      const { coverage } = read(text);

      expect(coverage.status).not.toBe('read');
      expect(coverage.problems[0]).toMatchObject({
        code: 'xml-syntax',
        pointer: expect.stringMatching(/^line:1:\d+$/),
      });
    }
  });

  it('whatever is changed in it: is answered and not thrown at', () => {
    const bytes = bytesOf(APPLIANCE);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        fc.uint8Array({ minLength: 1, maxLength: 8 }),
        (at, change) => {
          const changed = new Uint8Array([
            ...bytes.subarray(0, at),
            ...change,
            ...bytes.subarray(at + change.length),
          ]);
          const { coverage, records } = readFile([cyclonedxXml], changed);

          expect(coverage.records).toBe(records.length);
          if (coverage.status !== 'read') expect(coverage.problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  }, 30_000);
});

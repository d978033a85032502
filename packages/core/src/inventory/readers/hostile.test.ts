import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../limits.ts';
import type { ByteSource } from '../reader.ts';
import { bytesOf, readFile, type FileRead } from '../input/read.fixture.ts';
import { READERS } from './index.ts';

function read(content: string | Uint8Array | ByteSource): FileRead {
  return readFile(READERS, content);
}

const HEAD = '{"bomFormat":"CycloneDX","specVersion":"1.5","version":1,"components":[';

function component(name: string): string {
  return `{"type":"library","name":"${name}","version":"1"}`;
}

function sbom(...components: readonly string[]): string {
  return `${HEAD}${components.join(',')}]}`;
}

describe('hostile input', () => {
  it('cut off: gives the whole components before, and is partial', () => {
    const { coverage, records } = read(sbom(component('a'), component('b')).slice(0, -25));

    expect(records).toMatchObject([{ name: 'a' }]);
    expect(coverage).toMatchObject({ status: 'partial', problems: [{ code: 'truncated' }] });
  });

  it('nested 10,000 deep: is refused at the limit without overflowing the stack', () => {
    const open = '{"type":"library","name":"n","components":['.repeat(5000);
    const { coverage } = read(sbom(component('a'), `${open}${']}'.repeat(5000)}`));

    expect(coverage.problems).toMatchObject([{ code: 'depth-limit' }]);
    expect(coverage).toMatchObject({ status: 'partial', records: 1 });
    expect(read('['.repeat(10_000)).coverage.status).toBe('unreadable');
  });

  it('nested deep in one line of a log: costs that line', () => {
    const line = JSON.stringify({
      name: 'programs',
      hostIdentifier: 'h',
      action: 'snapshot',
      snapshot: [{ name: 'a', publisher: 'P', version: '1' }],
    });
    const deep = `{"name":"programs","columns":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const { coverage } = read(`${line}\n${deep}\n`);

    expect(coverage).toMatchObject({ status: 'partial', records: 1 });
    expect(coverage.problems).toMatchObject([{ code: 'depth-limit' }]);
  });

  it('empty: has its own code', () => {
    expect(read('').codes).toEqual(['empty']);
  });

  it('a gzip bomb: stops at the ratio, keeps what came before, stays small', () => {
    const spaces = ' '.repeat(LIMITS.expandedFreeBytes * 1.5);
    const bomb = gzipSync(bytesOf(`${HEAD}${component('a')},${spaces}${component('b')}]}`));
    const { coverage, records } = read(bomb);

    expect(bomb.length).toBeLessThan(200_000);
    expect(records).toMatchObject([{ name: 'a' }]);
    expect(coverage.status).toBe('partial');
    expect(coverage.problems[0]?.code).toBe('expansion-limit');
  }, 30_000);

  it('NUL bytes: a file of a known format is unreadable, any other is left aside', () => {
    expect(read(sbom(component('a\0b'))).coverage).toMatchObject({
      status: 'unreadable',
      problems: [{ code: 'binary' }],
    });
    expect(read('some\0thing').coverage).toMatchObject({
      status: 'skipped',
      problems: [{ code: 'binary' }],
    });
  });

  it('invalid UTF-8: reads the records, says where, and is partial', () => {
    const [before, after] = sbom(component('QQ')).split('QQ');
    const bytes = new Uint8Array([...bytesOf(`${before}`), 0xff, ...bytesOf(`${after}`)]);
    const { coverage, records } = read(bytes);

    expect(records).toMatchObject([{ name: '\u{fffd}' }]);
    expect(coverage).toMatchObject({
      status: 'partial',
      problems: [{ code: 'encoding', pointer: `byte:${before?.length}` }],
    });
  });

  it('a table in UTF-16: is read', () => {
    const text = '\u{feff}Host,Name,Version\r\nh,a,1\r\n';
    const littleEndian = Buffer.from(text, 'utf16le');

    expect(read(new Uint8Array(littleEndian)).records).toHaveLength(1);
    expect(read(new Uint8Array(Buffer.from(littleEndian).swap16())).records).toHaveLength(1);
  });

  it('a line of 50 MB: costs that line and little memory', () => {
    const block = bytesOf('x'.repeat(1_000_000));
    const source = {
      *chunks() {
        yield bytesOf('Package: a\nStatus: install ok installed\nVersion: 1\nNote: ');
        for (let count = 0; count < 50; count += 1) yield block;
        yield bytesOf('\n\nPackage: b\nStatus: install ok installed\nVersion: 2\n\n');
      },
    };
    const { coverage, records } = read(source);

    expect(records).toMatchObject([{ name: 'a' }, { name: 'b' }]);
    expect(coverage).toMatchObject({
      status: 'partial',
      problems: [{ code: 'line-limit', pointer: 'line:4' }],
    });
  });

  it('prototype keys and keys twice: the last one counts, and nothing else changes', () => {
    const twice = '{"type":"library","name":"first","name":"last","__proto__":{"polluted":1}}';
    const { coverage, records } = read(sbom(twice));

    expect(records).toMatchObject([{ name: 'last' }]);
    expect(coverage).toMatchObject({
      status: 'read',
      problems: [{ code: 'duplicate-key', pointer: '/components/0/name' }],
    });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('a list of components twice: is not called read', () => {
    const text = `${HEAD}${component('hidden')}],"components":[${component('shown')}]}`;

    expect(read(text).coverage).toMatchObject({
      status: 'partial',
      records: 1,
      problems: [{ code: 'duplicate-key', pointer: '/components' }],
    });
  });

  it('a name of 10 MB: is cut, and said to be', () => {
    const { coverage, records } = read(sbom(component('x'.repeat(10_000_000))));

    expect(records).toMatchObject([{ name: 'x'.repeat(LIMITS.textLengthMax) }]);
    expect(coverage).toMatchObject({ status: 'partial', problems: [{ code: 'text-limit' }] });
  });

  it('anything at all: is answered and not thrown at', () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.uint8Array({ maxLength: 300 }),
      fc
        .tuple(fc.constantFrom(HEAD, 'Host,Name,Version\n', 'Package: a\n'), fc.string())
        .map(([start, rest]) => start + rest),
    );
    fc.assert(
      fc.property(text, (content) => {
        const { coverage, records } = read(content);

        expect(coverage.records).toBe(records.length);
        if (coverage.status === 'read') expect(coverage.format).not.toBeNull();
        else expect(coverage.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('READERS', () => {
  it('have names of their own', () => {
    const formats = READERS.map(({ format }) => format);

    expect(new Set(formats).size).toBe(formats.length);
    expect(formats.every((format) => /^[a-z0-9-]+$/.test(format))).toBe(true);
  });
});

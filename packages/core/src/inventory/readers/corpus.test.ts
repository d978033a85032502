import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../limits.ts';
import { bytesOf, pieces, readFile, type FileRead } from '../input/read.fixture.ts';
import { MADE_FILES, type MadeFile } from './corpus.fixture.ts';
import { READERS } from './index.ts';

function read(content: string | Uint8Array): FileRead {
  return readFile(READERS, content);
}

function held({ records }: FileRead) {
  return records.map((one) => (one.kind === 'component' ? [one.name, one.version] : []));
}

function fieldsOf({ records }: FileRead): readonly string[] {
  return records.flatMap((one) =>
    one.kind === 'component' ? one.fields.map(({ field, value }) => `${field}=${value}`) : [],
  );
}

/** Behind this many characters a cut file still shows what it is. */
function shownAfter({ format, text }: MadeFile): number {
  switch (format) {
    case 'apk-installed':
      return 4;
    case 'rpm-info':
      return 16;
    case 'rpm-list':
      return text.indexOf('\n') + 1;
    case 'homebrew-list':
      return text.split('\n', 3).join('\n').length;
    case 'winget-manifest':
      return text.indexOf('PackageIdentifier') + 20;
    case 'winget-list':
      return text.indexOf('---') + 21;
    case 'powershell-table':
      return text.indexOf('---- ') + 50;
    case 'powershell-list':
      return text.indexOf('DisplayVersion') + 18;
    default:
      // JSON and XML are known to be cut from their first characters on.
      return 2;
  }
}

const DEEP_FORMATS = new Set(MADE_FILES.filter(({ text }) => text.startsWith('{')));

describe.each(MADE_FILES)('$format', (made) => {
  const { format, text, holds, fields } = made;

  it('is known among all formats and read', () => {
    const reading = read(text);

    expect(reading.format).toBe(format);
    expect(held(reading)).toEqual(holds);
    expect(fieldsOf(reading)).toEqual(fields);
    const isCut = reading.codes.includes('name-cut') && format === 'powershell-table';
    expect(reading.coverage.status).toBe(isCut ? 'partial' : 'read');
  });

  it('gives every record a place in the file', () => {
    const lines = text.split('\n').length;
    for (const { source } of read(text).records) {
      const line = /^line:(\d+)/.exec(source.pointer)?.[1];

      if (line === undefined) expect(source.pointer).toMatch(/^\//);
      else expect(Number(line)).toBeLessThanOrEqual(lines);
    }
  });

  it('is read the same in pieces, gzipped, with Windows line breaks and in UTF-16', () => {
    const expected = held(read(text));
    const windows = text.replaceAll('\n', '\r\n');
    const utf16 = new Uint8Array(Buffer.from(`\u{feff}${windows}`, 'utf16le'));

    expect(held(readFile(READERS, pieces(text, 5)))).toEqual(expected);
    expect(held(read(gzipSync(bytesOf(text))))).toEqual(expected);
    expect(held(read(windows))).toEqual(expected);
    expect(held(read(utf16))).toEqual(expected);
  });

  it('cut inside a line: is partial or unreadable, and gives only what was whole', () => {
    const bytes = bytesOf(text);
    // What has no name any more is called by its id.
    const ids = fieldsOf(read(text)).map((one) => JSON.stringify(one.slice(one.indexOf('=') + 1)));
    const whole = new Set([...ids, ...held(read(text)).map((one) => JSON.stringify(one[0]))]);
    const start = bytesOf(text.slice(0, shownAfter(made))).length;
    for (let length = start; length < bytes.length - 1; length += 1) {
      if (bytes[length - 1] === 0x0a || bytes[length] === 0x0a) continue;
      const reading = read(bytes.subarray(0, length));

      expect(reading.coverage.status, `cut at ${length}`).toMatch(/^(partial|unreadable)$/);
      for (const [name] of held(reading)) expect(whole).toContain(JSON.stringify(name));
    }
  }, 30_000);

  it('with NUL bytes or bytes that are no text: is not called read', () => {
    const place = text.lastIndexOf('\n', text.length - 3) - 1;
    const before = bytesOf(text.slice(0, place));
    const after = bytesOf(text.slice(place));

    for (const byte of [0, 0xff]) {
      const { coverage } = read(new Uint8Array([...before, byte, ...after]));

      expect(coverage.status, String(byte)).toMatch(/^(partial|unreadable)$/);
    }
  });

  it('with a line longer than the limit at its end: costs it and is not called read', () => {
    const block = bytesOf('x'.repeat(1_000_000));
    const source = {
      *chunks() {
        yield bytesOf(text);
        for (let sent = 0; sent <= LIMITS.lineLengthMax; sent += 1_000_000) yield block;
        yield bytesOf('\n');
      },
    };
    const { coverage } = readFile(READERS, source);

    expect(coverage.status).toMatch(/^(partial|unreadable)$/);
  }, 30_000);

  it('with anything put anywhere: is answered and not thrown at', () => {
    const extra = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('__proto__', '"__proto__":{"a":1},', '\r', '\u{fffd}', '{', '<', '&x;', '\t'),
    );
    fc.assert(
      fc.property(extra, fc.nat(text.length), (put, at) => {
        const { coverage, records } = read(text.slice(0, at) + put + text.slice(at));

        expect(coverage.records).toBe(records.length);
        if (coverage.status !== 'read') expect(coverage.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  }, 30_000);
});

describe.each([...DEEP_FORMATS])('$format, as hostile JSON', ({ text }) => {
  it('nested 10,000 deep, with prototype keys and keys twice: is answered, not thrown at', () => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    const start = text.indexOf('{') + 1;
    const put = (more: string): FileRead => read(text.slice(0, start) + more + text.slice(start));

    expect(put(`"x": ${deep},`).coverage.status).toMatch(/^(partial|unreadable|skipped)$/);
    expect(put('"__proto__": {"polluted": 1},').coverage.status).toBe('read');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    const key = /"(\w+)": \[/.exec(text)?.[1] ?? '';
    expect(put(`"${key}": [{"hidden": 1}],`).codes).toContain('duplicate-key');
  });
});

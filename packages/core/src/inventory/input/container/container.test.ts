import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../limits.ts';
import type { Reader } from '../../reader.ts';
import { readInput } from '../read-input.ts';
import { bytesOf, pieces, readFile, type FileRead } from '../read.fixture.ts';
import { readLines } from '../split-lines.ts';
import { lostProblem } from '../problem.ts';
import { decodeBase64 } from './base64.ts';
import { makeTar, offsetOf, withUint32 } from './made.fixture.ts';

/** A format of one name on each line, below a line that says so. */
const names: Reader = {
  format: 'names',
  title: 'names',
  recognize: ({ text, isBinary }) => (!isBinary && text.startsWith('names\n') ? 0.8 : 0),
  *read(source, { file, host }) {
    for (const line of readLines(source)) {
      if (line.kind === 'problem') yield line;
      else if (!line.isEnded) yield lostProblem('truncated', 'cut', `line:${line.number}`);
      else if (line.number > 1) {
        const record = {
          kind: 'component' as const,
          source: { file, pointer: `line:${line.number}` },
          name: line.text,
          presence: 'installed' as const,
          supporting: false,
          fields: [],
        };
        yield { kind: 'record', record: host === undefined ? record : { ...record, host } };
      }
    }
  },
};

function read(content: Uint8Array | string): FileRead {
  return readFile([names], content, { file: 'x' });
}

function named({ records }: FileRead): readonly string[] {
  return records.map((record) => (record.kind === 'component' ? record.name : ''));
}

function zipOf(
  members: Readonly<Record<string, string | Uint8Array>>,
  level: 0 | 6 = 6,
): Uint8Array {
  const content = Object.entries(members).map(([name, one]) => [name, bytesOf(one)] as const);
  return zipSync(Object.fromEntries(content), { level });
}

const A = 'names\na\n';
const B = 'names\nb1\nb2\n';
const KINDS = [
  ['zip', zipOf],
  [
    'tar',
    (members: Readonly<Record<string, string | Uint8Array>>) =>
      makeTar(Object.entries(members).map(([name, content]) => ({ name, content }))),
  ],
] as const;

describe.each(KINDS)('a %s archive', (format, make) => {
  it('gives the records of its members, each with the way to it', () => {
    const reading = read(make({ 'a.txt': A, 'folder/b.txt': B }));

    expect(reading.format).toBe(format);
    expect(reading.records.map(({ source }) => source)).toEqual([
      { file: 'x!/a.txt', pointer: 'line:2' },
      { file: 'x!/folder/b.txt', pointer: 'line:2' },
      { file: 'x!/folder/b.txt', pointer: 'line:3' },
    ]);
    expect(reading.coverage).toMatchObject({ path: 'x', status: 'read', records: 0, problems: [] });
    expect(reading.members).toMatchObject([
      { path: 'x!/a.txt', format: 'names', status: 'read', records: 1 },
      { path: 'x!/folder/b.txt', format: 'names', status: 'read', records: 2 },
    ]);
  });

  it('is read in pieces of any size', () => {
    const bytes = make({ a: A, b: B });
    for (const size of [1, 7, 511, 4096]) {
      expect(named(readFile([names], pieces(bytes, size)))).toEqual(['a', 'b1', 'b2']);
    }
  });

  it('names members of other formats, and is read all the same', () => {
    const reading = read(make({ 'README.md': 'Hello.', 'logo.png': '\u0089PNG\0', a: A }));

    expect(named(reading)).toEqual(['a']);
    expect(reading.coverage).toMatchObject({
      status: 'read',
      problems: [
        {
          code: 'members-skipped',
          message: '2 members of other formats were left aside: `README.md`, `logo.png`',
        },
      ],
    });
    expect(reading.members.map(({ path }) => path)).toEqual(['x!/a']);
  });

  it('is left aside itself when everything in it was, so that nothing counts as read', () => {
    const { coverage, members } = read(make({ 'README.md': 'Hello.', empty: '' }));

    expect(coverage).toMatchObject({ status: 'skipped', problems: [{ code: 'members-skipped' }] });
    expect(members).toEqual([]);
  });

  it('says of damage in a member where it is', () => {
    const reading = read(make({ a: A, b: 'names\ncut' }));

    expect(reading.coverage.status).toBe('read');
    expect(reading.members).toMatchObject([
      { path: 'x!/a', status: 'read' },
      { path: 'x!/b', status: 'unreadable', problems: [{ code: 'truncated' }] },
    ]);
  });

  it('opens gzip and archives inside it, and says where records are', () => {
    const inner = make({ 'b.gz': gzipSync(bytesOf(B)) });
    const reading = read(gzipSync(make({ 'in.bin': inner })));

    expect(reading.records.map(({ source }) => source.file)).toEqual([
      'x!/in.bin!/b.gz',
      'x!/in.bin!/b.gz',
    ]);
    expect(reading.members).toMatchObject([
      { path: 'x!/in.bin', format, status: 'read' },
      { path: 'x!/in.bin!/b.gz', format: 'names', status: 'read' },
    ]);
  });

  it('ends at the limit of nesting, and is not called whole', () => {
    let bytes = make({ a: A });
    for (let depth = 0; depth < LIMITS.containersNestedMax; depth += 1) bytes = make({ a: bytes });
    const reading = read(bytes);

    expect(reading.records).toEqual([]);
    expect(reading.members.at(-1)).toMatchObject({
      status: 'unreadable',
      problems: [{ code: 'archive-nested' }],
    });
  });

  it.each(['../a', 'x/../../a', '/a', 'C:\\a', '..\\a', 'a\u0007'])(
    'refuses the name %j',
    (name) => {
      const reading = read(make({ [name]: A, b: B }));

      expect(named(reading)).toEqual(['b1', 'b2']);
      expect(reading.coverage).toMatchObject({
        status: 'partial',
        problems: [{ code: 'member-refused' }],
      });
    },
  );

  it('takes names of prototypes for names', () => {
    expect(named(read(make({ constructor: A, 'x/__proto__': B })))).toEqual(['a', 'b1', 'b2']);
  });

  it('knows the host of a member by its path', () => {
    const { records } = readFile([names], make({ 'hosts/h1/a': A }), {
      file: 'x',
      hostOf: (path) => /hosts\/(\w+)\//.exec(path)?.[1],
    });

    expect(records).toMatchObject([{ host: 'h1' }]);
  });

  it('cut at any byte: is never called whole', () => {
    const bytes = make({ a: A, b: B });
    const end = format === 'tar' ? bytes.length - 1024 : bytes.length;
    for (let length = 4; length < end; length += format === 'tar' ? 37 : 1) {
      if (format === 'tar' && length < 512) continue;
      const { coverage } = read(bytes.subarray(0, length));

      expect(coverage.status, `cut at ${length}`).toMatch(/^(partial|unreadable)$/);
    }
  }, 30_000);

  it('whatever is changed in it: is answered and not thrown at', () => {
    const bytes = make({ a: A, b: B });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        fc.uint8Array({ minLength: 1, maxLength: 6 }),
        (at, change) => {
          const changed = bytes.slice();
          changed.set(change.subarray(0, bytes.length - at), at);
          const { coverage } = read(changed);

          if (coverage.status !== 'read') expect(coverage.problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  }, 30_000);

  it('is not finished when the caller stops before its end', () => {
    const reading = readInput([names], pieces(make({ a: A, b: B }), 100), { file: 'x' });
    for (const _ of reading.records()) break;

    expect(reading.coverage()).toMatchObject({ problems: [{ code: 'not-finished' }] });
  });
});

describe('a hostile zip archive', () => {
  const CENTRAL = 'PK\u0001\u0002';

  it('a bomb: stops at the ratio, and the archive stays small', () => {
    const limits = { expandedBytesMax: 1e9, expansionRatioMax: 200, expandedFreeBytes: 1e6 };
    const bytes = zipOf({ 'bomb.txt': `names\n${' '.repeat(2e7)}\n`, a: A });
    const reading = readInput([names], pieces(bytes, 65_536), { file: 'x' }, limits);
    const records = [...reading.records()];

    expect(bytes.length).toBeLessThan(100_000);
    expect(records.at(-1)).toMatchObject({ name: 'a' });
    const [bomb] = reading.members();
    expect(bomb?.problems.map(({ code }) => code)).toContain('expansion-limit');
    expect(bomb?.status).not.toBe('read');
  });

  it('many members that grow: stop at what one file may grow to', () => {
    const members = Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => [`m${index}`, `names\n${'a\n'.repeat(1000)}`]),
    );
    const limits = { expandedBytesMax: 5000, expansionRatioMax: 200, expandedFreeBytes: 1e6 };
    const reading = readInput([names], pieces(zipOf(members), 4096), { file: 'x' }, limits);
    const count = [...reading.records()].length;

    expect(count).toBeLessThan(3000);
    expect(reading.members().at(-1)).toMatchObject({
      status: 'unreadable',
      problems: [{ code: 'expansion-limit' }, { code: 'empty' }],
    });
  });

  it('members that share their bytes: is not opened', () => {
    const bytes = zipOf({ a: A, b: A });
    const second = offsetOf(bytes, CENTRAL, offsetOf(bytes, CENTRAL) + 4);
    const changed = withUint32(bytes, second + 42, 0);
    changed[second + 46] = 'a'.charCodeAt(0);

    expect(read(changed).coverage).toMatchObject({
      status: 'unreadable',
      problems: [{ code: 'archive-damaged', message: expect.stringContaining('share') }],
    });
  });

  it('a header of another name than the directory says: is not opened', () => {
    const bytes = zipOf({ a: A });
    bytes[offsetOf(bytes, CENTRAL) + 46] = 'b'.charCodeAt(0);

    expect(read(bytes).codes).toEqual(['archive-damaged']);
  });

  it.each([
    ['encrypted', 8, 0x0001, 'member-encrypted'],
    ['packed in another way', 10, 12, 'compression-unsupported'],
  ])('a member that is %s: is said, and the others are read', (_, at, value, code) => {
    const bytes = zipOf({ a: A, b: B });
    new DataView(bytes.buffer).setUint16(offsetOf(bytes, CENTRAL) + at, value, true);
    const reading = read(bytes);

    expect(reading.codes).toEqual([code]);
    expect(reading.coverage.status).toBe('partial');
    expect(named(reading)).toEqual(['b1', 'b2']);
  });

  it.each([
    ['checksum', 16],
    ['size', 24],
  ])('a member with another %s: is read and not called whole', (_, at) => {
    const bytes = zipOf({ a: A }, 0);
    const central = offsetOf(bytes, CENTRAL);
    const reading = read(withUint32(bytes, central + at, 1_000));

    expect(reading.members).toMatchObject([
      { status: 'partial', problems: [{ code: 'archive-damaged' }] },
    ]);
  });

  it('links: to another member say nothing, out of the archive are said', () => {
    const link = (target: string) => ({
      'folder/link': [bytesOf(target), { os: 3, attrs: 0o120777 << 16 }] as const,
    });
    const make = (target: string) => {
      const [content, options] = link(target)['folder/link'];
      return zipSync({ 'folder/link': [content, { ...options }], a: bytesOf(A) });
    };

    expect(read(make('../a')).coverage).toMatchObject({ status: 'read', problems: [] });
    for (const target of ['../../etc/passwd', '/etc/passwd', 'nothing']) {
      expect(read(make(target)).coverage).toMatchObject({
        status: 'partial',
        problems: [{ code: 'link-not-followed' }],
      });
    }
  });

  it('another archive before it: is not read, and said', () => {
    const reading = read(new Uint8Array([...zipOf({ b: B }), ...zipOf({ a: A })]));

    expect(named(reading)).toEqual(['a']);
    expect(reading.coverage).toMatchObject({
      status: 'partial',
      problems: [{ code: 'archive-damaged', pointer: 'byte:0' }],
    });
  });

  it('an empty one: is no inventory of nothing', () => {
    expect(read(zipSync({})).coverage).toMatchObject({
      status: 'unreadable',
      problems: [{ code: 'empty' }],
    });
  });
});

describe('a hostile tar archive', () => {
  it('long names of both kinds: are read', () => {
    const long = `${'n'.repeat(120)}/a`;
    const pax = `path=${long}\n`;
    const record = `${pax.length + 4} ${pax}`;
    for (const header of [
      { name: '././@LongLink', type: 'L', content: `${long}\0` },
      { name: 'pax', type: 'x', content: record },
    ]) {
      const reading = read(makeTar([header, { name: 'short', content: A }]));

      expect(reading.records.map(({ source }) => source.file)).toEqual([`x!/${long}`]);
      expect(reading.coverage.status).toBe('read');
    }
  });

  it('a long name that leads out of the archive: is refused', () => {
    const header = { name: '././@LongLink', type: 'L', content: '../../etc/a\0' };

    expect(read(makeTar([header, { name: 'short', content: A }])).codes).toEqual([
      'member-refused',
    ]);
  });

  it('links, devices and unknown kinds: are said as far as something may be lost', () => {
    const reading = read(
      makeTar([
        { name: 'a', content: A },
        { name: 'hard', type: '1', linkName: 'a' },
        { name: 'soft', type: '2', linkName: './a' },
        { name: 'null', type: '3' },
      ]),
    );
    expect(reading.coverage.status).toBe('read');

    for (const strange of [
      { name: 'out', type: '2', linkName: '../../etc' },
      { name: 'sparse', type: 'S' },
    ]) {
      expect(read(makeTar([{ name: 'a', content: A }, strange])).coverage.status).toBe('partial');
    }
  });

  it('a header that is altered: ends it, and what came before is read', () => {
    const bytes = makeTar([
      { name: 'a', content: A },
      { name: 'b', content: B },
    ]);
    bytes[1024] = 0x78;
    const reading = read(bytes);

    expect(named(reading)).toEqual(['a']);
    expect(reading.coverage).toMatchObject({
      status: 'partial',
      problems: [{ code: 'archive-damaged', pointer: 'byte:1024' }],
    });
  });

  it('a size larger than the archive: is not called whole', () => {
    const bytes = makeTar([{ name: 'a', content: A }]);
    const huge = makeTar([{ name: 'a', content: 'x'.repeat(5000) }]).subarray(0, 512);
    bytes.set(huge, 0);

    expect(read(bytes).coverage).toMatchObject({
      status: 'unreadable',
      problems: [{ code: 'truncated' }],
    });
  });
});

describe('a signed envelope', () => {
  const dsse = (payload: string | Uint8Array, more: object = {}): string =>
    JSON.stringify({
      payloadType: 'text/plain',
      payload: Buffer.from(bytesOf(payload)).toString('base64'),
      signatures: [{ sig: 'c2ln' }],
      ...more,
    });

  it('gives the records of its payload, and says that nobody verified the signature', () => {
    const reading = read(dsse(B));

    expect(reading.format).toBe('in-toto');
    expect(reading.records.map(({ source }) => source.file)).toEqual([
      'x!/line:1/payload',
      'x!/line:1/payload',
    ]);
    expect(reading.coverage).toMatchObject({
      status: 'read',
      problems: [{ code: 'signature-not-verified' }],
    });
  });

  it('reads one on each line, and says of a damaged one where it is', () => {
    const damaged = JSON.stringify({ payloadType: 't', payload: '*', signatures: [] });
    const reading = read(`${dsse(A)}\n${damaged}\n${dsse(B)}\n{"payloadType":\n`);

    expect(reading.records.map(({ source }) => source.file)).toEqual([
      'x!/line:1/payload',
      'x!/line:3/payload',
      'x!/line:3/payload',
    ]);
    expect(reading.coverage.status).toBe('partial');
    expect(reading.coverage.problems).toMatchObject([
      { code: 'value', pointer: 'line:2' },
      { code: 'truncated', pointer: 'line:4:16' },
      { code: 'signature-not-verified' },
    ]);
  });

  it('reads statements, also those cosign wrapped once more, and bundles', () => {
    const statement = (predicate: unknown) =>
      JSON.stringify({ _type: 'https://in-toto.io/Statement/v1', predicateType: 'p', predicate });
    expect(named(read(dsse(statement({ Data: A }))))).toEqual(['a']);
    expect(named(read(JSON.stringify({ dsseEnvelope: JSON.parse(dsse(B)) as object })))).toEqual([
      'b1',
      'b2',
    ]);
    expect(read(dsse(statement(null))).members).toMatchObject([
      { path: 'x!/line:1/payload', status: 'unreadable', problems: [{ code: 'schema' }] },
    ]);
  });

  it('cut at any byte: is not called whole', () => {
    const text = dsse(A);
    for (let length = 17; length < text.length; length += 1) {
      const { coverage } = read(text.slice(0, length));

      expect(coverage.status, `cut at ${length}`).toMatch(/^(partial|unreadable)$/);
    }
  });

  it('with control characters: is unreadable and not left aside', () => {
    expect(read(dsse(A).replace('payloadType', 'payloadType":"\0","x')).coverage).toMatchObject({
      status: 'unreadable',
      problems: [{ code: 'binary' }],
    });
  });
});

describe('decodeBase64', () => {
  it('decodes what was encoded, in either alphabet', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const buffer = Buffer.from(bytes);
        expect(decodeBase64(buffer.toString('base64'))).toEqual(bytes);
        expect(decodeBase64(buffer.toString('base64url'))).toEqual(bytes);
      }),
    );
  });

  it.each(['a', 'ab cd', 'ab*d', '=ab', 'é'])('refuses %j', (text) => {
    expect(decodeBase64(text)).toBeUndefined();
  });
});

describe('an envelope whose payload fills the head', () => {
  it('is known by its beginning, and an object called payload is no envelope', () => {
    const payload = Buffer.from(`names\n${'a\n'.repeat(60_000)}`).toString('base64');
    const long = read(`{"payload":"${payload}","payloadType":"t","signatures":[]}`);
    expect(long.format).toBe('in-toto');
    expect(long.records).toHaveLength(60_000);

    const other = { payload: { rows: 'x'.repeat(100_000) } };
    expect(read(JSON.stringify(other)).coverage.status).toBe('skipped');
  });
});

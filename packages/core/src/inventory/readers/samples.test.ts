import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InventoryRecord } from '../../model/index.ts';
import { bytesOf, readFile } from '../input/read.fixture.ts';
import { COMMAND_SAMPLES } from './host-command/host-command.fixture.ts';
import { DEVICE_SAMPLES } from './device-output/device-output.fixture.ts';
import { DNSMASQ_SAMPLES } from './dnsmasq-log/dnsmasq-log.fixture.ts';
import { EXPORT_SAMPLES } from './host-export/host-export.fixture.ts';
import { LEASE_SAMPLES } from './dhcp-lease/dhcp-lease.fixture.ts';
import { READERS } from './index.ts';
import { NMAP_SAMPLES } from './nmap/nmap.fixture.ts';
import { REGISTRY_SAMPLES } from './registry/registry.fixture.ts';
import { SQUID_SAMPLES } from './squid-log/squid-log.fixture.ts';
import { ZEEK_SAMPLES } from './zeek/zeek.fixture.ts';
import type { Sample } from './sample.fixture.ts';

const SAMPLES: readonly Sample[] = [
  ...EXPORT_SAMPLES,
  ...REGISTRY_SAMPLES,
  ...NMAP_SAMPLES,
  ...ZEEK_SAMPLES,
  ...DNSMASQ_SAMPLES,
  ...SQUID_SAMPLES,
  ...LEASE_SAMPLES,
  ...COMMAND_SAMPLES,
  ...DEVICE_SAMPLES,
];

/** A record in a line: host, what it is, fields. */
function inWords(record: InventoryRecord): string {
  if (record.kind !== 'component' && record.kind !== 'observation') return record.kind;
  const what = record.kind === 'component' ? record.name : record.what;
  const fields = record.fields.map(({ field, value }) => `${field}=${value}`);
  return `${record.host ?? ''} | ${what} | ${fields.join(', ')}`;
}

/** Values of the fields of records. */
function valuesOf(records: readonly InventoryRecord[]): ReadonlySet<string> {
  return new Set(
    records.flatMap((record) =>
      record.kind === 'component' || record.kind === 'observation'
        ? record.fields.map(({ value }) => value)
        : [],
    ),
  );
}

/** Whether bytes end inside a line that says something. */
function endsInLine(bytes: Uint8Array, length: number): boolean {
  const isWide = bytes[0] === 0xff;
  const text = new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes.subarray(0, length));
  const next = bytes[length];
  const tail = text.slice(text.lastIndexOf('\n') + 1).trim();
  return tail !== '' && next !== 0x0a && next !== 0x0d;
}

describe.each(SAMPLES)('$title', (sample) => {
  const whole = readFile(READERS, sample.content);

  it('is known by its content and read', () => {
    expect(whole.format).toBe(sample.format);
    expect(whole.records.map(inWords)).toEqual(sample.records);
    expect(whole.codes).toEqual(sample.notes ?? []);
    expect(whole.coverage.status).toBe('read');
  });

  it('says of each record where it stands', () => {
    for (const { source } of whole.records) {
      expect(source.pointer).toMatch(/^(?:line:[1-9]\d*(?::\d+)?|\/.*)$/);
    }
  });

  it('cut at any byte, invents nothing, and says what is missing unless a line ends there', () => {
    const bytes = bytesOf(sample.content);
    const known = valuesOf(whole.records);
    // Of long samples every seventh byte, which meets all places in lines of any length.
    const step = bytes.length > 1_500 ? 7 : 1;
    for (let length = 1; length < bytes.length; length += step) {
      const { coverage, records } = readFile(READERS, bytes.subarray(0, length));
      if (coverage.format !== sample.format) continue;

      // What is cut shows in the last thing, which may be two records.
      if (sample.isJournal !== true) {
        for (const value of valuesOf(records.slice(0, -2))) expect(known).toContain(value);
      }
      if (endsInLine(bytes, length)) expect(coverage.status, `cut at ${length}`).not.toBe('read');
    }
  });

  it('with damage anywhere, is read or says what is lost', () => {
    const bytes = bytesOf(sample.content);
    const damage = fc.record({
      at: fc.nat(bytes.length - 1),
      byte: fc.constantFrom(0, 0xff, 0x80, 0x0a, 0x22, 0x5c),
    });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (places) => {
        const broken = bytes.slice();
        for (const { at, byte } of places) broken[at] = byte;
        const { coverage, records } = readFile(READERS, broken);

        expect(coverage.records).toBe(records.length);
        if (coverage.status !== 'read') expect(coverage.problems.length).toBeGreaterThan(0);
        if (broken.includes(0) && bytes[0] !== 0xff) expect(coverage.status).not.toBe('read');
      }),
      { numRuns: 60 },
    );
  });
});

/** What is said of a line that is no end: by readers of lines, of JSON and of XML. */
const LINE_CODES = ['line-limit', 'json-syntax', 'text-limit', 'xml-syntax'];

describe('a line of 50 MB', () => {
  // One sample of each format: the lines are split in one place.
  const formats = new Map(SAMPLES.map((sample) => [sample.format, sample]));

  it.each([...formats.values()].filter(({ content }) => typeof content === 'string'))(
    'costs $format that line, and is said',
    ({ content, records, format }) => {
      const block = bytesOf('x'.repeat(1_000_000));
      const source = {
        *chunks() {
          yield bytesOf(content);
          for (let count = 0; count < 50; count += 1) yield block;
          yield bytesOf('\n');
        },
      };
      const { coverage, codes } = readFile(READERS, source);

      expect(coverage).toMatchObject({ format, records: records.length });
      expect(LINE_CODES).toContain(codes[0]);
      expect(coverage.status).not.toBe('read');
    },
  );
});

import type { Report } from '@interdict/core';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvField, renderCsv } from './render-csv.ts';
import { COUNTY_REPORT, HOSTILE, HOSTILE_REPORT } from './report.fixture.ts';

function csv(report: Report): string {
  return [...renderCsv(report)].join('');
}

const TRICKY = fc.constantFrom(...Array.from('aé安😀=+-@＝＋－＠\'",;\t\r\n '));

type Line = Readonly<Record<string, string>>;

function parsed(text: string): Line[] {
  return parse<Line>(text, { columns: true, record_delimiter: '\r\n' });
}

describe('csvField', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠A'])(
    'takes the start of a formula from `%j`',
    (text) => {
      expect(csvField(text)).toBe(`"'${text}"`);
    },
  );

  it('quotes as RFC 4180 says', () => {
    expect(csvField('plain')).toBe('plain');
    expect(csvField('a,b')).toBe('"a,b"');
    expect(csvField('say "x"')).toBe('"say ""x"""');
    expect(csvField('two\nlines')).toBe('"two\nlines"');
    expect(csvField('')).toBe('');
  });

  it('writes out what a terminal obeys', () => {
    expect(csvField('a\u001b[2J\u0000\u202e')).toBe(String.raw`a\u{1b}[2J\u{0}\u{202e}`);
  });

  it('is read back by a CSV reader as it was, but for the apostrophe', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: TRICKY }), { minLength: 2 }), (cells) => {
        const line = `${cells.map(csvField).join(',')}\r\n`;

        const [read] = parse(line, { record_delimiter: '\r\n' });

        expect(read?.map((cell) => cell.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/u, ''))).toEqual(
          cells,
        );
      }),
    );
  });
});

describe('renderCsv', () => {
  it('has a line for each finding and verdict row, and for a finding without rows', () => {
    const lines = parsed(csv(HOSTILE_REPORT));
    const expected = HOSTILE_REPORT.findings.reduce(
      (n, one) => n + Math.max(1, one.verdicts.length),
      0,
    );

    expect(lines).toHaveLength(expected);
    expect(lines.find(({ finding }) => finding === 'f-unspoken')).toMatchObject({
      rule: '',
      verdict: '',
      findingVerdict: 'out-of-scope',
    });
  });

  it('holds what each row says', () => {
    const line = parsed(csv(COUNTY_REPORT)).find(
      ({ rule, finding }) => rule === 'us-far-52.204-23' && finding === 'f-endpoint-0',
    );

    expect(line).toMatchObject({
      host: 'clerk-01',
      pointer: 'line:2',
      level: 'identified',
      privilege: '5',
      activity: 'use-in-deliverable',
      verdict: 'undetermined',
      missing: 'facts.usedInContract; actor.classes',
      citations: '48 CFR 52.204-23, paragraph (b)',
      verification: 'recorded',
      asOf: '2026-11-23T15:00:00Z',
      filesIncomplete: '2',
    });
    expect(line?.duties).toBe(
      'report to the contracting officer by 2026-11-24; ' +
        'report to the contracting officer by unknown',
    );
  });

  it('leaves no cell that a spreadsheet would run', () => {
    for (const line of parsed(csv(HOSTILE_REPORT))) {
      for (const cell of Object.values(line)) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
    }
  });

  it('brings names back whole, the one of ten thousand characters too', () => {
    const names = parsed(csv(HOSTILE_REPORT)).map(({ name }) => name);

    expect(names).toContain(HOSTILE.long);
    expect(names).toContain(HOSTILE.newline);
    expect(names).toContain(HOSTILE.emoji);
    expect(names).toContain(`'${HOSTILE.formula}`);
  });

  it('ends every line with CR LF', () => {
    const text = csv(COUNTY_REPORT);

    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.split('\r\n')[0]).toMatch(/^finding,kind,name,version,host,/u);
  });
});

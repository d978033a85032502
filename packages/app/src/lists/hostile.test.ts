import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeHead, sourceOf } from '@interdict/core';
import { fsfCsv } from './eu-fsf/fsf-csv.ts';
import { FSF_CSV, FSF_XML } from './eu-fsf/fsf.fixture.ts';
import { fsfXml } from './eu-fsf/fsf-xml.ts';
import type { ListFormat } from './list-source.ts';
import { ftmJson } from './opensanctions/ftm-json.ts';
import { readList, type ListSummary } from './read-list.ts';
import { ukCsv } from './uk-sanctions/uk-csv.ts';
import { UK_CSV, UK_XML } from './uk-sanctions/uk-sanctions.fixture.ts';
import { ukXml } from './uk-sanctions/uk-xml.ts';
import { ECFR_XML } from './us-bis/ecfr.fixture.ts';
import { ecfrSupplement } from './us-bis/ecfr-xml.ts';
import { ADVANCED_XML } from './us-ofac/advanced.fixture.ts';
import { ofacAdvanced } from './us-ofac/advanced-xml.ts';

const FTM = [
  '{"id":"A","schema":"Company","properties":{"name":["Nowhere Works"],"addressEntity":["a"]}}',
  '{"id":"a","schema":"Address","properties":{"full":["1 Main St"]}}',
  '{"id":"s","schema":"Sanction","properties":{"entity":["A"],"program":["XYZ"]}}',
  '',
].join('\n');

const LISTS: readonly (readonly [name: string, format: ListFormat, text: string])[] = [
  ['EU XML', fsfXml, FSF_XML],
  ['EU CSV', fsfCsv, FSF_CSV],
  ['UK CSV', ukCsv, UK_CSV],
  ['UK XML', ukXml, UK_XML],
  ['OFAC ADVANCED', ofacAdvanced, ADVANCED_XML],
  ['eCFR', ecfrSupplement({ number: '4', program: 'EL', format: 'test' }), ECFR_XML],
  ['FollowTheMoney', ftmJson, FTM],
];

function read(format: ListFormat, bytes: Uint8Array): ListSummary {
  const file = { name: 'list', head: makeHead(bytes, true), source: sourceOf(bytes, 61) };
  const reading = readList(format, new Map([['list', file]]), 'made');
  for (const entry of reading.entries()) expect(entry.statements.length).toBeGreaterThan(0);
  return reading.summary();
}

describe.each(LISTS)('a damaged list: %s', (_name, format, text) => {
  const bytes = new TextEncoder().encode(text);
  const whole = read(format, bytes);

  it('is sound before it is damaged', () => {
    expect(whole.isLost).toBe(false);
    expect(whole.entries).toBeGreaterThan(0);
  });

  it('is read to an end with any byte changed, and counted or refused', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: bytes.length - 1 }),
        fc.integer({ min: 0, max: 255 }),
        (at, byte) => {
          const changed = Uint8Array.from(bytes);
          changed[at] = byte;

          const { isLost, problems, entries } = read(format, changed);

          if (isLost) expect(problems.some((problem) => problem.isLost)).toBe(true);
          else expect(entries).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('is never a shorter list when it is cut inside a line', () => {
    const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
    const last = text.trimEnd().length;
    fc.assert(
      fc.property(fc.integer({ min: 20, max: last - 1 }), (at) => {
        // A cut between two rows leaves nothing to see; what guards against it is the length of
        // the list before.
        const isBetween = ends.some((end) => Math.abs(end - at) < 2);
        const { isLost, entries } = read(format, new TextEncoder().encode(text.slice(0, at)));

        expect(isLost || isBetween || entries === whole.entries).toBe(true);
      }),
    );
  });
});

describe('hostile XML', () => {
  const head = '<export xmlns="http://eu.europa.ec/fpi/fsd/export">';

  it.each([
    ['nested without end', head + '<a>'.repeat(100_000), 'list-limit'],
    ['a tag without end', `${head}<sanctionEntity a="${'x'.repeat(9_000_000)}`, 'list-limit'],
    [
      'one entry with all the rest',
      `${head}<sanctionEntity>${'<a/>'.repeat(200_000)}`,
      'list-limit',
    ],
    ['a document type', `<!DOCTYPE a [<!ENTITY b "c">]>${head}</export>`, 'list-markup'],
    ['an entity of its own', `${head}<remark>&lol;</remark></export>`, 'list-syntax'],
    ['no element at all', '   ', 'list-truncated'],
  ])('is refused: %s', (_name, text, code) => {
    const { problems } = read(fsfXml, new TextEncoder().encode(text));

    expect(problems[0]?.code).toBe(code);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListEntry } from '../model/index.ts';
import { writtenLetters } from './index/slips.ts';
import type { ScreeningAnswer } from './answer.ts';
import { scoreName } from './score/name-score.ts';
import { screenParty } from './screen.ts';
import type { Screener } from './screener.ts';
import { madeEntry, party, quickScreener } from './screening.fixture.ts';
import { clearSlots } from './search/engine.ts';
import { expandName } from './search/expand.ts';
import { rolePoints } from './search/find-entries.ts';
import { areFrequent, isSlip } from './search/find-slips.ts';
import { type QueryName, readQueryName } from './search/query-name.ts';
import { textAt } from './search/read-text.ts';
import { createVocabulary } from './vocabulary.ts';
import { modeOf } from './snapshot/codes.ts';

/** Made once for the file: it holds tables, and words whose spelling it remembers. */
const vocabulary = createVocabulary();

const SYLLABLES = 'ka ro mi ten zhu gar lev as dri bo sha il nov per yu an'.split(' ');
const EXTRA = [
  'Trading',
  'Bank',
  'Ltd',
  'LLC',
  'al',
  'bin',
  'No 7',
  'No 8',
  'Mohammad',
  'John',
  'A.',
];

/** Words of few syllables, so that names are near each other again and again. */
const word = fc
  .array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join(''))
  .map((text) => text.charAt(0).toUpperCase() + text.slice(1));

const name = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: word }, { weight: 1, arbitrary: fc.constantFrom(...EXTRA) }),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((words) => words.join(' '));

const schema = fc.constantFrom<ListEntry['schema']>('Person', 'Company', 'LegalEntity');

const edits = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.replace(/[aeiou]/, 'o'),
  (text: string) => text.slice(0, 2) + text.slice(3),
  (text: string) => text.replace(' ', ''),
  (text: string) => text.replace(/(..)(..)/, '$1 $2'),
  (text: string) => text.split(' ').toReversed().join(' '),
  (text: string) => text.replace(/^(.)\S+ /, '$1. '),
);

interface Case {
  readonly names: readonly (readonly [ListEntry['schema'], string])[];
  readonly picked: number;
  readonly edit: (text: string) => string;
}

const cases: fc.Arbitrary<Case> = fc.record({
  names: fc.array(fc.tuple(schema, name), { minLength: 1, maxLength: 12 }),
  picked: fc.nat(),
  edit: edits,
});

function entriesOf({ names }: Case): ListEntry[] {
  return names.map(([kind, text], at) => madeEntry(String(at), kind, { name: [text] }));
}

function questionOf({ names, picked, edit }: Case): readonly [ListEntry['schema'], string] {
  const [kind, text] = names[picked % names.length] ?? ['Person', 'Karo'];
  return [kind, edit(text)];
}

/** Scores every name of the list against the query, whatever the index thinks of it. */
function bruteForce(screener: Screener, kind: string, text: string): ReadonlyMap<string, number> {
  const { engine, policy } = screener;
  const { rowStart, rowEntity, rowRole, nameWeight } = engine.snapshot.tables;
  const query = readQueryName(engine, text, modeOf(kind), false);
  const best = new Map<string, number>();
  expandName(engine, query);
  for (let listed = 0; listed < nameWeight.length; listed += 1) {
    const { points } = scoreName(engine, policy, query, listed);
    for (let row = rowStart[listed] ?? 0; row < (rowStart[listed + 1] ?? 0); row += 1) {
      const id = `made:${String(rowEntity[row])}`;
      const total = points + slipOf(screener, query, { listed, row }, points);
      const role = rolePoints(screener, query, rowRole[row] ?? 0);
      best.set(id, Math.max(total + role, best.get(id) ?? 0));
    }
  }
  clearSlots(engine);
  return best;
}

/** Points of a name that is written the same but for one letter, as measured on each name. */
function slipOf(
  { engine, policy }: Screener,
  query: QueryName,
  { listed, row }: { readonly listed: number; readonly row: number },
  points: number,
): number {
  const { tables } = engine.snapshot;
  const written = textAt(tables, tables.statementValue[tables.rowStatement[row] ?? 0] ?? 0);
  if (!isSlip(writtenLetters(query.text), writtenLetters(written))) return 0;
  return areFrequent(engine, query, listed) ? 0 : Math.max(0, policy.slipPoints - points);
}

function pointsOf(answer: ScreeningAnswer): number[] {
  return answer.results.map(({ explanation }) =>
    explanation
      .filter(({ feature }) => feature !== 'spelling' && feature !== 'type')
      .reduce((sum, line) => sum + line.points, 0),
  );
}

describe('the index', () => {
  it('finds every entry whose name a comparison with all names puts above the threshold', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const screener = quickScreener(vocabulary, entriesOf(one), { limit: 50 });
        const [kind, text] = questionOf(one);

        const answer = screenParty(screener, party('Thing', { name: [text] }));

        const found = new Set<string>(answer.results.map(({ id }) => id));
        const threshold = screener.policy.threshold * 10_000;
        const wanted = [...bruteForce(screener, 'Thing', text)].filter(([, p]) => p >= threshold);
        expect(
          wanted.filter(([id]) => !found.has(id)),
          `${kind}: ${text}`,
        ).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('gives an entry the points that the comparison with all names gives it', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const screener = quickScreener(vocabulary, entriesOf(one), { limit: 50 });
        const [, text] = questionOf(one);

        const answer = screenParty(screener, party('Thing', { name: [text] }));

        const brute = bruteForce(screener, 'Thing', text);
        const points = pointsOf(answer);
        for (const [at, { id }] of answer.results.entries()) expect(points[at]).toBe(brute.get(id));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a score', () => {
  it('is the sum of its ledger and between 0 and 1, whatever is asked', () => {
    const facts = fc.record({
      birthDate: fc.constantFrom('1961', '1961-04-09', '1961-09-04', '1988-01-30'),
      country: fc.constantFrom('ru', 'Russia', 'br', 'unknown'),
      gender: fc.constantFrom('male', 'female', ''),
      passportNumber: fc.constantFrom('640918223', '111111111'),
    });
    fc.assert(
      fc.property(cases, facts, facts, (one, asked, listed) => {
        const entries = one.names.map(([kind, text], at) =>
          madeEntry(String(at), kind, { name: [text], ...wrap(listed) }),
        );
        const [kind, text] = questionOf(one);

        const answer = screenParty(
          quickScreener(vocabulary, entries, { cutoff: 0.01 }),
          party(kind, { name: [text], ...wrap(asked) }),
        );

        for (const { score, explanation } of answer.results) {
          const sum = explanation.reduce((total, line) => total + line.points, 0);
          expect(sum).toBe(Math.round(score * 10_000));
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function wrap(facts: Readonly<Record<string, string>>): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, [value]]));
}

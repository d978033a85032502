import { describe, expect, it } from 'vitest';
import { compareParties, createComparer } from '../compare.ts';
import { party } from '../screening.fixture.ts';
import { NAME_PAIRS, type NamePair } from './name-pairs.fixture.ts';

const comparer = createComparer();

interface Judged extends NamePair {
  readonly score: number;
  readonly match: boolean;
}

function judge(pair: NamePair): Judged {
  const left = party(pair.schema, { name: [pair.left] });
  const right = party(pair.schema, { name: [pair.right] });
  const { score, match } = compareParties(comparer, left, right);
  return { ...pair, score, match };
}

function f1(judged: readonly Judged[]): number {
  const right = judged.filter(({ match, isSame }) => match && isSame).length;
  const found = judged.filter(({ match }) => match).length;
  const wanted = judged.filter(({ isSame }) => isSame).length;
  return (2 * right) / (found + wanted);
}

describe('the labelled names', () => {
  const judged = NAME_PAIRS.map(judge);

  it('are more than three hundred, of both labels', () => {
    expect(NAME_PAIRS.length).toBeGreaterThan(300);
    expect(NAME_PAIRS.filter(({ isSame }) => !isSame).length).toBeGreaterThan(120);
  });

  it('are told apart at the shipped threshold with an F1 of at least 0.95', () => {
    expect(f1(judged)).toBeGreaterThanOrEqual(0.95);
  });

  // A change of a score is a change of answers: `vitest -u` writes the file, and the diff shows it.
  it('have the scores that are written down', async () => {
    const rows = judged.map(({ schema, left, right, isSame, score, match }) => {
      const verdict = match === isSame ? 'right' : 'WRONG';
      return [verdict, score.toFixed(4), isSame ? 'same' : 'other', schema, left, right].join('\t');
    });

    await expect(`${rows.join('\n')}\n`).toMatchFileSnapshot('name-scores.tsv');
  });

  it('are scored the same from either side', () => {
    for (const { schema, left, right, score } of judged) {
      expect(judge({ schema, left: right, right: left, isSame: true }).score).toBe(score);
    }
  });
});

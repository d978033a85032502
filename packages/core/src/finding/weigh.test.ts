import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileRulebook,
  decide,
  type CompiledRulebook,
  type Question,
} from '../decision/index.ts';
import {
  moreSevere,
  type Activity,
  type InstantText,
  type Profile,
  type RuleId,
  type Verdict,
} from '../model/index.ts';
import { day, openParts, prohibition, rule } from '../rulebook/rulebook.fixture.ts';
import { compileLaw, identificationOf, NAMES, profileOf, when } from './finding.fixture.ts';
import { questionOf } from './question.ts';
import { weigh } from './weigh.ts';

const LAW = compileLaw();

function ask(activity: Activity): Question {
  return { transaction: { id: activity, activity } };
}

/** Every instant at which anything of a rulebook begins or ends, earliest first. */
function edgesOf({ rulebook }: CompiledRulebook): readonly string[] {
  const text = JSON.stringify([...rulebook.rules, ...rulebook.directory.parties()]);
  const found = [...text.matchAll(/"utc":"([^"]+)"/g)].map(([, utc]) => utc ?? '');
  return [...new Set(found)].toSorted();
}

function worstAt(compiled: CompiledRulebook, questions: readonly Question[], at: string): Verdict {
  let worst: Verdict = 'out-of-scope';
  for (const question of questions) {
    worst = moreSevere(worst, decide(compiled, question, when(at)).verdict);
  }
  return worst;
}

describe('weigh', () => {
  const RULES = compileRulebook(
    openParts([
      rule({
        id: 'us-sale' as RuleId,
        prohibitions: [prohibition({ activities: ['sell'], span: { from: day('2024-07-01') } })],
      }),
      rule({
        id: 'us-use' as RuleId,
        prohibitions: [
          prohibition({
            id: 'p-use',
            activities: ['use'],
            effect: 'advisory-against',
            span: { from: day('2024-03-01'), to: day('2024-09-01') },
          }),
        ],
      }),
    ]),
  );

  it('keeps every row of the first question, and of others those that reach the act', () => {
    const { verdicts } = weigh(RULES, [ask('use'), ask('sell')], when('2024-08-01'));

    expect(verdicts.map(({ rule: id, activity, verdict }) => [id, activity, verdict])).toEqual([
      ['us-sale', 'use', 'out-of-scope'],
      ['us-use', 'use', 'advisory-against'],
      ['us-sale', 'sell', 'barred'],
    ]);
  });

  it.each([
    ['2024-02-01', 'permitted', '2024-03-01T05:00:00Z', 'advisory-against'],
    ['2024-03-01', 'advisory-against', '2024-07-01T04:00:00Z', 'barred'],
    ['2024-06-30', 'advisory-against', '2024-07-01T04:00:00Z', 'barred'],
  ] as const)('as of %s is %s, until %s', (asOf, verdict, at, then) => {
    const weighed = weigh(RULES, [ask('use'), ask('sell')], when(asOf));

    expect(weighed.verdict).toBe(verdict);
    expect(weighed.next).toEqual({ at, verdict: then });
  });

  it('does not take the change of one question for a change of the whole', () => {
    // The advice ends on 1 September, and the sale stays barred.
    const weighed = weigh(RULES, [ask('use'), ask('sell')], when('2024-08-01'));

    expect(weighed.verdict).toBe('barred');
    expect(weighed.verdicts.find(({ rule: id }) => id === 'us-use')?.next).toBeDefined();
    expect(weighed).not.toHaveProperty('next');
  });

  it('of no question is out of scope, with no row and no change', () => {
    expect(weigh(RULES, [], when('2024-08-01'))).toEqual({ verdicts: [], verdict: 'out-of-scope' });
  });

  it('under the law has the change that Kaspersky’s customers waited for', () => {
    const questions = (['use', 'update-signature'] as const).map((activity) =>
      questionOf(identificationOf(), activity, profileOf(), NAMES),
    );

    const { verdict, next } = weigh(LAW, questions, when('2024-08-15'));

    expect(verdict).not.toBe('barred');
    expect(next).toEqual({ at: '2024-09-29T04:00:00Z', verdict: 'barred' });
  });
});

describe('the next change of the most severe answer', () => {
  const EDGES = edgesOf(LAW);
  const ACTIVITIES: readonly Activity[] = [
    'use',
    'update-signature',
    'renew',
    'resell',
    'procure',
    'present-on-system',
    'contract-with-named',
  ];
  const CLASSES: readonly NonNullable<Profile['classes']>[] = [
    [],
    ['local-government'],
    ['local-government', 'reseller'],
    ['federal-contractor'],
    ['federal-civilian-agency'],
  ];

  it('is looked for among many edges', () => {
    expect(EDGES.length).toBeGreaterThan(10);
  });

  it('is exactly where going through every edge of the law finds it', () => {
    const cases = fc.record({
      activities: fc.uniqueArray(fc.constantFrom(...ACTIVITIES), { minLength: 1, maxLength: 3 }),
      classes: fc.constantFrom(...CLASSES),
      country: fc.constantFrom('US', 'DE'),
      level: fc.constantFrom('identified' as const, 'probable' as const),
      embedded: fc.boolean(),
      edge: fc.nat({ max: EDGES.length - 1 }),
      offsetMs: fc.constantFrom(-1000, 0, 1000, 86_400_000),
    });

    fc.assert(
      fc.property(cases, ({ activities, classes, country, level, embedded, edge, offsetMs }) => {
        const identification = identificationOf({
          level,
          ...(embedded ? { embeddedIn: 'MailWarden 400' } : {}),
        });
        const questions = activities.map((activity) =>
          questionOf(identification, activity, profileOf({ classes, country }), NAMES),
        );
        const at = new Date(Date.parse(EDGES[edge] ?? '') + offsetMs).toISOString();

        const { verdict, next } = weigh(LAW, questions, when(at));

        const later = EDGES.filter((one) => Date.parse(one) > Date.parse(at));
        const change = later.find((one) => worstAt(LAW, questions, one) !== verdict);
        expect(verdict).toBe(worstAt(LAW, questions, at));
        expect(next).toEqual(
          change === undefined
            ? undefined
            : { at: change as InstantText, verdict: worstAt(LAW, questions, change) },
        );
      }),
      { numRuns: 150 },
    );
  });
});

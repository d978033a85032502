import { describe, expect, it } from 'vitest';
import type { Example, Rule, WhenText } from '../model/index.ts';
import { loadRulebook, openRulebook } from '../rulebook/index.ts';
import { openParts, readLaw, resolveByHand, rule } from '../rulebook/rulebook.fixture.ts';
import { compileRulebook, runExamples, type ExampleFailure } from './index.ts';

const CITE = { source: 'act', pinpoint: 's.1', verification: 'verified' } as const;

function failuresOf(
  parts: Partial<Example>,
  ruleParts: Partial<Rule> = {},
): readonly ExampleFailure[] {
  const example: Example = {
    id: 'e',
    title: 'An example',
    at: '2025-01-01' as WhenText,
    activity: 'sell',
    expect: { verdict: 'barred' },
    because: 'so it is',
    cite: CITE,
    ...parts,
  };
  const law = openParts([rule({ examples: [example], ...ruleParts })]);
  return runExamples(compileRulebook(law), resolveByHand).failures;
}

describe('runExamples', () => {
  it('passes every example of the law of this repository', () => {
    const law = loadRulebook(readLaw());
    const compiled = law.ok ? compileRulebook(openRulebook(law.rulebook)) : undefined;
    if (compiled === undefined) throw new Error('the rulebook does not load');

    const { passed, failures } = runExamples(compiled, resolveByHand);

    expect(failures).toEqual([]);
    expect(passed).toBe(compiled.rules.flatMap(({ rule: one }) => one.examples).length);
  });

  it('passes an example that gets what it expects, or one of what it accepts', () => {
    expect(failuresOf({})).toEqual([]);
    expect(failuresOf({ expect: { verdict: ['permitted', 'barred'] } })).toEqual([]);
  });

  it.each<[string, Example['expect'], string]>([
    ['another verdict', { verdict: 'permitted' }, 'verdict'],
    ['none of those accepted', { verdict: ['permitted', 'not-yet'] }, 'verdict'],
    ['another provision', { verdict: 'barred', prohibition: 'other' }, 'provision'],
    ['a fact that is not missing', { verdict: 'barred', missing: ['facts.eccn'] }, 'missing'],
    ['a caution that is not there', { verdict: 'barred', caution: true }, 'caution'],
    ['a duty that is not owed', { verdict: 'barred', duties: [{ duty: 'd' }] }, 'duty'],
  ])('reports %s', (_, wanted, difference) => {
    const [failure, ...rest] = failuresOf({ expect: wanted });

    expect(rest).toEqual([]);
    expect(failure).toMatchObject({ rule: 'us-parts', example: 'e', title: 'An example' });
    expect(failure?.differences).toHaveLength(1);
    expect(failure?.differences[0]).toMatch(new RegExp(`^${difference}: expected`));
  });
});

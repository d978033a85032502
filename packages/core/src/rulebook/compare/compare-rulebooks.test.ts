import { describe, expect, it } from 'vitest';
import { formatLocated } from '../../document/index.ts';
import { compareRulebooks, loadRulebook, type RulebookFile, type RulebookText } from '../index.ts';
import { damage, readLaw, SMALL, SMALL_PARTIES, SMALL_RULE } from '../rulebook.fixture.ts';

function loaded(texts: readonly RulebookText[]): RulebookFile {
  const result = loadRulebook(texts);
  if (result.ok) return result.rulebook;
  throw new Error(result.problems.map(formatLocated).join('\n'));
}

const BEFORE = loaded(SMALL);

describe('compareRulebooks', () => {
  it('finds nothing between a rulebook and itself', { timeout: 60_000 }, () => {
    const law = loaded(readLaw());

    expect(compareRulebooks(law, law)).toEqual({ rules: [], groups: [] });
  });

  it.each([
    ['bound', 'boundText', 'boundText: US persons', 'boundText: all persons'],
    ['targets', 'terms.by-acme.is', 'relation: member', 'relation: self'],
    [
      'exceptions',
      'prohibitions.p-sell.exceptions.x-drone.effect',
      'effect: permitted-with-condition',
      'effect: advisory-against',
    ],
    ['cites', 'prohibitions.p-sell.cite.pinpoint', 'pinpoint: s.7,', 'pinpoint: s.7a,'],
    ['duties', 'duties.d-report.within.n', 'within: {n: 3,', 'within: {n: 5,'],
    ['activities', 'freedoms.f-use.activities', 'activities: [use]', 'activities: [use, install]'],
    ['words', 'title', 'title: A small rule', 'title: A rule'],
    ['examples', 'examples.e-use.at', 'at: 2024-08-01', 'at: 2024-08-02'],
  ])('tells a change of %s, at %s', (part, path, before, after) => {
    const changed = loaded(damage(SMALL, SMALL_RULE, before, after));

    const { rules } = compareRulebooks(BEFORE, changed);

    expect(rules).toMatchObject([{ id: 'us-small', change: 'changed' }]);
    expect(rules[0]?.parts.map((one) => [one.part, one.path])).toEqual([[part, path]]);
  });

  it('shows an edge by its clock and zone, before and after', () => {
    const moved = SMALL.map(({ file, text }) => ({
      file,
      text: text
        .replace('utc: 2024-07-01T04:00:00Z', 'utc: 2024-07-02T04:00:00Z')
        .replace('local: 2024-07-01 00:00', 'local: 2024-07-02 00:00')
        .replaceAll(/at: 2024-07-01/g, 'at: 2024-07-02')
        .replaceAll(/at: 2024-06-30/g, 'at: 2024-07-01')
        .replaceAll(/(from|to): 2024-07-01/g, '$1: 2024-07-02'),
    }));

    const { rules } = compareRulebooks(BEFORE, loaded(moved));

    expect(rules[0]?.parts).toContainEqual({
      part: 'dates',
      path: 'prohibitions.p-sell.span.from',
      before: '2024-07-01 00:00 America/New_York',
      after: '2024-07-02 00:00 America/New_York',
    });
  });

  it('takes moving an exception for no change of it', () => {
    const [rule] = BEFORE.rules;
    const prohibitions = rule?.prohibitions.map((one) => ({
      ...one,
      exceptions: (one.exceptions ?? []).toReversed(),
    }));
    const moved = { ...BEFORE, rules: BEFORE.rules.map((one) => ({ ...one, prohibitions })) };

    const { rules } = compareRulebooks(BEFORE, moved as RulebookFile);

    expect(rules.flatMap(({ parts }) => parts)).toEqual([]);
  });

  it('tells rules that came and went, and parties that joined a group', () => {
    const renamed = loaded(damage(SMALL, SMALL_RULE, 'id: us-small', 'id: us-other'));
    const joined = loaded(
      damage(SMALL, SMALL_PARTIES, 'members: [acme-inc, acme-gmbh]', 'members: [acme-inc]'),
    );

    expect(compareRulebooks(BEFORE, renamed).rules.map(({ id, change }) => [id, change])).toEqual([
      ['us-other', 'added'],
      ['us-small', 'removed'],
    ]);
    expect(compareRulebooks(BEFORE, joined).groups[0]?.parts).toMatchObject([
      { part: 'parties', path: 'group.members' },
    ]);
  });
});

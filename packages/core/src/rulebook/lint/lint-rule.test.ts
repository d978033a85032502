import { describe, expect, it } from 'vitest';
import {
  loadRulebook,
  RULEBOOK_PROBLEMS,
  type RulebookProblem,
  type RulebookProblemCode,
  type RulebookText,
} from '../index.ts';
import { formatLocated } from '../../document/index.ts';
import {
  damage,
  placeOf,
  SMALL,
  SMALL_EDITION,
  SMALL_PARTIES,
  SMALL_RULE,
} from '../rulebook.fixture.ts';

interface Damage {
  readonly what: string;
  readonly file?: string;
  readonly before: string;
  readonly after: string;
  /** Text of the damaged file at whose beginning the problem is reported. */
  readonly at: string;
}

function problemsOf(texts: readonly RulebookText[]): readonly RulebookProblem[] {
  const result = loadRulebook(texts);
  return result.ok ? [] : result.problems;
}

const SPAN =
  'span: {from: {local: 2024-07-01 00:00, zone: America/New_York, utc: 2024-07-01T04:00:00Z}}';

const EXAMPLE_USE = `  - id: e-use
    title: Use
    at: 2024-08-01
    activity: use
    expect: {verdict: permitted}
    because: using is free
    cite: {source: act, pinpoint: s.12, verification: verified}
`;

const TERM = '{fact: item.maker, op: related, value: {relation: member, group: acme}}';
const OWNED = '{fact: item.maker, op: related, value: {relation: owned, group: acme}}';

/** A minimal rule for every code, with the place at which it is found. */
const DAMAGES: Readonly<Partial<Record<RulebookProblemCode, readonly Damage[]>>> = {
  yaml: [
    {
      what: 'a key given twice',
      before: 'kind: order\n',
      after: 'kind: order\nkind: statute\n',
      at: 'kind: statute',
    },
    {
      what: 'an edition that is no YAML',
      file: SMALL_EDITION,
      before: 'edition: 2026.1.1',
      after: 'edition: [2026.1.1',
      at: 'cutoff',
    },
  ],
  schema: [
    {
      what: 'a property nobody knows',
      before: '    title: Selling\n',
      after: '    title: Selling\n    titel: Sale\n',
      at: 'Sale\n',
    },
    { what: 'a property that is missing', before: 'kind: order\n', after: '', at: 'schema: i' },
    { what: 'a word nobody knows', before: 'kind: order', after: 'kind: edict', at: 'edict' },
    {
      what: 'an activity nobody knows',
      before: 'activities: [sell]\n    binds',
      after: 'activities: [sell, vend]\n    binds',
      at: 'vend',
    },
    {
      what: 'a condition that is none',
      before: '{fact: item.class, op: in, value: [camera]}',
      after: '{fakt: item.class}',
      at: '{fakt',
    },
    {
      what: 'a rule without an example',
      before: 'because: using is free\n    cite: {source: act, pinpoint: s.12',
      after: 'becaus: using is free\n    cite: {source: act, pinpoint: s.12',
      at: 'id: e-use',
    },
    {
      what: 'a party without a name',
      file: SMALL_PARTIES,
      before: '    name: Acme GmbH\n',
      after: '',
      at: 'id: acme-gmbh\n    schema',
    },
    {
      what: 'an edition of another form',
      file: SMALL_EDITION,
      before: '2026.1.1',
      after: 'latest',
      at: 'latest',
    },
  ],
  'duplicate-id': [
    {
      what: 'an example',
      before: 'id: e-use',
      after: 'id: e-at',
      at: 'e-at\n    title: Use',
    },
    {
      what: 'a party',
      file: SMALL_PARTIES,
      before: 'id: acme-gmbh',
      after: 'id: acme-inc',
      at: 'acme-inc\n    schema: Company\n    name: Acme GmbH',
    },
  ],
  'unknown-source': [
    {
      what: 'a citation of a provision',
      before: '{source: act, pinpoint: s.7,',
      after: '{source: acts, pinpoint: s.7,',
      at: 'acts',
    },
    {
      what: 'a citation of a party',
      file: SMALL_PARTIES,
      before: '{source: list, pinpoint: row 2,',
      after: '{source: lists, pinpoint: row 2,',
      at: 'lists',
    },
  ],
  'missing-pinpoint': [
    {
      what: 'a pinpoint of spaces',
      before: 'pinpoint: s.7,',
      after: 'pinpoint: "  ",',
      at: '"  "',
    },
  ],
  'missing-zone': [
    {
      what: 'a date in a rule without a zone',
      before: 'zone: America/New_York\nrecordedAt',
      after: 'recordedAt',
      at: '2024-01-01\n    to',
    },
  ],
  'unknown-zone': [
    {
      what: 'a zone of an edge',
      before: 'local: 2024-07-01 00:00, zone: America/New_York, utc',
      after: 'local: 2024-07-01 00:00, zone: America/Nowhere, utc',
      at: '{local: 2024-07-01',
    },
  ],
  'zone-mismatch': [
    {
      what: 'standard time in July',
      before: 'utc: 2024-07-01T04:00:00Z',
      after: 'utc: 2024-07-01T05:00:00Z',
      at: '{local: 2024-07-01',
    },
  ],
  'no-such-time': [
    {
      what: 'an hour the clocks skip',
      before: '{local: 2024-07-01 00:00, zone: America/New_York, utc: 2024-07-01T04:00:00Z}',
      after: '{local: 2024-03-10 02:30, zone: America/New_York}',
      at: '{local: 2024-03-10',
    },
  ],
  'empty-span': [
    {
      what: 'an end before the beginning',
      before: `${SPAN}\n`,
      after: 'span: {from: 2024-07-01, to: 2024-06-01}\n',
      at: '{from: 2024-07-01, to',
    },
    {
      what: 'an end at the beginning',
      before: `${SPAN}\n`,
      after: 'span: {from: 2024-07-01, to: 2024-07-01}\n',
      at: '{from: 2024-07-01, to',
    },
    {
      what: 'a state',
      before: 'to: 2024-07-01',
      after: 'to: 2023-07-01',
      at: 'state: enacted',
    },
  ],
  'timeline-overlap': [
    {
      what: 'a state that begins too early',
      before: '    to: 2024-07-01\n',
      after: '    to: 2024-07-02\n',
      at: '2024-07-01\n    cite: {source: act, pinpoint: s.4',
    },
    {
      what: 'a state after one without an end',
      before: '    to: 2024-07-01\n',
      after: '',
      at: '2024-07-01\n    cite: {source: act, pinpoint: s.4',
    },
  ],
  'timeline-gap': [
    {
      what: 'a day without a state',
      before: '    to: 2024-07-01\n',
      after: '    to: 2024-06-30\n',
      at: '2024-07-01\n    cite: {source: act, pinpoint: s.4',
    },
  ],
  'unknown-fact': [
    {
      what: 'a stated fact',
      before: '{fact: item.class, op: in, value: [camera]}',
      after: '{fact: facts.weather, op: eq, value: sunny}',
      at: 'facts.weather',
    },
    {
      what: 'a property of a person',
      before: '{fact: item.class, op: in, value: [camera]}',
      after: '{fact: actor.age, op: gte, value: 18}',
      at: 'actor.age',
    },
    {
      what: 'the start of a duty',
      before: 'startsOn: discoveredAt',
      after: 'startsOn: foundAt',
      at: 'foundAt',
    },
    {
      what: 'a name every object has',
      before: '{fact: item.class, op: in, value: [camera]}',
      after: '{fact: facts.constructor, op: exists, value: true}',
      at: 'facts.constructor',
    },
  ],
  'unknown-term': [
    {
      what: 'a term that is not defined',
      before: 'target: {term: by-acme}',
      after: 'target: {term: by-emca}',
      at: 'by-emca',
    },
    {
      what: 'a term defined by itself',
      before: TERM,
      after: '{not: {term: by-acme}}',
      at: 'meaning: Made by Acme.',
    },
  ],
  'unknown-word': [
    {
      what: 'a product class',
      before: 'value: [camera]',
      after: 'value: [camera, cammera]',
      at: '[camera, cammera]',
    },
    {
      what: 'a class of persons',
      before: '{fact: item.class, op: in, value: [camera]}',
      after: '{fact: actor.classes, op: has, value: [countess]}',
      at: '[countess]',
    },
  ],
  'wrong-operator': [
    {
      what: 'a comparison of a truth value',
      before: '{fact: actor.usPerson, op: eq, value: true}',
      after: '{fact: actor.usPerson, op: exists, value: true}',
      at: 'exists',
    },
    {
      what: 'equality of a date',
      before: '{fact: item.class, op: in, value: [camera]}',
      after: '{fact: facts.discoveredAt, op: eq, value: "2024-01-01"}',
      at: 'eq, value: "',
    },
    {
      what: 'a relation of a text',
      before: '{fact: item.class, op: in, value: [camera]}',
      after: '{fact: facts.eccn, op: related, value: {relation: self, group: acme}}',
      at: 'related, value: {relation: self',
    },
    { what: 'ownership without a threshold', before: TERM, after: OWNED, at: '{relation: owned' },
  ],
  'wrong-value': [
    {
      what: 'a text for a truth value',
      before: '{fact: actor.usPerson, op: eq, value: true}',
      after: '{fact: actor.usPerson, op: eq, value: "true"}',
      at: '"true"',
    },
    {
      what: 'a day that is none',
      before: '{fact: item.class, op: in, value: [camera]}',
      after: '{fact: facts.discoveredAt, op: lt, value: "2024-02-30"}',
      at: '"2024-02-30"',
    },
  ],
  'shared-name': [
    {
      what: 'two parties that fold to one name',
      file: SMALL_PARTIES,
      before: 'name: Acme GmbH\n',
      after: 'name: Acme GmbH\n    aliases: ["ACME INC."]\n',
      at: 'id: acme-gmbh\n    schema',
    },
  ],
  'unknown-party': [
    { what: 'a group', before: 'group: acme}', after: 'group: emca}', at: '{relation: member' },
    {
      what: 'a party',
      before: '{relation: member, group: acme}',
      after: '{relation: self, parties: [acme-inc, acme-ltd]}',
      at: '{relation: self',
    },
    {
      what: 'a list',
      before: '{relation: member, group: acme}',
      after: '{relation: self, list: b-list}',
      at: '{relation: self',
    },
  ],
  'unknown-rule': [
    { what: 'another rule', before: 'seeAlso: []', after: 'seeAlso: [us-other]', at: 'us-other' },
  ],
  'unknown-provision': [
    {
      what: 'an example that expects another provision',
      before: 'expect: {verdict: barred}',
      after: 'expect: {verdict: barred, prohibition: p-buy}',
      at: 'p-buy',
    },
  ],
  'exception-conflict': [
    {
      what: 'two of one rank',
      before: 'rank: 2',
      after: 'rank: 1',
      at: '1\n        when: {fact: item.class, op: in, value: [drone]}',
    },
  ],
  'duty-calendar': [
    {
      what: 'business days of no calendar',
      before: 'unit: business-day, calendar: us-federal',
      after: 'unit: business-day',
      at: 'id: d-report',
    },
    {
      what: 'business days of a clause version',
      before: 'within: {n: 3, unit: business-day, calendar: us-federal}',
      after: 'byClauseVersion: {2023-12: {n: 3, unit: business-day}}',
      at: 'id: d-report',
    },
  ],
  'too-few-examples': [{ what: 'two', before: EXAMPLE_USE, after: '', at: '- id: e-before' }],
  'missing-boundary': [
    {
      what: 'no example at the edge',
      before: 'p-sell.from.at',
      after: 'p-sell.from.before',
      at: '{local: 2024-07-01',
    },
    {
      what: 'an example two days before',
      before: 'at: 2024-06-30',
      after: 'at: 2024-06-29',
      at: '{local: 2024-07-01',
    },
    {
      what: 'an end of a state',
      before: '    from: 2024-07-01\n    cite',
      after: '    from: 2024-07-01\n    to: 2025-07-01\n    cite',
      at: '2025-07-01\n',
    },
  ],
  'same-boundary': [
    {
      what: 'one verdict on both sides',
      before: 'expect: {verdict: not-yet}',
      after: 'expect: {verdict: barred}',
      at: '{local: 2024-07-01',
    },
  ],
  'bad-date': [
    {
      what: 'an example on a day that is none',
      before: 'at: 2024-08-01',
      after: 'at: 2024-02-30',
      at: '2024-02-30',
    },
    {
      what: 'a state from a day that is none',
      before: '    from: 2024-01-01\n    to',
      after: '    from: 2024-13-01\n    to',
      at: '2024-13-01',
    },
  ],
};

const CASES = Object.entries(DAMAGES).flatMap(([code, damages]) =>
  damages.map((one) => [code, one.what, one] as const),
);

describe('a small rulebook', () => {
  it('loads while nothing is wrong with it', () => {
    expect(problemsOf(SMALL)).toEqual([]);
  });
});

describe('the loader points at', () => {
  it.each(CASES)('%s: %s', (code, _, { file = SMALL_RULE, before, after, at }) => {
    const damaged = damage(SMALL, file, before, after);

    const found = problemsOf(damaged).filter((problem) => problem.code === code);

    const place = placeOf(damaged, file, at);
    expect(found).toContainEqual(expect.objectContaining(place));
  });

  it('every code of the table', () => {
    // What is wrong with a rulebook as a whole stands in the tests of its loading.
    const shown = new Set(['no-rules', 'no-edition', ...CASES.map(([code]) => code)]);

    expect(Object.keys(RULEBOOK_PROBLEMS).filter((code) => !shown.has(code))).toEqual([]);
  });
});

describe('the lint lets pass', () => {
  it.each<[string, string, string]>([
    ['two exceptions of one rank that agree', 'rank: 2', 'rank: 1'],
    ['ownership with a threshold', TERM, OWNED.replace('acme}', 'acme, percentMin: 50}')],
    ['terms that use each other without a circle', TERM, `{all: [${TERM}]}`],
    ['an example in words of a moment', 'at: 2024-08-01', 'at: 2024-08-01T00:00Z'],
  ])('%s', (what, before, after) => {
    const changed = damage(SMALL, SMALL_RULE, before, after);
    const texts = what.startsWith('two exceptions')
      ? damage(changed, SMALL_RULE, 'effect: permitted-with-condition', 'effect: permitted')
      : changed;

    expect(problemsOf(texts)).toEqual([]);
  });

  it('a change of the whole rule shown by the pair of a provision at the same instant', () => {
    const problems = problemsOf(SMALL);

    expect(problems.filter(({ code }) => code === 'missing-boundary')).toEqual([]);
  });
});

describe('terms', () => {
  it('are found to go round in a circle of any length', () => {
    const circle = `{term: two}
  two:
    meaning: Two.
    is: {any: [{term: three}]}
  three:
    meaning: Three.
    is: {not: {term: by-acme}}`;

    const found = problemsOf(damage(SMALL, SMALL_RULE, TERM, circle));

    expect(found.map(({ code }) => code)).toEqual(Array.from({ length: 3 }, () => 'unknown-term'));
  });
});

describe('ids of provisions', () => {
  it.each([
    ['a freedom', 'id: f-use', 'p-sell\n    activities: [use]'],
    ['a duty', 'id: d-report', 'p-sell\n    activities: [sell]\n    when'],
    ['an exception', 'id: x-camera', 'p-sell\n        rank: 1'],
  ])('are pointed at where %s repeats one', (_, before, at) => {
    const damaged = damage(SMALL, SMALL_RULE, before, 'id: p-sell');

    const [problem] = problemsOf(damaged).filter(({ code }) => code === 'duplicate-id');

    expect(problem).toMatchObject(placeOf(damaged, SMALL_RULE, at));
  });
});

describe('values of conditions', () => {
  const WHEN = '{fact: item.class, op: in, value: [camera]}';

  // A value of another type never compares equal: the rule would silently never fire.
  it.each([
    ['a text for a truth value of a person', '{fact: actor.usPerson, op: eq, value: "true"}'],
    ['a text for a truth value', '{fact: facts.governmentUse, op: eq, value: "yes"}'],
    ['a number for a text', '{fact: facts.eccn, op: eq, value: 99}'],
    ['a number for a date', '{fact: facts.discoveredAt, op: lt, value: 20240101}'],
    ['a day that is none', '{fact: facts.discoveredAt, op: lt, value: "2024-02-30"}'],
    ['a date in words', '{fact: facts.discoveredAt, op: gte, value: "1 January 2024"}'],
    ['a country in small letters', '{fact: actor.country, op: eq, value: us}'],
  ])('are refused when they are %s', (_, cond) => {
    expect(problemsOf(damage(SMALL, SMALL_RULE, WHEN, cond))).not.toEqual([]);
  });
});

describe('the shape of conditions', () => {
  // The validator stops after eight errors, which the branches of a condition use up.
  it.each([
    [
      'an operator nobody knows',
      'op: in, value: [camera]',
      'op: matches, value: [camera]',
      'matches',
    ],
    [
      'a fact outside the roles',
      'fact: item.class, op: in, value: [camera]',
      'fact: weather.sunny, op: in, value: [camera]',
      'weather.sunny',
    ],
  ])('is explained where it is wrong: %s', (_, before, after, at) => {
    const damaged = damage(SMALL, SMALL_RULE, before, after);

    const [problem] = problemsOf(damaged);

    expect(problem).toMatchObject(placeOf(damaged, SMALL_RULE, at));
    expect(problem?.message).not.toContain('lacks `all`');
  });
});

describe('dates outside the conditions', () => {
  // A wrong `recordedAt` would make a rule known at every time.
  it.each([
    ['recordedAt', SMALL_RULE, 'recordedAt: 2026-01-01', 'recordedAt: 2026-02-30'],
    ['cutoff', SMALL_EDITION, 'cutoff: 2026-01-01', 'cutoff: 2026-13-01'],
  ])('are days that exist: %s', (_, file, before, after) => {
    expect(problemsOf(damage(SMALL, file, before, after))).not.toEqual([]);
  });
});

describe('parties', () => {
  // A misspelled member is in no group: nothing it makes would be barred.
  it('are there when a group names them', () => {
    const damaged = damage(SMALL, SMALL_PARTIES, '[acme-inc, acme-gmbh]', '[acme-inc, acme-ltd]');

    const found = problemsOf(damaged);

    expect(found).toContainEqual(expect.objectContaining({ code: 'unknown-party' }));
  });

  // A weak name never counts when the group it is associated with is misspelled.
  it('are associated with groups that exist', () => {
    const damaged = damage(
      SMALL,
      SMALL_PARTIES,
      'name: Acme GmbH\n',
      'name: Acme GmbH\n    associatedWith: emca\n',
    );

    const found = problemsOf(damaged);

    expect(found).toContainEqual(expect.objectContaining({ code: 'unknown-party' }));
  });

  it('come off a list after they came on it', () => {
    const damaged = damage(
      SMALL,
      SMALL_PARTIES,
      '        from: {local: 2024-01-01 00:00, zone: America/New_York}\n',
      `        from: {local: 2024-01-01 00:00, zone: America/New_York}
        to: {local: 2023-01-01 00:00, zone: America/New_York}
`,
    );

    const found = problemsOf(damaged);

    expect(found).toContainEqual(expect.objectContaining({ code: 'empty-span' }));
  });

  // A date alone, read as UTC, begins hours before the day does in Washington.
  it('are listed from a date with a zone', () => {
    const damaged = damage(
      SMALL,
      SMALL_PARTIES,
      'from: {local: 2024-01-01 00:00, zone: America/New_York}',
      'from: 2024-01-01',
    );

    const found = problemsOf(damaged);

    expect(found).toContainEqual(expect.objectContaining({ code: 'missing-zone' }));
  });

  // A second file of a group would replace the members of the first.
  it('belong to a group that is given once', () => {
    const again: RulebookText = {
      file: 'parties/again.yaml',
      text: `schema: interdict.parties/1
group: {id: acme, title: Acme again, members: []}
sources: {list: {title: A list, citation: List 1}}
parties: []
`,
    };

    const found = problemsOf([...SMALL, again]);

    expect(found).toContainEqual(expect.objectContaining({ code: 'duplicate-id' }));
  });

  // Only one party can be found by a name.
  it('do not share a strong name', () => {
    const damaged = damage(
      SMALL,
      SMALL_PARTIES,
      'name: Acme GmbH\n',
      'name: Acme GmbH\n    aliases: ["ACME INC."]\n',
    );

    expect(problemsOf(damaged)).not.toEqual([]);
  });

  // An id finds a party for certain, and is looked for before every name.
  it('have no id that is the weak name of the same party', () => {
    const damaged = damage(
      SMALL,
      SMALL_PARTIES,
      'name: Acme GmbH\n',
      'name: Acme GmbH\n    weakAliases: [ACME_gmbh]\n',
    );

    expect(problemsOf(damaged)).toContainEqual(expect.objectContaining({ code: 'shared-name' }));
  });
});

describe('edges of a rule that is not in force', () => {
  const PROPOSED = damage(
    damage(SMALL, SMALL_RULE, 'state: effective', 'state: proposed'),
    SMALL_RULE,
    'p-sell.from.at',
    'p-sell.from.before',
  );

  // A provision of a proposal begins and ends without changing any answer.
  it('need no pair of examples', () => {
    expect(problemsOf(PROPOSED).filter(({ code }) => code.endsWith('boundary'))).toEqual([]);
  });

  it('need one at the instant at which the rule comes into force', () => {
    const texts = damage(
      PROPOSED,
      SMALL_RULE,
      '  - state: proposed\n    from: 2024-07-01\n',
      '  - state: proposed\n    from: 2024-07-01\n    to: 2025-07-01\n' +
        '    cite: {source: act, pinpoint: s.4, verification: verified}\n' +
        '  - state: effective\n    from: 2025-07-01\n',
    );

    expect(problemsOf(texts)).toEqual([
      expect.objectContaining({
        code: 'missing-boundary',
        message: expect.stringContaining('effective.from') as string,
      }),
    ]);
  });

  it('need one where a provision begins at the instant at which the rule ends', () => {
    const ended = damage(SMALL, SMALL_RULE, 'state: enacted', 'state: effective');
    const texts = damage(
      damage(
        ended,
        SMALL_RULE,
        '  - state: effective\n    from: 2024-07-01',
        '  - state: expired\n    from: 2024-07-01',
      ),
      SMALL_RULE,
      'p-sell.from.at',
      'p-sell.from.before',
    );

    expect(problemsOf(texts)).toContainEqual(expect.objectContaining({ code: 'missing-boundary' }));
  });
});

describe('edges of duties', () => {
  // `report-due` begins and ends with the span of a duty.
  it('need a pair of examples like those of prohibitions', () => {
    const damaged = damage(
      SMALL,
      SMALL_RULE,
      '    because: a sale is reported\n',
      '    because: a sale is reported\n    span: {from: 2024-10-01}\n',
    );

    const found = problemsOf(damaged);

    expect(found).toContainEqual(expect.objectContaining({ code: 'missing-boundary' }));
  });
});

describe('a problem in words', () => {
  it('begins with file, line and column, and ends with its code', () => {
    const [problem] = problemsOf(damage(SMALL, SMALL_RULE, 'kind: order', 'kind: edict'));

    const line = problem === undefined ? '' : formatLocated(problem);

    expect(line).toMatch(/^rules\/small\.yaml:6:7: .*"edict".* \(schema\)$/);
  });
});

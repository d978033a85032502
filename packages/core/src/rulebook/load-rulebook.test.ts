import { describe, expect, it } from 'vitest';
import { loadRulebook, openRulebook, type RulebookFile, type RulebookText } from './index.ts';
import {
  damage,
  readLaw,
  SMALL,
  SMALL_EDITION,
  SMALL_PARTIES,
  SMALL_RULE,
} from './rulebook.fixture.ts';

function loaded(texts: readonly RulebookText[]): RulebookFile {
  const result = loadRulebook(texts);
  if (!result.ok) throw new Error(result.problems[0]?.message ?? 'no problem given');
  return result.rulebook;
}

describe('loadRulebook', () => {
  it('loads the law of this repository', () => {
    const rulebook = loaded(readLaw());

    const ids: readonly string[] = rulebook.rules.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'us-bod-17-01',
        'us-ear-affiliates-rule',
        'us-ear-entity-list-kaspersky-2024',
        'us-far-52.204-23',
        'us-icts-kaspersky-2024',
        'us-ndaa2018-1634',
        'us-ofac-kaspersky-execs-2024',
      ]),
    );
    expect(ids).toEqual(ids.toSorted());
    expect(rulebook.edition).toMatch(/^2026\./);
  });

  it('fails as a whole when one rule of many is wrong', () => {
    const [first, ...rest] = readLaw();
    const broken: RulebookText = { file: 'rules/broken.yaml', text: 'schema: interdict.rule/1\n' };

    const result = loadRulebook([first ?? broken, broken, ...rest]);

    expect(result.ok).toBe(false);
    expect(result).not.toHaveProperty('rulebook');
  });

  it('fails as a whole when a file of parties is wrong', () => {
    const result = loadRulebook(
      damage(
        SMALL,
        SMALL_PARTIES,
        'schema: Company\n    name: Acme GmbH',
        'schema: Firm\n    name: Acme GmbH',
      ),
    );

    expect(result.ok).toBe(false);
  });

  it('reports what is wrong in every file, sorted by file and line', () => {
    const twice = damage(
      damage(SMALL, SMALL_RULE, 'kind: order', 'kind: edict'),
      SMALL_PARTIES,
      'pinpoint: row 2, verification: verified',
      'pinpoint: row 2, verification: sure',
    );
    const texts = damage(twice, SMALL_RULE, 'jurisdiction: us', 'jurisdiction: US!');

    const result = loadRulebook(texts);

    const places = result.ok ? [] : result.problems.map(({ file, line }) => `${file}:${line}`);
    expect(places).toEqual(['parties/acme.yaml:20', 'rules/small.yaml:4', 'rules/small.yaml:6']);
  });

  it.each([
    ['an empty file', ''],
    ['a sentence', 'a sentence'],
    ['a list', '- schema: interdict.rule/1'],
    ['a file of another kind', 'schema: interdict.catalog/1'],
    ['a file that does not say what it is', 'id: us-small'],
  ])('refuses %s', (_, text) => {
    const result = loadRulebook([...SMALL, { file: 'other.yaml', text }]);

    const [problem] = result.ok ? [] : result.problems;
    expect(problem).toMatchObject({ code: 'schema', file: 'other.yaml', line: 1 });
  });

  it('refuses a rule given twice', () => {
    const copy = SMALL.find(({ file }) => file === SMALL_RULE)?.text ?? '';

    const result = loadRulebook([...SMALL, { file: 'rules/z-copy.yaml', text: copy }]);

    const [problem] = result.ok ? [] : result.problems;
    expect(problem).toMatchObject({ code: 'duplicate-id', file: 'rules/z-copy.yaml', line: 2 });
  });

  it('writes every dated edge with its instant, clock time and zone', () => {
    const [rule] = loaded(SMALL).rules;

    expect(rule?.timeline[1]?.from).toEqual({
      utc: '2024-07-01T04:00:00Z',
      local: '2024-07-01 00:00',
      zone: 'America/New_York',
      precision: 'day',
    });
    expect(rule?.prohibitions[0]?.span.from).toMatchObject({ precision: 'minute' });
  });

  it('gives the same rulebook to files that end their lines in carriage return and newline', () => {
    const windows = SMALL.map(({ file, text }) => ({
      file,
      text: text.replaceAll('\n', '\r\n'),
    }));

    expect(loaded(windows).digest).toBe(loaded(SMALL).digest);
  });

  it('opens what it stored, written as JSON and read again', () => {
    const stored = JSON.parse(JSON.stringify(loaded(readLaw()))) as RulebookFile;

    const rulebook = openRulebook(stored);

    expect(rulebook.directory.lookUp('AO Kaspersky Lab').party?.id).toBe('kaspersky-lab-ao');
    expect(rulebook.digest).toBe(loaded(readLaw()).digest);
  });

  it('refuses a rulebook without a rule, which would clear everything', () => {
    const result = loadRulebook(SMALL.filter(({ file }) => file !== SMALL_RULE));

    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(['no-rules']);
  });

  it('refuses a rulebook without an edition', () => {
    const result = loadRulebook(SMALL.filter(({ file }) => file !== SMALL_EDITION));

    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(['no-edition']);
  });

  it('refuses a rulebook with two editions, at the second', () => {
    const text = 'schema: interdict.rulebook/1\nedition: 2030.1.1\ncutoff: 2030-01-01\n';

    const result = loadRulebook([...SMALL, { file: 'z.yaml', text }]);

    const [problem] = result.ok ? [] : result.problems;
    expect(problem).toMatchObject({ code: 'no-edition', file: 'z.yaml', line: 1 });
  });

  it('lets rules name parties it was given beside the folder', () => {
    const parties = loaded(SMALL).groups;
    const alone = SMALL.filter(({ file }) => file !== SMALL_PARTIES);

    expect(loadRulebook(alone).ok).toBe(false);
    expect(loadRulebook(alone, parties).ok).toBe(true);
  });

  it('prefers a group of the folder to one of the same id given beside it', () => {
    const parties = loaded(
      damage(SMALL, SMALL_PARTIES, 'name: Acme GmbH', 'name: Old GmbH'),
    ).groups;

    const result = loadRulebook(SMALL, parties);

    const names = result.ok ? result.rulebook.groups.flatMap((one) => one.parties) : [];
    expect(names.map(({ name }) => name)).toEqual(['Acme, Inc.', 'Acme GmbH']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant, parseWhen, type When } from '../calendar/index.ts';
import {
  ACTIVITIES,
  FACTS,
  factWord,
  isBarring,
  PRODUCT_CLASSES,
  VERDICTS,
  wordsOf,
  type Activity,
  type ActivityWord,
  type Actor,
  type Decision,
  type FactName,
  type Instant,
  type PartyId,
  type ResolvedItem,
  type Rule,
  type StatedFacts,
  type Verdict,
  type VerdictRow,
} from '../model/index.ts';
import { loadRulebook, openRulebook, type RulebookFile } from '../rulebook/index.ts';
import { day, readLaw } from '../rulebook/rulebook.fixture.ts';
import { compileRulebook, decide, type CompiledRulebook } from './index.ts';
import { pointOf } from './point.ts';
import { buildSituation } from './situation.ts';
import { answerAll, hearingsOf, type Sitting } from './sitting.ts';

function readRulebook(): RulebookFile {
  const result = loadRulebook(readLaw());
  if (!result.ok) throw new Error('the rulebook does not load');
  return result.rulebook;
}

const rulebook = readRulebook();
const compiled = compileRulebook(openRulebook(rulebook));

interface Question {
  readonly activity: Activity;
  readonly actor?: Actor;
  readonly counterparty?: Actor;
  readonly item?: ResolvedItem;
  readonly facts?: StatedFacts;
}

function when(text: string): When {
  const read = parseWhen(text);
  if (read === undefined) throw new Error(`\`${text}\` is no time`);
  return read;
}

function ask(question: Question, at: string, by: CompiledRulebook = compiled): Decision {
  const { activity, actor, counterparty, item, facts } = question;
  const transaction = {
    id: 't',
    activity,
    ...(actor && { actor }),
    ...(counterparty && { counterparty }),
    ...(facts && { facts }),
  };
  return decide(by, { transaction, item }, when(at));
}

/** The oracle of the index: no rule takes over what another of its shape has answered. */
function rowsAskedAlone({ activity, item, ...rest }: Question, at: string): readonly VerdictRow[] {
  const { directory } = compiled.rulebook;
  const situation = buildSituation(
    { transaction: { id: 't', activity, ...rest }, item },
    directory,
  );
  const index = compiled.activities.get(activity);
  if (index === undefined) throw new Error('the activity has been asked about');
  const point = pointOf(when(at));
  const sitting: Sitting = {
    situation,
    point,
    hearings: hearingsOf(situation, point, compiled.numbers),
    numbers: compiled.numbers,
    rows: index.silence.slice(),
    moving: [],
    fixed: 'out-of-scope',
  };
  answerAll(sitting, index, new Set(index.asked.keys()));
  return sitting.rows;
}

// Questions

const NAMED = rulebook.groups.flatMap(({ parties }) => parties.map(({ name }) => ({ name })));

const OWNERS = ['OOO Kaspersky Group', 'AO Kaspersky Lab', 'Mikhail Yuryevich Gerber', 'a holding'];

const ownership = fc.array(
  fc.record(
    {
      owner: fc.constantFrom(...OWNERS),
      percent: fc.constantFrom(0.1, 20, 30, 49.9, 50, 100),
      from: fc.constantFrom(day('2024-01-01'), day('2025-10-01')),
      to: fc.constantFrom(day('2025-06-01'), day('2026-12-01')),
    },
    { requiredKeys: ['owner'] },
  ),
  { maxLength: 3 },
);

const PEOPLE: readonly Actor[] = [
  { name: 'an Ohio county', country: 'US', classes: ['local-government'] },
  { name: 'a dentist', country: 'US', classes: ['private-organization'] },
  { name: 'an MSP', country: 'US', classes: ['reseller', 'private-organization'] },
  { name: 'an agency', country: 'US', classes: ['federal-civilian-agency'] },
  { name: 'a defense agency', country: 'US', classes: ['dod'] },
  { name: 'a contractor', country: 'US', classes: ['federal-contractor'] },
  { name: 'a firm in Madrid', country: 'ES', classes: ['private-organization'] },
  { name: 'a citizen in Madrid', country: 'ES', classes: ['us-person', 'natural-person'] },
  { name: 'somebody' },
  { name: 'Kaspersky Lab Spanish affiliate', country: 'ES', classes: ['private-organization'] },
  { name: 'Anton Ivanov', classes: ['natural-person'] },
];

const anyPerson: fc.Arbitrary<Actor> = fc.oneof(
  fc.constantFrom(...PEOPLE),
  fc.constantFrom(...NAMED),
  ownership.map((shares) => ({ name: 'a firm', country: 'BR', ownership: shares })),
);

const kind = fc.constantFrom(...wordsOf(PRODUCT_CLASSES));

const MAKERS: readonly PartyId[] = rulebook.groups.flatMap((one) => one.group.members);

const anyMaker = fc.oneof(
  fc.constantFrom('kaspersky-lab' as PartyId, 'eugene-kaspersky' as PartyId),
  fc.constantFrom(...MAKERS),
);

const anyThing: fc.Arbitrary<ResolvedItem> = fc
  .record(
    {
      makerLevel: fc.constantFrom('identified', 'probable', 'stated', 'unknown'),
      name: fc.constant('a thing'),
      maker: anyMaker,
      class: kind,
      purelyInformational: fc.boolean(),
    },
    { requiredKeys: ['makerLevel'] },
  )
  .map((item) => ({ ...item, evidence: [] }));

const anyItem: fc.Arbitrary<ResolvedItem> = fc
  .tuple(anyThing, fc.option(fc.array(anyThing, { maxLength: 2 }), { nil: undefined }))
  .map(([item, embedded]) => (embedded === undefined ? item : { ...item, embedded }));

const dates = fc.constantFrom('2018-01-01', '2024-06-20', '2024-06-24', '2024-08-15', '2025-03-01');
const people = fc.constantFrom(
  'Igor Chekunov',
  'Igor Gennadyevich Chekunov',
  'AO Kaspersky Lab',
  'x',
);

/** Values of facts that a rule tells apart, where the type of the fact does not say which. */
const TOLD_APART: Partial<Record<FactName, fc.Arbitrary<string>>> = {
  eccn: fc.constant('EAR99'),
  clauseVersion: fc.constantFrom('2018-07', '2021-11', '2023-12'),
};

function valuesOf(name: FactName): fc.Arbitrary<string | number | boolean> {
  const { type, values } = factWord(name);
  if (values !== undefined) return fc.constantFrom(...values);
  switch (type) {
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.constantFrom(0, 1, 2027, 10_001);
    case 'date':
      return dates;
    case 'party':
      return people;
    case 'text':
      return TOLD_APART[name] ?? fc.constant('something');
  }
}

const FACT_VALUES = Object.fromEntries(
  wordsOf(FACTS).map((name) => [name, valuesOf(name)] as const),
);

const anyFacts: fc.Arbitrary<StatedFacts> = fc.record(FACT_VALUES, { requiredKeys: [] });

const anyQuestion: fc.Arbitrary<Question> = fc.record(
  {
    activity: fc.constantFrom(...wordsOf(ACTIVITIES)),
    actor: anyPerson,
    counterparty: anyPerson,
    item: anyItem,
    facts: anyFacts,
  },
  { requiredKeys: ['activity'] },
);

// Times: beside every edge of the rules and at random.

interface Edge {
  readonly utc: string;
}

function edgesBelow(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('utc' in value && 'zone' in value) return [(value as Edge).utc];
  return Object.values(value).flatMap(edgesBelow);
}

const EDGES = [...new Set(edgesBelow(rulebook))].map((utc) => Date.parse(utc));

const instants = fc
  .oneof(
    fc
      .tuple(fc.constantFrom(...EDGES), fc.constantFrom(-86_400_000, -1000, 0, 1000, 86_400_000))
      .map(([edge, shift]) => edge + shift),
    fc
      .integer({ min: Date.parse('2017-01-01') / 1000, max: Date.parse('2028-01-01') / 1000 })
      .map((seconds) => seconds * 1000),
  )
  .map((ms) => formatInstant(ms as Instant));

const days = instants.map((instant) => instant.slice(0, 10));
const times: fc.Arbitrary<string> = fc.oneof(instants, days);

function secondBefore(utc: string): string {
  return formatInstant((Date.parse(utc) - 1000) as Instant);
}

const RUNS = { numRuns: 400 };

describe('any question about the law of this repository', () => {
  it('gets the same bytes again, from a rulebook that was loaded again', () => {
    const again = compileRulebook(openRulebook(readRulebook()));

    fc.assert(
      fc.property(anyQuestion, times, (question, at) => {
        const first = JSON.stringify(ask(question, at));

        expect(JSON.stringify(ask(question, at))).toBe(first);
        expect(JSON.stringify(ask(question, at, again))).toBe(first);
      }),
      RUNS,
    );
  });

  it('gets the same bytes whatever was asked before', () => {
    fc.assert(
      fc.property(anyQuestion, anyQuestion, times, (question, other, at) => {
        const first = JSON.stringify(ask(question, at));

        ask(other, at);

        expect(JSON.stringify(ask(question, at))).toBe(first);
      }),
      RUNS,
    );
  });

  it('is answered as if every rule had been asked alone', () => {
    fc.assert(
      fc.property(anyQuestion, times, (question, at) => {
        const { rows } = ask(question, at);

        expect(rows).toEqual(rowsAskedAlone(question, at));
      }),
      { numRuns: 1500 },
    );
  });

  it('gets a row with a citation from every rule, and the most severe on top', () => {
    fc.assert(
      fc.property(anyQuestion, times, (question, at) => {
        const { rows, verdict } = ask(question, at);

        const severities = rows.map((row) => VERDICTS[row.verdict].severity);
        expect(rows.map((row) => row.rule)).toEqual(rulebook.rules.map(({ id }) => id));
        expect(rows.every(({ cite }) => cite.length > 0)).toBe(true);
        expect(VERDICTS[verdict].severity).toBe(Math.max(...severities));
      }),
      RUNS,
    );
  });

  it('is told what is missing, or warned, wherever the answer is open', () => {
    fc.assert(
      fc.property(anyQuestion, times, (question, at) => {
        const open = ask(question, at).rows.filter(({ verdict }) => verdict === 'undetermined');

        const silent = open.filter(({ missing, caution }) => missing.length === 0 && !caution);
        expect(silent).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is told nothing is missing where the answer is not open', () => {
    fc.assert(
      fc.property(anyQuestion, times, (question, at) => {
        const settled = ask(question, at).rows.filter(({ verdict }) => verdict !== 'undetermined');

        expect(settled.flatMap(({ missing }) => missing)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is never asked for a stated fact', () => {
    fc.assert(
      fc.property(anyQuestion, times, (question, at) => {
        const missing = ask(question, at).rows.flatMap((row) => row.missing);

        const stated = Object.keys(question.facts ?? {}).map((name) => `facts.${name}`);
        expect(missing.filter((path) => stated.includes(path))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is answered in short, with the words and the lengths a report can print', () => {
    fc.assert(
      fc.property(anyQuestion, times, (question, at) => {
        for (const { because } of ask(question, at).rows) {
          expect(because).not.toBe('');
          expect(because).not.toContain('undefined');
          expect(because.length).toBeLessThan(1000);
        }
      }),
      RUNS,
    );
  });
});

describe('the changes of an answer', () => {
  it('come when `next` says: a second before all is as now, then as foretold', () => {
    fc.assert(
      fc.property(anyQuestion, times, (question, at) => {
        ask(question, at).rows.forEach((row, index) => {
          if (row.next === undefined) return;

          const then = ask(question, row.next.at).rows[index];
          const before = ask(question, secondBefore(row.next.at)).rows[index];

          expect(then?.verdict).toBe(row.next.verdict);
          expect(before?.verdict).toBe(row.verdict);
        });
      }),
      RUNS,
    );
  });

  it('of the whole come when `next` says', () => {
    fc.assert(
      fc.property(anyQuestion, times, (question, at) => {
        const { next, verdict } = ask(question, at);
        if (next === undefined) return;

        expect(ask(question, next.at).verdict).toBe(next.verdict);
        expect(ask(question, secondBefore(next.at)).verdict).toBe(verdict);
      }),
      RUNS,
    );
  });

  it('came when `previous` says', () => {
    fc.assert(
      fc.property(anyQuestion, times, (question, at) => {
        ask(question, at).rows.forEach((row, index) => {
          if (row.previous === undefined) return;

          const since = ask(question, row.previous.at).rows[index];
          const before = ask(question, secondBefore(row.previous.at)).rows[index];

          expect(since?.verdict).toBe(row.verdict);
          expect(before?.verdict).toBe(row.previous.verdict);
        });
      }),
      RUNS,
    );
  });

  it('do not come where no `next` is told', () => {
    fc.assert(
      fc.property(anyQuestion, instants, instants, (question, a, b) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        const later = ask(question, late).rows;

        ask(question, early).rows.forEach((row, index) => {
          if (row.next !== undefined && row.next.at <= late) return;
          expect(later[index]?.verdict).toBe(row.verdict);
        });
      }),
      RUNS,
    );
  });

  it('are the same for a date and for 00:00 of it in Washington, for rules of its zone', () => {
    const zones = new Map(rulebook.rules.map(({ id, zone }) => [id, zone]));
    const eastern = (rows: readonly VerdictRow[]): readonly VerdictRow[] =>
      rows.filter(({ rule }) => zones.get(rule) === 'America/New_York');
    const offsets = ['-04:00', '-05:00'];

    fc.assert(
      fc.property(anyQuestion, days, (question, date) => {
        const midnights = offsets.map((offset) => `${date}T00:00${offset}`);
        const local = new Intl.DateTimeFormat('sv-SE', {
          timeZone: 'America/New_York',
          dateStyle: 'short',
          timeStyle: 'short',
        });
        const midnight = midnights.find((text) => local.format(when(text).utc) === `${date} 00:00`);

        const byDate = ask(question, date);
        const byInstant = ask(question, midnight ?? '');

        expect(eastern(byInstant.rows)).toEqual(eastern(byDate.rows));
      }),
      RUNS,
    );
  });
});

describe('exceptions and names', () => {
  it('an exception taken away never makes an answer milder', () => {
    const without = rulebook.rules.flatMap((rule) =>
      rule.prohibitions.flatMap((one) =>
        (one.exceptions ?? []).map(({ id }) => {
          const prohibitions = rule.prohibitions.map((provision) => ({
            ...provision,
            exceptions: (provision.exceptions ?? []).filter((other) => other.id !== id),
          }));
          const rules: readonly Rule[] = [{ ...rule, prohibitions }];
          return compileRulebook(openRulebook({ ...rulebook, rules }));
        }),
      ),
    );
    expect(without.length).toBeGreaterThanOrEqual(7);

    fc.assert(
      fc.property(anyQuestion, times, fc.constantFrom(...without), (question, at, lawless) => {
        const before = new Map(ask(question, at).rows.map((row) => [row.rule, row.verdict]));
        const after = ask(question, at, lawless).rows;

        const milder = after.filter(({ rule, verdict }) => {
          const was = before.get(rule) ?? 'out-of-scope';
          return VERDICTS[verdict].severity < VERDICTS[was].severity;
        });
        expect(after).toHaveLength(1);
        expect(milder).toEqual([]);
      }),
      RUNS,
    );
  });

  it('another name of the same party changes no verdict', () => {
    const parties = rulebook.groups.flatMap((one) => one.parties);
    const renamings = parties.flatMap(({ id, name, aliases }) =>
      [id as string, ...(aliases ?? [])].map((alias) => [name, alias] as const),
    );
    const deal = fc.record(
      { activity: fc.constantFrom(...wordsOf(ACTIVITIES)), item: anyItem, facts: anyFacts },
      { requiredKeys: ['activity'] },
    );

    fc.assert(
      fc.property(
        deal,
        fc.constantFrom(...PEOPLE),
        fc.constantFrom(...renamings),
        times,
        (parts, person, [name, alias], at) => {
          const verdicts = (party: string): readonly Verdict[] =>
            [
              ask({ ...parts, actor: person, counterparty: { name: party } }, at),
              ask({ ...parts, actor: { name: party }, counterparty: person }, at),
            ].flatMap(({ rows }) => rows.map(({ verdict }) => verdict));

          expect(verdicts(alias)).toEqual(verdicts(name));
        },
      ),
      RUNS,
    );
  });

  it('another name of a signatory, payee, end user or owner changes no verdict', () => {
    const parties = rulebook.groups.flatMap((one) => one.parties);
    const renamings = parties.flatMap(({ name, aliases }) =>
      (aliases ?? []).map((alias) => [name, alias] as const),
    );
    const roles = fc.constantFrom<FactName>('signatory', 'payee', 'endUser');
    const actor: Actor = { name: 'a firm', country: 'US', classes: ['private-organization'] };

    fc.assert(
      fc.property(roles, fc.constantFrom(...renamings), instants, (role, [name, alias], at) => {
        const verdicts = (party: string): readonly Verdict[] => {
          const shares = [{ owner: party, percent: 50 }];
          const counterparty: Actor = { name: 'x', country: 'BR', ownership: shares };
          const facts = { [role]: party, eccn: 'EAR99' };
          const { rows } = ask({ activity: 'export', actor, counterparty, facts }, at);
          return rows.map(({ verdict }) => verdict);
        };

        expect(verdicts(alias)).toEqual(verdicts(name));
      }),
      RUNS,
    );
  });
});

// Refinement: facts are taken away from a question; what was then sure must stay so.

/** Names of the facts that a rule asks with `exists`, with the role in front. */
function askedToExist(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('op' in value && value.op === 'exists' && 'fact' in value) return [String(value.fact)];
  return Object.values(value).flatMap(askedToExist);
}

const ASKED_TO_EXIST = new Set(askedToExist(rulebook.rules));

/** Facts that are taken as not so until stated: people nobody names, and what must be claimed. */
function isTakenAsNotSo(name: FactName): boolean {
  return factWord(name).type === 'party' || ASKED_TO_EXIST.has(`facts.${name}`);
}

const KNOWN_PEOPLE: readonly Actor[] = PEOPLE.slice(0, 7);

const fullPerson: fc.Arbitrary<Actor> = fc.oneof(
  fc.constantFrom(...KNOWN_PEOPLE),
  fc.constantFrom(...NAMED),
);

const fullItem: fc.Arbitrary<ResolvedItem> = fc
  .tuple(fc.constantFrom('kaspersky-lab', 'eugene-kaspersky'), kind, fc.boolean(), fc.boolean())
  .map(([maker, kindOf, purelyInformational, isInside]) => ({
    maker: maker as PartyId,
    makerLevel: 'identified',
    class: kindOf,
    purelyInformational,
    embedded: isInside
      ? [
          {
            maker: 'kaspersky-lab' as PartyId,
            makerLevel: 'identified',
            class: 'engine-sdk',
            evidence: [],
          },
        ]
      : [],
    evidence: [],
  }));

const fullFacts: fc.Arbitrary<StatedFacts> = fc.record(FACT_VALUES).map((facts) => ({
  ...facts,
  subjectToEar: true,
}));

const fullQuestion: fc.Arbitrary<Required<Question>> = fc.record({
  activity: fc.constantFrom(...wordsOf(ACTIVITIES)),
  actor: fullPerson,
  counterparty: fullPerson,
  item: fullItem,
  facts: fullFacts,
});

type Drop = 'person' | 'classes' | 'nothing';

function dropFrom(person: Actor, what: Drop): Actor | undefined {
  if (what === 'person') return undefined;
  if (what === 'nothing') return person;
  const { classes: _, ...rest } = person;
  return rest;
}

interface Dropped {
  readonly actor: Drop;
  readonly counterparty: Drop;
  readonly item: 'all' | 'maker' | 'class' | 'purelyInformational' | 'nothing';
  readonly facts: readonly FactName[];
}

const dropped: fc.Arbitrary<Dropped> = fc.record({
  actor: fc.constantFrom<Drop>('person', 'classes', 'nothing'),
  counterparty: fc.constantFrom<Drop>('person', 'classes', 'nothing'),
  item: fc.constantFrom('all', 'maker', 'class', 'purelyInformational', 'nothing'),
  facts: fc.subarray(wordsOf(FACTS).filter((name) => !isTakenAsNotSo(name))),
});

function dropItem(item: ResolvedItem, what: Dropped['item']): ResolvedItem | undefined {
  if (what === 'all') return undefined;
  if (what === 'nothing') return item;
  const { maker, class: kindOf, purelyInformational, ...rest } = item;
  return {
    ...rest,
    ...(what === 'maker' || maker === undefined ? {} : { maker }),
    ...(what === 'maker' ? { makerLevel: 'unknown' as const } : {}),
    ...(what === 'class' || kindOf === undefined ? {} : { class: kindOf }),
    ...(what === 'purelyInformational' || purelyInformational === undefined
      ? {}
      : { purelyInformational }),
  };
}

function withLess(full: Required<Question>, less: Dropped): Question {
  const word: ActivityWord = ACTIVITIES[full.activity];
  // Who supplies whom is worked out from who the two are, and an update has a maker: defect 51.
  const isPlain = word.side === 'supply' || word.side === 'demand';
  const actor = isPlain ? dropFrom(full.actor, less.actor) : full.actor;
  const counterparty = isPlain ? dropFrom(full.counterparty, less.counterparty) : full.counterparty;
  const keepsMaker = word.supplierDefault === 'maker' && ['maker', 'all'].includes(less.item);
  const item = keepsMaker ? full.item : dropItem(full.item, less.item);
  const without: readonly string[] =
    less.item === 'purelyInformational' ? [...less.facts, 'purelyInformational'] : less.facts;
  const facts = Object.fromEntries(
    Object.entries(full.facts).filter(([name]) => !without.includes(name)),
  );
  return {
    activity: full.activity,
    facts,
    ...(actor && { actor }),
    ...(counterparty && { counterparty }),
    ...(item && { item }),
  };
}

/** Verdicts that come to the same for whoever wants to act: nothing stands in the way. */
function weight(verdict: Verdict): string {
  if (isBarring(verdict)) return verdict;
  const isFree = VERDICTS[verdict].severity <= VERDICTS['not-yet'].severity;
  return isFree || verdict === 'report-due' ? 'free' : verdict;
}

describe('learning a fact', () => {
  it('never contradicts what was sure before', () => {
    fc.assert(
      fc.property(fullQuestion, dropped, times, (full, less, at) => {
        const partial = withLess(full, less);
        const known = ask(full, at).rows;

        const contradicted = ask(partial, at).rows.filter((row: VerdictRow, index) => {
          if (row.verdict === 'undetermined' || row.assumed !== undefined) return false;
          const then = known[index]?.verdict ?? 'out-of-scope';
          // A condition falls away when it turns out that the rule does not reach the act.
          if (row.verdict === 'permitted-with-condition' && weight(then) === 'free') return false;
          return then !== 'undetermined' && weight(then) !== weight(row.verdict);
        });

        expect(contradicted).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('leaves nothing to ask about item and facts once all of them are told', () => {
    fc.assert(
      fc.property(fullQuestion, times, (full, at) => {
        const paths = ask(full, at).rows.flatMap(({ missing }) => missing);

        const asked = paths.filter((path) => /^(item|facts)/.test(path));
        // Who the people of the deal are, the maker among them, was not told.
        const ofPeople = (path: string): boolean =>
          path.endsWith('.identity') || path.startsWith('item.maker.');
        expect(asked.filter((path) => !ofPeople(path))).toEqual([]);
      }),
      RUNS,
    );
  });
});

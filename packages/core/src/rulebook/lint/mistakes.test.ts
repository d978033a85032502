import { describe, expect, it } from 'vitest';
import { formatLocated } from '../../document/index.ts';
import { loadRulebook, type RulebookText } from '../index.ts';
import {
  damage,
  placeOf,
  SMALL,
  SMALL_EDITION,
  SMALL_PARTIES,
  SMALL_RULE,
} from '../rulebook.fixture.ts';

// Mistakes that somebody who writes law, and no programs, makes. Each is answered at its place,
// with what to write instead.

interface Mistake {
  readonly what: string;
  readonly file?: string;
  readonly before: string;
  readonly after: string;
  /** Text of the damaged file at which the message points. */
  readonly at: string;
  readonly says: string;
}

const SALE_SPAN =
  'span: {from: {local: 2024-07-01 00:00, zone: America/New_York, utc: 2024-07-01T04:00:00Z}}';
const SALE_CITE = '{source: act, pinpoint: s.7, verification: verified}';
const REPORT = 'within: {n: 3, unit: business-day, calendar: us-federal}';
const CAMERA = '{fact: item.class, op: in, value: [camera]}';
const BOUND = '{fact: actor.usPerson, op: eq, value: true}';
const ENACTED = 'from: 2024-01-01\n    to: 2024-07-01';

const YAML_MISTAKES: readonly Mistake[] = [
  {
    what: 'a tab before a line',
    before: '  - id: p-sell\n',
    after: '\t- id: p-sell\n',
    at: '\t- id: p-sell',
    says: 'indent with spaces',
  },
  {
    what: 'a colon in a sentence',
    before: 'because: selling is barred\n',
    after: 'because: section 2: selling is barred\n',
    at: 'section 2: selling',
    says: 'in quotes',
  },
  {
    what: 'words after a quote',
    before: 'because: selling is barred\n',
    after: 'because: "selling" is barred\n',
    at: 'is barred\n    span',
    says: 'put the whole text in quotes',
  },
  {
    what: 'a section sign that YAML keeps for itself',
    before: 'title: A small rule\n',
    after: 'title: @small\n',
    at: '@small',
    says: 'put it in quotes',
  },
  {
    what: 'a property given twice',
    before: 'kind: order\n',
    after: 'kind: order\nkind: statute\n',
    at: 'kind: statute',
    says: 'keep one',
  },
  {
    what: 'two rules in one file',
    before: 'seeAlso: []\n',
    after: 'seeAlso: []\n---\n',
    at: '---\n',
    says: 'one rule to a file',
  },
];

const SHAPE_MISTAKES: readonly Mistake[] = [
  {
    what: 'an activity with a typing error',
    before: 'activities: [sell]\n    binds',
    after: 'activities: [selll]\n    binds',
    at: 'selll',
    says: 'did you mean `sell`?',
  },
  {
    what: 'an activity in another form',
    before: 'activities: [sell]\n    binds',
    after: 'activities: [selling]\n    binds',
    at: 'selling]',
    says: 'did you mean `sell`?',
  },
  {
    what: 'a member without brackets',
    file: SMALL_PARTIES,
    before: 'members: [acme-inc, acme-gmbh]',
    after: 'members: acme-inc',
    at: 'acme-inc\nsources',
    says: 'a list, as `[acme-inc]`',
  },
  {
    what: 'an id in capitals',
    before: 'id: us-small',
    after: 'id: US-Small',
    at: 'US-Small',
    says: 'lower-case letters',
  },
  {
    what: 'one activity without brackets',
    before: 'activities: [use]',
    after: 'activities: use',
    at: 'use\n    because: using',
    says: 'a list, as `[use]`, or any',
  },
  {
    what: 'a verdict nobody gives',
    before: 'effect: barred\n',
    after: 'effect: forbidden\n',
    at: 'forbidden',
    says: 'there are out-of-scope, permitted',
  },
  {
    what: 'a verdict with a space',
    before: 'effect: permitted-with-condition\n',
    after: 'effect: permitted with condition\n',
    at: 'permitted with',
    says: 'did you mean `permitted-with-condition`?',
  },
  {
    what: 'a kind with a typing error',
    before: 'kind: order',
    after: 'kind: statut',
    at: 'statut',
    says: 'did you mean `statute`?',
  },
  {
    what: 'a state of the rule nobody knows',
    before: 'state: enacted',
    after: 'state: enacting',
    at: 'enacting',
    says: 'there are proposed, enacted',
  },
  {
    what: 'a property with a typing error',
    before: '    because: selling is barred\n',
    after: '    becuase: selling is barred\n',
    at: 'id: p-sell\n',
    says: '`prohibitions/0` lacks `because`',
  },
  {
    what: 'a property that is one too many',
    before: 'title: A small rule\n',
    after: 'title: A small rule\nsumary: small\n',
    at: 'small\njurisdiction',
    says: 'did you mean `summary`?',
  },
  {
    what: 'a jurisdiction in words',
    before: 'jurisdiction: us',
    after: 'jurisdiction: Ohio',
    at: 'Ohio',
    says: 'two letters',
  },
  {
    what: 'a section number without quotes',
    before: 'pinpoint: s.7,',
    after: 'pinpoint: 1634,',
    at: '1634',
    says: 'put it in quotes, as "1634"',
  },
  {
    what: 'an empty reason',
    before: 'because: selling is barred\n',
    after: 'because:\n',
    at: '\n    span: {from: {local: 2024-07-01',
    says: 'is empty: it is a text',
  },
  {
    what: 'a citation without a pinpoint',
    before: SALE_CITE,
    after: '{source: act, verification: verified}',
    at: '{source: act, verification',
    says: 'lacks `pinpoint`',
  },
  {
    what: 'a pinpoint of spaces',
    before: 'pinpoint: s.7,',
    after: 'pinpoint: "  ",',
    at: '"  "',
    says: 'section, paragraph or page',
  },
  {
    what: 'a source that is not given',
    before: SALE_CITE,
    after: '{source: acts, pinpoint: s.7, verification: verified}',
    at: 'acts',
    says: 'did you mean `act`?',
  },
  {
    what: 'a mark of verification nobody knows',
    before: 'pinpoint: s.7, verification: verified',
    after: 'pinpoint: s.7, verification: checked',
    at: 'checked',
    says: 'there are verified, recorded, unsettled',
  },
];

const DATE_MISTAKES: readonly Mistake[] = [
  {
    what: 'a clock time without a zone',
    before: SALE_SPAN,
    after: 'span: {from: 2024-07-01 09:00}',
    at: '2024-07-01 09:00',
    says: 'write {local: 2024-07-01 09:00, zone: America/New_York}',
  },
  {
    what: 'a clock time in a block without a zone',
    before: SALE_SPAN,
    after: 'span: {from: {local: 2024-07-01 09:00}}',
    at: '{local: 2024-07-01 09:00}',
    says: 'lacks `zone`',
  },
  {
    what: 'a rule without a zone',
    before: 'zone: America/New_York\nrecorded',
    after: 'recorded',
    at: '2024-01-01\n    to',
    says: 'give the rule a `zone`',
  },
  {
    what: 'an abbreviation of a zone',
    before: 'zone: America/New_York\nrecorded',
    after: 'zone: EST\nrecorded',
    at: 'EST',
    says: 'America/New_York',
  },
  {
    what: 'a zone that does not exist',
    before: 'zone: America/New_York\nrecorded',
    after: 'zone: America/Washington\nrecorded',
    at: '2024-01-01\n    to',
    says: 'is not an IANA time zone',
  },
  {
    what: 'the month first',
    before: ENACTED,
    after: 'from: 01/02/2024\n    to: 2024-07-01',
    at: '01/02/2024',
    says: 'which number is the month?',
  },
  {
    what: 'a month in words',
    before: ENACTED,
    after: 'from: 1 January 2024\n    to: 2024-07-01',
    at: '1 January',
    says: 'write 2024-09-29',
  },
  {
    what: 'a year alone',
    before: ENACTED,
    after: 'from: 2024\n    to: 2024-07-01',
    at: '2024\n    to',
    says: 'write 2024-09-29',
  },
  {
    what: 'a day that does not exist',
    before: ENACTED,
    after: 'from: 2024-02-30\n    to: 2024-07-01',
    at: '2024-02-30',
    says: 'is not a date that exists',
  },
  {
    what: 'an end before the beginning',
    before: ENACTED,
    after: 'from: 2024-07-01\n    to: 2024-01-01',
    at: 'state: enacted',
    says: '`to` (2024-01-01) is not after `from` (2024-07-01)',
  },
  {
    what: 'an end that is left empty',
    before: '    from: 2024-07-01\n    cite',
    after: '    from: 2024-07-01\n    to:\n    cite',
    at: '\n    cite: {source: act, pinpoint: s.4',
    says: 'an interval that is open has no `to`',
  },
  {
    what: 'states that overlap',
    before: 'to: 2024-07-01\n',
    after: 'to: 2024-08-01\n',
    at: '2024-07-01\n    cite: {source: act, pinpoint: s.4',
    says: 'give `enacted` `to: 2024-07-01`',
  },
  {
    what: 'a first state without an end',
    before: '    to: 2024-07-01\n',
    after: '',
    at: '2024-07-01\n    cite: {source: act, pinpoint: s.4',
    says: 'give `enacted` `to: 2024-07-01`',
  },
  {
    what: 'an end on the last day in the place of the day after',
    before: 'to: 2024-07-01\n',
    after: 'to: 2024-06-30\n',
    at: '2024-07-01\n    cite: {source: act, pinpoint: s.4',
    says: 'make them the same',
  },
  {
    what: 'UTC and local time that do not agree',
    before: 'utc: 2024-07-01T04:00:00Z',
    after: 'utc: 2024-07-01T05:00:00Z',
    at: '{local: 2024-07-01 00:00',
    says: 'is 2024-07-01T04:00:00Z',
  },
];

const CONDITION_MISTAKES: readonly Mistake[] = [
  {
    what: 'a fact nobody knows',
    before: CAMERA,
    after: '{fact: facts.federalFund, op: eq, value: true}',
    at: 'facts.federalFund',
    says: 'did you mean `facts.federalFunds`?',
  },
  {
    what: 'a fact of a person with a typing error',
    before: BOUND,
    after: '{fact: actor.usperson, op: eq, value: true}',
    at: 'actor.usperson',
    says: 'did you mean `actor.usPerson`?',
  },
  {
    what: 'a fact without its role',
    before: BOUND,
    after: '{fact: usPerson, op: eq, value: true}',
    at: 'usPerson',
    says: 'begins with actor, counterparty',
  },
  {
    what: 'a value that the fact does not have',
    before: CAMERA,
    after: '{fact: facts.equipmentPurpose, op: eq, value: public safety}',
    at: 'public safety',
    says: 'did you mean `public-safety`?',
  },
  {
    what: 'yes in the place of true',
    before: BOUND,
    after: '{fact: actor.usPerson, op: eq, value: yes}',
    at: 'yes',
    says: 'true or false, without quotes',
  },
  {
    what: 'a class of persons nobody knows',
    before: BOUND,
    after: '{fact: actor.classes, op: has, value: [local-goverment]}',
    at: '[local-goverment]',
    says: 'did you mean `local-government`?',
  },
  {
    what: 'a class of products nobody knows',
    before: CAMERA,
    after: '{fact: item.class, op: in, value: [cameras]}',
    at: '[cameras]',
    says: 'did you mean `camera`?',
  },
  {
    what: 'a list compared with eq',
    before: CAMERA,
    after: '{fact: item.class, op: eq, value: [camera, drone]}',
    at: '[camera, drone]',
    says: 'write `in` for one of several',
  },
  {
    what: 'one value compared with in',
    before: CAMERA,
    after: '{fact: item.class, op: in, value: camera}',
    at: 'camera}',
    says: '`in` takes a list',
  },
  {
    what: 'an operator as in arithmetic',
    before: CAMERA,
    after: '{fact: item.class, op: "=", value: camera}',
    at: '"="',
    says: 'there are eq, in, has',
  },
  {
    what: 'a comparison without an operator',
    before: CAMERA,
    after: '{fact: item.class, value: [camera]}',
    at: '{fact: item.class, value',
    says: 'nothing is no operator',
  },
  {
    what: 'a list of conditions without all or any',
    before: `bound: ${BOUND}`,
    after: `bound: [${BOUND}]`,
    at: `[${BOUND}]`,
    says: 'a condition is `all`, `any`',
  },
  {
    what: 'a term that is not defined',
    before: 'target: {term: by-acme}',
    after: 'target: {term: from-acme}',
    at: 'from-acme',
    says: 'there is by-acme',
  },
  {
    what: 'a group with a typing error',
    before: 'value: {relation: member, group: acme}',
    after: 'value: {relation: member, group: amce}',
    at: '{relation: member, group: amce}',
    says: 'did you mean `acme`?',
  },
  {
    what: 'a party that is in no file',
    before: 'value: {relation: member, group: acme}',
    after: 'value: {relation: self, parties: [acme-limited]}',
    at: '{relation: self',
    says: 'a new party is given in a file of parties',
  },
  {
    what: 'a relation to nobody',
    before: 'value: {relation: member, group: acme}',
    after: 'value: {relation: member}',
    at: '{relation: member}',
    says: 'name `parties`, a `group` or a `list`',
  },
  {
    what: 'ownership without a share',
    before: 'value: {relation: member, group: acme}',
    after: 'value: {relation: owned, group: acme}',
    at: '{relation: owned',
    says: '`percentMin`',
  },
  {
    what: 'a name compared with eq',
    before: BOUND,
    after: '{fact: actor.party, op: eq, value: Acme}',
    at: 'eq, value: Acme',
    says: 'takes related, exists',
  },
];

const PROVISION_MISTAKES: readonly Mistake[] = [
  {
    what: 'two exceptions of one rank that lead elsewhere',
    before: 'rank: 2',
    after: 'rank: 1',
    at: '1\n        when: {fact: item.class, op: in, value: [drone]}',
    says: 'higher rank',
  },
  {
    what: 'an id used twice',
    before: 'id: x-drone',
    after: 'id: x-camera',
    at: 'x-camera\n        rank: 2',
    says: 'give one another id',
  },
  {
    what: 'business days without a calendar',
    before: REPORT,
    after: 'within: {n: 3, unit: business-day}',
    at: 'id: d-report',
    says: '`calendar: us-federal`',
  },
  {
    what: 'a period in a unit nobody knows',
    before: REPORT,
    after: 'within: {n: 3, unit: days}',
    at: 'days}',
    says: 'did you mean `day`?',
  },
  {
    what: 'a period that runs from a fact that is no date',
    before: 'startsOn: discoveredAt',
    after: 'startsOn: discovered',
    at: 'discovered\n',
    says: 'did you mean `discoveredAt`?',
  },
  {
    what: 'an edge without its pair of examples',
    before: '    boundaryOf: p-sell.from.before\n',
    after: '',
    at: '{local: 2024-07-01 00:00',
    says: 'one with boundaryOf `p-sell.from.before`',
  },
  {
    what: 'an example at an edge that the rule does not have',
    before: 'boundaryOf: p-sell.from.before',
    after: 'boundaryOf: p-sel.from.before',
    at: 'p-sel.from.before',
    says: 'did you mean `p-sell.from.before`?',
  },
  {
    what: 'an example that expects a provision the rule does not have',
    before: 'expect: {verdict: barred}',
    after: 'expect: {verdict: barred, prohibition: p-sale}',
    at: 'p-sale',
    says: 'is no provision of this rule',
  },
  {
    what: 'an example that states a fact nobody knows',
    before: '    activity: use\n    expect',
    after: '    activity: use\n    facts: {federalFund: true}\n    expect',
    at: 'true}\n    expect',
    says: 'did you mean `federalFunds`?',
  },
  {
    what: 'an example on no date',
    before: 'at: 2024-08-01',
    after: 'at: 2024-08-32',
    at: '2024-08-32',
    says: 'is no date that exists',
  },
  {
    what: 'another rule that does not exist',
    before: 'seeAlso: []',
    after: 'seeAlso: [us-smal]',
    at: 'us-smal]',
    says: 'did you mean `us-small`?',
  },
];

const PARTY_MISTAKES: readonly Mistake[] = [
  {
    what: 'a member that is no party',
    file: SMALL_PARTIES,
    before: 'members: [acme-inc, acme-gmbh]',
    after: 'members: [acme-inc, acme-gmhb]',
    at: 'acme-gmhb]',
    says: 'did you mean `acme-gmbh`?',
  },
  {
    what: 'a country in words',
    file: SMALL_PARTIES,
    before: '    name: Acme GmbH\n',
    after: '    name: Acme GmbH\n    country: Germany\n',
    at: 'Germany',
    says: 'two capitals',
  },
  {
    what: 'a listing from a date without a zone',
    file: SMALL_PARTIES,
    before: 'from: {local: 2024-01-01 00:00, zone: America/New_York}',
    after: 'from: 2024-01-01',
    at: '2024-01-01',
    says: 'zone',
  },
  {
    what: 'a party of a kind nobody knows',
    file: SMALL_PARTIES,
    before: 'schema: Company\n    name: Acme GmbH',
    after: 'schema: Firm\n    name: Acme GmbH',
    at: 'Firm',
    says: 'there are Person, Company',
  },
  {
    what: 'an edition in another form',
    file: SMALL_EDITION,
    before: 'edition: 2026.1.1',
    after: 'edition: v1',
    at: 'v1',
    says: 'as 2026.11.24',
  },
];

function shown(texts: readonly RulebookText[]): readonly string[] {
  const result = loadRulebook(texts);
  return result.ok ? [] : result.problems.map(formatLocated);
}

describe.each([
  ['YAML', YAML_MISTAKES],
  ['shape', SHAPE_MISTAKES],
  ['dates', DATE_MISTAKES],
  ['conditions', CONDITION_MISTAKES],
  ['provisions and examples', PROVISION_MISTAKES],
  ['parties and edition', PARTY_MISTAKES],
] as const)('a mistake in %s', (_, mistakes) => {
  it.each(mistakes.map((one) => [one.what, one] as const))(
    'is answered with what to write: %s',
    (__, { file = SMALL_RULE, before, after, at, says }) => {
      const damaged = damage(SMALL, file, before, after);
      const place = placeOf(damaged, file, at);

      const problems = shown(damaged);

      const wanted = `${place.file}:${place.line}:${place.column}: `;
      const found = problems.filter((line) => line.startsWith(wanted));
      expect(found.join('\n'), problems.join('\n')).toContain(says);
    },
  );
});

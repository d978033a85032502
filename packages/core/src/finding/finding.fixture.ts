/**
 * What tests of findings are made of: the law of this repository, and identifications, findings
 * and coverage put together from parts. Hosts and orders are invented.
 */
import { parseWhen, type When } from '../calendar/index.ts';
import { compileRulebook, type CompiledRulebook } from '../decision/index.ts';
import {
  assert,
  type Coverage,
  type DutyRow,
  type Finding,
  type Identification,
  type PartyId,
  type ProductId,
  type Profile,
  type RuleId,
  type Verdict,
  type VerdictRow,
} from '../model/index.ts';
import { loadRulebook, openRulebook } from '../rulebook/index.ts';
import { readLaw } from '../rulebook/rulebook.fixture.ts';
import type { Names } from './question.ts';

const CITE = { citation: 'Act 1', pinpoint: 's.1', verification: 'verified' } as const;

export function when(text: string): When {
  const read = parseWhen(text);
  assert(read !== undefined, 'the date of a test exists');
  return read;
}

/** The rulebook of this repository, ready to decide by. */
export function compileLaw(): CompiledRulebook {
  const loaded = loadRulebook(readLaw());
  assert(loaded.ok, 'the law of this repository loads');
  return compileRulebook(openRulebook(loaded.rulebook));
}

export function partyOf(id: string): PartyId {
  return id as PartyId;
}

export function productOf(id: string): ProductId {
  return id as ProductId;
}

export function profileOf(parts: Partial<Profile> = {}): Profile {
  return {
    schema: 'interdict.profile/1',
    name: 'a county',
    country: 'US',
    classes: ['local-government'],
    ...parts,
  };
}

/** Kaspersky Endpoint Security, running and proven, unless the parts differ. */
export function identificationOf(parts: Partial<Identification> = {}): Identification {
  return {
    party: partyOf('kaspersky-lab'),
    product: productOf('kaspersky-endpoint-security'),
    productName: 'Kaspersky Endpoint Security',
    class: 'endpoint-protection',
    level: 'identified',
    presence: 'running',
    states: ['running'],
    privilege: 5,
    privilegeBy: [],
    powers: ['read-data', 'install-code', 'withhold-updates'],
    evidence: [],
    ...parts,
  };
}

export const NAMES: Names = {
  product: (id) => ({ name: `product ${id}` }),
  party: (id) => (id === 'kaspersky-lab' ? 'Kaspersky Lab' : undefined),
};

export function rowOf(parts: Partial<VerdictRow> = {}): VerdictRow {
  return {
    rule: 'us-small' as RuleId,
    activity: 'use',
    verdict: 'barred',
    because: 'it is barred',
    missing: [],
    duties: [],
    cite: [CITE],
    ...parts,
  };
}

export function dutyOf(parts: Partial<DutyRow> = {}): DutyRow {
  return {
    duty: 'd-report',
    action: 'report',
    to: 'the agency',
    missing: [],
    because: 'it is reported',
    cite: [CITE],
    ...parts,
  };
}

/** A finding with one row of its verdict, unless the parts differ. */
export function findingOf(verdict: Verdict, parts: Partial<Finding> = {}): Finding {
  return {
    id: '0123456789abcdef',
    subject: {
      kind: 'component',
      name: 'a program',
      source: { file: 'programs.json', pointer: '/0' },
    },
    identified: identificationOf(),
    verdicts: [rowOf({ verdict })],
    verdict,
    ...parts,
  };
}

export function coverageOf(status: Coverage['status'], parts: Partial<Coverage> = {}): Coverage {
  return { path: 'programs.json', format: 'osquery', status, records: 1, problems: [], ...parts };
}

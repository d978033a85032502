import { beforeAll, describe, expect, it } from 'vitest';
import type {
  ComponentRecord,
  Evidence,
  Finding,
  HostReport,
  Identification,
  SignField,
  SignId,
  TraceKind,
  Verdict,
} from '../model/index.ts';
import type { Judge } from './build-findings.ts';
import {
  compileLaw,
  findingOf,
  identificationOf,
  NAMES,
  productOf,
  profileOf,
  when,
} from './finding.fixture.ts';
import { HostBook } from './host-facts.ts';
import { hostsOf } from './hosts.ts';

// The Commerce determination lets updates arrive until 2024-09-29, midnight in Washington.
const BEFORE = '2024-09-28';
const AFTER = '2024-09-30';
const AGENT = 'Kaspersky Endpoint Security for Windows';
const DEFENDER = 'Microsoft Defender Antivirus';

let judges: ReadonlyMap<string, Judge>;

beforeAll(() => {
  const compiled = compileLaw();
  const profile = profileOf({ classes: ['local-government'], state: 'OH' });
  judges = new Map(
    [BEFORE, AFTER].map((day) => [day, { compiled, profile, asOf: when(day), names: NAMES }]),
  );
});

function component(parts: Partial<ComponentRecord>): ComponentRecord {
  return {
    kind: 'component',
    source: { file: 'f', pointer: 'line:1' },
    host: 'ws-1',
    name: 'x',
    presence: 'installed',
    supporting: false,
    fields: [],
    ...parts,
  };
}

function registered(name: string, isOn: boolean, isCurrent = true): ComponentRecord {
  return component({ name, registered: { isOn, isCurrent } });
}

/** A record that lists a thing of each kind that has to be looked at. */
function everything(): readonly ComponentRecord[] {
  const fields: readonly SignField[] = ['name', 'driver_file', 'service_name', 'cert.subject'];
  return fields.map((field) =>
    component({ supporting: field !== 'name', fields: [{ field, value: 'x', at: '' }] }),
  );
}

function evidence(field: SignField, value: string, trace: TraceKind = 'program'): Evidence {
  const source = { file: 'f', pointer: 'line:2' };
  const sign = `s.${field}` as SignId;
  return { sign, field, value, strength: 'A', source, trace, cite: ['a source'] };
}

function agent(parts: Partial<Identification> = {}): Finding {
  return on('ws-1', 'barred', { evidence: [evidence('security_product', AGENT)], ...parts });
}

function on(host: string, verdict: Verdict, parts: Partial<Identification> = {}): Finding {
  const { subject } = findingOf(verdict);
  return findingOf(verdict, {
    subject: { ...subject, host },
    identified: identificationOf(parts),
  });
}

function hosts(
  findings: readonly Finding[],
  records: readonly ComponentRecord[],
  day: string = AFTER,
): readonly HostReport[] {
  const judge = judges.get(day);
  if (judge === undefined) throw new Error('the day has a judge');
  const book = new HostBook();
  for (const record of records) book.add(record);
  return hostsOf(findings, book, judge);
}

describe('hostsOf', () => {
  it('has one line a host by name, with the worst verdict and highest privilege', () => {
    const found = hosts(
      [
        on('ws-2', 'permitted', { privilege: 5 }),
        on('WS-1', 'barred', { privilege: 1 }),
        on('ws-2', 'undetermined', { privilege: 2 }),
      ],
      [component({ host: 'ws-2' }), component({ host: 'ws-1' }), component({ host: 'ws-1' })],
    );

    expect(found).toMatchObject([
      { host: 'ws-1', records: 2, findings: 1, verdict: 'barred', privilege: 1 },
      { host: 'ws-2', records: 1, findings: 2, verdict: 'undetermined', privilege: 5 },
    ]);
  });

  it('has hosts on which nothing was found', () => {
    const found = hosts([], [component({ host: 'clean' })]);

    expect(found).toMatchObject([{ host: 'clean', findings: 0, verdict: null, privilege: 0 }]);
  });

  it('does not count leads, nor findings that belong to no host', () => {
    const found = hosts(
      [on('ws-1', 'undetermined', { level: 'lead' }), findingOf('barred')],
      [component({})],
    );

    expect(found).toMatchObject([{ host: 'ws-1', records: 1, findings: 0, verdict: null }]);
  });
});

type ProtectionCase = readonly [
  title: string,
  day: string,
  findings: readonly Finding[],
  records: readonly ComponentRecord[],
  expected: string,
];

describe('what protects a host', () => {
  const GONE: Partial<Identification> = { presence: 'remnant', evidence: [] };

  it.each<ProtectionCase>([
    [
      'one that is on and up to date',
      AFTER,
      [],
      [registered(DEFENDER, true)],
      `protected: ${DEFENDER} is on and up to date`,
    ],
    [
      'what took the place of the barred one',
      AFTER,
      [agent(GONE)],
      [registered(DEFENDER, true)],
      `protected: ${DEFENDER} is on and up to date`,
    ],
    [
      'the barred one while it is updated',
      BEFORE,
      [agent()],
      [registered(AGENT, true), registered(DEFENDER, false)],
      `protected: ${AGENT} is on and up to date`,
    ],
    [
      'the barred one when its updates have stopped by law',
      AFTER,
      [agent()],
      [registered(AGENT, true), registered(DEFENDER, false)],
      `gap: Kaspersky Endpoint Security may not be updated any more; ${DEFENDER} is off`,
    ],
    [
      'the barred one and nothing else',
      AFTER,
      [agent()],
      [registered(AGENT, true)],
      'gap: Kaspersky Endpoint Security may not be updated any more; nothing else is registered',
    ],
    [
      'what is off, where the barred one is gone',
      AFTER,
      [agent(GONE)],
      [registered(DEFENDER, false)],
      `gap: Kaspersky Endpoint Security was removed; ${DEFENDER} is off`,
    ],
    [
      'what is out of date, where nothing barred ever was',
      AFTER,
      [],
      [registered(DEFENDER, true, false)],
      `weak: ${DEFENDER} is on and out of date`,
    ],
    [
      'nobody knows what, where the barred one is gone',
      AFTER,
      [agent(GONE)],
      [component({})],
      'possible-gap: Kaspersky Endpoint Security was removed; no record says what is ' +
        'registered instead',
    ],
    [
      'nobody knows what, where the barred one gets no updates',
      AFTER,
      [agent({ evidence: [] })],
      [component({})],
      'possible-gap: Kaspersky Endpoint Security may not be updated any more; no record says ' +
        'what is registered instead',
    ],
    ['nobody knows what', AFTER, [], [component({})], 'unknown: no record says what is registered'],
  ])('is %s', (...[, day, findings, records, expected]) => {
    const { status, because } = hosts(findings, records, day)[0]?.protection ?? {};

    expect(`${status}: ${because}`).toBe(expected);
  });

  it('says until when, where the updates of what protects it will stop', () => {
    const [host] = hosts([agent()], [registered(AGENT, true)], BEFORE);

    expect(host?.protection).toMatchObject({
      status: 'protected',
      until: '2024-09-29T04:00:00Z',
      products: [{ name: AGENT, isOn: true, isCurrent: true }],
    });
  });

  it('is not a product of the same maker by another name, which no sign knows', () => {
    const records = [registered('Kaspersky Something New', true)];
    const [host] = hosts([agent({ evidence: [] })], records);

    expect(host?.protection.status).toBe('gap');
  });

  it('is a product that is only suspected, and the open question is said', () => {
    const [host] = hosts([agent({ level: 'probable' })], [registered(AGENT, true)]);

    expect(host?.protection.status).toBe('protected');
    expect(host?.protection.because).toContain('not every rule settles whether');
  });

  it('is not what only drivers and services show that do not run, where programs are known', () => {
    const left = agent({
      presence: 'installed',
      states: ['installed'],
      evidence: [
        evidence('driver_file', 'klif.sys', 'driver'),
        evidence('service_name', 'KLIF', 'service'),
        evidence('name', 'Kaspersky Lab Driver', 'service'),
      ],
    });
    const [host] = hosts([left], [...everything(), registered(DEFENDER, false)], BEFORE);

    expect(host).toMatchObject({ protection: { status: 'gap' }, removal: { status: 'remnants' } });
    expect(host?.protection.because).toContain('was removed');
  });

  it('is no gap for what was never on the host itself, or protects nothing', () => {
    const embedded = agent({ embeddedIn: 'MailWarden 400', evidence: [] });
    const vpn = agent({ product: productOf('kaspersky-vpn'), class: 'vpn', evidence: [] });
    const visited = agent({ presence: 'visited', level: 'lead', evidence: [] });

    for (const finding of [embedded, vpn, visited]) {
      expect(hosts([finding], [component({})])[0]?.protection.status).toBe('unknown');
    }
  });
});

describe('whether what was found is gone', () => {
  const DRIVER = evidence('driver_file', 'klif.sys', 'driver');

  it.each<[string, readonly Finding[], readonly ComponentRecord[], object]>([
    ['clean when all was looked at and nothing is there', [], everything(), { status: 'clean' }],
    [
      'unverified when kinds of traces were not looked at',
      [],
      [component({ fields: [{ field: 'name', value: 'x', at: '' }] })],
      { status: 'unverified', notLookedAt: ['driver', 'service', 'certificate'] },
    ],
    [
      'unverified while a lead is open',
      [agent({ level: 'lead', evidence: [DRIVER] })],
      everything(),
      { status: 'unverified', left: [] },
    ],
    [
      'remnants, with what is left and where',
      [agent({ presence: 'remnant', evidence: [DRIVER, DRIVER, evidence('publisher', 'P')] })],
      everything(),
      {
        status: 'remnants',
        left: [{ kind: 'driver', value: 'klif.sys', source: { file: 'f', pointer: 'line:2' } }],
      },
    ],
    ['still installed', [agent()], everything(), { status: 'still-installed' }],
    [
      'still installed when it is only licensed or updating by what was observed',
      [agent({ presence: 'updating' })],
      everything(),
      { status: 'still-installed' },
    ],
    [
      'not asked of what is built into something else, or was only visited',
      [agent({ presence: 'present-in-build' }), agent({ presence: 'visited', level: 'lead' })],
      everything(),
      { status: 'clean' },
    ],
  ])('is %s', (_, findings, records, removal) => {
    expect(hosts(findings, records)[0]?.removal).toMatchObject(removal);
  });
});

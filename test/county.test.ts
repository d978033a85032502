import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { assert, parseWhen, type Finding, type Report, type VerdictRow } from '@interdict/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkPaths } from '../packages/app/src/check/index.ts';
import { loadEdition, readProfile } from '../packages/app/src/edition/index.ts';

// The example county is what a newcomer reads; expected.yaml says what a check of it must give.

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const COUNTY = `${ROOT}examples/county`;
const DATA = `${ROOT}packages/app/dist/data`;

type OneOrMore = string | readonly string[];
type Answers = Readonly<Record<string, Readonly<Record<string, readonly OneOrMore[]>>>>;

interface ExpectedFinding {
  readonly subject: string;
  readonly host?: string;
  readonly file: string;
  readonly party: string;
  readonly level: OneOrMore;
  readonly presence?: OneOrMore;
  readonly privilege?: number;
  readonly class?: string;
  readonly evidence?: readonly { readonly field: string; readonly value: string }[];
  readonly answers?: string;
}

interface ExpectedAct {
  readonly id: string;
  readonly onOwnDate: Readonly<Record<string, OneOrMore>>;
  readonly missing?: Readonly<Record<string, readonly string[]>>;
  readonly dutiesOnOwnDate?: readonly { readonly duty: string; readonly due: string }[];
}

interface Expected {
  readonly asOf: readonly string[];
  readonly answers: Readonly<Record<string, Answers>>;
  readonly findings: readonly ExpectedFinding[];
  readonly orders: Readonly<Record<string, readonly ExpectedAct[]>>;
  readonly ordinaryOrders: Readonly<Record<string, readonly string[]>>;
  readonly transactions: readonly ExpectedAct[];
  readonly mustNotBeFound: readonly { readonly text: string; readonly lead?: boolean }[];
  readonly cleanHosts: readonly string[];
  readonly protection: Readonly<Record<string, readonly string[]>>;
  readonly removal: Readonly<Record<string, readonly string[]>>;
  readonly notInventories: readonly string[];
  readonly verdictsThatOccur: readonly string[];
}

const expected = parse(readFileSync(`${COUNTY}/expected.yaml`, 'utf8')) as Expected;
const reports = new Map<string, Report>();

function reportAt(asOf: string): Report {
  const report = reports.get(asOf);
  assert(report !== undefined, 'every date of the expectations has been checked');
  return report;
}

function listOf(value: OneOrMore): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

function findingsFor(report: Report, one: ExpectedFinding): readonly Finding[] {
  return report.findings.filter(
    ({ subject }) =>
      subject.name === one.subject &&
      subject.host === one.host &&
      subject.source.file.endsWith(one.file),
  );
}

function actOf(report: Report, id: string): Finding | undefined {
  return report.findings.find(
    ({ subject }) => subject.kind === 'transaction' && subject.name.startsWith(`${id}:`),
  );
}

function rowOf(
  rows: readonly VerdictRow[],
  rule: string,
  activity?: string,
): VerdictRow | undefined {
  return rows.find((row) => row.rule === rule && (activity ?? row.activity) === row.activity);
}

beforeAll(() => {
  const edition = loadEdition(DATA);
  const profile = readProfile(`${COUNTY}/profile.yaml`);
  for (const text of expected.asOf) {
    const asOf = parseWhen(text);
    assert(asOf !== undefined, 'the dates of the expectations exist');
    reports.set(text, checkPaths([COUNTY], { edition, profile, asOf }));
  }
});

describe('the example county', () => {
  it('is read as a whole, and what is no inventory is named as skipped', () => {
    const { coverage, summary } = reportAt(expected.asOf[0] ?? '');

    const skipped = coverage.filter(({ status }) => status === 'skipped').map(({ path }) => path);
    expect(summary.filesIncomplete).toBe(0);
    expect(skipped.map((path) => path.slice(COUNTY.length + 1)).toSorted()).toEqual(
      expected.notInventories.toSorted(),
    );
  });

  it.each(
    expected.findings.map((one) => [`${one.subject} on ${one.host ?? one.file}`, one] as const),
  )('has %s, identified as expected', (_, one) => {
    const found = findingsFor(reportAt(expected.asOf[0] ?? ''), one);

    expect(found).toHaveLength(1);
    const identified = found[0]?.identified;
    expect(listOf(one.level)).toContain(identified?.level);
    expect(identified?.party ?? '').toContain(one.party);
    if (one.presence !== undefined) expect(listOf(one.presence)).toContain(identified?.presence);
    if (one.privilege !== undefined) expect(identified?.privilege).toBe(one.privilege);
    if (one.class !== undefined) expect(identified?.class).toBe(one.class);
    for (const { field, value } of one.evidence ?? []) {
      expect(identified?.evidence).toContainEqual(expect.objectContaining({ field, value }));
    }
  });

  it.each(
    expected.findings.map((one) => [`${one.subject} on ${one.host ?? one.file}`, one] as const),
  )('answers for %s on every date as the law does', (_, one) => {
    const answers = one.answers === undefined ? {} : (expected.answers[one.answers] ?? {});

    expected.asOf.forEach((asOf, index) => {
      const rows = findingsFor(reportAt(asOf), one)[0]?.verdicts ?? [];
      for (const [activity, rules] of Object.entries(answers)) {
        if (!rows.some((row) => row.activity === activity)) continue;
        for (const [rule, verdicts] of Object.entries(rules)) {
          const verdict = rowOf(rows, rule, activity)?.verdict ?? 'out-of-scope';
          const wanted = listOf(verdicts[index] ?? '');
          expect(wanted, `${rule} ${activity} as of ${asOf}`).toContain(verdict);
        }
      }
    });
  });

  it.each(
    [...Object.values(expected.orders).flat(), ...expected.transactions].map(
      (one) => [one.id, one] as const,
    ),
  )('answers the act %s as of its own date', (id, one) => {
    const finding = actOf(reportAt(expected.asOf[0] ?? ''), id);

    for (const [rule, verdicts] of Object.entries(one.onOwnDate)) {
      const verdict = rowOf(finding?.verdicts ?? [], rule)?.verdict ?? 'out-of-scope';
      expect(listOf(verdicts), rule).toContain(verdict);
    }
    for (const [rule, paths] of Object.entries(one.missing ?? {})) {
      expect(rowOf(finding?.verdicts ?? [], rule)?.missing).toEqual(
        expect.arrayContaining([...paths]),
      );
    }
    const duties = (finding?.verdicts ?? []).flatMap((row) => row.duties);
    for (const { duty, due } of one.dutiesOnOwnDate ?? []) {
      expect(duties).toContainEqual(expect.objectContaining({ duty, due }));
    }
  });

  it.each(Object.values(expected.ordinaryOrders).flat())('finds nothing in the order %s', (id) => {
    expect(actOf(reportAt(expected.asOf[0] ?? ''), id)).toBeUndefined();
  });

  it.each(expected.mustNotBeFound.map(({ text, lead }) => [text, lead === true] as const))(
    'does not take %s for what it is not',
    (text, isLead) => {
      const { findings } = reportAt(expected.asOf[0] ?? '');

      const taken = findings.filter(
        ({ subject, identified }) =>
          identified !== undefined &&
          (!isLead || identified.level !== 'lead') &&
          (subject.name.includes(text) ||
            identified.evidence.every(({ value }) => value.includes(text))),
      );
      expect(taken.map(({ subject, identified }) => [subject.name, identified?.product])).toEqual(
        [],
      );
    },
  );

  it.each(expected.cleanHosts.map((host) => [host] as const))('finds nothing on %s', (host) => {
    const { findings, hosts } = reportAt(expected.asOf[0] ?? '');

    const found = findings.filter(
      ({ subject, identified }) => subject.host === host && identified?.level !== 'lead',
    );
    expect(found.map(({ subject, identified }) => [subject.name, identified?.product])).toEqual([]);
    expect(hosts.find((one) => one.host === host)?.records).toBeGreaterThan(0);
  });

  it.each(Object.entries(expected.protection).map(([host, states]) => [host, states] as const))(
    'says what protects %s on each date',
    (host, states) => {
      const found = expected.asOf.map(
        (asOf) => reportAt(asOf).hosts.find((one) => one.host === host)?.protection.status,
      );

      expect(found).toEqual(states);
    },
  );

  it.each(Object.entries(expected.removal).map(([status, hosts]) => [status, hosts] as const))(
    'calls what was found %s on the hosts it is',
    (status, hosts) => {
      const found = reportAt(expected.asOf[0] ?? '').hosts.filter(
        ({ host, removal }) => removal.status === status && !/^\d+\./.test(host),
      );

      expect(found.map(({ host }) => host)).toEqual(hosts);
    },
  );

  it('lists what has to go of each product that is or was on a host', () => {
    const { checklists } = reportAt(expected.asOf[0] ?? '');
    const agent = checklists.find(({ name }) => name === 'Kaspersky Endpoint Security for Windows');

    expect(new Set(agent?.items.map(({ kind }) => kind))).toEqual(
      new Set(['program', 'driver', 'service', 'certificate', 'extension', 'file']),
    );
    expect(checklists.map(({ name }) => name)).not.toContain('Kaspersky Anti-Virus SDK');
  });

  it('differs between 28 September and midnight exactly where the law does', () => {
    const before = reportAt('2024-09-28');
    const after = reportAt('2024-09-29T00:00-04:00');

    const changed = after.findings.flatMap(({ id, verdicts }) => {
      const earlier = before.findings.find((one) => one.id === id);
      return verdicts
        .filter((row) => {
          const other = rowOf(earlier?.verdicts ?? [], row.rule, row.activity);
          return (other?.verdict ?? 'out-of-scope') !== row.verdict;
        })
        .map(({ rule, activity }) => `${rule} ${activity}`);
    });
    expect(before.findings.map(({ id }) => id).toSorted()).toEqual(
      after.findings.map(({ id }) => id).toSorted(),
    );
    expect([...new Set(changed)].toSorted()).toEqual([
      'us-icts-kaspersky-2024 resell',
      'us-icts-kaspersky-2024 update-signature',
    ]);
  });

  it('shows every verdict that can occur', () => {
    const all = [...reports.values()].flatMap(({ findings }) => findings);
    const seen = new Set(all.flatMap(({ verdicts }) => verdicts.map(({ verdict }) => verdict)));

    // Two more dates are needed for the rest; see `alsoAsOf` and the worked examples of the rules.
    const elsewhere = ['report-due', 'no-longer'];
    for (const verdict of expected.verdictsThatOccur) {
      if (!elsewhere.includes(verdict)) expect([...seen]).toContain(verdict);
    }
  });

  it('finds something only in suppliers whom a rule names or may name', () => {
    const { findings } = reportAt(expected.asOf[0] ?? '');
    const parties = findings.filter(({ subject }) => subject.kind === 'party');

    // The table of suppliers holds many more; an ordinary one is no finding.
    expect(parties.length).toBeGreaterThan(0);
    expect(parties.length).toBeLessThan(12);
  });

  it('never says clear while suppliers were not screened against official lists', () => {
    const { lists, summary } = reportAt(expected.asOf[0] ?? '');

    expect(lists.map(({ id }) => id)).toEqual([
      'bis-entity-list',
      'ofac-sdn',
      'pl-sanctions',
      'us-1260h',
    ]);
    expect(lists.every(({ status }) => status === 'missing')).toBe(true);
    expect(summary.notCovered.join(' ')).toContain('official lists');
  });
});

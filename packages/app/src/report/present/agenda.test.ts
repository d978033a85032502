import { describe, expect, it } from 'vitest';
import type { Report } from '@interdict/core';
import { COUNTY_REPORT } from '../report.fixture.ts';
import { whenWords } from './agenda.ts';
import { viewReport } from './view.ts';

function told(report: Report): [string, string][] {
  return viewReport(report).agenda.map((entry) => [whenWords(entry), entry.what]);
}

describe('agendaOf', () => {
  it('begins with what is late, then what to stop and to plan, then dates, then questions', () => {
    expect(told(COUNTY_REPORT)).toEqual([
      [
        'Due 1 November 2026, OVERDUE, 22 days ago',
        'Remove (owed to the state chief information officer)',
      ],
      ['Now', 'Do not renew it'],
      ['Now', 'Do not have it on a system without a waiver'],
      [
        'Now',
        'Plan the replacement: Kaspersky Lab may not deliver signature updates to you, deliver ' +
          'program updates to you or operate cloud look-ups or telemetry on your systems, since ' +
          '29 September 2024 04:00 UTC',
      ],
      ['Now', 'Do not spend federal loan or grant money on it'],
      ['Now', 'Hold or review the orders that are barred'],
      ['Now', 'Hold or review dealings with the parties that are barred'],
      ['Due 24 November 2026, in 1 day', 'Report to the contracting officer'],
      [
        'From 10 December 2026 05:00 UTC, in 17 days',
        'Export with the party to it: no longer in force becomes barred unless licensed',
      ],
      ['From 23 December 2027 05:00 UTC, in 395 days', 'Purchase: not yet in force becomes barred'],
      ['Now', 'Confirm 5 open facts, listed below; on question 1 hang answers for 14 findings'],
      ['No date yet (facts are missing)', 'Report to the contracting officer'],
    ]);
  });

  it('says what to do when something is barred even if no duty is owed', () => {
    const kinds = viewReport({ ...COUNTY_REPORT, toDo: [] }).agenda.map(({ kind }) => kind);

    expect(kinds.filter((kind) => kind === 'step')).toHaveLength(6);
    expect(kinds).not.toContain('duty');
  });

  it('brings the advice of the same rule for the same products, and no other', () => {
    const { agenda } = viewReport(COUNTY_REPORT);

    expect(
      agenda
        .filter(({ advice }) => advice !== '')
        .map(({ what, advice }) => [what.slice(0, 20), advice]),
    ).toEqual([
      [
        'Plan the replacement',
        'Commerce urges users to move to another product; use is at your own risk.',
      ],
    ]);
  });

  it('plans a replacement before updates stop', () => {
    const report: Report = {
      ...COUNTY_REPORT,
      asOf: '2024-09-28',
      toDo: [],
      findings: COUNTY_REPORT.findings.slice(0, 1).map((finding) => ({
        ...finding,
        verdict: 'permitted',
        verdicts: finding.verdicts.slice(0, 1).map(({ previous, ...row }) => ({
          ...row,
          verdict: 'permitted',
          ...(previous === undefined ? {} : { next: { at: previous.at, verdict: 'barred' } }),
        })),
      })),
    };

    expect(told(report)).toEqual([
      [
        'From 29 September 2024 04:00 UTC, in 1 day',
        'Signature updates: permitted becomes barred; plan the replacement before that',
      ],
    ]);
  });

  it('takes no date from an order, which is answered for its own day', () => {
    expect(told(COUNTY_REPORT).some(([when]) => when.includes('2024,'))).toBe(false);
  });

  it('folds duties without a date and says on which questions they hang', () => {
    const open = viewReport(COUNTY_REPORT).agenda.at(-1);

    expect(open?.missing).toBe('On what date was it discovered?');
    expect(open?.findings).toHaveLength(14);
  });
});

import type { Finding, Report } from '@interdict/core';
import { describe, expect, it } from 'vitest';
import { CLEAR_REPORT, COUNTY_REPORT, HOSTILE_REPORT } from '../report.fixture.ts';
import { viewReport } from './view.ts';

describe('viewReport', () => {
  const view = viewReport(COUNTY_REPORT);

  it('puts every finding in exactly one of main, leads and remnants', () => {
    const apart = [...view.leads, ...view.remnants].flatMap(({ findings }) => findings);

    expect(view.main.length + apart.length).toBe(COUNTY_REPORT.findings.length);
    expect(new Set([...view.main, ...apart]).size).toBe(COUNTY_REPORT.findings.length);
  });

  it('folds fourteen hosts into one product and equal rows into one', () => {
    const [endpoint] = view.barred;
    const answers = endpoint?.rules.flatMap((one) => one.answers) ?? [];

    expect(endpoint?.title).toBe('Kaspersky Lab: 1 product');
    expect(endpoint?.findings).toHaveLength(14);
    expect(answers.flatMap(({ rows }) => rows.map(({ activities }) => activities))).toEqual([
      ['renew'],
      ['update-signature', 'update-code', 'operate-telemetry'],
      ['present-on-system'],
    ]);
  });

  it('does not fold rows of findings that were asked about different activities', () => {
    const [first, second, ...rest] = COUNTY_REPORT.findings;
    const report: Report = {
      ...COUNTY_REPORT,
      findings: [first, second, ...rest].flatMap((finding, at) => {
        if (finding === undefined) return [];
        const verdicts = finding.verdicts.filter(({ activity }) => activity !== 'update-code');
        return [at === 0 ? { ...finding, verdicts } : finding];
      }),
    };

    const rows = viewReport(report)
      .barred.flatMap(({ rules }) => rules.flatMap(({ answers }) => answers))
      .flatMap((answer) => answer.rows)
      .filter(({ row }) => row.binds === 'maker');

    expect(rows.map(({ activities, findings }) => [activities.length, findings.length])).toEqual([
      [3, 13],
      [2, 1],
    ]);
  });

  it('keeps each verdict row of each finding somewhere', () => {
    const shown = new Set<string>();
    const keep = (finding: Finding, rule: string, activity: string): void => {
      shown.add([finding.id, rule, activity].join(' '));
    };
    const rows = [
      ...[...view.barred, ...view.heeded].flatMap(({ rules }) =>
        rules.flatMap(({ answers }) => answers.flatMap((answer) => answer.rows)),
      ),
      ...view.milder,
    ];
    for (const { row, activities, findings } of rows) {
      for (const finding of findings) {
        for (const activity of activities) keep(finding, row.rule, activity);
      }
    }
    for (const { rule, activities, findings } of view.questions.flatMap((open) => open.answers)) {
      for (const finding of findings) {
        for (const activity of activities) keep(finding, rule.id, activity);
      }
    }

    const missed = view.main.flatMap(({ id, verdicts }) =>
      verdicts.filter(({ rule, activity }) => !shown.has([id, rule, activity].join(' '))),
    );

    expect(missed).toEqual([]);
  });

  it('says of a lead no rule was asked about that it is open, not free', () => {
    const report: Report = {
      ...COUNTY_REPORT,
      findings: COUNTY_REPORT.findings.map((finding) =>
        finding.id === 'f-lead' ? { ...finding, verdicts: [] } : finding,
      ),
    };

    const [lead] = viewReport(report).leads;

    expect(lead?.verdict).toBe('undetermined');
  });

  it('draws a lane for each provision with a dated change', () => {
    expect(view.lanes.map(({ label, turns }) => [label, turns.length])).toContainEqual([
      'us-ear-affiliates-rule',
      2,
    ]);
    expect(view.lanes).toHaveLength(8);
  });

  it('makes one argument for findings of one maker that differ only in evidence', () => {
    const endpoints = view.arguments.filter(({ deal }) => deal.maker === 'Kaspersky Lab');
    const argued = view.arguments.flatMap(({ findings }) => findings);

    expect(endpoints.map(({ findings }) => findings.length)).toEqual([14, 1, 1]);
    expect(argued).toHaveLength(COUNTY_REPORT.findings.length);
    expect(new Set(argued).size).toBe(COUNTY_REPORT.findings.length);
  });

  it('names nothing that is obeyed by a terminal in titles, places and hosts', () => {
    const hostile = viewReport(HOSTILE_REPORT);
    const texts = [
      ...hostile.barred.flatMap(({ things }) =>
        things.flatMap(({ title, about, readAs }) => [title, about, ...readAs]),
      ),
      ...hostile.barred.flatMap(({ rules }) => rules.map(({ rule }) => rule.title)),
      ...hostile.agenda.map(({ what }) => what),
      ...hostile.hosts.flatMap(({ names }) => names),
    ];

    expect(texts.join('')).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
  });
});

describe('headline', () => {
  it('never stands without what was covered', () => {
    for (const status of ['barred', 'advisory', 'clear', 'incomplete'] as const) {
      const report = { ...CLEAR_REPORT, summary: { ...CLEAR_REPORT.summary, status } };

      const { word, sentences } = viewReport(report).headline;

      expect(`${word} ${sentences.join(' ')}`).not.toMatch(/\bclear\b(?!.*Covered)/u);
      expect(sentences.at(-1)).toMatch(/^Covered: 4 files .* records; 21 rules of edition/u);
    }
  });

  it('says what may be missing, whatever the status', () => {
    const { sentences } = viewReport(COUNTY_REPORT).headline;

    expect(sentences.join(' ')).toContain(
      'There may be more: 2 files were not read completely, ' +
        '2 official lists are stale or missing, 16 findings have answers that are open.',
    );
  });

  it('counts barred findings and leaves leads and remnants out', () => {
    expect(viewReport(COUNTY_REPORT).headline.sentences[0]).toBe(
      '18 findings are barred by at least one rule: Hikvision network camera and Kaspersky ' +
        'Endpoint Security on 15 hosts; 2 orders: PB-7, PB-9; 1 party: OOO Kaspersky Group.',
    );
  });

  it('copes with a report that holds nothing at all', () => {
    const empty: Report = {
      ...CLEAR_REPORT,
      coverage: [],
      lists: [],
      profile: { schema: 'interdict.profile/1', name: 'x' },
      summary: { ...CLEAR_REPORT.summary, status: 'incomplete', files: 0, records: 0 },
    };

    expect(viewReport(empty).headline.sentences.join(' ')).toContain(
      'Covered: 0 files; 0 records; 21 rules of edition 2026.11.1; no official list.',
    );
  });
});

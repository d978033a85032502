import type { Report } from '@interdict/core';
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

    expect(endpoint?.title).toBe('Kaspersky Endpoint Security');
    expect(endpoint?.findings).toHaveLength(14);
    expect(endpoint?.rows.map(({ activities }) => activities)).toEqual([
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

    const rows = viewReport(report).barred[0]?.rows.filter(({ row }) => row.binds === 'maker');

    expect(rows?.map(({ activities, findings }) => [activities.length, findings.length])).toEqual([
      [2, 1],
      [3, 13],
    ]);
  });

  it('keeps each verdict row of each finding somewhere', () => {
    const groups = [
      ...view.barred.flatMap(({ rows }) => rows),
      ...view.heeded.flatMap(({ rows }) => rows),
      ...view.questions.flatMap(({ groups: open }) => open),
      ...view.milder,
    ];
    const shown = groups.reduce(
      (n, { activities, findings }) => n + activities.length * findings.length,
      0,
    );
    const rows = view.main.reduce((n, { verdicts }) => n + verdicts.length, 0);

    expect(shown).toBe(rows);
  });

  it('orders what is to be done by date, with what is late first and undated last', () => {
    expect(view.agenda.map(({ at, distance }) => [at, distance])).toEqual([
      ['2026-11-01', 'OVERDUE, 22 days ago'],
      ['2026-11-24', 'in 1 day'],
      ['2026-12-10T05:00:00Z', 'in 17 days'],
      ['2027-12-23T05:00:00Z', 'in 395 days'],
      [undefined, ''],
    ]);
    expect(view.agenda[0]?.place.hosts).toHaveLength(14);
    expect(view.agenda.at(-1)?.questions).toEqual(['On what date was it discovered?']);
  });

  it('asks a missing fact once for all that hangs on it', () => {
    const [contract] = view.questions;

    expect(contract?.questions).toContain(
      'Is it used in making anything delivered under a federal contract?',
    );
    expect(contract?.findings).toHaveLength(14);
    expect(view.questions.some(({ questions }) => questions.length === 0)).toBe(true);
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

  it('makes one argument for findings that differ only in evidence', () => {
    const endpoints = view.arguments.filter(({ title }) => title === 'Kaspersky Endpoint Security');
    const argued = view.arguments.flatMap(({ findings }) => findings);

    expect(endpoints.map(({ findings }) => findings.length)).toEqual([8, 6, 1]);
    expect(argued).toHaveLength(COUNTY_REPORT.findings.length);
  });

  it('names nothing that is obeyed by a terminal in titles, places and hosts', () => {
    const hostile = viewReport(HOSTILE_REPORT);
    const texts = [
      ...hostile.barred.flatMap(({ title, readAs }) => [title, ...readAs]),
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
      '16 findings are barred by at least one rule.',
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

import type { Report } from '@interdict/core';
import { isBarring, type Verdict } from '@interdict/core';
import { describe, expect, it } from 'vitest';
import { CLEAR_REPORT, COUNTY_REPORT, HOSTILE_REPORT } from '../report.fixture.ts';
import { renderSarif } from './render-sarif.ts';

function sarif(report: Report): string {
  return [...renderSarif(report)].join('');
}

type Json = Readonly<Record<string, unknown>>;

interface Result extends Json {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Json[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly properties: Json;
}

interface Notice extends Json {
  readonly descriptor: { readonly id: string };
  readonly level: string;
  readonly message: { readonly text: string };
}

interface Run extends Json {
  readonly tool: {
    readonly driver: {
      readonly name: string;
      readonly rules: readonly (Json & { readonly id: string })[];
      readonly notifications: readonly { readonly id: string }[];
    };
  };
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly Notice[];
  }[];
  readonly originalUriBaseIds: Readonly<Record<string, Json>>;
  readonly results: readonly Result[];
}

function runOf(report: typeof COUNTY_REPORT): Run {
  const log = JSON.parse(sarif(report)) as { version: string; runs: Run[] };
  expect(log).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif-2.1.0') });
  const run = log.runs[0];
  if (run === undefined) throw new Error('no run');
  return run;
}

/** Every object below a value, with the key under which it stands. */
function* objectsIn(value: unknown, key = ''): Generator<readonly [string, Json]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [key, value as Json];
  for (const [name, one] of Object.entries(value)) {
    yield* objectsIn(one, Array.isArray(value) ? key : name);
  }
}

// What the SARIF 2.1.0 schema demands of the parts we write; the section is of the standard.
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  driver: ['name'], // 3.19.8
  rules: ['id'], // 3.49.3
  notifications: ['id'],
  invocations: ['executionSuccessful'], // 3.20.14
  results: ['message'], // 3.27.11
  toolExecutionNotifications: ['message'], // 3.58.5
  message: ['text'], // 3.11.2
  shortDescription: ['text'],
  fullDescription: ['text'],
};

describe('renderSarif', () => {
  it.each([
    ['county', COUNTY_REPORT],
    ['hostile', HOSTILE_REPORT],
    ['clear', CLEAR_REPORT],
  ])('has the shape SARIF 2.1.0 demands (%s)', (_, report) => {
    const run = runOf(report);

    for (const [key, object] of objectsIn(run)) {
      for (const name of REQUIRED[key] ?? []) expect(object).toHaveProperty(name);
      if (key === 'region' && 'startLine' in object) expect(object.startLine).toBeGreaterThan(0);
    }
    const ids = run.tool.driver.rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { ruleId, ruleIndex, level } of run.results) {
      expect(ids[ruleIndex]).toBe(ruleId);
      expect(['error', 'warning', 'note']).toContain(level);
    }
    const notices = new Set(run.tool.driver.notifications.map(({ id }) => id));
    for (const { descriptor } of run.invocations[0]?.toolExecutionNotifications ?? []) {
      expect(notices).toContain(descriptor.id);
    }
  });

  it('has relative, encoded references that lead to a base it declares', () => {
    const run = runOf(HOSTILE_REPORT);

    for (const [key, object] of objectsIn(run)) {
      if (key !== 'artifactLocation' && key !== 'location') continue;
      expect(object.uri).toMatch(/^[\w.~!*'()%/-]+$/u);
      expect(String(object.uri).startsWith('/')).toBe(false);
      expect(run.originalUriBaseIds).toHaveProperty(String(object.uriBaseId));
    }
  });

  it('grades by verdict, and a lead is never an error', () => {
    const { results } = runOf(COUNTY_REPORT);

    for (const { level, properties } of results) {
      const verdict = properties.verdict as Verdict;
      if (properties.level === 'lead') expect(level).not.toBe('error');
      else expect(level === 'error').toBe(isBarring(verdict));
    }
    expect(new Set(results.map(({ level }) => level))).toEqual(
      new Set(['error', 'warning', 'note']),
    );
  });

  it('has a result for each verdict row, each with a fingerprint of its own', () => {
    const { results } = runOf(COUNTY_REPORT);
    const rows = COUNTY_REPORT.findings.reduce((n, { verdicts }) => n + verdicts.length, 0);
    const prints = results.map(({ partialFingerprints }) => partialFingerprints['interdictRow/1']);

    expect(results).toHaveLength(rows);
    expect(new Set(prints).size).toBe(rows);
    expect(results[0]?.partialFingerprints['interdictFinding/1']).toBe('f-endpoint-0');
  });

  it('describes a rule by the reason of its most severe row and invents no address', () => {
    const { rules } = runOf(COUNTY_REPORT).tool.driver;
    const icts = rules.find(({ id }) => id === 'us-icts-kaspersky-2024');

    expect(icts).toMatchObject({
      name: 'Kaspersky Final Determination',
      shortDescription: { text: 'Kaspersky Final Determination, by Secretary of Commerce.' },
      defaultConfiguration: { level: 'error' },
      fullDescription: {
        text: 'Updates and telemetry of covered software are barred from 29 September 2024.',
      },
    });
    for (const rule of rules) expect(rule).not.toHaveProperty('helpUri');
  });

  it('says in each message who may not do what', () => {
    const texts = runOf(COUNTY_REPORT).results.map(({ message }) => message.text);

    expect(
      texts.filter((text) => text.includes('Kaspersky Lab may not renew with you.')),
    ).toHaveLength(14);
    expect(texts.some((text) => text.startsWith('Barred: PB-9. The supplier may not sell'))).toBe(
      true,
    );
  });

  it('says that the run was not complete, and why', () => {
    const [invocation] = runOf(COUNTY_REPORT).invocations;
    const codes = invocation?.toolExecutionNotifications.map(({ descriptor, level }) => [
      descriptor.id,
      level,
    ]);

    expect(invocation?.executionSuccessful).toBe(false);
    expect(codes).toContainEqual(['expansion-limit', 'error']);
    expect(codes).toContainEqual(['depth-limit', 'warning']);
    expect(codes).toContainEqual(['not-an-inventory', 'note']);
    expect(codes).toContainEqual(['list-not-current', 'warning']);
    expect(runOf(CLEAR_REPORT).invocations[0]?.executionSuccessful).toBe(true);
  });

  it('says why even of a file whose reason nobody recorded', () => {
    const report = {
      ...CLEAR_REPORT,
      coverage: [
        { path: 'x', format: null, status: 'unreadable' as const, records: 0, problems: [] },
      ],
    };

    expect(runOf(report).invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ descriptor: { id: 'file-not-read' }, level: 'error' }],
    });
  });

  it('lets a name be neither a link nor a placeholder nor a control', () => {
    const text = sarif(HOSTILE_REPORT);
    const messages = runOf(HOSTILE_REPORT).results.map(({ message }) => message.text);
    const tricky = messages.find((one) => one.includes('evil.test) '));

    expect(tricky).toContain(String.raw`\[click\](https://evil.test) {{0}} {{}}`);
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202e/u);
  });
});

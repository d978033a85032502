import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Decision, Rule } from '@interdict/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { interdict } from './program.fixture.ts';

// The worked examples of all rules, put to the command line as a user would put them.

interface Case {
  readonly name: string;
  readonly rule: Rule;
  readonly example: Rule['examples'][number];
}

const RULEBOOK = fileURLToPath(new URL('../packages/app/dist/data/rulebook.json', import.meta.url));
const { rules } = JSON.parse(readFileSync(RULEBOOK, 'utf8')) as { readonly rules: readonly Rule[] };
const CASES: readonly Case[] = rules.flatMap((rule) =>
  rule.examples.map((example) => ({ name: `${rule.id} ${example.id}`, rule, example })),
);

const decisions = new Map<string, Decision>();

function lineOf({ name, example }: Case): string {
  const { at, activity, actor, counterparty, item, facts } = example;
  return JSON.stringify({ id: name, at, activity, actor, counterparty, item, facts });
}

beforeAll(() => {
  const result = interdict(['decide', '-'], { input: CASES.map(lineOf).join('\n') });
  for (const line of result.stdout.trimEnd().split('\n')) {
    const decision = JSON.parse(line) as Decision;
    decisions.set(decision.id, decision);
  }
});

describe('interdict decide', () => {
  it('answers every worked example', () => {
    expect(CASES.length).toBeGreaterThan(100);
    expect(decisions.size).toBe(CASES.length);
  });

  it.each(CASES.map((one) => [one.name, one] as const))('answers %s as its rule says', (_, one) => {
    const { expect: wanted } = one.example;
    const row = decisions.get(one.name)?.rows.find(({ rule }) => rule === one.rule.id);

    expect([wanted.verdict].flat()).toContain(row?.verdict);
    if (wanted.prohibition !== undefined) expect(row?.prohibition).toBe(wanted.prohibition);
    for (const path of wanted.missing ?? []) expect(row?.missing).toContain(path);
    for (const duty of wanted.duties ?? []) {
      expect(row?.duties).toContainEqual(expect.objectContaining(duty));
    }
  });
});

import { describe, expect, it } from 'vitest';
import { parseWhen } from '../calendar/index.ts';
import type { Edge, Example, Rule, VerdictRow } from '../model/index.ts';
import { loadRulebook, openRulebook } from '../rulebook/index.ts';
import { readLaw, resolveByHand } from '../rulebook/rulebook.fixture.ts';
import { compileRulebook, decide } from './index.ts';

const law = loadRulebook(readLaw());
const rules: readonly Rule[] = law.ok ? law.rulebook.rules : [];
const compiled = law.ok ? compileRulebook(openRulebook(law.rulebook)) : undefined;

/** The row of the rule an example belongs to, at a time. */
function answer(rule: Rule, example: Example, at: string): VerdictRow {
  const asOf = parseWhen(at);
  if (compiled === undefined || asOf === undefined) throw new Error('no rulebook or no date');
  const { activity, actor, counterparty, item, facts } = example;
  const transaction = {
    id: `${rule.id}/${example.id}`,
    activity,
    ...(actor && { actor }),
    ...(counterparty && { counterparty }),
    ...(item && { item }),
    ...(facts && { facts }),
  };
  const question = { transaction, item: item && resolveByHand(item) };
  const row = decide(compiled, question, asOf).rows.find((one) => one.rule === rule.id);
  if (row === undefined) throw new Error('no row');
  return row;
}

const EXAMPLES = rules.flatMap((rule) =>
  rule.examples.map(
    (example) => [`${rule.id} ${example.id}`, example.title, rule, example] as const,
  ),
);

describe('the worked examples of every rule', () => {
  it('are there', () => {
    expect(rules.length).toBeGreaterThanOrEqual(7);
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(95);
  });

  it.each(EXAMPLES)('%s: %s', (_, title, rule, example) => {
    const { expect: wanted } = example;

    const row = answer(rule, example, example.at);

    expect([wanted.verdict].flat(), title).toContain(row.verdict);
    if (wanted.prohibition !== undefined) expect(row.prohibition).toBe(wanted.prohibition);
    if (wanted.missing !== undefined) expect(row.missing).toEqual(wanted.missing);
    if (wanted.caution !== undefined) expect(row.caution !== undefined).toBe(wanted.caution);
    for (const { duty, due } of wanted.duties ?? []) {
      expect(row.duties).toContainEqual(expect.objectContaining(due ? { duty, due } : { duty }));
    }
  });
});

interface NamedEdge {
  readonly name: string;
  readonly edge: Edge;
}

/** Edges have been resolved when the rulebook was loaded. */
function edgesOf(rule: Rule): readonly NamedEdge[] {
  const provisions = rule.prohibitions.flatMap((one) => [one, ...(one.exceptions ?? [])]);
  const named = [
    ...[...provisions, ...(rule.duties ?? [])].map(({ id, span }) => ({ id, span })),
    ...rule.timeline.map((span) => ({ id: span.state, span })),
  ];
  return named.flatMap(({ id, span }) => [
    ...(span?.from === undefined ? [] : [{ name: `${id}.from`, edge: span.from as Edge }]),
    ...(span?.to === undefined ? [] : [{ name: `${id}.to`, edge: span.to as Edge }]),
  ]);
}

const BOUNDARIES = rules.flatMap((rule) =>
  rule.examples
    .filter(({ boundaryOf }) => boundaryOf?.endsWith('.at'))
    .flatMap((example) =>
      edgesOf(rule)
        .filter(({ name, edge }) => {
          const isSameEdge = example.boundaryOf === `${name}.at`;
          return isSameEdge && edge.local.slice(0, 10) === example.at.slice(0, 10);
        })
        .map(({ name, edge }) => {
          return [`${rule.id} ${name}`, example.id, { rule, example, edge }] as const;
        }),
    ),
);

describe('at every dated edge of the rules', () => {
  it('stands an example', () => {
    const provisions = rules.flatMap((rule) =>
      rule.prohibitions.flatMap((one) => [one, ...(one.exceptions ?? [])]),
    );
    const ends = provisions.flatMap(({ span }) => [span?.from, span?.to]);
    const shown = new Set(BOUNDARIES.map(([name]) => name));

    expect(shown.size).toBeGreaterThanOrEqual(ends.filter((end) => end !== undefined).length);
  });

  it.each(BOUNDARIES)(
    '%s: the answer of %s changes within a second',
    (_, id, { rule, example, edge }) => {
      const before = new Date(Date.parse(edge.utc) - 1000).toISOString().replace('.000', '');

      const [earlier, at] = [answer(rule, example, before), answer(rule, example, edge.utc)];

      expect(at.verdict, id).not.toBe(earlier.verdict);
      expect([example.expect.verdict].flat()).toContain(at.verdict);
      expect(earlier.next).toEqual({ at: edge.utc, verdict: at.verdict });
      expect(at.previous).toEqual({ at: edge.utc, verdict: earlier.verdict });
    },
  );

  it.each(BOUNDARIES)(
    '%s: the date alone stands for its first instant',
    (_, id, { rule, example, edge }) => {
      const byDate = answer(rule, example, edge.local.slice(0, 10));

      const byInstant = answer(rule, example, edge.utc);

      expect(byDate.verdict, id).toBe(byInstant.verdict);
    },
  );
});

import { parseWhen } from '../calendar/index.ts';
import {
  assert,
  type Example,
  type Item,
  type ResolvedItem,
  type RuleId,
  type VerdictRow,
} from '../model/index.ts';
import { decide, type CompiledRulebook } from './decide.ts';

/** An example that did not come out as its rule says it must. */
export interface ExampleFailure {
  readonly rule: RuleId;
  readonly example: string;
  readonly title: string;
  /** One line for each thing that differs: what was expected, what came out. */
  readonly differences: readonly string[];
}

export interface ExampleResults {
  readonly passed: number;
  readonly failures: readonly ExampleFailure[];
}

function differencesOf({ expect }: Example, row: VerdictRow): readonly string[] {
  const differences: string[] = [];
  const accepted = typeof expect.verdict === 'string' ? [expect.verdict] : expect.verdict;
  if (!accepted.includes(row.verdict)) {
    differences.push(`verdict: expected ${accepted.join(' or ')}, got ${row.verdict}`);
  }
  if (expect.prohibition !== undefined && expect.prohibition !== row.prohibition) {
    const got = row.prohibition ?? 'none';
    differences.push(`provision: expected ${expect.prohibition}, got ${got}`);
  }
  for (const path of expect.missing ?? []) {
    if (row.missing.includes(path)) continue;
    differences.push(`missing: expected ${path}, got ${row.missing.join(', ') || 'none'}`);
  }
  if (expect.caution !== undefined && expect.caution !== (row.caution !== undefined)) {
    const wanted = expect.caution ? 'a caution' : 'no caution';
    differences.push(`caution: expected ${wanted}, got ${row.caution ?? 'none'}`);
  }
  for (const { duty, due } of expect.duties ?? []) {
    const found = row.duties.find((one) => one.duty === duty);
    if (found !== undefined && (due === undefined || found.due === due)) continue;
    const wanted = due === undefined ? duty : `${duty} due ${due}`;
    differences.push(`duty: expected ${wanted}, got ${found?.due ?? 'none'}`);
  }
  return differences;
}

/**
 * Runs the worked examples of every rule. `resolveItem` looks an item up in the catalog, as it
 * is done for any transaction.
 */
export function runExamples(
  compiled: CompiledRulebook,
  resolveItem: (item: Item) => ResolvedItem,
): ExampleResults {
  const failures: ExampleFailure[] = [];
  let passed = 0;
  for (const { rule } of compiled.rules) {
    for (const example of rule.examples) {
      const { activity, actor, counterparty, item, facts } = example;
      const asOf = parseWhen(example.at);
      assert(asOf !== undefined, 'the lint has seen that the date of an example exists');
      const transaction = {
        id: example.id,
        activity,
        ...(actor === undefined ? {} : { actor }),
        ...(counterparty === undefined ? {} : { counterparty }),
        ...(item === undefined ? {} : { item }),
        ...(facts === undefined ? {} : { facts }),
      };
      const resolved = item === undefined ? undefined : resolveItem(item);
      const { rows } = decide(compiled, { transaction, item: resolved }, asOf);
      const row = rows.find((one) => one.rule === rule.id);
      assert(row !== undefined, 'every rule gives a row');
      const differences = differencesOf(example, row);
      if (differences.length === 0) passed += 1;
      else failures.push({ rule: rule.id, example: example.id, title: example.title, differences });
    }
  }
  return { passed, failures };
}

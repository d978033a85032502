/**
 * The commands that look into a rulebook: `interdict rules ...`, one file each.
 *
 * A subcommand parses its options, calls a use case and prints. A new one is one file and one
 * line in the list below.
 */
import type { Command } from 'commander';
import type { Finish } from '../program.ts';
import type { World } from '../streams.ts';
import { addRulesDiff } from './rules-diff.ts';
import { addRulesExplain } from './rules-explain.ts';
import { addRulesKeygen } from './rules-keygen.ts';
import { addRulesList } from './rules-list.ts';
import { addRulesPack } from './rules-pack.ts';
import { addRulesShow } from './rules-show.ts';
import { addRulesTest } from './rules-test.ts';
import { addRulesTimeline } from './rules-timeline.ts';
import { addRulesVerify } from './rules-verify.ts';

const EXAMPLES = `
Examples:
  interdict rules list --profile profile.yaml
  interdict rules show us-icts-kaspersky-2024
  interdict rules timeline --profile profile.yaml
  interdict rules explain order.json
  interdict rules test my-rules/
  interdict rules diff old-rules/ new-rules/`;

const SUBCOMMANDS = [
  addRulesList,
  addRulesShow,
  addRulesTimeline,
  addRulesExplain,
  addRulesTest,
  addRulesDiff,
  addRulesPack,
  addRulesVerify,
  addRulesKeygen,
];

/** Adds `interdict rules` with its subcommands. */
export function addRulesCommand(program: Command, world: World, finish: Finish): void {
  const rules = program
    .command('rules')
    .summary('look into and test a rulebook')
    .description('Looks into the rulebook: what it holds, what binds you, what changes, and why.')
    .addHelpText('after', EXAMPLES);
  for (const add of SUBCOMMANDS) add(rules, world, finish);
}

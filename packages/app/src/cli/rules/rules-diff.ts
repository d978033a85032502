import { statSync } from 'node:fs';
import type { Command } from 'commander';
import type { PartChange, RulebookChange } from '@interdict/core';
import {
  compareEditions,
  isSame,
  readCases,
  type AnswerChange,
  type EditionComparison,
  type Side,
} from '../../compare/index.ts';
import { readBooks } from '../../edition/index.ts';
import { visibleText } from '../../report/index.ts';
import { parseWhenOption, parseWordOption } from '../parse-options.ts';
import type { Finish } from '../program.ts';
import { EXIT, type ExitCode, type World } from '../streams.ts';

const FORMATS = ['table', 'json'] as const;
const BUILT_IN = 'built-in';
/** Values are shown up to this many characters in the table; json has them whole. */
const VALUE_LENGTH_MAX = 100;

const EXAMPLES = `
Examples:
  interdict rules diff built-in my-rules/
  interdict rules diff old-edition.json new-edition.json --format json
  interdict rules diff old-edition.json built-in --cases orders.ndjson

Exit status: 0 the same, 1 they differ, 2 wrong usage.`;

interface DiffOptions {
  readonly cases?: string;
  readonly asOf?: string;
  readonly format: string;
}

function readSide(path: string, world: World): Side {
  if (path === BUILT_IN) return { path, folder: undefined, books: readBooks(world.dataFolder) };
  const books = readBooks(world.dataFolder, path);
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  return { path, folder: isFolder ? path : undefined, books };
}

function shown(value: string | undefined): string {
  if (value === undefined) return 'nothing';
  const text = visibleText(value);
  return text.length > VALUE_LENGTH_MAX ? `${text.slice(0, VALUE_LENGTH_MAX)}…` : text;
}

function partLine({ part, path, before, after }: PartChange): string {
  return `    ${part}: ${visibleText(path)}: ${shown(before)} → ${shown(after)}\n`;
}

const MARKS = { added: '+', removed: '-', changed: '~' } as const;

function* changeLines(title: string, changes: readonly RulebookChange[]): Generator<string> {
  function count(change: RulebookChange['change']): number {
    return changes.filter((one) => one.change === change).length;
  }
  yield (
    `${title}: ${count('added')} added, ${count('removed')} removed, ` +
      `${count('changed')} changed\n`
  );
  for (const { id, title: name, change, parts } of changes) {
    yield `  ${MARKS[change]} ${visibleText(id)}  ${visibleText(name)}\n`;
    for (const part of parts) yield partLine(part);
    if (change === 'changed' && parts.length === 0) yield '    the order of its parts only\n';
  }
}

function* answerLines(change: AnswerChange): Generator<string> {
  const { case: name, asOf, before, after, rules } = change;
  const whole = before === after ? `${after} as before` : `${before} → ${after}`;
  yield `  ${visibleText(name)} as of ${visibleText(asOf)}: ${whole}\n`;
  for (const { rule, before: was = 'no such rule', after: is = 'no such rule' } of rules) {
    yield `    ${visibleText(rule)}: ${was} → ${is}\n`;
  }
}

function* tableLines(comparison: EditionComparison): Generator<string> {
  const { before, after, changes, cases, answers } = comparison;
  for (const [mark, { path, edition, rules, digest }] of [
    ['A', before],
    ['B', after],
  ] as const) {
    yield `${mark}  ${visibleText(path)}: edition ${edition}, ${rules} rules, digest ${digest}\n`;
  }
  yield* changeLines('rules', changes.rules);
  yield* changeLines('parties', changes.groups);
  yield `answers: ${answers.length} of ${cases} cases differ\n`;
  for (const answer of answers) yield* answerLines(answer);
  if (isSame(comparison)) yield 'the same\n';
}

function runDiff(a: string, b: string, options: DiffOptions, world: World): ExitCode {
  const format = parseWordOption('--format', options.format, FORMATS);
  const asOf = parseWhenOption('--as-of', options.asOf ?? world.nowText());
  const own = options.cases === undefined ? undefined : readCases(options.cases, asOf);
  const comparison = compareEditions(readSide(a, world), readSide(b, world), own);
  if (format === 'json') world.stdout.write(`${JSON.stringify(comparison, null, 2)}\n`);
  else for (const line of tableLines(comparison)) world.stdout.write(line);
  return isSame(comparison) ? EXIT.nothingFound : EXIT.found;
}

/** Adds `interdict rules diff`. */
export function addRulesDiff(rules: Command, world: World, finish: Finish): void {
  rules
    .command('diff')
    .summary('compare two editions: rules, parties, and which answers change')
    .description(
      'Compares two rulebooks, each a folder, a packed edition or `built-in`. Answers are\n' +
        'compared over the worked examples of both and the cases beside them, or over\n' +
        'transactions of your own.',
    )
    .argument('<a>', 'the edition before')
    .argument('<b>', 'the edition after')
    .option('--cases <path>', 'transactions to ask both about, instead of the examples')
    .option('--as-of <time>', 'for transactions without a date of their own (default: now)')
    .option('--format <name>', FORMATS.join(' or '), 'table')
    .addHelpText('after', EXAMPLES)
    .action((a: string, b: string, options: DiffOptions) => finish(runDiff(a, b, options, world)));
}

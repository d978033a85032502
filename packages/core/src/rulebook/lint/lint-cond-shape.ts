import { didYouMean, type DocumentPath } from '../../document/index.ts';
import type { RulePathProblem } from '../problem.ts';
import { walk } from '../walk-rule.ts';

const CONDITION_KEYS = new Set<string | number | undefined>([
  'bound',
  'reach',
  'target',
  'when',
  'is',
]);
const OPERATORS = ['eq', 'in', 'has', 'gte', 'lt', 'exists', 'related'];
const FACT_FORM = /^(actor|counterparty|supplier|customer|item|facts)\.[A-Za-z]+$/;
const LEAF_KEYS: readonly string[] = ['fact', 'op', 'value'];
const FORMS = '`all`, `any`, `not`, `inside`, `term`, or `fact` with `op` and `value`';

function problem(message: string, path: DocumentPath): RulePathProblem {
  return { code: 'schema', message, path };
}

function leafProblems(
  leaf: Readonly<Record<string, unknown>>,
  path: DocumentPath,
): RulePathProblem[] {
  const { fact, op } = leaf;
  const problems: RulePathProblem[] = [];
  if (typeof fact !== 'string' || !FACT_FORM.test(fact)) {
    const word = fact === undefined ? 'nothing' : JSON.stringify(fact);
    const message =
      `${word} is no path of a fact: it begins with actor, counterparty, ` +
      'supplier, customer, item or facts';
    problems.push(problem(message, [...path, 'fact']));
  }
  if (typeof op !== 'string' || !OPERATORS.includes(op)) {
    const word = op === undefined ? 'nothing' : JSON.stringify(op);
    const message = `${word} is no operator; there are ${OPERATORS.join(', ')}`;
    problems.push(problem(message, [...path, 'op']));
  }
  if (!('value' in leaf)) problems.push(problem('the comparison has no `value`', path));
  for (const key of Object.keys(leaf)) {
    if (LEAF_KEYS.includes(key)) continue;
    const near = didYouMean(key, LEAF_KEYS);
    problems.push(problem(`a comparison has no property \`${key}\`${near}`, [...path, key]));
  }
  const isList = Array.isArray(leaf['value']);
  const wantsList = op === 'in' || op === 'has';
  if ('value' in leaf && wantsList && !isList) {
    problems.push(problem(`\`${op}\` takes a list, as [a, b]`, [...path, 'value']));
  }
  if (isList && typeof op === 'string' && OPERATORS.includes(op) && !wantsList) {
    const instead = op === 'eq' ? ': write `in` for one of several' : '';
    problems.push(problem(`\`${op}\` takes one value${instead}`, [...path, 'value']));
  }
  return problems;
}

function condProblems(value: unknown, path: DocumentPath): RulePathProblem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [problem(`a condition is ${FORMS}`, path)];
  }
  const cond = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(cond).sort().join(' ');
  switch (keys) {
    case 'all':
    case 'any': {
      const parts = cond[keys];
      if (!Array.isArray(parts)) return [problem(`\`${keys}\` holds a list`, [...path, keys])];
      return parts.flatMap((part, index) => condProblems(part, [...path, keys, index]));
    }
    case 'not':
    case 'inside':
      return condProblems(cond[keys], [...path, keys]);
    case 'term':
      return typeof cond['term'] === 'string' ? [] : [problem('`term` names a term', path)];
    default:
      return 'fact' in cond || 'op' in cond
        ? leafProblems(cond, path)
        : [problem(`a condition is ${FORMS}, not \`${keys}\``, path)];
  }
}

/** Path of the condition that a path leads into; undefined when it leads into none. */
export function conditionAround(path: DocumentPath): DocumentPath | undefined {
  const at = path.findIndex((key) => CONDITION_KEYS.has(key));
  return at === -1 ? undefined : path.slice(0, at + 1);
}

/**
 * The shape of all conditions of a rule. The schema checks it too, but a union of eight forms
 * can only say that none of them fits.
 */
export function lintCondShape(document: unknown): RulePathProblem[] {
  const problems: RulePathProblem[] = [];
  for (const { value, path } of walk(document)) {
    if (!CONDITION_KEYS.has(path.at(-1)) || path[0] === 'examples') continue;
    problems.push(...condProblems(value, path));
  }
  return problems;
}

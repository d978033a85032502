import type { DocumentPath } from '../../document/index.ts';
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
    const message =
      `${JSON.stringify(fact)} is no path of a fact: it begins with actor, counterparty, ` +
      'supplier, customer, item or facts';
    problems.push(problem(message, [...path, 'fact']));
  }
  if (typeof op !== 'string' || !OPERATORS.includes(op)) {
    const message = `${JSON.stringify(op)} is no operator; there are ${OPERATORS.join(', ')}`;
    problems.push(problem(message, [...path, 'op']));
  }
  if (!('value' in leaf)) problems.push(problem('the comparison has no `value`', path));
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

import { canonicalJson } from '../../document/index.ts';

/** What a lawyer calls the part of a rule that a value stands in. */
export type RulePart =
  | 'dates'
  | 'bound'
  | 'targets'
  | 'conditions'
  | 'activities'
  | 'exceptions'
  | 'duties'
  | 'effect'
  | 'cites'
  | 'parties'
  | 'examples'
  | 'words';

/** A value that is compared as a whole, with the path to it in words. */
export interface Leaf {
  readonly part: RulePart;
  readonly text: string;
}

/** Parts by the key that opens them; the last key of a path that is here decides. */
const PART_OF_KEY: Readonly<Record<string, RulePart>> = {
  timeline: 'dates',
  span: 'dates',
  from: 'dates',
  to: 'dates',
  publicFrom: 'dates',
  startDate: 'dates',
  zone: 'dates',
  bound: 'bound',
  binds: 'bound',
  boundText: 'bound',
  target: 'targets',
  reach: 'targets',
  terms: 'targets',
  when: 'conditions',
  activities: 'activities',
  exceptions: 'exceptions',
  freedoms: 'exceptions',
  duties: 'duties',
  records: 'duties',
  effect: 'effect',
  members: 'parties',
  parties: 'parties',
  listings: 'parties',
  ownership: 'parties',
  aliases: 'parties',
};

/** Parts of which everything below is one, whatever it is called there. */
const WHOLE: Readonly<Record<string, RulePart>> = {
  examples: 'examples',
  exceptions: 'exceptions',
  cite: 'cites',
  authority: 'cites',
  instrument: 'cites',
  sources: 'cites',
};

/** Conditions are read as one; a change inside one is a change of it. */
const CONDITIONS = new Set(['bound', 'reach', 'target', 'when', 'is']);

function partOf(keys: readonly string[]): RulePart {
  // A citation inside an exception is a citation.
  for (const key of keys.toReversed()) {
    const whole = Object.hasOwn(WHOLE, key) ? WHOLE[key] : undefined;
    if (whole !== undefined) return whole;
  }
  for (const key of keys.toReversed()) {
    const part = Object.hasOwn(PART_OF_KEY, key) ? PART_OF_KEY[key] : undefined;
    if (part !== undefined) return part;
  }
  return 'words';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalarList(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one !== 'object');
}

/** An edge is its clock time and zone; the rest follows from them. */
function edgeText(value: unknown): string | undefined {
  if (!isObject(value) || typeof value['local'] !== 'string') return undefined;
  const { local, zone, precision } = value;
  return `${local} ${String(zone)}${precision === 'day' ? ' (day)' : ''}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : canonicalJson(value);
}

/** What tells an element of a list from its neighbors: its id, else its place. */
function keyOf(element: unknown, index: number): string {
  return isObject(element) && typeof element['id'] === 'string' ? element['id'] : String(index + 1);
}

/**
 * The values of a rule or file of parties, each with its path. Elements of lists are told apart
 * by their ids, so that moving one is no change.
 */
export function flatten(value: unknown): ReadonlyMap<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  function visit(one: unknown, keys: readonly string[]): void {
    if (one === undefined) return;
    const edge = edgeText(one);
    const isWhole = CONDITIONS.has(keys.at(-1) ?? '') || isScalarList(one);
    if (edge !== undefined || isWhole || typeof one !== 'object' || one === null) {
      leaves.set(keys.join('.'), { part: partOf(keys), text: edge ?? textOf(one) });
    } else if (Array.isArray(one)) {
      one.forEach((element: unknown, index) => visit(element, [...keys, keyOf(element, index)]));
    } else {
      for (const [key, child] of Object.entries(one)) visit(child, [...keys, key]);
    }
  }
  visit(value, []);
  return leaves;
}

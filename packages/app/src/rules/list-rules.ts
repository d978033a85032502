import {
  bindingOf,
  citesOf,
  placeProfile,
  standingOf,
  STATUSES,
  type BoundClass,
  type CompiledRule,
  type Force,
  type Profile,
  type Rule,
  type RuleBinding,
  type Standing,
  type Status,
  type When,
  nearestWord,
} from '@interdict/core';
import type { Edition } from '../edition/index.ts';
import { InterdictError } from '../problems.ts';
import { bindingWords } from './binding-words.ts';
import { lawNamesOf } from './law-names.ts';
import { rulesNaming } from './rules-naming.ts';

/** A status by its own word, by what it means for the force of a rule, or late confirmation. */
export type StatusFilter = Status | Force | 'overdue';

const FORCES: readonly Force[] = ['not-yet', 'in-force', 'ended'];

export const STATUS_FILTERS: readonly StatusFilter[] = [
  ...FORCES,
  'overdue',
  ...(Object.keys(STATUSES) as Status[]),
];

export interface ListRulesOptions {
  readonly asOf: When;
  /** `us` takes in the states, `us-tx` is one of them. */
  readonly jurisdictions?: readonly string[];
  readonly statuses?: readonly StatusFilter[];
  /** Rules of which something binds this class, or may. */
  readonly bound?: BoundClass;
  /** Rules that name this party. */
  readonly party?: string;
  readonly profile?: Profile;
}

/** How many citations of a rule have each mark of verification. */
export interface Sureness {
  readonly verified: number;
  readonly recorded: number;
  readonly unsettled: number;
}

export interface RuleListing {
  readonly id: string;
  readonly title: string;
  readonly jurisdiction: string;
  readonly kind: Rule['kind'];
  readonly issuer: string;
  readonly standing: Standing;
  readonly citations: Sureness;
  readonly openPoints: number;
  readonly examples: number;
  readonly recordedAt: string;
  /** With a profile: how the rule stands to it, why, and what would change that. */
  readonly binding?: RuleBinding;
  readonly because?: string;
  readonly change?: string;
}

/** Counts the citations of the law itself; those of the worked examples repeat them. */
export function surenessOf(rule: Rule): Sureness {
  const counts = { verified: 0, recorded: 0, unsettled: 0 };
  for (const { value, path } of citesOf(rule)) {
    if (path[0] !== 'examples') counts[value.verification] += 1;
  }
  return counts;
}

function isStatus({ state, force, confirmations }: Standing, filter: StatusFilter): boolean {
  if (filter === 'overdue') return confirmations.some(({ isOverdue }) => isOverdue);
  return filter === state || filter === force;
}

function isIn(jurisdiction: string, wanted: string): boolean {
  return jurisdiction === wanted || jurisdiction.startsWith(`${wanted}-`);
}

/** Jurisdictions of a rulebook, with the countries of their states. */
function jurisdictionsOf({ compiled }: Edition): readonly string[] {
  const all = compiled.rules.map(({ rule }) => rule.jurisdiction);
  return [...new Set(all.flatMap((one) => [one.slice(0, 2), one]))].sort();
}

function checkJurisdictions(wanted: readonly string[], edition: Edition): void {
  const known = jurisdictionsOf(edition);
  for (const one of wanted) {
    if (known.includes(one)) continue;
    const near = nearestWord(one, known);
    const hint = near === undefined ? '' : `, the nearest is \`${near}\``;
    throw new InterdictError(
      'usage',
      `no rule is of the jurisdiction \`${one}\`${hint}; there are ${known.join(', ')}`,
    );
  }
}

function profileOfClass(bound: BoundClass): Profile {
  return { schema: 'interdict.profile/1', name: bound, classes: [bound] };
}

type Binder = (rule: CompiledRule) => RuleBinding;

function binderFor(profile: Profile, { compiled }: Edition, asOf: When): Binder {
  const placed = placeProfile(profile, compiled.rulebook.directory, asOf);
  return (rule) => bindingOf(rule, placed);
}

function listingOf(compiledRule: CompiledRule, asOf: When): RuleListing {
  const { rule } = compiledRule;
  const { id, title, jurisdiction, kind, issuer, openPoints, examples, recordedAt } = rule;
  return {
    id,
    title,
    jurisdiction,
    kind,
    issuer,
    standing: standingOf(compiledRule, asOf),
    citations: surenessOf(rule),
    openPoints: openPoints?.length ?? 0,
    examples: examples.length,
    recordedAt,
  };
}

/**
 * The rules of an edition that pass every filter, in its order, as they stand at a time.
 * @throws InterdictError `usage` for a jurisdiction or party that the rulebook does not have.
 */
export function listRules(edition: Edition, options: ListRulesOptions): readonly RuleListing[] {
  const { asOf, jurisdictions, statuses, bound, party, profile } = options;
  if (jurisdictions !== undefined) checkJurisdictions(jurisdictions, edition);
  const naming = party === undefined ? undefined : rulesNaming(party, edition);
  const binds = bound === undefined ? undefined : binderFor(profileOfClass(bound), edition, asOf);
  const ours = profile === undefined ? undefined : binderFor(profile, edition, asOf);
  const names = lawNamesOf(edition.compiled);
  const listings: RuleListing[] = [];
  for (const rule of edition.compiled.rules) {
    const listing = listingOf(rule, asOf);
    if (jurisdictions?.some((one) => isIn(listing.jurisdiction, one)) === false) continue;
    if (statuses?.some((one) => isStatus(listing.standing, one)) === false) continue;
    if (naming?.has(rule.rule.id) === false) continue;
    if (binds?.(rule).kind === 'not') continue;
    const binding = ours?.(rule);
    listings.push(
      binding === undefined ? listing : { ...listing, binding, ...bindingWords(binding, names) },
    );
  }
  return listings;
}

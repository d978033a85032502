import {
  isIncomplete,
  parseWhen,
  type Profile,
  type TransactionRecord,
  type When,
  type WhatIf,
  type WhatIfDifference,
} from '@interdict/core';
import { gatherPaths, judgeGathered, type Gathered } from '../check/index.ts';
import { openBooks, type Edition } from '../edition/index.ts';
import { Differences, type Side } from './differences.ts';
import type { Proposal } from './proposal.ts';
import { tallyBy } from './tally.ts';
import { Times } from './times.ts';

export interface WhatIfOptions {
  readonly profile: Profile;
  readonly asOf: When;
  readonly onProgress?: Parameters<typeof gatherPaths>[2];
}

/**
 * Orders as if each were made again at a time, unless its own date is later: a rule of next
 * year bars no order of last year, but the next one of its kind.
 */
function madeAgain(gathered: Gathered, when: When): Gathered {
  const transactions = gathered.transactions.map((record): TransactionRecord => {
    const { at, ...rest } = record.transaction;
    const own = at === undefined ? undefined : parseWhen(at);
    if (own !== undefined && own.utc >= when.utc) return record;
    return { ...record, transaction: rest };
  });
  return { ...gathered, transactions };
}

/** The orders alone, each as of its own date. */
function asDated(gathered: Gathered): Gathered {
  const transactions = gathered.transactions.filter(({ transaction }) => {
    return transaction.at !== undefined && parseWhen(transaction.at) !== undefined;
  });
  return { ...gathered, subjects: [], parties: [], transactions };
}

function firstOf(differences: WhatIf['differences']): Pick<WhatIf['summary'], 'first'> {
  const [first] = differences
    .map(({ from }) => from)
    .sort((a, b) => (parseWhen(a)?.utc ?? 0) - (parseWhen(b)?.utc ?? 0));
  return first === undefined ? {} : { first };
}

interface Comparison {
  readonly differences: Differences;
  readonly times: readonly string[];
}

/**
 * Asks about everything at every time that matters, with the proposed rules and without them.
 * Parties and products of the proposal are known to both: only the rules make a difference.
 */
function compare(
  proposal: Proposal,
  withRules: Edition,
  gathered: Gathered,
  options: WhatIfOptions,
): Comparison {
  const { today, proposed, rules } = proposal;
  const { profile, asOf } = options;
  const without = openBooks({
    ...proposed,
    rulebook: { ...proposed.rulebook, rules: today.rulebook.rules },
  });
  const differences = new Differences(gathered, withRules, new Set(rules.map(({ id }) => id)));

  function sideOf(what: Gathered, when: When): Side {
    return {
      today: judgeGathered(what, { edition: without, profile, asOf: when }),
      proposed: judgeGathered(what, { edition: withRules, profile, asOf: when }),
    };
  }

  differences.add(sideOf(asDated(gathered), asOf), asOf, { isAsDated: true });
  const times = new Times(rules, asOf);
  const asked: string[] = [];
  for (let when = times.next(); when !== undefined; when = times.next()) {
    const side = sideOf(madeAgain(gathered, when), when);
    differences.add(side, when, { isAsDated: false });
    times.follow(side.today, when);
    asked.push(when.text);
  }
  return { differences, times: asked };
}

function summaryOf({ differences }: Comparison, { coverage, records }: Gathered) {
  const found = differences.list();
  function count(kind: WhatIfDifference['kind']): number {
    return found.filter((one) => one.kind === kind).length;
  }
  return {
    newlyBarred: count('newly-barred'),
    moreSevere: count('more-severe'),
    undecided: count('undecided'),
    alreadyBarred: differences.alreadyBarred,
    ...firstOf(found),
    files: coverage.length,
    filesIncomplete: coverage.filter((one) => isIncomplete([one])).length,
    records,
  };
}

/** Asks every rule about everything in files, with a proposed rule and without it. */
export function whatIf(
  proposal: Proposal,
  paths: readonly string[],
  options: WhatIfOptions,
): WhatIf {
  const { path, today, proposed, rules } = proposal;
  const withRules = openBooks(proposed);
  const gathered = gatherPaths(paths, withRules.catalog, options.onProgress);
  const comparison = compare(proposal, withRules, gathered, options);
  const differences = comparison.differences.list();
  const { edition, digest } = today.rulebook;
  return {
    schema: 'interdict.whatif/1',
    asOf: options.asOf.text,
    times: comparison.times,
    rulebook: { edition, digest },
    proposal: {
      path,
      digest: proposed.rulebook.overlays?.at(-1)?.digest ?? '',
      rules: rules.map(({ id, title }) => ({ id, title })),
    },
    profile: options.profile,
    differences,
    hosts: tallyBy(differences, ({ subject }) => subject.host),
    products: tallyBy(differences, ({ product }) => product),
    suppliers: tallyBy(differences, ({ supplier }) => supplier),
    orders: tallyBy(differences, ({ order }) => order),
    summary: summaryOf(comparison, gathered),
    coverage: gathered.coverage,
    notCovered: comparison.differences.notCovered(),
  };
}

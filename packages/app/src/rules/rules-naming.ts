import { nearestWord } from '@interdict/core';
import type { Catalog, CompiledRulebook, PartyDirectory, RuleId } from '@interdict/core';
import type { Edition } from '../edition/index.ts';
import { InterdictError } from '../problems.ts';

/** Everything by which a rule may name a party. */
interface Marks {
  readonly parties: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
  readonly products: ReadonlySet<string>;
}

/** A party with those who own it, as far as the rulebook records them. */
function withOwners(id: string, directory: PartyDirectory, seen: Set<string>): void {
  if (seen.has(id)) return;
  seen.add(id);
  for (const { owner } of directory.byId(id)?.ownership ?? []) {
    const found = directory.lookUp(owner).party;
    if (found !== undefined) withOwners(found.id, directory, seen);
  }
}

function marksOf(name: string, { rulebook }: CompiledRulebook, catalog: Catalog): Marks {
  const { directory, groups } = rulebook;
  const { party, likelyGroups } = directory.lookUp(name);
  const byTitle = groups.filter(({ group }) => group.id === name || group.title === name);
  const parties = new Set<string>();
  if (party !== undefined) withOwners(party.id, directory, parties);
  const own = [...parties].map((id) => directory.byId(id));
  return {
    parties,
    groups: new Set([
      ...likelyGroups,
      ...byTitle.map(({ group }) => group.id),
      ...own.flatMap((one) => one?.standsFor ?? []),
      ...groups
        .map(({ group }) => group)
        .flatMap(({ id, members }) => (members.some((member) => parties.has(member)) ? [id] : [])),
    ]),
    lists: new Set(own.flatMap((one) => (one?.listings ?? []).map(({ list }) => list))),
    products: new Set(
      [...catalog.products.values()].flatMap(({ id, maker }) =>
        maker !== undefined && parties.has(maker) ? [id] : [],
      ),
    ),
  };
}

function names(value: unknown, marks: Marks): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((one) => names(one, marks));
  const {
    relation,
    group,
    list,
    parties,
    fact,
    value: wanted,
  } = value as Readonly<Record<string, unknown>>;
  if (typeof relation === 'string') {
    const isParty = Array.isArray(parties) && parties.some((id) => marks.parties.has(String(id)));
    return isParty || marks.groups.has(String(group)) || marks.lists.has(String(list));
  }
  if (fact === 'item.product') {
    return [wanted].flat().some((id) => marks.products.has(String(id)));
  }
  return Object.values(value).some((one) => names(one, marks));
}

/**
 * The rules that name a party: itself, its group, a list it has stood on, its owners, or a
 * product it makes.
 * @throws InterdictError `usage` when the rulebook knows nobody of the name.
 */
export function rulesNaming(name: string, { compiled, catalog }: Edition): ReadonlySet<RuleId> {
  const marks = marksOf(name, compiled, catalog);
  if (marks.parties.size + marks.groups.size === 0) {
    const known = [...compiled.rulebook.directory.parties()].flatMap((party) => [
      party.name,
      ...(party.aliases ?? []),
    ]);
    const near = nearestWord(name, known);
    const hint = near === undefined ? '' : `; the nearest name is \`${near}\``;
    throw new InterdictError('usage', `the rulebook knows no party named \`${name}\`${hint}`);
  }
  return new Set(
    compiled.rules.flatMap(({ rule }) => {
      const { prohibitions, terms, freedoms, duties } = rule;
      return names([prohibitions, terms, freedoms, duties], marks) ? [rule.id] : [];
    }),
  );
}

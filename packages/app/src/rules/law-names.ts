import type { CompiledRulebook } from '@interdict/core';
import type { LawNames } from '../report/index.ts';

/** Names of the parties and groups of a rulebook, for conditions in words. */
export function lawNamesOf({ rulebook }: CompiledRulebook): LawNames {
  const titles = new Map<string, string>(
    rulebook.groups.map(({ group }) => [group.id, group.title]),
  );
  return {
    party: (id) => rulebook.directory.byId(id)?.name ?? id,
    group: (id) => titles.get(id) ?? id,
  };
}

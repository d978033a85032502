import { digestOf } from '../document/index.ts';
import type { RulebookFile } from './rulebook.ts';

/** Digests of the parts of a rulebook, by id: what changed can be named, not only that it did. */
export interface RulebookParts {
  readonly rules: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, string>>;
}

type Content = Pick<RulebookFile, 'edition' | 'cutoff' | 'rules' | 'groups'>;

/** The digest of every rule and group of a rulebook. */
export function partsOf({ rules, groups }: Pick<Content, 'rules' | 'groups'>): RulebookParts {
  return {
    rules: Object.fromEntries(rules.map((rule) => [rule.id, digestOf(rule)])),
    groups: Object.fromEntries(groups.map((one) => [one.group.id, digestOf(one)])),
  };
}

/**
 * The digest of a rulebook, from those of its parts. Where its files lie plays no part in it, nor
 * does the order they were read in.
 */
export function digestOfParts(
  edition: Pick<Content, 'edition' | 'cutoff'>,
  parts: RulebookParts,
): string {
  const { rules, groups } = parts;
  return digestOf({ edition: edition.edition, cutoff: edition.cutoff, rules, groups });
}

/** The digest of a rulebook. */
export function digestOfRulebook(content: Content): string {
  return digestOfParts(content, partsOf(content));
}

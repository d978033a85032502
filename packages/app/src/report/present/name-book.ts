import type { Report } from '@interdict/core';
import { proseText, visibleText } from '../text/index.ts';

/** A rule by its name; the id is stable and is what others cite. */
export interface RuleName {
  readonly id: string;
  /** The id where the report does not name the rule. */
  readonly title: string;
  readonly issuer: string;
}

/** Names of rules and parties, safe to show. */
export interface NameBook {
  readonly rule: (id: string) => RuleName;
  readonly party: (id: string) => string;
}

export function nameBookOf({ rules, parties }: Pick<Report, 'rules' | 'parties'>): NameBook {
  const titles = new Map<string, RuleName>(
    rules.map(({ id, title, issuer }) => [
      id,
      { id: visibleText(id), title: proseText(title), issuer: proseText(issuer) },
    ]),
  );
  const names = new Map<string, string>(parties.map(({ id, name }) => [id, proseText(name)]));
  return {
    rule: (id) => titles.get(id) ?? { id: visibleText(id), title: visibleText(id), issuer: '' },
    party: (id) => names.get(id) ?? visibleText(id),
  };
}

/** `Contract clause against Kaspersky covered articles (us-far-52.204-23)`. */
export function ruleNameWords({ id, title }: RuleName): string {
  return title === id ? id : `${title} (${id})`;
}

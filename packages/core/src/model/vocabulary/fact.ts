import type { FactWord } from './fact-word.ts';
import { DEAL_FACTS } from './facts/deal-facts.ts';
import { FEDERAL_FACTS } from './facts/federal-facts.ts';
import { REGIME_FACTS } from './facts/regime-facts.ts';
import { TELECOM_FACTS } from './facts/telecom-facts.ts';
import { TRADE_FACTS } from './facts/trade-facts.ts';

export type { FactType, FactWord } from './fact-word.ts';

/** Facts a transaction can state under `facts`, version 1. */
export const FACTS = {
  ...DEAL_FACTS,
  ...FEDERAL_FACTS,
  ...TRADE_FACTS,
  ...TELECOM_FACTS,
  ...REGIME_FACTS,
} as const;

export type FactName = keyof typeof FACTS;

export function isFactName(name: string): name is FactName {
  return Object.hasOwn(FACTS, name);
}

/** The definition of a fact, read without its literal type. */
export function factWord(name: FactName): FactWord {
  return FACTS[name];
}

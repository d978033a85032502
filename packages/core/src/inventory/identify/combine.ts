import type { Level, SignOrigin, Strength } from '../../model/index.ts';

/** What one piece of evidence weighs: how strong, and from what kind of place. */
export interface Weight {
  readonly strength: Strength;
  readonly origin: SignOrigin;
}

function originsOf(weights: readonly Weight[], strength: Strength): ReadonlySet<SignOrigin> {
  return new Set(
    weights.filter((weight) => weight.strength === strength).map((weight) => weight.origin),
  );
}

/**
 * The level that pieces of evidence reach together. A alone proves. Two strong signs, or a strong
 * and a supporting one, prove when they come from different origins: publisher and display name
 * are two readings of one registry entry and count once. Supporting signs alone are a lead.
 * Undefined when nothing speaks for it; what speaks against it is the caller's to weigh.
 */
export function levelOf(weights: readonly Weight[]): Level | undefined {
  if (weights.some(({ strength }) => strength === 'A')) return 'identified';
  const strong = originsOf(weights, 'B');
  const supporting = originsOf(weights, 'C');
  if (strong.size > 1) return 'identified';
  if (strong.size === 1) {
    const isBackedUp = [...supporting].some((origin) => !strong.has(origin));
    return isBackedUp ? 'identified' : 'probable';
  }
  return supporting.size > 0 ? 'lead' : undefined;
}

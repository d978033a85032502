import type { WhatIfDifference, WhatIfTally } from '@interdict/core';

type Count = { -readonly [Key in keyof WhatIfTally]: WhatIfTally[Key] };

/** Differences counted by a name; those without one are left out. Most barred first. */
export function tallyBy(
  differences: readonly WhatIfDifference[],
  nameOf: (difference: WhatIfDifference) => string | undefined,
): readonly WhatIfTally[] {
  const counts = new Map<string, Count>();
  for (const difference of differences) {
    const name = nameOf(difference);
    if (name === undefined) continue;
    const count = counts.get(name) ?? { name, newlyBarred: 0, moreSevere: 0, undecided: 0 };
    if (difference.kind === 'newly-barred') count.newlyBarred += 1;
    else if (difference.kind === 'more-severe') count.moreSevere += 1;
    else count.undecided += 1;
    counts.set(name, count);
  }
  return [...counts.values()].sort(
    (a, b) =>
      b.newlyBarred - a.newlyBarred || b.moreSevere - a.moreSevere || (a.name < b.name ? -1 : 1),
  );
}

/** Order of names by their code units: the same on every machine. */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function uniqueSorted(texts: Iterable<string>): string[] {
  return [...new Set(texts)].toSorted(byText);
}

/** Things under the key of each, in the order in which the keys first came. */
export function groupBy<T>(things: Iterable<T>, keyOf: (thing: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return [...groups.values()];
}

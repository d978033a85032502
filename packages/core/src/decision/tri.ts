/** A three-valued truth: `undefined` is unknown, which is never the same as false. */
export type Tri = boolean | undefined;

/** Kleene negation: unknown stays unknown. */
export function not(a: Tri): Tri {
  return a === undefined ? undefined : !a;
}

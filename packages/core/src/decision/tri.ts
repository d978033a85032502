/** A three-valued truth: `undefined` is unknown, which is never the same as false. */
export type Tri = boolean | undefined;

/** Kleene conjunction: false wins, then unknown. */
export function and(a: Tri, b: Tri): Tri {
  if (a === false || b === false) return false;
  return a === undefined || b === undefined ? undefined : true;
}

/** Kleene disjunction: true wins, then unknown. */
export function or(a: Tri, b: Tri): Tri {
  if (a === true || b === true) return true;
  return a === undefined || b === undefined ? undefined : false;
}

/** Kleene negation: unknown stays unknown. */
export function not(a: Tri): Tri {
  return a === undefined ? undefined : !a;
}

/** A value nobody may change: every property and element is read-only, at every depth. */
export type Frozen<T> = T extends string | number | boolean | undefined | null
  ? T
  : T extends readonly (infer Element)[]
    ? readonly Frozen<Element>[]
    : { readonly [Key in keyof T]: Frozen<T[Key]> };

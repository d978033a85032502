/** One word of a closed vocabulary: what it means, in one sentence a lawyer can check. */
export interface Word {
  readonly meaning: string;
}

/** The words of a vocabulary as a non-empty tuple, for schemas. */
export function wordsOf<T extends Readonly<Record<string, Word>>>(table: T): (keyof T & string)[] {
  return Object.keys(table);
}

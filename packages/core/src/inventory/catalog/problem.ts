import type { DocumentPath } from '../../document/index.ts';

/** Codes of everything that can be wrong with a catalog, with what each one means. */
export const CATALOG_PROBLEMS = {
  'unknown-party': 'a party is named that is in no file of rulebook/parties',
  'unknown-product': 'a product is named that is in no file of the catalog',
  'unknown-source': 'a source is named that is not in the sources of the file',
  'unknown-group': 'the group of the file is in no file of rulebook/parties',
  'undated-source': 'a source says neither when it was published nor when it was noted',
  'unused-source': 'a source stands in the file and nothing rests on it',
  'duplicate-id': 'two things have the same id',
  'duplicate-sign': 'two signs say the same of the same value',
  'duplicate-name': 'two products have the same name',
  'no-target': 'a sign names neither a party nor a product',
  'wrong-maker': 'a sign names a party and a product of another group',
  'unverified-a': 'what nobody has seen at its source cannot identify alone',
  'bare-name': 'four letters or less are part of too many other names',
  'wrong-operator': 'the operator does not fit the field',
  'wrong-value': 'the value does not have the form the field needs',
  'unsafe-regex': 'the regular expression is not anchored or outside the safe subset',
  'unmatched-yes': 'an example that must match does not',
  'matched-no': 'an example that must not match does',
  'wrong-range': 'a range of versions is empty or cannot be compared',
} as const;

export type CatalogProblemCode = keyof typeof CATALOG_PROBLEMS;

/** Something wrong with a catalog file; `path` leads to it in the document. */
export interface CatalogProblem {
  readonly code: CatalogProblemCode;
  readonly message: string;
  /** Index of the file among those given. */
  readonly file: number;
  readonly path: DocumentPath;
}

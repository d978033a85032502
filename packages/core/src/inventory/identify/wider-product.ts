import type { Product } from '../../model/index.ts';
import { nameWords, opensWith } from '../catalog/index.ts';

/** Whether one product is a wider name for another: `… Endpoint Security` for `… for Linux`. */
export function isWiderThan(wide: Product, narrow: Product): boolean {
  if (wide.id === narrow.id || wide.class !== narrow.class) return false;
  const words = nameWords(narrow.name);
  const wanted = nameWords(wide.name);
  return wanted.length < words.length && opensWith(words, wanted);
}

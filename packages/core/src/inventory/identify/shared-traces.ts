import type { Product, ProductClass } from '../../model/index.ts';

/** Classes whose products share drivers, services and certificates: one host runs one of them. */
const PROTECTIVE: ReadonlySet<ProductClass> = new Set([
  'endpoint-protection',
  'industrial-security',
]);

/** Whether a product is what protects a computer against malware. */
export function isProtective(kind: ProductClass | undefined): boolean {
  return kind !== undefined && PROTECTIVE.has(kind);
}

/** Whether the traces of one product can be those of another. */
export function sharesTraces(one: Product, other: Product): boolean {
  return one.class === other.class || (isProtective(one.class) && isProtective(other.class));
}

import { cpeParts } from './cpe.ts';
import type { RecordMaker } from './record-maker.ts';

/** Adds vendor and product of a CPE name, once for each record. */
export function addCpe(maker: RecordMaker, cpe: string | undefined, at: string): void {
  const parts = cpe === undefined ? undefined : cpeParts(cpe);
  if (parts === undefined) return;
  maker.addOnce('cpe.vendor', parts.vendor, at);
  if (parts.product !== undefined) {
    maker.addOnce('cpe.product', `${parts.vendor}:${parts.product}`, at);
  }
}

import type { Checklist, Product, ProductId } from '../../model/index.ts';
import type { Catalog, CompiledSign } from '../catalog/index.ts';
import { sharesTraces } from './shared-traces.ts';
import { traceKindOf, TRACE_KIND_WORDS } from './trace-kind.ts';

/**
 * Whether a sign shows something this product brings: its own, that of the whole class of its
 * maker (drivers do not say which edition they came with), or a folder of the maker.
 */
function belongsTo({ sign, product: own, isDefault, maker }: CompiledSign, of: Wanted): boolean {
  if (maker !== of.maker || sign.strength === 'neg') return false;
  if (own === undefined) return traceKindOf(sign.field) === 'file';
  return own.id === of.product.id || (isDefault && sharesTraces(own, of.product));
}

interface Wanted {
  readonly product: Product;
  readonly maker: CompiledSign['maker'];
}

/**
 * What a product is known to bring to a host, by the signs of the catalog and nothing else: what
 * must be gone before it is. Undefined for a product the catalog does not have.
 */
export function checklistOf(catalog: Catalog, id: ProductId): Checklist | undefined {
  const product = catalog.products.get(id);
  if (product === undefined) return undefined;
  const maker = catalog.parties.groupOf(product.maker) ?? product.maker;
  const items: Checklist['items'][number][] = [];
  for (const compiled of catalog.signs.values()) {
    const { sign } = compiled;
    const kind = traceKindOf(sign.field);
    if (kind === undefined || !belongsTo(compiled, { product, maker })) continue;
    const [example = sign.value] = sign.test.yes;
    items.push({ kind, field: sign.field, op: sign.op, value: sign.value, example, sign: sign.id });
  }
  items.sort((a, b) => TRACE_KIND_WORDS.indexOf(a.kind) - TRACE_KIND_WORDS.indexOf(b.kind));
  return { product: product.id, name: product.name, items };
}

/** The part of a JSON Schema that says in which order properties stand. */
interface OrderingSchema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly items?: unknown;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asOrdering(schema: unknown): OrderingSchema {
  if (!isObject(schema)) return {};
  return {
    ...(isObject(schema.properties) ? { properties: schema.properties } : {}),
    ...('items' in schema ? { items: schema.items } : {}),
  };
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : 1;
}

/**
 * The same value with object keys in the order of the schema, however it was put together.
 * Keys the schema does not name, as those of a record, follow in the order of their code units.
 */
export function inSchemaOrder(value: unknown, schema: unknown): unknown {
  const { properties = {}, items } = asOrdering(schema);
  if (Array.isArray(value)) return value.map((one) => inSchemaOrder(one, items));
  if (!isObject(value)) return value;
  const named = Object.keys(properties).filter((key) => Object.hasOwn(value, key));
  const others = Object.keys(value).filter((key) => !Object.hasOwn(properties, key));
  return Object.fromEntries(
    [...named, ...others.toSorted(byCodeUnits)].map((key) => [
      key,
      inSchemaOrder(value[key], properties[key]),
    ]),
  );
}

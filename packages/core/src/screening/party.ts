import { LIMITS } from '../limits.ts';

/** A party to screen, in the shape of FollowTheMoney. */
export interface PartyQuery {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

export interface PartyProblem {
  readonly code: 'party-shape' | 'party-schema' | 'party-property' | 'party-nameless';
  readonly message: string;
  /** JSON Pointer into the party. */
  readonly pointer: string;
}

export type ReadParty =
  | { readonly ok: true; readonly party: PartyQuery }
  | { readonly ok: false; readonly problem: PartyProblem };

const SCHEMAS: ReadonlySet<string> = new Set([
  'Thing',
  'LegalEntity',
  'Person',
  'Organization',
  'Company',
  'PublicBody',
  'Vessel',
  'Airplane',
  'Vehicle',
  'CryptoWallet',
  'Address',
]);

/** Properties that name a party, strongest first. */
export const NAME_PROPERTIES = [
  'name',
  'alias',
  'previousName',
  'abbreviation',
  'weakAlias',
] as const;

/**
 * Reads a party from JSON that came from outside. A property may be a text or a list of texts, as
 * the yente interface takes it; `schema` may be left out, and the party is then any legal entity.
 */
export function readParty(value: unknown, fallbackId = ''): ReadParty {
  if (!isRecord(value)) return refuse('party-shape', 'a party is an object', '');
  const { id = fallbackId, schema = 'LegalEntity', properties } = value;
  if (typeof id !== 'string' && typeof id !== 'number') {
    return refuse('party-shape', 'the `id` of a party is text', '/id');
  }
  if (typeof schema !== 'string' || !SCHEMAS.has(schema)) {
    const known = [...SCHEMAS].join(', ');
    return refuse('party-schema', `schema \`${String(schema)}\` is none of ${known}`, '/schema');
  }
  if (!isRecord(properties)) {
    return refuse('party-shape', '`properties` of a party is an object', '/properties');
  }
  const read: Record<string, readonly string[]> = {};
  for (const [name, one] of Object.entries(properties)) {
    const texts = readTexts(one);
    if (texts === undefined || !/^[a-zA-Z]+$/.test(name)) {
      const message = `property \`${name}\` is neither a text nor a list of texts`;
      return refuse('party-property', message, `/properties/${name}`);
    }
    if (texts.length > 0) read[name] = texts;
  }
  return { ok: true, party: { id: String(id), schema, properties: read } };
}

function readTexts(value: unknown): readonly string[] | undefined {
  if (value === null || value === undefined) return [];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts: string[] = [];
  for (const one of values) {
    if (typeof one === 'number') texts.push(String(one));
    else if (typeof one === 'string') {
      if (one.trim() !== '') texts.push(one.trim());
    } else if (one !== null) return undefined;
  }
  return texts;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuse(code: PartyProblem['code'], message: string, pointer: string): ReadParty {
  return { ok: false, problem: { code, message, pointer } };
}

/** Values of one property that are compared, and whether there were more. */
export function valuesOf(party: PartyQuery, property: string): readonly string[] {
  return (party.properties[property] ?? []).slice(0, LIMITS.screening.valuesMax);
}

import { assertNever, type SignField } from '../../model/index.ts';
import type { CompiledSign, Hit } from './catalog.ts';
import { foldPath, foldValue } from './field-value.ts';
import { HostIndex } from './host-index.ts';
import { OrgIndex } from './org-index.ts';
import { macPrefixes, MacIndex } from './mac-index.ts';
import { PurlIndex } from './purl-index.ts';
import { REGEX_VALUE_LENGTH_MAX } from './regex-subset.ts';
import { TokenIndex } from './token-index.ts';

/** Values whose look-up is remembered, for each field; the memory is dropped when it is full. */
const REMEMBERED_MAX = 10_000;
/** Longer values are not remembered: they rarely come twice. */
const REMEMBERED_LENGTH_MAX = 200;

const NONE: readonly Hit[] = [];
const PREFIX_KEY_LENGTH = 3;

/** Fields in which the same few values come over and over. */
const REPETITIVE: ReadonlySet<SignField> = new Set<SignField>([
  'publisher',
  'supplier',
  'manufacturer',
  'author',
  'oui_org',
  'signer.o',
  'signer.cn',
  'pe.company',
  'host',
  'registrable_domain',
  'tls_subject',
  'cert.subject',
  'cert.issuer',
]);

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

interface Pattern {
  readonly pattern: RegExp;
  readonly hit: Hit;
}

/**
 * All signs of one field. Each operator has its own index, so the cost of a look-up does not
 * grow with the number of signs; only regular expressions are tried one by one.
 */
export class FieldIndex {
  readonly #field: SignField;
  readonly #exact = new Map<string, Hit[]>();
  readonly #prefixes = new Map<string, { readonly prefix: string; readonly hit: Hit }[]>();
  readonly #segments = new Map<string, Hit[]>();
  readonly #patterns: Pattern[] = [];
  /** Matches whatever one of the patterns matches: one test where there would be several. */
  readonly #anyPattern: RegExp | undefined;
  /** Some operator of the field compares folded values. */
  readonly #isFolding: boolean;
  readonly #names = new TokenIndex<Hit>();
  readonly #orgs = new OrgIndex();
  readonly #hosts = new HostIndex();
  readonly #purls = new PurlIndex();
  readonly #macs = new MacIndex();
  readonly #remembered: Map<string, readonly Hit[]> | undefined;

  constructor(field: SignField, signs: readonly CompiledSign[]) {
    this.#field = field;
    this.#remembered = REPETITIVE.has(field) ? new Map() : undefined;
    for (const sign of signs) this.#add(sign);
    this.#anyPattern =
      this.#patterns.length === 0
        ? undefined
        : new RegExp(this.#patterns.map(({ pattern }) => `(?:${pattern.source})`).join('|'), 'iu');
    this.#isFolding =
      field === 'mac_prefix' ||
      this.#exact.size + this.#prefixes.size + this.#hosts.size + this.#segments.size > 0;
  }

  #add(compiled: CompiledSign): void {
    const { op, value, strength } = compiled.sign;
    const hit = { sign: compiled, strength };
    if (this.#field === 'purl') {
      this.#purls.add(value, op === 'under-namespace', hit);
      return;
    }
    if (this.#field === 'mac_prefix') {
      for (const prefix of macPrefixes(value)) this.#macs.add(prefix, hit);
      return;
    }
    switch (op) {
      case 'eq':
        push(this.#exact, foldValue(this.#field, value), hit);
        return;
      case 'eq-org':
        this.#orgs.add(value, hit);
        return;
      case 'prefix': {
        const prefix = foldValue(this.#field, value);
        push(this.#prefixes, prefix.slice(0, PREFIX_KEY_LENGTH), { prefix, hit });
        return;
      }
      case 'suffix-domain':
        this.#hosts.add(foldValue(this.#field, value), hit);
        return;
      case 'token-seq':
        this.#names.add(value, hit);
        return;
      case 'path-segment':
        push(this.#segments, foldPath(value), hit);
        return;
      case 'regex':
        this.#patterns.push({ pattern: new RegExp(value, 'iu'), hit });
        return;
      case 'under-namespace':
        return;
      default:
        assertNever(op);
    }
  }

  /** Every sign that the value matches. */
  lookUp(value: string): readonly Hit[] {
    if (this.#remembered === undefined || value.length > REMEMBERED_LENGTH_MAX) {
      return this.#find(value);
    }
    const known = this.#remembered.get(value);
    if (known !== undefined) return known;
    const found = this.#find(value);
    if (this.#remembered.size >= REMEMBERED_MAX) this.#remembered.clear();
    this.#remembered.set(value, found);
    return found;
  }

  #find(value: string): readonly Hit[] {
    if (this.#field === 'purl') return this.#purls.lookUp(value);
    const found: Hit[] = [];
    if (this.#names.size > 0) found.push(...this.#names.lookUp(value));
    if (this.#orgs.size > 0) found.push(...this.#orgs.lookUp(value));
    if (this.#isFolding) this.#findFolded(foldValue(this.#field, value), found);
    if (value.length <= REGEX_VALUE_LENGTH_MAX && this.#anyPattern?.test(value.trim()) === true) {
      for (const { pattern, hit } of this.#patterns) {
        if (pattern.test(value.trim())) found.push(hit);
      }
    }
    return found.length === 0 ? NONE : found;
  }

  #findFolded(folded: string, found: Hit[]): void {
    if (this.#field === 'mac_prefix') {
      found.push(...this.#macs.lookUp(folded));
      return;
    }
    const exact = this.#exact.get(folded);
    if (exact !== undefined) found.push(...exact);
    if (this.#prefixes.size > 0) {
      for (const { prefix, hit } of this.#prefixes.get(folded.slice(0, PREFIX_KEY_LENGTH)) ?? []) {
        if (folded.startsWith(prefix)) found.push(hit);
      }
    }
    if (this.#hosts.size > 0) this.#hosts.find(folded, found);
    if (this.#segments.size > 0) this.#findSegments(folded, found);
  }

  #findSegments(path: string, found: Hit[]): void {
    let from = 0;
    while (from < path.length) {
      const slash = path.indexOf('/', from);
      const to = slash === -1 ? path.length : slash;
      const hits = this.#segments.get(path.slice(from, to));
      if (hits !== undefined) found.push(...hits);
      from = to + 1;
    }
  }
}

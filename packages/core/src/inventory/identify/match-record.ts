import type {
  ComponentRecord,
  InventoryRecord,
  RecordField,
  SignField,
  Strength,
} from '../../model/index.ts';
import { purlName, type Catalog, type CompiledSign, type Hit } from '../catalog/index.ts';

/** A sign found in a record. */
export interface SignMatch {
  readonly sign: CompiledSign;
  /** The sign's strength, or less where the record weakens it. */
  readonly strength: Strength;
  readonly field: RecordField;
}

const NONE: readonly SignMatch[] = [];

/** Distributions name their own packages; their package URL carries that name. */
const DISTRIBUTION = /^pkg:(?:deb|rpm|apk|alpm)\//i;
/** Package URLs that say nothing about where a package came from. */
const UNTYPED = /^pkg:(?:generic|swid|bitnami)\//i;

/** Fields that repeat what a package calls itself. */
const SELF_NAMED: ReadonlySet<SignField> = new Set<SignField>([
  'name',
  'cpe.vendor',
  'cpe.product',
]);

/**
 * Whether the record is a package of a public registry. Anybody may publish `kaspersky` or
 * `wechat-api` there, and tools guess a CPE vendor from such a name: then only the namespace of
 * the package URL tells who made it, and name and CPE support.
 */
function isRegistryPackage(fields: readonly RecordField[]): boolean {
  for (const { field, value } of fields) {
    if (field === 'purl') return !DISTRIBUTION.test(value) && !UNTYPED.test(value);
  }
  return false;
}

function lookUp(catalog: Catalog, field: SignField, value: string): readonly Hit[] {
  return catalog.fields[field]?.lookUp(value) ?? [];
}

/** What nobody verified is a strong sign at most. */
function strong(strength: Strength): Strength {
  return strength === 'A' ? 'B' : strength;
}

function collect(catalog: Catalog, fields: readonly RecordField[]): SignMatch[] | undefined {
  let matches: SignMatch[] | undefined;
  for (const field of fields) {
    const hits = lookUp(catalog, field.field, field.value);
    if (hits.length === 0) continue;
    matches ??= [];
    for (const { sign, strength } of hits) {
      matches.push({ sign, strength: field.unverified ? strong(strength) : strength, field });
    }
  }
  return matches;
}

function hasField(fields: readonly RecordField[], wanted: SignField): boolean {
  for (const { field } of fields) if (field === wanted) return true;
  return false;
}

/** Whether the name of a component stands in a field: read twice it would count twice. */
function isNamed({ name, fields }: ComponentRecord): boolean {
  for (const { field, value } of fields) if (field === 'name' || value === name) return true;
  return false;
}

/**
 * Fields that stand in a record without being listed: the name of a component, the package name
 * in the package URL of a distribution, the domain of a host.
 */
function impliedFields(record: InventoryRecord): RecordField[] | undefined {
  if (record.kind !== 'component' && record.kind !== 'observation') return undefined;
  let implied: RecordField[] | undefined;
  if (record.kind === 'component' && !isNamed(record)) {
    implied = [{ field: 'name', value: record.name, at: '' }];
  }
  for (const { field, value, at } of record.fields) {
    if (field === 'purl' && DISTRIBUTION.test(value) && !hasField(record.fields, 'package_name')) {
      const name = purlName(value);
      if (name !== undefined) (implied ??= []).push({ field: 'package_name', value: name, at });
    }
    if (field === 'host' && !hasField(record.fields, 'registrable_domain')) {
      (implied ??= []).push({ field: 'registrable_domain', value, at });
    }
  }
  return implied;
}

function weakened(matches: readonly SignMatch[]): readonly SignMatch[] {
  return matches.map((match) => {
    const isWeak = SELF_NAMED.has(match.field.field) && match.strength !== 'neg';
    return isWeak ? { ...match, strength: 'C' as const } : match;
  });
}

/** Every sign that the given fields match, with what a registry package calls itself weakened. */
export function matchFields(
  catalog: Catalog,
  fields: readonly RecordField[],
): readonly SignMatch[] {
  const matches = collect(catalog, fields) ?? NONE;
  return isRegistryPackage(fields) ? weakened(matches) : matches;
}

/**
 * Every sign that a component or observation matches; the hot path, which for most records ends
 * with nothing found. Parties go to screening and transactions to `resolveItem`.
 */
export function matchRecord(catalog: Catalog, record: InventoryRecord): readonly SignMatch[] {
  if (record.kind !== 'component' && record.kind !== 'observation') return NONE;
  const listed = collect(catalog, record.fields);
  const implied = impliedFields(record);
  const unlisted = implied === undefined ? undefined : collect(catalog, implied);
  if (listed === undefined && unlisted === undefined) return NONE;
  const matches = [...(listed ?? []), ...(unlisted ?? [])];
  return isRegistryPackage(record.fields) ? weakened(matches) : matches;
}

import {
  TRACE_KINDS,
  type ComponentRecord,
  type SignField,
  type TraceKind,
} from '../../model/index.ts';

/** What a value is a trace of; fields that name no thing on a host, such as a maker, have none. */
const KIND_OF_FIELD: Readonly<Partial<Record<SignField, TraceKind>>> = {
  driver_file: 'driver',
  service_name: 'service',
  'cert.subject': 'certificate',
  'cert.issuer': 'certificate',
  chrome_id: 'extension',
  firefox_id: 'extension',
  native_host: 'extension',
  path: 'file',
  file_name: 'file',
  exe_file: 'file',
  file_sha256: 'file',
  name: 'program',
  package_name: 'program',
  bundle_id: 'program',
  product_code: 'program',
  upgrade_code: 'program',
  winget_id: 'program',
  android_id: 'program',
  security_product: 'program',
};

/** Kinds that decide before others do: a driver has a name and a path as well. */
const TELLING: ReadonlySet<TraceKind> = new Set(['driver', 'service', 'certificate', 'extension']);

/** What a value of the field is a trace of. */
export function traceKindOf(field: SignField): TraceKind | undefined {
  return KIND_OF_FIELD[field];
}

/** What kind of thing on a host a record lists. */
export function recordKindOf(record: ComponentRecord): TraceKind {
  for (const { field } of record.fields) {
    const kind = KIND_OF_FIELD[field];
    if (kind !== undefined && TELLING.has(kind)) return kind;
  }
  return record.supporting ? 'file' : 'program';
}

export const TRACE_KIND_WORDS: readonly TraceKind[] = Object.keys(TRACE_KINDS).filter(
  (kind): kind is TraceKind => Object.hasOwn(TRACE_KINDS, kind),
);

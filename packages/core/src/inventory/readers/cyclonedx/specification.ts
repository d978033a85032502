/** What the reader needs to know of the CycloneDX JSON schemas, 1.2 to 1.7. */

/** Versions that are read. 1.0 and 1.1 have no JSON form. */
export const SPEC_VERSIONS: readonly string[] = ['1.2', '1.3', '1.4', '1.5', '1.6', '1.7'];

/** Versions of the XML form that are read. */
export const XML_SPEC_VERSIONS: readonly string[] = ['1.0', '1.1', ...SPEC_VERSIONS];

/** Up to 1.3 a component had to have a version. */
export const VERSION_REQUIRED: ReadonlySet<string> = new Set(['1.0', '1.1', '1.2', '1.3']);

/**
 * Types of components of all versions. A type that is newer than the document's version breaks
 * its schema and is read all the same: what it is stays clear.
 */
export const COMPONENT_TYPES: ReadonlySet<string> = new Set([
  'application',
  'framework',
  'library',
  'container',
  'platform',
  'operating-system',
  'device',
  'device-driver',
  'firmware',
  'file',
  'machine-learning-model',
  'data',
  'cryptographic-asset',
]);

/** Types that are evidence about a host rather than a program. */
export const SUPPORTING_TYPES: ReadonlySet<string> = new Set([
  'file',
  'data',
  'device-driver',
  'cryptographic-asset',
]);

/** `hash-alg` of the schemas, all versions. */
export const HASH_ALGORITHMS: ReadonlySet<string> = new Set([
  'MD5',
  'SHA-1',
  'SHA-256',
  'SHA-384',
  'SHA-512',
  'SHA3-256',
  'SHA3-384',
  'SHA3-512',
  'BLAKE2b-256',
  'BLAKE2b-384',
  'BLAKE2b-512',
  'BLAKE3',
  'Streebog-256',
  'Streebog-512',
]);

/** `hash-content` of the schemas: 16, 20, 32, 48 or 64 bytes in hex digits. */
export const HASH_LENGTHS: ReadonlySet<number> = new Set([32, 40, 64, 96, 128]);

/** `dataFlowDirection` of the schemas. */
export const DATA_FLOWS: ReadonlySet<string> = new Set([
  'inbound',
  'outbound',
  'bi-directional',
  'unknown',
]);

/** `serialNumber` of the schemas (RFC 4122), in either case. */
export const SERIAL_NUMBER: RegExp =
  /^urn:uuid:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/;

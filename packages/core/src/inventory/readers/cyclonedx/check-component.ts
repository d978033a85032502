import { isJsonObject, listOf, objectOf, textOf, type JsonObject } from '../../input/json/index.ts';
import {
  COMPONENT_TYPES,
  DATA_FLOWS,
  HASH_ALGORITHMS,
  HASH_LENGTHS,
  VERSION_REQUIRED,
} from './specification.ts';
import type { Place } from './walk-places.ts';

/** How a component breaks the schema of its version. */
export interface Violation {
  readonly message: string;
  /** Pointer relative to the component. */
  readonly at: string;
  /** A minor one takes nothing away from what the component is. */
  readonly isMinor: boolean;
  /** The component was read whole all the same. */
  readonly isHarmless?: boolean;
}

/** The first way in which a component, service or tool breaks the schema. */
export function violationOf(place: Place, specVersion: string | undefined): Violation | undefined {
  const { node } = place;
  if (!isJsonObject(node)) return violation('is no object', '');
  switch (place.kind) {
    case 'component':
      return componentViolation(node, specVersion) ?? place.violation;
    case 'service':
      return serviceViolation(node) ?? place.violation;
    case 'tool':
      // 1.2 to 1.4 require nothing of a tool.
      return hashViolation(node['hashes']);
  }
}

function violation(message: string, at: string, isMinor = false): Violation {
  return { message, at, isMinor };
}

function componentViolation(
  node: JsonObject,
  specVersion: string | undefined,
): Violation | undefined {
  const { type, version } = node;
  if (textOf(node['name']) === undefined) return violation('has no `name`', '/name');
  if (type === undefined) return violation('has no `type`', '/type');
  if (typeof type !== 'string' || !COMPONENT_TYPES.has(type)) {
    return violation(`has the type ${shown(type)}, which does not exist`, '/type');
  }
  if (version !== undefined && typeof version !== 'string') {
    return violation('has a `version` that is no text', '/version', true);
  }
  return (
    hashViolation(node['hashes']) ??
    swidViolation(node['swid']) ??
    (version === undefined && specVersion !== undefined && VERSION_REQUIRED.has(specVersion)
      ? violation(`has no \`version\`, which ${specVersion} requires`, '/version', true)
      : undefined)
  );
}

function hashViolation(hashes: unknown): Violation | undefined {
  if (hashes === undefined) return undefined;
  const list = listOf(hashes);
  for (let index = 0; index < list.length; index += 1) {
    const hash = objectOf(list[index]);
    const alg = hash?.['alg'];
    const content = hash?.['content'];
    if (typeof alg !== 'string' || !isAlgorithm(alg)) {
      return violation(`has a hash of algorithm ${shown(alg)}`, `/hashes/${index}/alg`);
    }
    if (typeof content !== 'string' || !isHash(content, alg)) {
      return violation('has a hash that is no hash', `/hashes/${index}/content`);
    }
  }
  return undefined;
}

const NOT_HEX = /[^0-9a-fA-F]/;

/**
 * Whether a text can be the hash. Of those that no sign is bound to, the length tells enough:
 * hashes are a third of some documents, and looking at every digit costs as much as parsing.
 */
function isHash(content: string, algorithm: string): boolean {
  if (!HASH_LENGTHS.has(content.length)) return false;
  return !isSha256(algorithm) || !NOT_HEX.test(content);
}

function bareName(algorithm: string): string {
  return algorithm.replaceAll(/[-_ ]/g, '').toUpperCase();
}

const BARE_ALGORITHMS: ReadonlySet<string> = new Set(Array.from(HASH_ALGORITHMS, bareName));

/** Whether an algorithm exists; tools also write `SHA256` and `sha-256`. */
function isAlgorithm(name: string): boolean {
  return HASH_ALGORITHMS.has(name) || BARE_ALGORITHMS.has(bareName(name));
}

/** Whether a hash is a SHA-256, in any of its spellings. */
export function isSha256(name: unknown): boolean {
  if (name === 'SHA-256') return true;
  return typeof name === 'string' && !HASH_ALGORITHMS.has(name) && bareName(name) === 'SHA256';
}

function swidViolation(swid: unknown): Violation | undefined {
  if (swid === undefined) return undefined;
  const tag = objectOf(swid);
  if (typeof tag?.['tagId'] !== 'string') return violation('has a SWID tag without id', '/swid');
  return textOf(tag['name']) === undefined
    ? violation('has a SWID tag without name', '/swid')
    : undefined;
}

function serviceViolation(node: JsonObject): Violation | undefined {
  if (textOf(node['name']) === undefined) return violation('has no `name`', '/name');
  for (const [index, one] of listOf(node['data']).entries()) {
    const flow = objectOf(one)?.['flow'];
    if (typeof flow !== 'string' || !DATA_FLOWS.has(flow)) {
      return violation(`has data of the flow ${shown(flow)}`, `/data/${index}/flow`);
    }
    if (typeof objectOf(one)?.['classification'] !== 'string') {
      return violation('has data without classification', `/data/${index}/classification`);
    }
  }
  return undefined;
}

/** A value for a message, short. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'none';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

import { PackageURL } from 'packageurl-js';

/** What of a package URL names a package, lower-cased; `namespace` is empty when there is none. */
export interface PurlName {
  readonly type: string;
  readonly namespace: string;
  readonly name: string;
}

// Nothing to decode but the `%40` that opens an npm scope, and no `@` or `/` in the version.
const PLAIN =
  /^pkg:([a-z][a-z0-9.+-]*)\/((?:(?:%40)?[\w.~+-]+\/)*)([\w.~+-]+)(?:@[^?#@/%\s]*)?(?:[?#]\S*)?$/;

function named(type: string, namespace: string, name: string): PurlName {
  const lower = name.toLowerCase();
  return {
    type,
    namespace: namespace.toLowerCase(),
    // purl-spec, PURL-TYPES: pypi names treat "_" as "-", pub names "-" as "_".
    name:
      type === 'pypi'
        ? lower.replaceAll('_', '-')
        : type === 'pub'
          ? lower.replaceAll('-', '_')
          : lower,
  };
}

/** The fast path: a package URL without percent-encoding, or undefined when it is not plain. */
export function parsePlainPurl(text: string): PurlName | undefined {
  const parts = PLAIN.exec(text);
  if (parts === null) return undefined;
  const [, type = '', path = '', name = ''] = parts;
  const namespace = path.slice(0, -1);
  return named(type, namespace.includes('%') ? namespace.replaceAll('%40', '@') : namespace, name);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Damaged encoding: the raw text may still name a watched namespace, so it is kept.
    return part;
  }
}

/** Reads what the library refuses, so that a damaged package URL is still looked at. */
function parseDamagedPurl(text: string): PurlName | undefined {
  const head = /^\s*pkg:\/*([^/?#\s]+)\/([^?#]+)/i.exec(text);
  if (head === null) return undefined;
  const [, type = '', rest = ''] = head;
  const at = rest.lastIndexOf('@');
  const path = at > 0 && rest[at - 1] !== '/' ? rest.slice(0, at) : rest;
  const segments = path.split('/').filter((segment) => segment !== '');
  const name = segments.pop();
  if (name === undefined) return undefined;
  return named(type.toLowerCase(), segments.map(decoded).join('/'), decoded(name).trim());
}

/** Reads a package URL; undefined when it is none. Never throws. */
export function parsePurl(text: string): PurlName | undefined {
  const plain = parsePlainPurl(text);
  if (plain !== undefined) return plain;
  if (!/^\s*pkg:/i.test(text)) return undefined;
  try {
    const { type, namespace, name } = PackageURL.fromString(text);
    return named(type ?? '', namespace ?? '', name ?? '');
  } catch {
    return parseDamagedPurl(text);
  }
}

/** The name in a package URL, or undefined when the text is none. */
export function purlName(text: string): string | undefined {
  return parsePurl(text)?.name;
}

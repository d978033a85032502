import type { Hit } from './catalog.ts';
import { parsePurl, type PurlName } from './parse-purl.ts';

const NONE: readonly Hit[] = [];

interface TypeIndex {
  readonly packages: Map<string, Hit[]>;
  readonly namespaces: Map<string, Hit[]>;
  /** What separates the parts of a namespace: Maven groups use dots. */
  readonly separator: string;
}

function push(map: Map<string, Hit[]>, key: string, hit: Hit): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [hit]);
  else known.push(hit);
}

function fullName({ namespace, name }: PurlName): string {
  return namespace === '' ? name : `${namespace}/${name}`;
}

/** Signs by package URL: the package itself, or the namespace it lies under. */
export class PurlIndex {
  readonly #types = new Map<string, TypeIndex>();

  add(value: string, isNamespace: boolean, hit: Hit): void {
    const purl = parsePurl(value);
    if (purl === undefined) return;
    const known = this.#types.get(purl.type);
    const index = known ?? {
      packages: new Map<string, Hit[]>(),
      namespaces: new Map<string, Hit[]>(),
      separator: purl.type === 'maven' ? '.' : '/',
    };
    this.#types.set(purl.type, index);
    push(isNamespace ? index.namespaces : index.packages, fullName(purl), hit);
  }

  lookUp(text: string): readonly Hit[] {
    // Most package URLs are of types no sign speaks of; they are not worth parsing.
    if (text.startsWith('pkg:')) {
      const slash = text.indexOf('/', 4);
      const type = slash === -1 ? text.slice(4) : text.slice(4, slash);
      if (type !== '' && !this.#types.has(type) && !this.#types.has(type.toLowerCase())) {
        return NONE;
      }
    }
    const purl = parsePurl(text);
    const index = purl && this.#types.get(purl.type);
    return purl === undefined || index === undefined ? NONE : find(index, purl);
  }
}

function find(index: TypeIndex, purl: PurlName): readonly Hit[] {
  const found: Hit[] = [];
  const exact = index.packages.get(fullName(purl));
  if (exact !== undefined) found.push(...exact);
  let { namespace } = purl;
  while (namespace !== '') {
    const hits = index.namespaces.get(namespace);
    // The narrowest namespace says most; the wider ones around it add nothing.
    if (hits !== undefined) {
      found.push(...hits);
      break;
    }
    const cut = namespace.lastIndexOf(index.separator);
    namespace = cut === -1 ? '' : namespace.slice(0, cut);
  }
  return found;
}

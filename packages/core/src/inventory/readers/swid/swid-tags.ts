import { lostProblem, noteProblem } from '../../input/index.ts';
import type { XmlHandler, XmlTag } from '../../input/xml/index.ts';
import type { ReadItem } from '../../reader.ts';
import { addFile, type RecordMaker } from '../field/index.ts';

// XML Signature 4.1; XML Encryption 5.7.2: the namespace the digest of a file is written in.
const SIGNATURE_NAMESPACE = 'http://www.w3.org/2000/09/xmldsig#';
const SHA256_NAMESPACE = 'http://www.w3.org/2001/04/xmlenc#sha256';

/** ISO/IEC 19770-2:2015 6.1.5.2: roles of who made the software and who passed it on. */
const MAKER_ROLE = 'softwareCreator';
const SUPPLIER_ROLES: ReadonlySet<string> = new Set(['distributor', 'licensor', 'aggregator']);

/** XML Schema 3.2.2.1: the texts of true. */
const TRUE: ReadonlySet<string> = new Set(['true', '1']);

const ENTITIES_MAX = 1_000;

interface Entity {
  readonly name: string | undefined;
  readonly roles: readonly string[];
}

/** A tag that is open. */
interface OpenTag {
  readonly pointer: string;
  readonly name: string | undefined;
  readonly version: string | undefined;
  /** A tag of media to install from does not say that it was installed. */
  readonly isInstalled: boolean;
  readonly entities: Entity[];
  readonly products: string[];
  readonly depth: number;
}

/** Makes a record of each tag and of each file it lists. */
export class SwidTags implements XmlHandler<ReadItem> {
  #made: ReadItem[] = [];
  readonly #maker: RecordMaker;
  #depth = 0;
  #isFullNoted = false;
  #open: OpenTag | undefined;

  constructor(maker: RecordMaker) {
    this.#maker = maker;
  }

  open(tag: XmlTag): void {
    this.#depth += 1;
    if (tag.name === 'Signature' && tag.namespace === SIGNATURE_NAMESPACE) {
      const message = 'the tag carries a signature, which was not verified';
      this.#made.push(noteProblem('signature-not-verified', message, tag.pointer()));
      return;
    }
    if (this.#open === undefined) {
      if (tag.name === 'SoftwareIdentity') this.#open = openTag(tag, this.#depth);
      return;
    }
    this.#openInside(this.#open, tag);
  }

  text(): void {
    // Everything a tag says stands in attributes.
  }

  close(): void {
    const open = this.#open;
    if (open !== undefined && open.depth === this.#depth) {
      this.#open = undefined;
      this.#made.push(this.#recordOf(open));
    }
    this.#depth -= 1;
  }

  take(): readonly ReadItem[] {
    const made = this.#made;
    if (made.length > 0) this.#made = [];
    return made;
  }

  #openInside(open: OpenTag, tag: XmlTag): void {
    switch (tag.name) {
      case 'Entity':
        this.#keep(open.entities, entityOf(tag), tag);
        break;
      case 'Meta': {
        const product = tag.attribute('product');
        if (product !== undefined) this.#keep(open.products, product, tag);
        break;
      }
      case 'File':
        this.#file(open, tag);
        break;
      default:
    }
  }

  /** A tag has a handful of entities; where there are too many, the first one left out is told. */
  #keep<T>(list: T[], value: T, tag: XmlTag): void {
    if (list.length < ENTITIES_MAX) {
      list.push(value);
      return;
    }
    if (this.#isFullNoted) return;
    this.#isFullNoted = true;
    const message = `a tag has more than ${ENTITIES_MAX} entities; the rest was left out`;
    this.#made.push(lostProblem('state-limit', message, tag.pointer()));
  }

  #file({ isInstalled }: OpenTag, tag: XmlTag): void {
    const name = tag.attribute('name');
    if (name === undefined || name === '') {
      this.#made.push(lostProblem('schema', 'a file has no `name`', tag.pointer()));
      return;
    }
    const location = tag.attribute('location');
    const isNear = location === undefined || location === '' || location === '.';
    addFile(this.#maker, isNear ? name : `${location}/${name}`, '/@name');
    this.#maker.add('file_sha256', tag.attributeIn(SHA256_NAMESPACE, 'hash'), '/@SHA256:hash');
    this.#made.push(
      this.#maker.component({
        pointer: tag.pointer(),
        name,
        version: tag.attribute('version'),
        presence: isInstalled ? 'installed' : 'present-in-build',
        supporting: true,
      }),
    );
  }

  #recordOf({ pointer, name, version, isInstalled, entities, products }: OpenTag): ReadItem {
    if (name === undefined || name === '') {
      return lostProblem('schema', 'a tag has no `name`', pointer);
    }
    const maker = this.#maker;
    maker.add('name', name, '/@name');
    for (const product of products) maker.addOnce('name', product, '/Meta/@product');
    for (const [index, entity] of entities.entries()) {
      const at = `/Entity[${index + 1}]/@name`;
      if (entity.roles.includes(MAKER_ROLE)) maker.add('manufacturer', entity.name, at);
      else if (entity.roles.some((role) => SUPPLIER_ROLES.has(role))) {
        maker.add('supplier', entity.name, at);
      }
    }
    const presence = isInstalled ? 'installed' : 'present-in-build';
    return maker.component({ pointer, name, version, presence, supporting: false });
  }
}

function entityOf(tag: XmlTag): Entity {
  return { name: tag.attribute('name'), roles: (tag.attribute('role') ?? '').split(/\s+/) };
}

function openTag(tag: XmlTag, depth: number): OpenTag {
  return {
    pointer: tag.pointer(),
    name: tag.attribute('name'),
    version: tag.attribute('version'),
    isInstalled: !TRUE.has(tag.attribute('corpus') ?? ''),
    entities: [],
    products: [],
    depth,
  };
}

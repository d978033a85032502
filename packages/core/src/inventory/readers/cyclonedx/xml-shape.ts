import type { PlaceKind } from './walk-places.ts';

/**
 * How an element of the XML form becomes a part of the object the JSON form has in its place,
 * so that both are read by the same code. Elements that no shape names are passed over.
 */
export interface Shape {
  /**
   * `text`: the text of the element. `object`: its attributes and elements. `list`: its
   * elements in order. `inside`: like an object, written into the one around it.
   */
  readonly kind: 'text' | 'object' | 'list' | 'inside';
  /** Attributes that are kept, under their own name. */
  readonly attributes?: readonly string[];
  /** Key the text of an object is kept under. */
  readonly textKey?: string;
  readonly children?: ReadonlyMap<string, Child>;
  /** What the element is, when it is a place of its own. */
  readonly place?: PlaceKind;
  /** Something is said about the element, so its place is kept. */
  readonly isPointed?: boolean;
}

/** An element below another one. */
export interface Child {
  readonly key: string;
  readonly shape: Shape;
  /** The element may stand several times and becomes a list without one around it. */
  readonly repeats?: boolean;
}

const TEXT: Shape = { kind: 'text' };

function texts(...names: readonly string[]): readonly (readonly [string, Child])[] {
  return names.map((name) => [name, { key: name, shape: TEXT }]);
}

function child(key: string, shape: Shape): readonly [string, Child] {
  return [key, { key, shape }];
}

function object(...children: readonly (readonly [string, Child])[]): Shape {
  return { kind: 'object', children: new Map(children) };
}

/** A list element and what each of its elements is; the key does not count in a list. */
function list(name: string, shape: Shape): Shape {
  return { kind: 'list', children: new Map([[name, { key: name, shape }]]) };
}

const ORGANIZATION = object(...texts('name'));
const HASHES = list('hash', { kind: 'object', attributes: ['alg'], textKey: 'content' });
const REFERENCES = list('reference', { kind: 'object', attributes: ['type'] });

const EVIDENCE = object(
  [
    'identity',
    { key: 'identity', shape: object(...texts('field', 'concludedValue')), repeats: true },
  ],
  child('occurrences', list('occurrence', object(...texts('location')))),
);

// 1.2 has classifications in the list, later ones dataflows that hold one each.
const CLASSIFICATION = { attributes: ['flow'], textKey: 'classification' } as const;
const DATA: Shape = {
  kind: 'list',
  children: new Map([
    child('classification', { kind: 'object', ...CLASSIFICATION }),
    child('dataflow', object(child('classification', { kind: 'inside', ...CLASSIFICATION }))),
  ]),
};

const componentChildren = new Map<string, Child>();
const serviceChildren = new Map<string, Child>();

const COMPONENT: Shape = {
  kind: 'object',
  place: 'component',
  attributes: ['type', 'bom-ref'],
  children: componentChildren,
};
const SERVICE: Shape = {
  kind: 'object',
  place: 'service',
  attributes: ['bom-ref'],
  children: serviceChildren,
};
const COMPONENTS = list('component', COMPONENT);
const SERVICES = list('service', SERVICE);

for (const [name, one] of [
  ...texts('publisher', 'group', 'name', 'version', 'author', 'purl', 'cpe'),
  child('supplier', ORGANIZATION),
  child('manufacturer', ORGANIZATION),
  child('authors', list('author', ORGANIZATION)),
  child('swid', { kind: 'object', attributes: ['tagId', 'name'] }),
  child('hashes', HASHES),
  child('externalReferences', REFERENCES),
  child('evidence', EVIDENCE),
  child('components', COMPONENTS),
  // What a component was made from is in it, changed; its descendants and variants are not.
  child('pedigree', object(child('ancestors', COMPONENTS))),
]) {
  componentChildren.set(name, one);
}

for (const [name, one] of [
  ...texts('group', 'name', 'version'),
  child('provider', ORGANIZATION),
  child('endpoints', list('endpoint', TEXT)),
  child('data', DATA),
  child('externalReferences', REFERENCES),
  child('services', SERVICES),
]) {
  serviceChildren.set(name, one);
}

const TOOLS: Shape = {
  kind: 'object',
  children: new Map<string, Child>([
    [
      'tool',
      {
        key: 'tool',
        shape: {
          ...object(...texts('vendor', 'name', 'version'), child('hashes', HASHES)),
          place: 'tool',
        },
      },
    ],
    child('components', COMPONENTS),
    child('services', SERVICES),
  ]),
};

/** The root element. */
export const BOM: Shape = object(
  child(
    'metadata',
    object(
      child('tools', TOOLS),
      child('component', COMPONENT),
      child('manufacture', ORGANIZATION),
      child('supplier', ORGANIZATION),
    ),
  ),
  child('components', COMPONENTS),
  child('services', SERVICES),
  child('compositions', list('composition', { ...object(...texts('aggregate')), isPointed: true })),
  child('formulation', { kind: 'object', isPointed: true }),
  child(
    'annotations',
    list(
      'annotation',
      object(child('annotator', object(child('component', COMPONENT), child('service', SERVICE)))),
    ),
  ),
  child('vulnerabilities', list('vulnerability', object(child('tools', TOOLS)))),
  child(
    'declarations',
    object(child('targets', object(child('components', COMPONENTS), child('services', SERVICES)))),
  ),
);

import { addAddress, addLabelledFact, EntryMaker, joined } from '../field/index.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  childText,
  elementsAt,
  textOf,
  type XmlElement,
} from '../xml/index.ts';
import { type AdvancedReference, periodOf, periodText } from './advanced-reference.ts';
import { nameProperty, schemaOf } from './entry.ts';
import { scriptCode } from './script.ts';

/** An entry of a `DistinctParty`: everything but the programs, which stand at the end. */
export function makeAdvancedEntry(
  party: XmlElement,
  reference: AdvancedReference,
  list: string,
): EntryMaker {
  const profile = childOf(party, 'Profile');
  const type = reference.text('PartySubType', attributeOf(profile, 'PartySubTypeID'));
  const isPerson = childrenOf(profile ?? party, 'Identity').some((identity) =>
    hasPersonName(identity, reference),
  );
  const schema = schemaOf(type);
  const maker = new EntryMaker(
    list,
    attributeOf(party, 'FixedRef'),
    schema === 'LegalEntity' && isPerson ? 'Person' : schema,
  );
  maker.add('notes', childText(party, 'Comment'), {
    field: 'Comment',
    pointer: `line:${party.line}`,
  });
  for (const identity of childrenOf(profile ?? party, 'Identity')) {
    addNames(maker, identity, reference);
    addDocuments(maker, attributeOf(identity, 'ID'), reference);
  }
  for (const feature of childrenOf(profile ?? party, 'Feature'))
    addFeature(maker, feature, reference);
  return maker;
}

/** Kind of each group of name parts of an identity. */
function partKinds(
  identity: XmlElement,
  reference: AdvancedReference,
): ReadonlyMap<string, string> {
  const groups = elementsAt(identity, 'NamePartGroups', 'MasterNamePartGroup', 'NamePartGroup');
  return new Map(
    groups.map((group) => {
      const kind = reference.text('NamePartType', attributeOf(group, 'NamePartTypeID'));
      return [attributeOf(group, 'ID'), kind] as const;
    }),
  );
}

/** `Unknown` stands for persons among the subtypes of parties; their names have a last name. */
function hasPersonName(identity: XmlElement, reference: AdvancedReference): boolean {
  return [...partKinds(identity, reference).values()].some((kind) => /^last name$/i.test(kind));
}

function addNames(maker: EntryMaker, identity: XmlElement, reference: AdvancedReference): void {
  const kinds = partKinds(identity, reference);
  for (const alias of childrenOf(identity, 'Alias')) {
    const isPrimary = attributeOf(alias, 'Primary') === 'true';
    const kind = reference.text('AliasType', attributeOf(alias, 'AliasTypeID')) || 'A.K.A.';
    const isWeak = attributeOf(alias, 'LowQuality') === 'true';
    const property = nameProperty(isPrimary ? '' : kind, isWeak);
    for (const name of childrenOf(alias, 'DocumentedName')) {
      addName(maker, name, { property, kinds, reference });
    }
  }
}

interface NameContext {
  readonly property: string;
  readonly kinds: ReadonlyMap<string, string>;
  readonly reference: AdvancedReference;
}

/** Parts that stand behind the others in the order a name is spoken. */
const LAST_PARTS = /^(?:last|maiden|matronymic)/i;

function addName(
  maker: EntryMaker,
  name: XmlElement,
  { property, kinds, reference }: NameContext,
): void {
  const before: string[] = [];
  const last: string[] = [];
  let lang: string | undefined;
  for (const value of elementsAt(name, 'DocumentedNamePart', 'NamePartValue')) {
    const kind = kinds.get(attributeOf(value, 'NamePartGroupID')) ?? '';
    (LAST_PARTS.test(kind) ? last : before).push(textOf(value));
    lang = scriptCode(reference.text('Script', attributeOf(value, 'ScriptID')));
  }
  const place = { field: 'DocumentedName', pointer: `line:${name.line}`, lang };
  maker.add(property, [...before, ...last].join(' '), place);
  if (property !== 'name' || last.length === 0) return;
  maker.add('firstName', before.join(' '), place);
  maker.add('lastName', last.join(' '), place);
}

function addDocuments(maker: EntryMaker, identity: string, reference: AdvancedReference): void {
  for (const document of reference.documentsOf(identity)) {
    const { type, number, country, authority, issued, expires, pointer } = document;
    addLabelledFact(maker, {
      label: type,
      value: number,
      country,
      issued,
      expires,
      remark: joined(authority),
      field: 'IDRegDocument',
      pointer,
    });
  }
}

function addFeature(maker: EntryMaker, feature: XmlElement, reference: AdvancedReference): void {
  const label = reference.text('FeatureType', attributeOf(feature, 'FeatureTypeID'));
  for (const version of childrenOf(feature, 'FeatureVersion')) {
    const pointer = `line:${version.line}`;
    const period = periodOf(childOf(version, 'DatePeriod'));
    const values = period === undefined ? [] : [periodText(period)];
    for (const detail of childrenOf(version, 'VersionDetail')) {
      const id = attributeOf(detail, 'DetailReferenceID');
      values.push(textOf(detail) || reference.text('DetailReference', id));
    }
    for (const value of values) {
      if (value === '') continue;
      const remark = joined(childText(version, 'Comment'));
      addLabelledFact(maker, { label, value, remark, field: 'Feature', pointer });
    }
    for (const place of childrenOf(version, 'VersionLocation')) {
      addPlace(maker, label, { id: attributeOf(place, 'LocationID'), pointer, reference });
    }
  }
}

/** A feature that is a place: an address, or a country under the label of the feature. */
function addPlace(
  maker: EntryMaker,
  label: string,
  place: { readonly id: string; readonly pointer: string; readonly reference: AdvancedReference },
): void {
  const location = place.reference.location(place.id);
  if (location === undefined) return;
  const { pointer } = place;
  if (/^location$/i.test(label) || label === '') {
    addAddress(maker, location, { field: 'Location', pointer });
    return;
  }
  const value = [...location.parts, location.country].filter((part) => part !== '').join(', ');
  if (value !== '') addLabelledFact(maker, { label, value, field: 'Feature', pointer });
}

import {
  addAddress,
  addLabelledFact,
  EntryMaker,
  joined,
  parsePartialDate,
} from '../field/index.ts';
import {
  attributeOf,
  childOf,
  childText,
  elementsAt,
  textOf,
  type XmlElement,
} from '../xml/index.ts';
import { nameProperty, schemaOf } from './entry.ts';
import { scriptCode } from './script.ts';

/** The SDN list under its name in the file; every other list is part of the consolidated one. */
const SDN_LIST = 'SDN List';

/** An `entity` of SDN_ENHANCED.XML or of a delta file. */
export function makeEnhancedEntry(element: XmlElement, list: string): EntryMaker {
  const general = childOf(element, 'generalInfo');
  const schema = schemaOf(childText(general, 'entityType'));
  const maker = new EntryMaker(list, attributeOf(element, 'id'), schema);
  addListing(maker, element, list);
  for (const name of elementsAt(element, 'names', 'name')) addName(maker, name);
  const place = { field: 'generalInfo', pointer: `line:${general?.line ?? element.line}` };
  maker.add(schema === 'Person' ? 'position' : 'notes', childText(general, 'title'), place);
  maker.add('notes', childText(general, 'remarks'), place);
  for (const address of elementsAt(element, 'addresses', 'address')) addAddressOf(maker, address);
  for (const feature of elementsAt(element, 'features', 'feature')) addFeature(maker, feature);
  for (const document of elementsAt(element, 'identityDocuments', 'identityDocument')) {
    addDocument(maker, document);
  }
  for (const link of elementsAt(element, 'relationships', 'relationship')) addLink(maker, link);
  return maker;
}

/** Programs, measures, and the day on which each list first had the entry. */
function addListing(maker: EntryMaker, element: XmlElement, list: string): void {
  for (const program of elementsAt(element, 'sanctionsPrograms', 'sanctionsProgram')) {
    maker.addProgram(textOf(program));
  }
  for (const one of elementsAt(element, 'sanctionsLists', 'sanctionsList')) {
    const date = parsePartialDate(attributeOf(one, 'datePublished').slice(0, 10), 'day-first');
    const place = { field: 'sanctionsList', pointer: `line:${one.line}`, detail: textOf(one) };
    maker.add('listingDate', date, place);
    const isOwn = (textOf(one) === SDN_LIST) === list.endsWith('-sdn');
    if (!isOwn || date === undefined) continue;
    if (maker.from === undefined || date < maker.from) maker.from = date;
  }
  for (const type of elementsAt(element, 'sanctionsTypes', 'sanctionsType')) {
    maker.add('provisions', textOf(type), { field: 'sanctionsType', pointer: `line:${type.line}` });
  }
  for (const law of elementsAt(element, 'legalAuthorities', 'legalAuthority')) {
    const place = { field: 'legalAuthority', pointer: `line:${law.line}` };
    maker.add('provisions', textOf(law), { ...place, detail: 'legal authority' });
  }
}

/** A name in each of its scripts. */
function addName(maker: EntryMaker, name: XmlElement): void {
  const isPrimary = childText(name, 'isPrimary') === 'true';
  const kind = isPrimary ? '' : childText(name, 'aliasType') || 'A.K.A.';
  const property = nameProperty(kind, childText(name, 'isLowQuality') === 'true');
  for (const translation of elementsAt(name, 'translations', 'translation')) {
    const first = childText(translation, 'formattedFirstName');
    const last = childText(translation, 'formattedLastName');
    const full = childText(translation, 'formattedFullName');
    const lang = scriptCode(childText(translation, 'script'));
    const place = { field: 'name', pointer: `line:${translation.line}`, lang };
    const value = first === '' ? last || full : `${first} ${last}`;
    maker.add(property, value, { ...place, original: full || value });
    if (property !== 'name' || first === '') continue;
    maker.add('firstName', first, place);
    maker.add('lastName', last, place);
  }
}

function addAddressOf(maker: EntryMaker, address: XmlElement): void {
  const country = childText(address, 'country');
  const translations = elementsAt(address, 'translations', 'translation');
  const pointer = `line:${address.line}`;
  if (translations.length === 0)
    addAddress(maker, { parts: [], country }, { field: 'address', pointer });
  for (const translation of translations) {
    const parts = elementsAt(translation, 'addressParts', 'addressPart').map((part) =>
      childText(part, 'value'),
    );
    const lang = scriptCode(childText(translation, 'script'));
    addAddress(maker, { parts, country }, { field: 'address', pointer, lang });
  }
}

function addFeature(maker: EntryMaker, feature: XmlElement): void {
  const value = childText(feature, 'value');
  const isCirca = textOf(childOf(childOf(feature, 'valueDate') ?? feature, 'isApproximate'));
  const isSaid = /^circa/i.test(value);
  addLabelledFact(maker, {
    label: childText(feature, 'type'),
    value: isCirca === 'true' && !isSaid ? `circa ${value}` : value,
    remark: joined(childText(feature, 'reliability'), childText(feature, 'comments')),
    field: 'feature',
    pointer: `line:${feature.line}`,
  });
}

function addDocument(maker: EntryMaker, document: XmlElement): void {
  const isValid = childText(document, 'isValid') !== 'false';
  addLabelledFact(maker, {
    label: childText(document, 'type'),
    value: childText(document, 'documentNumber'),
    country: childText(document, 'issuingCountry'),
    issued: childText(childOf(document, 'issueDate'), 'fromDateBegin'),
    expires: childText(childOf(document, 'expirationDate'), 'toDateEnd'),
    remark: joined(
      isValid ? undefined : 'not valid',
      childText(document, 'issuingAuthority'),
      childText(document, 'comments'),
    ),
    field: 'identityDocument',
    pointer: `line:${document.line}`,
  });
}

/** Whom an entry owns, acts for or helps: the name, with the kind of link and the number. */
function addLink(maker: EntryMaker, link: XmlElement): void {
  const related = childOf(link, 'relatedEntity');
  const detail = joined(
    childText(link, 'type'),
    attributeOf(related, 'entityId'),
    childText(link, 'comments'),
  );
  const place = { field: 'relationship', pointer: `line:${link.line}`, detail };
  maker.add('unknownLinkTo', textOf(related), place);
}

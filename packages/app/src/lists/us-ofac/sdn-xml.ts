import type { FileHead } from '@interdict/core';
import {
  addAddress,
  addCountry,
  addDate,
  addLabelledFact,
  EntryMaker,
  parsePartialDate,
} from '../field/index.ts';
import { SINGLE_PART, type ListFormat, type ListItem } from '../list-source.ts';
import { lost } from '../problems.ts';
import { childText, elementsAt, readXml, textOf, childOf, type XmlElement } from '../xml/index.ts';
import { nameProperty, schemaOf } from './entry.ts';

/** SDN.XML and CONSOLIDATED.XML, in the namespace of today and in that of before 2023. */
export const ofacXml: ListFormat = {
  format: 'ofac-xml',
  title: 'OFAC SDN.XML or CONSOLIDATED.XML',
  parts: SINGLE_PART,
  recognize: ({ text }: FileHead) => (/<sdnList[\s>]/.test(text) ? 'list' : undefined),
  *read(parts, list) {
    const file = parts.get('list');
    if (file === undefined) return;
    for (const item of readXml(file, { whole: ['publshInformation', 'sdnEntry'] })) {
      if (item.kind === 'problem') yield item;
      else if (item.element.name === 'publshInformation') yield* publication(item.element);
      else yield readEntry(item.element, list, file.name);
    }
  },
};

function* publication(element: XmlElement): Generator<ListItem> {
  const date = parsePartialDate(childText(element, 'Publish_Date'), 'month-first');
  if (date !== undefined) yield { kind: 'published', date };
  const count = Number(childText(element, 'Record_Count'));
  if (Number.isInteger(count)) yield { kind: 'stated-count', count };
}

function readEntry(element: XmlElement, list: string, file: string): ListItem {
  const maker = new EntryMaker(
    list,
    childText(element, 'uid'),
    schemaOf(childText(element, 'sdnType')),
  );
  const pointer = `line:${element.line}`;
  addName(maker, element, 'name', 'lastName');
  for (const program of elementsAt(element, 'programList', 'program'))
    maker.addProgram(textOf(program));
  const title = childText(element, 'title');
  maker.add(maker.schema === 'Person' ? 'position' : 'notes', title, { field: 'title', pointer });
  maker.add('notes', childText(element, 'remarks'), { field: 'remarks', pointer });
  for (const aka of elementsAt(element, 'akaList', 'aka')) {
    const isWeak = childText(aka, 'category') === 'weak';
    addName(maker, aka, nameProperty(childText(aka, 'type'), isWeak), 'aka');
  }
  addDetails(maker, element);
  addVessel(maker, element);
  const entry = maker.finish();
  if (entry !== undefined && maker.key !== '') return { kind: 'entry', entry };
  return lost('list-no-name', 'an sdnEntry has no name or no uid', { file, pointer });
}

function addName(maker: EntryMaker, element: XmlElement, property: string, field: string): void {
  const first = childText(element, 'firstName');
  const last = childText(element, 'lastName');
  const place = { field, pointer: `line:${element.line}` };
  const original = first === '' ? last : `${last}, ${first}`;
  maker.add(property, `${first} ${last}`, { ...place, original });
  if (property !== 'name' || first === '') return;
  maker.add('firstName', first, { ...place, field: 'firstName' });
  maker.add('lastName', last, place);
}

function addDetails(maker: EntryMaker, element: XmlElement): void {
  for (const id of elementsAt(element, 'idList', 'id')) {
    addLabelledFact(maker, {
      label: childText(id, 'idType'),
      value: childText(id, 'idNumber'),
      country: childText(id, 'idCountry'),
      issued: childText(id, 'issueDate'),
      expires: childText(id, 'expirationDate'),
      field: 'id',
      pointer: `line:${id.line}`,
    });
  }
  for (const address of elementsAt(element, 'addressList', 'address')) {
    const names = ['address1', 'address2', 'address3', 'city', 'stateOrProvince', 'postalCode'];
    const parts = names.map((name) => childText(address, name));
    const country = childText(address, 'country');
    addAddress(maker, { parts, country }, { field: 'address', pointer: `line:${address.line}` });
  }
  for (const [group, one, value, property] of [
    ['nationalityList', 'nationality', 'country', 'nationality'],
    ['citizenshipList', 'citizenship', 'country', 'citizenship'],
  ] as const) {
    for (const found of elementsAt(element, group, one)) {
      const place = { field: one, pointer: `line:${found.line}` };
      addCountry(maker, property, childText(found, value), place);
    }
  }
  for (const birth of elementsAt(element, 'dateOfBirthList', 'dateOfBirthItem')) {
    const place = { field: 'dateOfBirth', pointer: `line:${birth.line}` };
    addDate(maker, 'birthDate', childText(birth, 'dateOfBirth'), place);
  }
  for (const birth of elementsAt(element, 'placeOfBirthList', 'placeOfBirthItem')) {
    const place = { field: 'placeOfBirth', pointer: `line:${birth.line}` };
    maker.add('birthPlace', childText(birth, 'placeOfBirth'), place);
  }
}

function addVessel(maker: EntryMaker, element: XmlElement): void {
  const vessel = childOf(element, 'vesselInfo');
  if (vessel === undefined) return;
  const place = { field: 'vesselInfo', pointer: `line:${vessel.line}` };
  maker.add('callSign', childText(vessel, 'callSign'), place);
  maker.add('type', childText(vessel, 'vesselType'), place);
  maker.add('owner', childText(vessel, 'vesselOwner'), place);
  maker.add('tonnage', childText(vessel, 'tonnage'), place);
  maker.add('grossRegisteredTonnage', childText(vessel, 'grossRegisteredTonnage'), place);
  addCountry(maker, 'flag', childText(vessel, 'vesselFlag'), place);
}

import type { FileHead } from '@interdict/core';
import {
  addAddress,
  addCountry,
  addDate,
  addDocument,
  addGender,
  EntryMaker,
  joined,
  parsePartialDate,
  rangeOf,
  splitNames,
} from '../field/index.ts';
import { SINGLE_PART, type ListFormat, type ListItem } from '../list-source.ts';
import { lost } from '../problems.ts';
import {
  attributeOf,
  childrenOf,
  childText,
  elementsAt,
  readXml,
  textOf,
  type XmlElement,
} from '../xml/index.ts';

/** The consolidated list of the Security Council. */
export const unXml: ListFormat = {
  format: 'un-xml',
  title: 'UN Security Council consolidated XML',
  parts: SINGLE_PART,
  recognize: ({ text }: FileHead) => (/<CONSOLIDATED_LIST[\s>]/.test(text) ? 'list' : undefined),
  *read(parts, list) {
    const file = parts.get('list');
    if (file === undefined) return;
    const wishes = { whole: ['INDIVIDUAL', 'ENTITY'], starts: ['CONSOLIDATED_LIST'] };
    for (const item of readXml(file, wishes)) {
      if (item.kind === 'problem') yield item;
      else if (item.kind === 'open') {
        yield { kind: 'published', date: attributeOf(item.element, 'dateGenerated') };
      } else yield readEntry(item.element, list, file.name);
    }
  },
};

function readEntry(element: XmlElement, list: string, file: string): ListItem {
  const isPerson = element.name === 'INDIVIDUAL';
  const key = childText(element, 'REFERENCE_NUMBER') || childText(element, 'DATAID');
  // The Security Council lists companies, groups and ministries alike as entities.
  const maker = new EntryMaker(list, key, isPerson ? 'Person' : 'LegalEntity');
  maker.from = parsePartialDate(childText(element, 'LISTED_ON').slice(0, 10), 'day-first');
  maker.addProgram(childText(element, 'UN_LIST_TYPE'));
  addNames(maker, element);
  for (const child of childrenOf(element)) addChild(maker, child);
  const entry = maker.finish();
  if (entry !== undefined && key !== '') return { kind: 'entry', entry };
  const message = `an ${element.name} has no name or no number`;
  return lost('list-no-name', message, { file, pointer: `line:${element.line}` });
}

const NAME_PARTS = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'] as const;

function addNames(maker: EntryMaker, element: XmlElement): void {
  const pointer = `line:${element.line}`;
  const parts = NAME_PARTS.map((part) => childText(element, part));
  maker.add('name', parts.join(' '), { field: NAME_PARTS[0], pointer });
  const original = childText(element, 'NAME_ORIGINAL_SCRIPT');
  maker.add('name', original, {
    field: 'NAME_ORIGINAL_SCRIPT',
    pointer,
    detail: 'original script',
  });
}

/** Elements with plain text or with VALUE inside, as properties. */
const PLAIN: Readonly<Record<string, string>> = {
  COMMENTS1: 'notes',
  TITLE: 'title',
  DESIGNATION: 'position',
};

function addChild(maker: EntryMaker, child: XmlElement): void {
  const place = { field: child.name, pointer: `line:${child.line}` };
  const plain = Object.hasOwn(PLAIN, child.name) ? PLAIN[child.name] : undefined;
  if (plain !== undefined) {
    for (const text of valuesOf(child)) maker.add(plain, text, place);
    return;
  }
  switch (child.name.replace(/^(?:INDIVIDUAL|ENTITY)_/, '')) {
    case 'GENDER':
      addGender(maker, textOf(child), place);
      return;
    case 'NATIONALITY':
      for (const text of valuesOf(child)) addCountry(maker, 'nationality', text, place);
      return;
    case 'LAST_DAY_UPDATED':
      for (const text of valuesOf(child)) addDate(maker, 'modifiedAt', text, place);
      return;
    case 'ALIAS':
      addAlias(maker, child);
      return;
    case 'ADDRESS':
      addAddressOf(maker, child);
      return;
    case 'DATE_OF_BIRTH':
      addBirth(maker, child);
      return;
    case 'PLACE_OF_BIRTH':
      addBirthPlace(maker, child, ['STREET', 'CITY', 'STATE_PROVINCE'], 'COUNTRY');
      return;
    case 'DOCUMENT':
      addDocumentOf(maker, child);
  }
}

function valuesOf(element: XmlElement): readonly string[] {
  const values = elementsAt(element, 'VALUE');
  return values.length === 0 ? [textOf(element)] : values.map(textOf);
}

function aliasProperty(quality: string): string {
  if (/^low/i.test(quality)) return 'weakAlias';
  return /^f\.?k\.?a/i.test(quality) ? 'previousName' : 'alias';
}

/** An alias element may be empty, and one name may be several with semicolons between. */
function addAlias(maker: EntryMaker, alias: XmlElement): void {
  const property = aliasProperty(childText(alias, 'QUALITY'));
  const text = childText(alias, 'ALIAS_NAME');
  const place = { field: alias.name, pointer: `line:${alias.line}` };
  const note = childText(alias, 'NOTE');
  for (const name of splitNames(text)) {
    maker.add(property, name, { ...place, original: text, detail: joined(note) });
  }
  addDate(maker, 'birthDate', childText(alias, 'DATE_OF_BIRTH'), {
    ...place,
    detail: 'of an alias',
  });
  addBirthPlace(maker, alias, ['CITY_OF_BIRTH'], 'COUNTRY_OF_BIRTH');
}

function addAddressOf(maker: EntryMaker, address: XmlElement): void {
  const parts = ['STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE'].map((name) =>
    childText(address, name),
  );
  const place = { field: address.name, pointer: `line:${address.line}` };
  const detail = joined(childText(address, 'NOTE'));
  addAddress(maker, { parts, country: childText(address, 'COUNTRY') }, { ...place, detail });
}

function addBirth(maker: EntryMaker, birth: XmlElement): void {
  const kind = childText(birth, 'TYPE_OF_DATE');
  const place = { field: birth.name, pointer: `line:${birth.line}` };
  const note = childText(birth, 'NOTE');
  const about = /^approximately$/i.test(kind) ? 'circa' : undefined;
  for (const name of ['DATE', 'YEAR']) {
    const detail = joined(about, note);
    addDate(maker, 'birthDate', childText(birth, name).slice(0, 10), { ...place, detail });
  }
  const [from, to] = [childText(birth, 'FROM_YEAR'), childText(birth, 'TO_YEAR')];
  if (!/^\d{4}$/.test(from) || !/^\d{4}$/.test(to)) return;
  const range = rangeOf(from, to);
  for (const value of range.values) {
    const detail = joined(range.detail, note);
    maker.add('birthDate', value, { ...place, original: `${from} to ${to}`, detail });
  }
}

function addBirthPlace(
  maker: EntryMaker,
  element: XmlElement,
  parts: readonly string[],
  country: string,
): void {
  const place = { field: element.name, pointer: `line:${element.line}` };
  const words = parts.map((name) => childText(element, name)).filter((text) => text !== '');
  const where = childText(element, country);
  maker.add('birthPlace', joinWords([...words, where]), place);
  addCountry(maker, 'birthCountry', where, place);
}

function joinWords(words: readonly string[]): string {
  return words.filter((word) => word !== '').join(', ');
}

function addDocumentOf(maker: EntryMaker, document: XmlElement): void {
  const text = (name: string): string => childText(document, name);
  const kinds = [text('TYPE_OF_DOCUMENT'), text('TYPE_OF_DOCUMENT2')];
  addDocument(
    maker,
    {
      type: joinWords(kinds),
      number: text('NUMBER'),
      country: text('ISSUING_COUNTRY') || text('COUNTRY_OF_ISSUE'),
      issued: text('DATE_OF_ISSUE'),
      remark: joinWords([text('CITY_OF_ISSUE'), text('NOTE')]),
    },
    { field: document.name, pointer: `line:${document.line}` },
  );
}

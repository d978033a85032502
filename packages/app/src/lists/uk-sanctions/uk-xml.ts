import type { FileHead } from '@interdict/core';
import { EntryMaker, parsePartialDate } from '../field/index.ts';
import { SINGLE_PART, type ListFormat, type ListItem } from '../list-source.ts';
import { lost } from '../problems.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  childText,
  elementsAt,
  readXml,
  textOf,
  type XmlElement,
} from '../xml/index.ts';
import {
  addUkAddress,
  addUkDetails,
  addUkName,
  ukNameProperty,
  ukSchema,
  type UkFields,
} from './designation.ts';

/** The UK Sanctions List as XML. */
export const ukXml: ListFormat = {
  format: 'uk-sanctions-xml',
  title: 'UK Sanctions List XML',
  parts: SINGLE_PART,
  recognize: ({ text }: FileHead) =>
    /<Designations[\s>]/.test(text) && text.includes('<UniqueID>') ? 'list' : undefined,
  *read(parts, list) {
    const file = parts.get('list');
    if (file === undefined) return;
    const wishes = { whole: ['Designation', 'DateGenerated'], starts: ['Designations'] };
    for (const item of readXml(file, wishes)) {
      if (item.kind === 'problem') yield item;
      else if (item.kind === 'open') yield* publication(attributeOf(item.element, 'DateGenerated'));
      else if (item.element.name === 'DateGenerated') yield* publication(textOf(item.element));
      else yield readDesignation(item.element, list, file.name);
    }
  },
};

function* publication(text: string): Generator<ListItem> {
  const date = parsePartialDate(text, 'day-first');
  if (date !== undefined) yield { kind: 'published', date };
}

/** Where the fields of one designation stand: the column of the CSV and the path in the XML. */
const PATHS: readonly (readonly [field: string, ...path: readonly string[]])[] = [
  ['Title', 'Titles', 'Title'],
  ['Position', 'IndividualDetails', 'Individual', 'Positions', 'Position'],
  ['Other Information', 'OtherInformation'],
  ['UK Statement of Reasons', 'UKStatementofReasons'],
  ['Phone number', 'PhoneNumbers', 'PhoneNumber'],
  ['Website', 'Websites', 'Website'],
  ['Email address', 'EmailAddresses', 'EmailAddress'],
  ['D.O.B', 'IndividualDetails', 'Individual', 'DOBs', 'DOB'],
  ['Gender', 'IndividualDetails', 'Individual', 'Genders', 'Gender'],
  ['Nationality(/ies)', 'IndividualDetails', 'Individual', 'Nationalities', 'Nationality'],
  ['Town of birth', 'IndividualDetails', 'Individual', 'BirthDetails', 'Location', 'TownOfBirth'],
  [
    'Country of birth',
    'IndividualDetails',
    'Individual',
    'BirthDetails',
    'Location',
    'CountryOfBirth',
  ],
  ['Type of entity', 'EntityDetails', 'Entity', 'TypeOfEntities', 'TypeOfEntity'],
  ['Subsidiaries', 'EntityDetails', 'Entity', 'Subsidiaries', 'Subsidiary'],
  ['Parent company', 'EntityDetails', 'Entity', 'ParentCompanies', 'ParentCompany'],
  [
    'Business registration number (s)',
    'EntityDetails',
    'Entity',
    'BusinessRegistrationNumbers',
    'BusinessRegistrationNumber',
  ],
  ['IMO number', 'ShipDetails', 'Ship', 'IMONumbers', 'IMONumber'],
  [
    'Current owner/operator (s)',
    'ShipDetails',
    'Ship',
    'CurrentOwnerOperators',
    'CurrentOwnerOperator',
  ],
  [
    'Current believed flag of ship',
    'ShipDetails',
    'Ship',
    'CurrentBelievedFlagOfShips',
    'CurrentBelievedFlagOfShip',
  ],
  ['Previous flags', 'ShipDetails', 'Ship', 'PreviousFlags', 'PreviousFlag'],
  ['Type of ship', 'ShipDetails', 'Ship', 'TypeOfShipDetails', 'TypeOfShip'],
  ['Tonnage of ship', 'ShipDetails', 'Ship', 'TonnageOfShipDetails', 'TonnageOfShip'],
  ['Length of ship', 'ShipDetails', 'Ship', 'LengthOfShipDetails', 'LengthOfShip'],
  ['Year Built', 'ShipDetails', 'Ship', 'YearBuiltDetails', 'YearBuilt'],
];

function readDesignation(element: XmlElement, list: string, file: string): ListItem {
  const key = childText(element, 'UniqueID');
  const maker = new EntryMaker(list, key, ukSchema(childText(element, 'IndividualEntityShip')));
  const place = { pointer: `line:${element.line}` };
  maker.from = parsePartialDate(childText(element, 'DateDesignated'), 'day-first');
  const group = childText(element, 'OFSIGroupID');
  if (group !== '') maker.addReference(`uk-ofsi:${group}`);
  const reference = childText(element, 'UNReferenceNumber');
  if (reference !== '') maker.addReference(`un-sc:${reference}`);
  addNames(maker, element);
  addUkDetails(maker, (name) => fixedField(element, name), place);
  for (const [field, ...path] of PATHS) addPath(maker, element, field, path);
  addDocuments(maker, element);
  for (const address of elementsAt(element, 'Addresses', 'Address')) addAddressOf(maker, address);
  const entry = maker.finish();
  if (entry !== undefined && key !== '') return { kind: 'entry', entry };
  return lost('list-no-name', 'a Designation has no name or no UniqueID', { file, ...place });
}

/** Fields there is one of in every designation. */
function fixedField(element: XmlElement, name: string): string {
  switch (name) {
    case 'Regime Name':
      return childText(element, 'RegimeName');
    case 'Sanctions Imposed':
      return childText(element, 'SanctionsImposed') || indicators(element);
    case 'Last Updated':
      return childText(element, 'LastUpdated');
    default:
      return '';
  }
}

/** The measures whose indicator is true. */
function indicators(element: XmlElement): string {
  return childrenOf(childOf(element, 'SanctionsImposedIndicators') ?? element)
    .filter((one) => textOf(one) === 'true')
    .map(({ name }) => name)
    .join('|');
}

function addPath(
  maker: EntryMaker,
  element: XmlElement,
  field: string,
  path: readonly string[],
): void {
  for (const found of elementsAt(element, ...path)) {
    const text = textOf(found);
    const get: UkFields = (name) => (name === field ? text : '');
    addUkDetails(maker, get, { pointer: `line:${found.line}` });
  }
}

function addNames(maker: EntryMaker, element: XmlElement): void {
  for (const name of elementsAt(element, 'Names', 'Name')) {
    const get: UkFields = (field) => childText(name, field.replace(' ', ''));
    const property = ukNameProperty(childText(name, 'NameType'), childText(name, 'AliasStrength'));
    addUkName(maker, property, get, { pointer: `line:${name.line}` });
  }
  for (const name of elementsAt(element, 'NonLatinNames', 'NonLatinName')) {
    maker.add('name', childText(name, 'NameNonLatinScript'), {
      field: 'NameNonLatinScript',
      pointer: `line:${name.line}`,
      lang: childText(name, 'NonLatinScriptLanguage') || undefined,
      detail: childText(name, 'NonLatinScriptType') || undefined,
    });
  }
}

function addDocuments(maker: EntryMaker, element: XmlElement): void {
  const [person] = elementsAt(element, 'IndividualDetails', 'Individual');
  if (person === undefined) return;
  for (const [group, one, kind] of [
    ['PassportDetails', 'Passport', 'Passport'],
    ['NationalIdentifierDetails', 'NationalIdentifier', 'National Identifier'],
  ] as const) {
    for (const found of elementsAt(person, group, one)) {
      const get: UkFields = (field) => {
        if (field === `${kind} number`) return childText(found, `${one}Number`);
        const isMore = field === `${kind} additional information`;
        return isMore ? childText(found, `${one}AdditionalInformation`) : '';
      };
      addUkDetails(maker, get, { pointer: `line:${found.line}` });
    }
  }
}

function addAddressOf(maker: EntryMaker, address: XmlElement): void {
  const get: UkFields = (field) => childText(address, field.replaceAll(' ', ''));
  addUkAddress(maker, get, { pointer: `line:${address.line}` });
}

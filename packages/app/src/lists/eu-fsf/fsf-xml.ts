import type { FileHead } from '@interdict/core';
import type { EntryMaker } from '../field/index.ts';
import { SINGLE_PART, type ListFormat, type ListItem } from '../list-source.ts';
import { lost } from '../problems.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  childText,
  readXml,
  textOf,
  type XmlElement,
} from '../xml/index.ts';
import { addEuChild, type ChildName } from './child.ts';
import { addRegulation, makeEuEntity } from './entity.ts';

/** The Financial Sanctions File, version 1.1 of its schema. */
export const fsfXml: ListFormat = {
  format: 'eu-fsf-xml',
  title: 'EU Financial Sanctions File XML 1.1',
  parts: SINGLE_PART,
  recognize: ({ text }: FileHead) =>
    text.includes('http://eu.europa.ec/fpi/fsd/export') ? 'list' : undefined,
  *read(parts, list) {
    const file = parts.get('list');
    if (file === undefined) return;
    for (const item of readXml(file, { whole: ['sanctionEntity'], starts: ['export'] })) {
      if (item.kind === 'problem') yield item;
      else if (item.kind === 'open') {
        yield { kind: 'published', date: attributeOf(item.element, 'generationDate') };
      } else yield readEntity(item.element, list, file.name);
    }
  },
};

function readEntity(element: XmlElement, list: string, file: string): ListItem {
  const pointer = `line:${element.line}`;
  const subject = childOf(element, 'subjectType');
  const maker = makeEuEntity(list, {
    logicalId: attributeOf(element, 'logicalId'),
    reference: attributeOf(element, 'euReferenceNumber'),
    unitedNationId: attributeOf(element, 'unitedNationId'),
    designationDate: attributeOf(element, 'designationDate'),
    details: attributeOf(element, 'designationDetails'),
    classification: attributeOf(subject, 'classificationCode'),
    pointer,
  });
  for (const child of childrenOf(element)) addChild(maker, child);
  const entry = maker.finish();
  if (entry !== undefined && maker.key !== '') return { kind: 'entry', entry };
  return lost('list-no-name', 'a sanctionEntity has no name or no logicalId', { file, pointer });
}

const CHILDREN: ReadonlySet<string> = new Set<ChildName>([
  'nameAlias',
  'address',
  'birthdate',
  'identification',
  'citizenship',
]);

function isChildName(name: string): name is ChildName {
  return CHILDREN.has(name);
}

function addChild(maker: EntryMaker, child: XmlElement): void {
  const { name, line } = child;
  const pointer = `line:${line}`;
  const get = (attribute: string): string => attributeOf(child, attribute).trim();
  if (isChildName(name)) {
    const published = attributeOf(childOf(child, 'regulationSummary'), 'publicationDate');
    const contacts = childrenOf(child, 'contactInfo').map(
      (one) => [attributeOf(one, 'key'), attributeOf(one, 'value')] as const,
    );
    const remark = childText(child, 'remark');
    addEuChild(maker, { name, get, pointer, remark, published, contacts });
  } else if (name === 'remark') {
    maker.add('notes', textOf(child), { field: 'remark', pointer });
  } else if (name === 'regulation') {
    addRegulation(maker, {
      programme: get('programme'),
      title: get('numberTitle'),
      published: get('publicationDate'),
      inForce: get('entryIntoForceDate'),
      url: childText(child, 'publicationUrl'),
      pointer,
    });
  }
}

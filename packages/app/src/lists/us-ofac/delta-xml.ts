import type { FileHead } from '@interdict/core';
import { SINGLE_PART, type ListFormat, type ListItem } from '../list-source.ts';
import { lost, noted } from '../problems.ts';
import { attributeOf, childrenOf, childText, readXml, type XmlElement } from '../xml/index.ts';
import { makeEnhancedEntry } from './enhanced-entity.ts';

/**
 * A delta file of OFAC: entities that were added, modified or removed, with the elements of the
 * ENHANCED format. How it marks what changed inside a modified entity is not described, so
 * nothing is taken away from one unless an element says it is removed: a name too many is found
 * by a person, a name too few by nobody.
 */
export const ofacDelta: ListFormat = {
  format: 'ofac-delta-xml',
  title: 'OFAC delta file',
  parts: SINGLE_PART,
  isDelta: true,
  recognize: ({ text }: FileHead) => (text.includes('/ofac/DeltaFile/') ? 'list' : undefined),
  *read(parts, list) {
    const file = parts.get('list');
    if (file === undefined) return;
    for (const item of readXml(file, { whole: ['publicationInfo', 'entity'] })) {
      if (item.kind === 'problem') yield item;
      else if (item.element.name === 'publicationInfo') {
        yield { kind: 'published', date: childText(item.element, 'datePublished') };
      } else yield* readEntity(item.element, list, file.name);
    }
  },
};

function* readEntity(element: XmlElement, list: string, file: string): Generator<ListItem> {
  const place = { file, pointer: `line:${element.line}` };
  const id = attributeOf(element, 'id');
  const action = attributeOf(element, 'action').toLowerCase();
  if (id === '') {
    yield lost('list-no-name', 'an entity has no id', place);
  } else if (action === 'remove') {
    yield { kind: 'removed', id: `${list}:${id}` };
  } else if (action === 'add') {
    const entry = makeEnhancedEntry(element, list).finish();
    if (entry !== undefined) yield { kind: 'entry', entry };
    else yield lost('list-no-name', `entity ${id} has no name`, place);
  } else if (action === 'modify') {
    const entry = makeEnhancedEntry(withoutAction(element, 'remove'), list).finishUnnamed();
    const { statements: dropped } = makeEnhancedEntry(
      onlyAction(element, 'remove'),
      list,
    ).finishUnnamed();
    yield { kind: 'changed', entry, dropped };
    yield noted('list-partial-change', `entity ${id} keeps what the delta does not remove`, place);
  } else {
    yield lost('list-syntax', `\`${action}\` is no action of a delta`, place);
  }
}

type Content = XmlElement['content'];

/** The element without the parts under it that carry an action. */
function withoutAction(element: XmlElement, action: string): XmlElement {
  const content: Content = element.content
    .filter((part) => typeof part === 'string' || !carries(part, action))
    .map((part) => (typeof part === 'string' ? part : withoutAction(part, action)));
  return { ...element, content };
}

/** The element with only the parts under it that carry an action, and the way to them. */
function onlyAction(element: XmlElement, action: string): XmlElement {
  const content: Content = childrenOf(element)
    .map((part) => (carries(part, action) ? part : onlyAction(part, action)))
    .filter((part) => carries(part, action) || part.content.length > 0);
  return { ...element, content };
}

function carries(element: XmlElement, action: string): boolean {
  return attributeOf(element, 'action').toLowerCase() === action;
}

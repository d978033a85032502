import type { FileHead } from '@interdict/core';
import { SINGLE_PART, type ListFormat, type ListItem } from '../list-source.ts';
import { lost } from '../problems.ts';
import { childText, elementsAt, readXml, textOf, type XmlElement } from '../xml/index.ts';
import { makeEnhancedEntry } from './enhanced-entity.ts';

const NAMESPACE = '/exports/ENHANCED_XML';

/** Ids of lists by the name OFAC filters an export with. */
const LISTS: Readonly<Record<string, string>> = {
  'SDN List': 'us-ofac-sdn',
  'Consolidated List': 'us-ofac-cons',
};

/**
 * SDN_ENHANCED.XML and CONS_ENHANCED.XML: names with their scripts, the day each list first had
 * an entry, links between entries. An export of some programs only looks the same and is no list.
 */
export const ofacEnhanced: ListFormat = {
  format: 'ofac-enhanced-xml',
  title: 'OFAC SDN_ENHANCED.XML or CONS_ENHANCED.XML',
  parts: SINGLE_PART,
  recognize: ({ text }: FileHead) =>
    /<sanctionsData[\s>]/.test(text) && text.includes(NAMESPACE) ? 'list' : undefined,
  listOf: ({ text }: FileHead) => {
    const [, filters = ''] = /<filters>([\s\S]*?)<\/filters>/.exec(text) ?? [];
    const names = [...filters.matchAll(/<sanctionsList [^>]*>([^<]*)</g)].map(([, name]) => name);
    const [only = ''] = names;
    return names.length === 1 && Object.hasOwn(LISTS, only) ? LISTS[only] : undefined;
  },
  *read(parts, list) {
    const file = parts.get('list');
    if (file === undefined) return;
    for (const item of readXml(file, { whole: ['publicationInfo', 'entity'] })) {
      if (item.kind === 'problem') yield item;
      else if (item.element.name === 'entity') yield readEntity(item.element, list, file.name);
      else yield* publication(item.element, file.name);
    }
  },
};

function* publication(element: XmlElement, file: string): Generator<ListItem> {
  yield { kind: 'published', date: childText(element, 'dataAsOf') };
  const programs = elementsAt(element, 'filters', 'sanctionsPrograms', 'sanctionsProgram');
  if (programs.length === 0) return;
  const names = programs.map(textOf).join(', ');
  const message = `the export holds only entries of ${names}; get the whole list`;
  yield lost('list-part-missing', message, { file, pointer: `line:${element.line}` });
}

function readEntity(element: XmlElement, list: string, file: string): ListItem {
  const maker = makeEnhancedEntry(element, list);
  const entry = maker.finish();
  if (entry !== undefined && maker.key !== '') return { kind: 'entry', entry };
  const place = { file, pointer: `line:${element.line}` };
  return lost('list-no-name', 'an entity has no name or no id', place);
}

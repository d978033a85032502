import {
  listOf,
  objectOf,
  textOf,
  type JsonDocument,
  type JsonObject,
} from '../../input/json/index.ts';

const DOCUMENT_ID = 'SPDXRef-DOCUMENT';

/**
 * Ids of what the document describes: `documentDescribes` of 2.2, or relationships of either
 * direction. Undefined when the document breaks off before it has said so.
 */
export function describedIds(
  document: JsonDocument,
  bom: JsonObject,
): ReadonlySet<string> | undefined {
  const { documentDescribes, relationships } = bom;
  const lists = [documentDescribes, relationships].filter(Array.isArray);
  if (!document.isWhole && !lists.every((list) => document.isComplete(list))) return undefined;
  const ids = new Set<string>();
  for (const id of listOf(documentDescribes)) if (typeof id === 'string') ids.add(id);
  for (const one of listOf(relationships)) {
    const relationship = objectOf(one);
    const from = textOf(relationship?.['spdxElementId']);
    const to = textOf(relationship?.['relatedSpdxElement']);
    switch (relationship?.['relationshipType']) {
      case 'DESCRIBES':
        if (from === DOCUMENT_ID && to !== undefined) ids.add(to);
        break;
      case 'DESCRIBED_BY':
        if (to === DOCUMENT_ID && from !== undefined) ids.add(from);
        break;
      default:
    }
  }
  return ids;
}

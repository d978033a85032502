import { PartyGroupSchema, type PartyGroup } from '../../model/index.ts';
import { checkSchema } from '../../document/index.ts';
import {
  lintEdgeShape,
  lintPartyFile,
  lintPartyReferences,
  type PartyRegister,
} from '../lint/index.ts';
import { resolveEdges } from '../resolve-edges.ts';
import type { PlacedDocument, ProblemSink } from './documents.ts';

/** Reads and lints files of parties against those that `register` knows already. */
export function readGroups(
  documents: readonly PlacedDocument[],
  register: PartyRegister,
  sink: ProblemSink,
): PartyGroup[] {
  const read: { document: PlacedDocument; group: PartyGroup }[] = [];
  for (const document of documents) {
    const edges = lintEdgeShape(document.value);
    const shape = edges.length > 0 ? edges : checkSchema(PartyGroupSchema, document.value);
    sink.add(document, shape);
    if (shape.length > 0) continue;
    // Parties have no zone of their own: an edge of a listing must carry one.
    const resolved = resolveEdges(document.value as PartyGroup, undefined);
    const group = resolved.document;
    sink.add(document, resolved.problems);
    sink.add(document, lintPartyFile(group));
    sink.add(document, register.add(group, sink.placeOfId));
    sink.record('group', group.group.id, document, ['group', 'id']);
    group.parties.forEach(({ id }, index) => {
      sink.record('party', id, document, ['parties', index, 'id']);
    });
    read.push({ document, group });
  }
  for (const { document, group } of read) {
    sink.add(document, lintPartyReferences(group, register));
  }
  return read.map(({ group }) => group);
}

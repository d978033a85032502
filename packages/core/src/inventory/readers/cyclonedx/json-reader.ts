import {
  isJsonObject,
  objectOf,
  outlineOf,
  readJson,
  type JsonDocument,
  type JsonObject,
} from '../../input/json/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { RecordMaker } from '../field/index.ts';
import { checkDocument } from './check-document.ts';
import { parentOf, PlaceReader } from './place-reader.ts';
import { walkPlaces } from './walk-places.ts';

/** CycloneDX bills of materials in JSON, 1.2 to 1.7. */
export const cyclonedxJson: Reader = {
  format: 'cyclonedx-json',
  title: 'CycloneDX bill of materials (JSON)',
  recognize,
  read,
};

function recognize(head: FileHead): number {
  const { root, members, elementKeys } = outlineOf(head);
  if (root !== 'object') return 0;
  if (members.has('bomFormat')) return 1;
  if (members.get('$schema')?.includes('cyclonedx.org') === true) return 0.9;
  // The head of a large document may hold nothing but components.
  const keys = elementKeys.get('components');
  return keys?.has('type') === true && keys.has('name') ? 0.6 : 0;
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const document = readJson(source);
  yield* document.problems;
  const { bom, specVersion, problems } = checkDocument(document);
  yield* problems;
  if (bom === undefined) return;
  yield* readPlaces(document, bom, { specVersion, maker: new RecordMaker(context) });
}

interface ReadingParts {
  readonly specVersion: string | undefined;
  readonly maker: RecordMaker;
}

function* readPlaces(
  document: JsonDocument,
  bom: JsonObject,
  { specVersion, maker }: ReadingParts,
): Generator<ReadItem> {
  const metadata = objectOf(bom['metadata']);
  const main = objectOf(metadata?.['component']);
  // Where the document breaks off inside what it describes, its name may be cut.
  const isMainCut = main !== undefined && !document.isComplete(main);
  const around = { specVersion, metadata, parent: isMainCut ? undefined : parentOf(main) };
  const reader = new PlaceReader(maker);
  for (const place of walkPlaces(bom)) {
    const { node } = place;
    // The component a document breaks off in is not known well enough.
    if (isJsonObject(node) && !document.isComplete(node)) continue;
    if (isMainCut && place.role === 'part') continue;
    yield* reader.read(place, around);
  }
  yield* reader.finish();
}

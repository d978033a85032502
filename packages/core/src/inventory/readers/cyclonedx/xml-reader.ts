import { isProblem } from '../../input/index.ts';
import { readXml, xmlRootOf } from '../../input/xml/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { RecordMaker } from '../field/index.ts';
import { PlaceReader } from './place-reader.ts';
import { CYCLONEDX_NAMESPACE, XmlPlaces } from './xml-places.ts';

/** CycloneDX bills of materials in XML, 1.0 to 1.7. */
export const cyclonedxXml: Reader = {
  format: 'cyclonedx-xml',
  title: 'CycloneDX bill of materials (XML)',
  recognize,
  read,
};

function recognize(head: FileHead): number {
  const root = xmlRootOf(head);
  if (root?.name !== 'bom') return 0;
  if (root.attributes.includes(CYCLONEDX_NAMESPACE)) return 1;
  // A head that ends before the namespace is one of a damaged or a strange document.
  return /cyclonedx/i.test(root.attributes) ? 0.9 : 0.4;
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const places = new XmlPlaces();
  const reader = new PlaceReader(new RecordMaker(context));
  for (const item of readXml(source, places)) {
    if (isProblem(item)) yield item;
    else yield* reader.read(item.place, item.context);
  }
  places.finish();
  for (const item of places.take()) {
    if (!isProblem(item)) yield* reader.read(item.place, item.context);
  }
  yield* reader.finish();
}

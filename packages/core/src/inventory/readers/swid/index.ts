/**
 * SWID tags (ISO/IEC 19770-2:2015).
 *
 * Main entry: `swid`. Elements are known by their local names, since tags in the field write the
 * namespace in several ways. The maker is the entity with the role `softwareCreator`; who only
 * made the tag is not read.
 */
import { readXml, xmlRootOf } from '../../input/xml/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { RecordMaker } from '../field/index.ts';
import { SwidTags } from './swid-tags.ts';

export const swid: Reader = {
  format: 'swid',
  title: 'SWID tag',
  recognize,
  read,
};

function recognize(head: FileHead): number {
  const root = xmlRootOf(head);
  if (root?.name !== 'SoftwareIdentity') return 0;
  return /19770/.test(root.attributes) ? 1 : 0.8;
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const maker = new RecordMaker(context);
  yield* readXml(source, new SwidTags(maker));
  yield* maker.cutProblems();
}

import { isProblem } from '../../input/index.ts';
import { readXml, xmlRootOf } from '../../input/xml/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { RecordMaker } from '../field/index.ts';
import { rowRecord } from '../rows/index.ts';
import { ScanHandler } from './scan-handler.ts';

/**
 * What `nmap -oX` writes: hardware addresses and what services say of themselves. What nmap
 * guesses by the way a system answers is not read; it names makers without any sign of theirs.
 */
export const nmap: Reader = {
  format: 'nmap',
  title: 'scan by nmap (XML)',
  recognize: (head: FileHead) => (xmlRootOf(head)?.name === 'nmaprun' ? 1 : 0),
  read,
};

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const maker = new RecordMaker(context);
  for (const item of readXml(source, new ScanHandler())) {
    if (isProblem(item)) {
      yield item;
      continue;
    }
    const { row, use, host, pointer, places } = item;
    const record = rowRecord(row, use, { pointer, host, places }, maker);
    if (record !== undefined) yield record;
  }
  yield* maker.cutProblems();
}

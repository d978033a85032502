import { LIMITS } from '../../../limits.ts';
import { isProblem, lostProblem, makeHead, peekSource, readLines } from '../../input/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { RecordMaker } from '../field/index.ts';
import { readBlocks } from '../text/index.ts';
import { programOf, programRecord } from './program.ts';

/** Blocks of `Get-Package` as Format-List prints them. */
export const powershellList: Reader = {
  format: 'powershell-list',
  title: 'list of software as PowerShell prints it',
  recognize,
  read,
};

const NAME = /^(DisplayName|Name)\s+: \S/m;
const OTHER = /^(?:ProviderName|Version|DisplayVersion|Publisher|Vendor|IdentifyingNumber)\s+: /m;

function recognize(head: FileHead): number {
  if (head.isBinary || !NAME.test(head.text)) return 0;
  return OTHER.test(head.text) ? 0.7 : 0;
}

const KEPT: ReadonlySet<string> = new Set([
  'Name',
  'DisplayName',
  'Version',
  'DisplayVersion',
  'Publisher',
  'Vendor',
  'IdentifyingNumber',
  'PSComputerName',
]);

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const maker = new RecordMaker(context);
  const peeked = peekSource(source, LIMITS.sniffBytes);
  const firstKey = NAME.exec(makeHead(peeked.head, peeked.isWhole).text)?.[1] ?? 'Name';
  for (const item of readBlocks(readLines(peeked), { firstKey, kept: KEPT })) {
    if (isProblem(item)) {
      yield item;
      continue;
    }
    const { line, fields, cutKey } = item;
    const pointer = `line:${line}`;
    if (cutKey !== undefined) {
      const message = `the file ends without a line break in the block of line ${line}`;
      yield lostProblem('truncated', message, pointer);
    }
    if (cutKey === firstKey) continue;
    const record = programRecord(programOf(pointer, fields), maker);
    yield record ?? lostProblem('row-shape', `the block of line ${line} has no name`, pointer);
  }
  yield* maker.cutProblems();
}

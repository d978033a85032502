import { isProblem, lostProblem, readLines } from '../../input/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { RecordMaker } from '../field/index.ts';
import { readBlocks, type Block } from '../text/index.ts';

/** The blocks `rpm -qai` and `rpm -qi` print. */
export const rpmInfo: Reader = {
  format: 'rpm-info',
  title: 'output of rpm -qai',
  recognize,
  read,
};

const BLOCK = /^Name\s*: \S.*\n(?:[A-Z][A-Za-z ]*: .*\n)*?Release\s*: \S/m;
const BEGINNING = /^Name {8}: \S+/;

function recognize(head: FileHead): number {
  if (head.isBinary) return 0;
  const text = head.text.replaceAll('\r\n', '\n');
  if (BLOCK.test(text)) return 1;
  return head.isWhole && BEGINNING.test(text) ? 0.5 : 0;
}

const SHAPE = {
  firstKey: 'Name',
  kept: new Set(['Name', 'Version', 'Vendor']),
  textKey: 'Description',
};

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const maker = new RecordMaker(context);
  for (const item of readBlocks(readLines(source), SHAPE)) {
    if (isProblem(item)) yield item;
    else yield* recordOf(item, maker);
  }
  yield* maker.cutProblems();
}

function* recordOf({ line, fields, cutKey }: Block, maker: RecordMaker): Generator<ReadItem> {
  const pointer = `line:${line}`;
  if (cutKey !== undefined) {
    const message = `the file ends without a line break in the package of line ${line}`;
    yield lostProblem('truncated', message, pointer);
  }
  const name = fields.get('Name') ?? '';
  if (cutKey === 'Name') return;
  if (name === '') {
    yield lostProblem('row-shape', `the package of line ${line} has no name`, pointer);
    return;
  }
  maker.add('package_name', name, ':Name');
  const vendor = fields.get('Vendor');
  if (vendor !== '(none)' && cutKey !== 'Vendor') maker.add('supplier', vendor, ':Vendor');
  const version = cutKey === 'Version' ? undefined : fields.get('Version');
  yield maker.component({ pointer, name, version, presence: 'installed', supporting: false });
}

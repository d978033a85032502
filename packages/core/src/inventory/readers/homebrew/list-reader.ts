import { isProblem, lostProblem, readWholeLines } from '../../input/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { RecordMaker } from '../field/index.ts';

/** A name and its versions on each line, as `brew list --versions` prints them. */
export const homebrewList: Reader = {
  format: 'homebrew-list',
  title: 'output of brew list --versions',
  recognize,
  read,
};

const LINE = /^([a-z0-9][a-z0-9@+_.-]*)((?: \d[0-9A-Za-z.+_,:-]*)+)$/;
/** A name with letters and a version of several numbers. */
const TELLING = /^\S*[a-z]\S*(?: \S+)* \d+\.\S*$/;
const TELLING_SHARE_MIN = 0.6;
/** Fewer lines of this form may be anything. */
const LINES_MIN = 3;
const LINES_LOOKED_AT = 40;

function recognize(head: FileHead): number {
  if (head.isBinary) return 0;
  const lines = head.text.split(/\r?\n/, LINES_LOOKED_AT + 1);
  lines.pop();
  while (lines.at(-1)?.trim() === '') lines.pop();
  const telling = lines.filter((line) => TELLING.test(line)).length;
  const isList = telling >= LINES_MIN && telling >= lines.length * TELLING_SHARE_MIN;
  return isList && lines.every(isPackageOrDamaged) ? 0.5 : 0;
}

/** The form is so plain that every line has to have it, but for what is no text. */
function isPackageOrDamaged(line: string): boolean {
  return LINE.test(line) || line.includes('\u{fffd}');
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const maker = new RecordMaker(context);
  for (const item of readWholeLines(source)) {
    if (isProblem(item)) {
      yield item;
      continue;
    }
    const { text, number } = item;
    if (text.trim() === '') continue;
    const pointer = `line:${number}`;
    const [, name, versions] = LINE.exec(text) ?? [];
    if (name === undefined || versions === undefined) {
      yield lostProblem('row-shape', `line ${number} is no name with its versions`, pointer);
      continue;
    }
    for (const version of versions.trim().split(' ')) {
      maker.add('name', name, ':name');
      yield maker.component({ pointer, name, version, presence: 'installed', supporting: false });
    }
  }
  yield* maker.cutProblems();
}

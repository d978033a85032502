import type { Presence } from '../../../model/index.ts';
import { isProblem, lostProblem, noteProblem, readLines } from '../../input/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { RecordMaker } from '../field/index.ts';
import { readStanzas, type Stanza } from './stanza.ts';

/**
 * The database of dpkg, `/var/lib/dpkg/status`, and the single stanzas of `status.d` that
 * distroless images keep. The maintainer is who packaged the software and is not read.
 */
export const dpkgStatus: Reader = {
  format: 'dpkg-status',
  title: 'dpkg status file',
  recognize,
  read,
};

const STANZA_START = /^(?:#.*\n)*Package: *\S/;
const STATUS = /^Status: *\S+ +\S+ +\S/m;
const VERSION = /^Version: *\S/m;
/** Fields of lists of packages that can be had, of sources, and of the build. */
const NOT_INSTALLED = /^(?:Filename|MD5sum|SHA256|Build-Depends|Format|Binary|Files):/m;

function recognize(head: FileHead): number {
  const text = head.text.trimStart().replaceAll('\r\n', '\n');
  if (head.isBinary || !STANZA_START.test(text)) return 0;
  const first = text.split('\n\n', 1)[0] ?? '';
  if (STATUS.test(first)) return 1;
  // `status.d` may leave the status out; then nothing may speak for another kind of list.
  return VERSION.test(first) && !NOT_INSTALLED.test(first) ? 0.8 : 0;
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const maker = new RecordMaker(context);
  let absent = 0;
  for (const item of readStanzas(readLines(source))) {
    if (isProblem(item)) {
      yield item;
      continue;
    }
    const presence = presenceOf(item);
    if (presence === 'absent') absent += 1;
    else yield* recordOf(item, presence, maker);
  }
  if (absent > 0) {
    const message = `${absent} packages are known to dpkg and not installed`;
    yield noteProblem('table-not-mapped', message);
  }
  yield* maker.cutProblems();
}

/**
 * dpkg(1), package states: the third word of `Status`. Whatever has unpacked files counts as
 * installed; `config-files` is what a removal leaves behind.
 */
function presenceOf(stanza: Stanza): Presence | 'absent' {
  const status = stanza.fields.get('status');
  if (status === undefined) return stanza.fields.has('filename') ? 'absent' : 'installed';
  switch (status.split(/\s+/)[2]) {
    case 'config-files':
      return 'remnant';
    case 'not-installed':
      return 'absent';
    default:
      return 'installed';
  }
}

function* recordOf(stanza: Stanza, presence: Presence, maker: RecordMaker): Generator<ReadItem> {
  const { fields, line, strayLine, cutField } = stanza;
  const pointer = `line:${line}`;
  const name = fields.get('package') ?? '';
  if (strayLine !== undefined) {
    const message = `line ${strayLine} is no field of a stanza`;
    yield lostProblem('row-shape', message, `line:${strayLine}`);
  }
  if (cutField !== undefined) {
    const message = `the file ends without a line break in the stanza of line ${line}`;
    yield lostProblem('truncated', message, pointer);
  }
  if (name === '' || cutField === 'package') {
    if (cutField === undefined) {
      yield lostProblem('row-shape', `the stanza of line ${line} names no package`, pointer);
    }
    return;
  }
  maker.add('package_name', name, '/Package');
  const version = cutField === 'version' ? undefined : fields.get('version');
  yield maker.component({ pointer, name, version, presence, supporting: false });
}

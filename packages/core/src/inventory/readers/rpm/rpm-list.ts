import { isProblem, lostProblem, readWholeLines } from '../../input/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { RecordMaker } from '../field/index.ts';

/**
 * A package on each line: as `rpm -qa` prints it, or by the query format
 * `%{NAME}\t%{EPOCHNUM}\t%{VERSION}\t%{RELEASE}\t%{ARCH}\t%{VENDOR}\t%{PACKAGER}\t…\n`.
 */
export const rpmList: Reader = {
  format: 'rpm-list',
  title: 'output of rpm -qa',
  recognize,
  read,
};

/** One package. */
interface RpmLine {
  readonly name: string;
  readonly version: string;
  readonly vendor?: string;
}

// rpm(8): name-version-release.arch; keys that sign packages have no architecture.
const ARCHITECTURE =
  'noarch|x86_64|i[3-6]86|aarch64|armv[5-8]\\w*|ppc64(?:le)?|ppc|s390x?|riscv64|loongarch64|' +
  'ia64|mips(?:64)?(?:el)?|sparc\\w*|src|\\(none\\)';
const PLAIN = new RegExp(`^(\\S+)-([^-\\s]+)-([^-\\s]+)\\.(?:${ARCHITECTURE})$`);
const KEY = /^(gpg-pubkey)-([0-9a-f]{8,})-[0-9a-f]+(?:\.\(none\))?$/;
const ARCHITECTURES = new RegExp(`^(?:${ARCHITECTURE})$`);
const COLUMNS_MIN = 6;

/** Lines looked at to recognize a list, and the share that has to be packages. */
const LINES_LOOKED_AT = 40;
const SHARE_MIN = 0.7;

function recognize(head: FileHead): number {
  if (head.isBinary) return 0;
  const lines = head.text.split(/\r?\n/, LINES_LOOKED_AT + 1);
  // The last one may be cut by the end of the head.
  if (lines.length > 1) lines.pop();
  const texts = lines.filter((line) => line.trim() !== '');
  const packages = texts.filter((line) => readRpmLine(line) !== undefined).length;
  return packages > 0 && packages >= texts.length * SHARE_MIN ? 0.8 : 0;
}

/** Reads a line in either form; undefined for one that is no package. */
function readRpmLine(line: string): RpmLine | undefined {
  if (line.includes('\t')) return readColumns(line.split('\t'));
  const text = line.trim();
  const [, name, version] = PLAIN.exec(text) ?? KEY.exec(text) ?? [];
  return name === undefined || version === undefined ? undefined : { name, version };
}

function readColumns(columns: readonly string[]): RpmLine | undefined {
  const [name = '', epoch = '', version = '', release = '', architecture = '', vendor] = columns;
  if (columns.length < COLUMNS_MIN || name === '' || version === '' || release === '') {
    return undefined;
  }
  if (!/^(?:\d+|\(none\))$/.test(epoch) || !ARCHITECTURES.test(architecture)) return undefined;
  return vendor === undefined || vendor === '(none)'
    ? { name, version }
    : { name, version, vendor };
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
    const found = readRpmLine(text);
    if (found === undefined) {
      yield lostProblem('row-shape', `line ${number} is no package as rpm prints it`, pointer);
      continue;
    }
    const { name, version, vendor } = found;
    maker.add('package_name', name, ':NAME');
    maker.add('supplier', vendor, ':VENDOR');
    yield maker.component({ pointer, name, version, presence: 'installed', supporting: false });
  }
  yield* maker.cutProblems();
}

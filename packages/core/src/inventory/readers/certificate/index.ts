import { LIMITS } from '../../../limits.ts';
import { decodeBase64, isProblem, lostProblem, peekSource, readLines } from '../../input/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { derNode, readCertificate, type DerCertificate } from '../der/index.ts';
import { RecordMaker } from '../field/index.ts';

/** Certificates in files: DER, and PEM with one or many. Nothing is verified. */
export const certificate: Reader = {
  format: 'certificate',
  title: 'certificates',
  recognize,
  read,
};

const BEGIN = '-----BEGIN CERTIFICATE-----';
const END = '-----END CERTIFICATE-----';
const SEQUENCE = 0x30;

function recognize({ bytes, text, isWhole }: FileHead): number {
  if (new RegExp(`^${BEGIN}\\s*$`, 'm').test(text)) return 0.8;
  if (bytes[0] !== SEQUENCE) return 0;
  if (readCertificate(bytes) !== undefined) return 1;
  // Cut inside: a sequence in a sequence with a version or a serial number says enough.
  const isCut = isWhole && bytes.length > 16 && derNode(bytes, 0, bytes.length) === undefined;
  return isCut && bytes[4] === SEQUENCE && (bytes[8] === 0xa0 || bytes[8] === 0x02) ? 0.6 : 0;
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const making = { context, maker: new RecordMaker(context) };
  const peeked = peekSource(source, LIMITS.sniffBytes);
  if (peeked.head[0] !== SEQUENCE) yield* readPem(peeked, making);
  else yield recordOf(readCertificate(peeked.head), 'byte:0', making);
  yield* making.maker.cutProblems();
}

interface Making {
  readonly context: ReadContext;
  readonly maker: RecordMaker;
}

function recordOf(
  found: DerCertificate | undefined,
  pointer: string,
  { context, maker }: Making,
): ReadItem {
  if (found === undefined) {
    return lostProblem('value', 'the certificate could not be read', pointer);
  }
  const { subject, issuer } = found;
  maker.add('cert.subject', subject.commonName, '/subject');
  maker.add('cert.issuer', issuer.commonName, '/issuer');
  return maker.component({
    pointer,
    name: subject.commonName ?? subject.text,
    presence: context.host === undefined ? 'present-in-build' : 'installed',
    supporting: true,
  });
}

/** Lines of one certificate; the longest there are have some hundred. */
const LINES_MAX = 10_000;

function* readPem(source: ByteSource, making: Making): Generator<ReadItem> {
  let begun: string[] | undefined;
  let begunAt = 0;
  for (const line of readLines(source)) {
    if (isProblem(line)) {
      yield line;
      continue;
    }
    const text = line.text.trim();
    if (text === BEGIN) {
      if (begun !== undefined) yield unfinished(begunAt);
      begun = [];
      begunAt = line.number;
    } else if (text === END && begun !== undefined) {
      const bytes = decodeBase64(begun.join(''));
      yield recordOf(bytes && readCertificate(bytes), `line:${begunAt}`, making);
      begun = undefined;
    } else if (begun !== undefined && begun.length < LINES_MAX) {
      begun.push(text);
    }
  }
  if (begun !== undefined) yield unfinished(begunAt);
}

function unfinished(line: number): ReadItem {
  return lostProblem('truncated', `the certificate of line ${line} has no end`, `line:${line}`);
}

import { Inflate } from 'fflate';
import { LIMITS } from '../../../limits.ts';
import type { ByteSource, FileHead } from '../../reader.ts';
import { joinChunks } from '../byte-source.ts';
import { updateCrc32 } from '../crc32.ts';
import { decodeBytes } from '../decode-text.ts';
import { isProblem, lostProblem, type ReadProblem, type ReportProblem } from '../problem.ts';
import type { Container, Member } from './container.ts';
import type { Expansion } from './expansion.ts';
import { LinkCheck, memberName, quoted } from './member-name.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** Zip archives, by their directory; the whole archive is held, its members are not. */
export const zip: Container = { format: 'zip', recognize, members };

/** Packed bytes inflated at a time; one slice makes at most 8 MB, see `gunzip.ts`. */
const SLICE_BYTES = 8192;
// APPNOTE.TXT 4.4.5
const STORED = 0;
const DEFLATED = 8;

/** The path a link points at is short on every system. */
const LINK_BYTES_MAX = 4096;

function recognize({ bytes }: FileHead): boolean {
  const isMarked = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isMarked && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));
}

function* members(source: ByteSource, expansion: Expansion): Generator<Member | ReadProblem> {
  const bytes = collect(source);
  if (isProblem(bytes)) {
    yield bytes;
    return;
  }
  const directory = readZipDirectory(bytes);
  if (directory.kind === 'fault') {
    yield lostProblem('archive-damaged', directory.message, `byte:${directory.at}`);
    return;
  }
  if (directory.unlistedAt !== undefined) {
    const message = 'the archive holds a member that its directory does not name, and was not read';
    yield lostProblem('archive-damaged', message, `byte:${directory.unlistedAt}`);
  }
  const links = new LinkCheck();
  for (const entry of directory.entries) {
    const name = memberName(entry.name);
    const refusal = typeof name === 'string' ? refusalOf(entry, name) : name;
    if (refusal !== undefined || typeof name !== 'string') {
      if (refusal !== undefined) yield refusal;
      continue;
    }
    const content = bytes.subarray(entry.contentAt, entry.contentAt + entry.packedBytes);
    const open = (report: ReportProblem): ByteSource =>
      expansion.bound(unpack(entry, content, { report, limits: expansion.limits }), report);
    if (entry.isLink) yield* addLink(links, name, open);
    else links.addMember(name);
    const isFolder = entry.name.endsWith('/') && entry.sizeBytes === 0;
    if (!entry.isLink && !isFolder) yield { kind: 'member', name, open };
  }
  yield* links.problems();
}

function refusalOf(entry: ZipEntry, name: string): ReadProblem | undefined {
  if (entry.isEncrypted) {
    const message = `the member ${quoted(name)} is encrypted; unpack it and give what is inside`;
    return lostProblem('member-encrypted', message);
  }
  if (entry.method === STORED || entry.method === DEFLATED) return undefined;
  const message = `the member ${quoted(name)} is packed by method ${entry.method}; unpack it first`;
  return lostProblem('compression-unsupported', message);
}

function collect(source: ByteSource): Uint8Array | ReadProblem {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (const chunk of source.chunks()) {
    size += chunk.length;
    if (size > LIMITS.archiveBytesMax) {
      const message = `the archive is larger than ${LIMITS.archiveBytesMax} bytes; unpack it first`;
      return lostProblem('document-limit', message);
    }
    chunks.push(chunk);
  }
  return joinChunks(chunks);
}

/** The content of a link is the path it points at. */
function* addLink(links: LinkCheck, name: string, open: Member['open']): Generator<ReadProblem> {
  const problems: ReadProblem[] = [];
  const target = linkTarget(open((problem) => problems.push(problem)));
  yield* problems;
  if (target !== undefined) links.addLink(name, target);
  else yield lostProblem('member-refused', `the link ${quoted(name)} is too long`);
}

function linkTarget(source: ByteSource): string | undefined {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (const chunk of source.chunks()) {
    size += chunk.length;
    if (size > LINK_BYTES_MAX) return undefined;
    chunks.push(chunk);
  }
  return decodeBytes(joinChunks(chunks), 'utf-8').text;
}

interface Unpacking {
  readonly report: ReportProblem;
  readonly limits: Expansion['limits'];
}

/** The content of a member; damage and growth beyond the limits are reported and end it. */
function unpack(entry: ZipEntry, content: Uint8Array, { report, limits }: Unpacking): ByteSource {
  return {
    *chunks() {
      let crc = 0;
      let size = 0;
      for (const made of entry.method === STORED ? [content] : inflate(content)) {
        if (isProblem(made)) {
          report(made);
          return;
        }
        crc = updateCrc32(crc, made);
        size += made.length;
        const isBomb =
          size > limits.expandedFreeBytes && size > content.length * limits.expansionRatioMax;
        if (isBomb || size > entry.sizeBytes) {
          report(isBomb ? bomb(content.length, size) : wrong('is longer than'));
          return;
        }
        yield made;
      }
      if (size !== entry.sizeBytes) report(wrong('is shorter than'));
      else if (crc !== entry.crc) report(wrong('does not have the checksum that'));
    },
  };
}

function* inflate(content: Uint8Array): Generator<Uint8Array | ReadProblem> {
  let made: Uint8Array[] = [];
  const inflater = new Inflate((piece) => {
    if (piece.length > 0) made.push(piece);
  });
  for (let at = 0; at < content.length; at += SLICE_BYTES) {
    const slice = content.subarray(at, at + SLICE_BYTES);
    try {
      inflater.push(slice, at + SLICE_BYTES >= content.length);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      yield lostProblem(
        'archive-damaged',
        `the packed data are damaged: ${reason}; get the file again`,
      );
      return;
    }
    yield* made;
    made = [];
  }
}

function bomb(packed: number, size: number): ReadProblem {
  const message = `stopped where ${packed} packed bytes had grown to ${size}, which is too much`;
  return lostProblem('expansion-limit', message, `byte:${size}`);
}

function wrong(how: string): ReadProblem {
  return lostProblem('archive-damaged', `the member ${how} the archive says; get the file again`);
}

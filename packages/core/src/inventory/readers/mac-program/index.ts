import { lostProblem, noteProblem, placedBytes } from '../../input/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { baseName, RecordMaker } from '../field/index.ts';
import { machSlices, readSlice, type MachSlice } from './mach.ts';

/**
 * Programs and libraries of macOS (Mach-O): the identifier and the developer team in their code
 * signature, of every architecture. The signature is not verified here.
 */
export const macProgram: Reader = {
  format: 'mac-program',
  title: 'program or library of macOS',
  recognize: ({ bytes }: FileHead) => (machSlices(bytes) === undefined ? 0 : 1),
  read,
};

/** Head in which the list of architectures stands. */
const HEAD_BYTES = 1024;

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const bytes = placedBytes(source);
  const head = bytes.at(0, HEAD_BYTES) ?? bytes.at(0, 32);
  const slices = head === undefined ? undefined : machSlices(head);
  if (slices === undefined) {
    yield lostProblem('truncated', 'the file ends before the header of the program', 'byte:0');
    return;
  }
  const maker = new RecordMaker(context);
  const read1 = slices.map((offset) => readSlice(bytes, offset));
  yield recordOf(
    read1.filter((slice): slice is MachSlice => slice !== undefined),
    context,
    maker,
  );
  for (const [index, slice] of read1.entries()) {
    if (slice !== undefined) continue;
    const message = 'the load commands or the signature do not lie in the file';
    yield lostProblem('truncated', message, `byte:${slices[index] ?? 0}`);
  }
  if (read1.some((slice) => slice?.identifier !== undefined)) {
    yield noteProblem('signature-not-verified', 'the signature was read and not verified');
  }
  yield* maker.cutProblems();
}

function recordOf(
  slices: readonly MachSlice[],
  context: ReadContext,
  maker: RecordMaker,
): ReadItem {
  const file = baseName(context.file);
  maker.addOnce('file_name', file, '');
  for (const identifier of new Set(slices.flatMap((slice) => slice.identifier ?? []))) {
    maker.addUnverified('bundle_id', identifier, '/identifier');
  }
  for (const team of new Set(slices.flatMap((slice) => slice.team ?? []))) {
    maker.addUnverified('team_id', team, '/team');
  }
  return maker.component({
    pointer: 'byte:0',
    name: file === '' ? (slices[0]?.identifier ?? 'a program') : file,
    presence: context.host === undefined ? 'present-in-build' : 'installed',
    supporting: true,
  });
}

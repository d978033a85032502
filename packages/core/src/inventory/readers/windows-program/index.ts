import { noteProblem, lostProblem, placedBytes } from '../../input/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { signersOf, type Signer } from '../der/index.ts';
import { baseName, fileField, RecordMaker } from '../field/index.ts';
import { readProgram, type Program } from './program.ts';

/**
 * Programs, libraries and drivers of Windows (PE): their version resource and who signed them.
 * A few places of the file are read and no more. Whether a signature holds is not found out
 * here, so that its signer is a strong sign and no proof.
 */
export const windowsProgram: Reader = {
  format: 'windows-program',
  title: 'program, library or driver of Windows',
  recognize,
  read,
};

/** `MZ`, and a place for the header of the program that is not absurd. */
function recognize({ bytes }: FileHead): number {
  if (bytes[0] !== 0x4d || bytes[1] !== 0x5a || bytes.length < 0x40) return 0;
  const at = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(0x3c, true);
  if (at + 4 > bytes.length) return 0;
  return bytes[at] === 0x50 && bytes[at + 1] === 0x45 && bytes[at + 2] === 0 ? 1 : 0;
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const bytes = placedBytes(source);
  const program = readProgram(bytes);
  if (program === undefined) {
    yield lostProblem('truncated', 'the file ends before the header of the program', 'byte:0');
    return;
  }
  const maker = new RecordMaker(context);
  yield recordOf(program, signersOf(program.signatures), { context, maker });
  for (const { code, message, offset } of program.problems) {
    yield lostProblem(code, message, `byte:${offset}`);
  }
  if (program.signatures.length > 0) {
    yield noteProblem('signature-not-verified', 'the signature was read and not verified');
  }
  yield* maker.cutProblems();
}

interface Making {
  readonly context: ReadContext;
  readonly maker: RecordMaker;
}

function recordOf(
  { strings, isDriver }: Program,
  signers: readonly Signer[],
  { context, maker }: Making,
): ReadItem {
  const file = baseName(context.file);
  const product = strings.get('ProductName');
  const original = strings.get('OriginalFilename');
  maker.addOnce(isDriver ? 'driver_file' : fileField(file), file, '');
  maker.addOnce('pe.company', strings.get('CompanyName'), '/CompanyName');
  maker.addOnce('pe.product', product, '/ProductName');
  if (original !== undefined) maker.addOnce(fileField(original), original, '/OriginalFilename');
  for (const [index, { commonName, organization }] of signers.entries()) {
    maker.addUnverified('signer.cn', commonName, `/signer/${index}`);
    maker.addUnverified('signer.o', organization, `/signer/${index}`);
  }
  return maker.component({
    pointer: 'byte:0',
    name: file === '' ? (product ?? original ?? 'a program') : file,
    version: strings.get('ProductVersion') ?? strings.get('FileVersion'),
    // On a host it is there; in a folder of unknown use it is part of what the folder holds.
    presence: context.host === undefined ? 'present-in-build' : 'installed',
    supporting: true,
  });
}

import { bytesOf } from '../../input/read.fixture.ts';

function big(value: number): number[] {
  return [value >>> 24, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff];
}

function little(value: number): number[] {
  return big(value).toReversed();
}

const SIGNATURE_AT = 0x100;

function directory(identifier: string, team: string | undefined): number[] {
  const texts = [...bytesOf(`${identifier}\0`), ...bytesOf(team === undefined ? '' : `${team}\0`)];
  const length = 52 + texts.length;
  const teamAt = team === undefined ? 0 : 52 + identifier.length + 1;
  return [
    ...big(0xfade0c02),
    ...big(length),
    ...big(0x20400),
    ...big(0),
    ...big(0),
    ...big(52),
    ...Array.from({ length: 24 }, () => 0),
    ...big(teamAt),
    ...texts,
  ];
}

/** An architecture made for tests: a header, one load command, and a signature. */
export function madeMach(identifier?: string, team?: string): Uint8Array {
  const blob = identifier === undefined ? [] : directory(identifier, team);
  const signature =
    identifier === undefined
      ? []
      : [...big(0xfade0cc0), ...big(20 + blob.length), ...big(1), ...big(0), ...big(20), ...blob];
  const command =
    identifier === undefined
      ? []
      : [...little(0x1d), ...little(16), ...little(SIGNATURE_AT), ...little(signature.length)];
  const bytes = new Uint8Array(SIGNATURE_AT + signature.length);
  const count = command.length === 0 ? 0 : 1;
  bytes.set([...little(0xfeedfacf), ...little(0x0100000c), ...little(0), ...little(2)], 0);
  bytes.set([...little(count), ...little(command.length)], 16);
  bytes.set(command, 32);
  bytes.set(signature, SIGNATURE_AT);
  return bytes;
}

/** A file of several architectures. */
export function madeFat(...slices: readonly Uint8Array[]): Uint8Array {
  const head: number[] = [...big(0xcafebabe), ...big(slices.length)];
  let offset = 0x200;
  for (const slice of slices) {
    head.push(...big(0x0100000c), ...big(0), ...big(offset), ...big(slice.length), ...big(12));
    offset += slice.length;
  }
  const bytes = new Uint8Array(offset);
  bytes.set(head, 0);
  let at = 0x200;
  for (const slice of slices) {
    bytes.set(slice, at);
    at += slice.length;
  }
  return bytes;
}

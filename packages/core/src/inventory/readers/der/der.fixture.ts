import { bytesOf } from '../../input/read.fixture.ts';

/** A DER value: its tag, its length and what it holds. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = Uint8Array.from(parts.flatMap((part) => [...part]));
  const { length } = content;
  const head =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Uint8Array.from([tag, ...head, ...content]);
}

const COMMON_NAME = Uint8Array.of(0x55, 0x04, 0x03);
const ORGANIZATION = Uint8Array.of(0x55, 0x04, 0x0a);

function attribute(oid: Uint8Array, text: string): Uint8Array {
  return der(0x31, der(0x30, der(0x06, oid), der(0x0c, bytesOf(text))));
}

export function madeName(organization: string, commonName: string): Uint8Array {
  return der(0x30, attribute(ORGANIZATION, organization), attribute(COMMON_NAME, commonName));
}

/** A certificate made for tests: the names are real, key and signature are not there. */
export function madeCertificate(subject: Uint8Array, issuer: Uint8Array, serial = 7): Uint8Array {
  const empty = der(0x30);
  const version = der(0xa0, der(0x02, Uint8Array.of(2)));
  const number = der(0x02, Uint8Array.of(serial));
  return der(
    0x30,
    der(0x30, version, number, empty, issuer, empty, subject, empty),
    empty,
    der(0x03),
  );
}

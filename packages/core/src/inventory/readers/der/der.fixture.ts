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

const SIGNED_DATA = Uint8Array.of(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02);
const DATA = Uint8Array.of(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01);
const NESTED = Uint8Array.of(0x2b, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x02, 0x04, 0x01);

/**
 * A signature made for tests, by a certificate of these names and beside one of somebody else;
 * the signature itself is empty. `nested` stands inside it, as Authenticode does it.
 */
export function madeSignature(
  subject: Uint8Array,
  issuer: Uint8Array,
  nested?: Uint8Array,
): Uint8Array {
  const empty = der(0x30);
  const one = der(0x02, Uint8Array.of(1));
  const serial = der(0x02, Uint8Array.of(9));
  const others = madeCertificate(issuer, issuer, 1);
  const certificates = der(0xa0, others, madeCertificate(subject, issuer, 9));
  const unsigned =
    nested === undefined ? [] : [der(0xa1, der(0x30, der(0x06, NESTED), der(0x31, nested)))];
  const info = der(0x30, one, der(0x30, issuer, serial), empty, empty, der(0x04), ...unsigned);
  const content = der(0x30, der(0x06, DATA));
  const signed = der(0x30, one, der(0x31, empty), content, certificates, der(0x31, info));
  return der(0x30, der(0x06, SIGNED_DATA), der(0xa0, signed));
}

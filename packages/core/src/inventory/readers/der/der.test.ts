import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { der, madeCertificate, madeName, madeSignature } from './der.fixture.ts';
import { LIMITS } from '../../../limits.ts';
import { derNode, derNodes, derOid, derText } from './der-node.ts';
import { readCertificate, signersOf } from './index.ts';

const SUBJECT = madeName('AO Kaspersky Lab', 'Kaspersky, "Root"');
const ISSUER = madeName('Issuer', 'i');

describe('readCertificate', () => {
  it('reads who it is for and who issued it', () => {
    expect(readCertificate(madeCertificate(SUBJECT, ISSUER))).toMatchObject({
      subject: {
        commonName: 'Kaspersky, "Root"',
        organization: 'AO Kaspersky Lab',
        text: String.raw`CN=Kaspersky\, \"Root\",O=AO Kaspersky Lab`,
      },
      issuer: { commonName: 'i', organization: 'Issuer' },
      serial: '07',
    });
  });

  it('reads a name in UTF-16 and one in Latin letters', () => {
    const wide = Uint8Array.from([0x00, 0x4b, 0x00, 0xe9]);
    const narrow = Uint8Array.from([0x4b, 0xe9]);

    expect(derText(wide, { tag: 0x1e, start: 0, from: 0, to: 4 })).toBe('Ké');
    expect(derText(narrow, { tag: 0x14, start: 0, from: 0, to: 2 })).toBe('Ké');
  });

  it('gives nothing for a certificate that is cut anywhere', () => {
    const bytes = madeCertificate(SUBJECT, ISSUER);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(readCertificate(bytes.subarray(0, length))).toBeUndefined();
    }
  });

  it('answers any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        readCertificate(bytes);
        const nodes = derNodes(bytes, { from: 0, to: bytes.length });

        for (const { start, from, to } of nodes) expect(start < from && from <= to).toBe(true);
      }),
    );
  });
});

describe('derNode', () => {
  it.each([
    ['a length without end', [0x30, 0x80, 0, 0]],
    ['a length of five bytes', [0x30, 0x85, 0, 0, 0, 0, 0]],
    ['a length beyond the end', [0x30, 0x05, 0x02, 0x01]],
    ['a tag of several bytes', [0x1f, 0x81, 0x01, 0x00]],
  ])('refuses %s', (_, bytes) => {
    expect(derNode(Uint8Array.from(bytes), 0, bytes.length)).toBeUndefined();
  });

  it('reads an object identifier with an arc of several bytes', () => {
    const bytes = der(
      0x06,
      Uint8Array.from([0x2b, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x02, 0x04, 0x01]),
    );

    expect(derOid(bytes, derNode(bytes, 0, bytes.length))).toBe('1.3.6.1.4.1.311.2.4.1');
  });
});

describe('signersOf', () => {
  it('names who signed, by issuer and serial number, and not who else has a certificate', () => {
    expect(signersOf([madeSignature(SUBJECT, ISSUER)])).toEqual([
      { commonName: 'Kaspersky, "Root"', organization: 'AO Kaspersky Lab' },
    ]);
  });

  it('finds signatures inside signatures, as deep as is allowed and no deeper', () => {
    const names = Array.from({ length: LIMITS.signatureDepthMax + 2 }, (_, index) =>
      madeName('O', `signer ${index}`),
    );
    const nested = names.reduceRight<Uint8Array | undefined>(
      (inner, name) => madeSignature(name, ISSUER, inner),
      undefined,
    );

    const signers = signersOf(nested === undefined ? [] : [nested]);
    expect(signers.map(({ commonName }) => commonName)).toEqual(
      Array.from({ length: LIMITS.signatureDepthMax }, (_, index) => `signer ${index}`),
    );
  });

  it('answers any bytes, and a signature cut anywhere', () => {
    const whole = madeSignature(SUBJECT, ISSUER);
    for (let length = 0; length < whole.length; length += 1) {
      expect(signersOf([whole.subarray(0, length)])).toEqual([]);
    }
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const broken = whole.slice();
        broken[at] = byte;

        expect(signersOf([broken]).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

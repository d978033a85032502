import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { der, madeCertificate, madeName } from './der.fixture.ts';
import { derNode, derNodes, derOid, derText, readCertificate } from './index.ts';

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

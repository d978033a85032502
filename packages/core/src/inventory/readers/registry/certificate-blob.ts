import { readCertificate } from '../der/index.ts';

/** The columns of a certificate. */
export interface CertificateColumns {
  readonly common_name: string;
  readonly subject: string;
  readonly issuer: string;
}

/** The property that is the certificate itself (wincrypt.h, CERT_CERT_PROP_ID). */
const CERTIFICATE = 0x20;
/** Id, a reserved number and a length, of four bytes each. */
const HEAD_BYTES = 12;

/** The names of the certificate in a blob of the registry; undefined when there is none. */
export function certificateOf(blob: Uint8Array): CertificateColumns | undefined {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  let at = 0;
  while (at + HEAD_BYTES <= blob.length) {
    const id = view.getUint32(at, true);
    const length = view.getUint32(at + 8, true);
    const from = at + HEAD_BYTES;
    if (id === CERTIFICATE && from + length <= blob.length) {
      const found = readCertificate(blob.subarray(from, from + length));
      if (found === undefined) return undefined;
      const { subject, issuer } = found;
      return {
        common_name: subject.commonName ?? '',
        subject: subject.text,
        issuer: issuer.text,
      };
    }
    at = from + length;
  }
  return undefined;
}

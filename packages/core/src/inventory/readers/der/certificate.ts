import { DER, derHex, derNode, derNodes, derOid, derText, type DerNode } from './der-node.ts';

/** A distinguished name, as far as signs speak of it. */
interface DerName {
  readonly commonName?: string;
  readonly organization?: string;
  /** All of it, most specific first: `CN=X,O=Y`. */
  readonly text: string;
}

/** Who a certificate is for and who issued it. */
export interface DerCertificate {
  readonly subject: DerName;
  readonly issuer: DerName;
  /** Issuer and serial number as they stand, which is how a signature names its certificate. */
  readonly issuerHex: string;
  readonly serial: string;
}

/** Attribute types of RFC 4519 that are written in a name. */
const ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ['2.5.4.3', 'CN'],
  ['2.5.4.6', 'C'],
  ['2.5.4.7', 'L'],
  ['2.5.4.8', 'ST'],
  ['2.5.4.10', 'O'],
  ['2.5.4.11', 'OU'],
]);

/**
 * Reads the names of a certificate (RFC 5280 4.1); undefined when the bytes are none. Its
 * signature is not verified.
 */
export function readCertificate(bytes: Uint8Array, start = 0): DerCertificate | undefined {
  const whole = derNode(bytes, start, bytes.length);
  if (whole?.tag !== DER.sequence) return undefined;
  const [body] = derNodes(bytes, whole);
  if (body?.tag !== DER.sequence) return undefined;
  const parts = derNodes(bytes, body).filter(({ tag }) => tag !== DER.context0);
  const [serial, , issuer, , subject] = parts;
  if (serial?.tag !== DER.integer || issuer === undefined || subject === undefined) {
    return undefined;
  }
  return {
    subject: readName(bytes, subject),
    issuer: readName(bytes, issuer),
    issuerHex: derHex(bytes, issuer),
    serial: derHex(bytes, serial),
  };
}

function readName(bytes: Uint8Array, name: DerNode): DerName {
  const parts: string[] = [];
  let commonName: string | undefined;
  let organization: string | undefined;
  for (const set of derNodes(bytes, name)) {
    for (const pair of derNodes(bytes, set)) {
      const [type, value] = derNodes(bytes, pair);
      const attribute = ATTRIBUTES.get(derOid(bytes, type));
      const text = value === undefined ? undefined : derText(bytes, value);
      if (attribute === undefined || text === undefined) continue;
      if (attribute === 'CN') commonName = text;
      if (attribute === 'O') organization = text;
      parts.unshift(`${attribute}=${text.replaceAll(/([,+"\\<>;=])/g, '\\$1')}`);
    }
  }
  return {
    ...(commonName === undefined ? {} : { commonName }),
    ...(organization === undefined ? {} : { organization }),
    text: parts.join(','),
  };
}

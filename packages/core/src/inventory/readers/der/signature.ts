import { LIMITS } from '../../../limits.ts';
import { readCertificate, type DerCertificate } from './certificate.ts';
import { DER, derHex, derNode, derNodes, derOid, type DerNode } from './der-node.ts';

/** Whom a signature names as its signer. Whether it holds is not known. */
export interface Signer {
  readonly commonName?: string;
  readonly organization?: string;
}

/** RFC 5652 5.1: what the content of a signature is. */
const SIGNED_DATA = '1.2.840.113549.1.7.2';
/** Attribute of Authenticode that holds a further signature. */
const NESTED_SIGNATURE = '1.3.6.1.4.1.311.2.4.1';

/** The signers of signatures and of those that lie inside them, each once. */
export function signersOf(signatures: readonly Uint8Array[]): readonly Signer[] {
  const signers = new Map<string, Signer>();
  for (const bytes of signatures) {
    const whole = derNode(bytes, 0, bytes.length);
    if (whole !== undefined) addSigners(bytes, whole, { depth: 0, signers });
  }
  return [...signers.values()];
}

interface Adding {
  readonly depth: number;
  readonly signers: Map<string, Signer>;
}

/** ContentInfo (RFC 5652 3), SignedData (5.1), SignerInfo (5.3). */
function addSigners(bytes: Uint8Array, content: DerNode, { depth, signers }: Adding): void {
  const [type, wrapped] = derNodes(bytes, content);
  if (derOid(bytes, type) !== SIGNED_DATA || wrapped === undefined) return;
  const [signedData] = derNodes(bytes, wrapped);
  if (signedData === undefined || depth >= LIMITS.signatureDepthMax) return;
  const parts = derNodes(bytes, signedData);
  const certificates = parts.find(({ tag }) => tag === DER.context0);
  const known = certificates === undefined ? [] : certificatesIn(bytes, certificates);
  const infos = parts.findLast(({ tag }) => tag === DER.set);
  for (const info of infos === undefined ? [] : derNodes(bytes, infos)) {
    if (signers.size >= LIMITS.signaturesMax) return;
    addSigner(bytes, info, known, signers);
    for (const nested of nestedIn(bytes, info)) {
      addSigners(bytes, nested, { depth: depth + 1, signers });
    }
  }
}

function certificatesIn(bytes: Uint8Array, set: DerNode): readonly DerCertificate[] {
  return derNodes(bytes, set).flatMap(({ start }) => readCertificate(bytes, start) ?? []);
}

/** A signer is named by the issuer and serial number of its certificate. */
function addSigner(
  bytes: Uint8Array,
  info: DerNode,
  known: readonly DerCertificate[],
  signers: Map<string, Signer>,
): void {
  const [, named] = derNodes(bytes, info);
  const [issuer, serial] = named === undefined ? [] : derNodes(bytes, named);
  if (issuer === undefined || serial === undefined) return;
  const found = known.find(
    (one) => one.issuerHex === derHex(bytes, issuer) && one.serial === derHex(bytes, serial),
  );
  if (found === undefined) return;
  const { commonName, organization, text } = found.subject;
  signers.set(text, {
    ...(commonName === undefined ? {} : { commonName }),
    ...(organization === undefined ? {} : { organization }),
  });
}

function nestedIn(bytes: Uint8Array, info: DerNode): readonly DerNode[] {
  const unsigned = derNodes(bytes, info).find(({ tag }) => tag === DER.context1);
  if (unsigned === undefined) return [];
  return derNodes(bytes, unsigned).flatMap((attribute) => {
    const [type, values] = derNodes(bytes, attribute);
    const isNested = derOid(bytes, type) === NESTED_SIGNATURE;
    return isNested && values !== undefined ? derNodes(bytes, values) : [];
  });
}

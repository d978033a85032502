/**
 * What is read of DER (X.690): the names in certificates and who signed a program.
 *
 * Main entries: `readCertificate` and `signersOf`. It walks lengths and decodes names and nothing
 * else; no signature is verified here, and every node lies inside the one that holds it, so that
 * hostile bytes end in undefined and never in a loop. asn1js and pkijs would do the same and
 * more: they take 50 ms to load, which is a third of the start of the command line, and recurse
 * as deep as the input says.
 */
export * from './certificate.ts';
export * from './der-node.ts';
export * from './signature.ts';

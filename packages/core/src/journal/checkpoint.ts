import type { JournalRecord } from '../model/index.ts';
import type { JournalHead } from './chain.ts';

/** A signature over everything up to a record. */
export interface Checkpoint {
  /** The last record it covers. */
  readonly covers: JournalHead;
  /** Ed25519 public key, SPKI in PEM. */
  readonly publicKey: string;
  /** Ed25519 signature of the message, in Base64. */
  readonly signature: string;
}

/** What is signed: the chain makes the digest of the last record stand for all before it. */
export function checkpointMessage({ seq, digest }: JournalHead): string {
  return `interdict.checkpoint/1\n${seq}\n${digest}\n`;
}

/** The checkpoint of a record of that kind; undefined when its body is none. */
export function readCheckpoint({ kind, seq, prev, body }: JournalRecord): Checkpoint | undefined {
  const { publicKey, signature } = body;
  if (kind !== 'checkpoint') return undefined;
  if (typeof publicKey !== 'string' || typeof signature !== 'string') return undefined;
  return { covers: { seq: seq - 1, digest: prev }, publicKey, signature };
}

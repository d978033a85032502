import { LIMITS } from '../../../limits.ts';
import type { ByteSource, FileHead } from '../../reader.ts';
import { sourceOf } from '../byte-source.ts';
import {
  listOf,
  objectOf,
  outlineOf,
  readJsonValues,
  textOf,
  type JsonObject,
} from '../json/index.ts';
import { isProblem, lostProblem, noteProblem, type ReadProblem } from '../problem.ts';
import { decodeBase64 } from './base64.ts';
import type { Container, Member } from './container.ts';

/**
 * Signed envelopes (DSSE), the bundles of Sigstore that hold one, and in-toto statements: one
 * document or one on each line. What they are about is read like a file of its own; signatures
 * are not verified.
 */
export const envelope: Container = { format: 'in-toto', recognize, members };

const PAYLOAD_FIRST = /^\s*\{\s*"payload"\s*:\s*"[A-Za-z0-9+/_-]{1000,}={0,2}$/;

function recognize(head: FileHead): boolean {
  const { root, members: keys } = outlineOf(head);
  if (root === 'none') return false;
  if (keys.has('payloadType') || keys.has('dsseEnvelope')) return true;
  if (keys.has('predicateType')) return true;
  if (keys.has('payload') && keys.has('signatures')) return true;
  // A payload that fills the head hides what stands behind it.
  return !head.isWhole && PAYLOAD_FIRST.test(head.text);
}

function* members(source: ByteSource): Generator<Member | ReadProblem> {
  let signed = 0;
  for (const item of readJsonValues(source, LIMITS.envelopeLengthMax)) {
    if (isProblem(item)) {
      yield item;
      continue;
    }
    const { value, pointer } = item;
    const outer = objectOf(value);
    const inner = objectOf(outer?.['dsseEnvelope']) ?? outer;
    if (inner === undefined) {
      yield lostProblem('not-this-format', 'an envelope is no JSON object', pointer);
      continue;
    }
    signed += listOf(inner['signatures']).length;
    yield inner['predicateType'] === undefined
      ? payloadOf(inner, pointer)
      : predicateOf(inner, pointer);
  }
  if (signed === 0) return;
  const message = `the file carries ${signed} signatures, which were not verified`;
  yield noteProblem('signature-not-verified', message);
}

function memberOf(prefix: string, name: string, bytes: Uint8Array): Member {
  const place = prefix.replace(/^\//, '');
  const path = place === '' ? name : `${place}/${name}`;
  return { kind: 'member', name: path, open: () => sourceOf(bytes) };
}

/** DSSE 1.0: `payload` is base64 of what is signed. */
function payloadOf(envelopeObject: JsonObject, pointer: string): Member | ReadProblem {
  const payload = envelopeObject['payload'];
  if (typeof payload !== 'string') {
    return lostProblem('schema', 'an envelope has no `payload`', pointer);
  }
  const bytes = decodeBase64(payload);
  if (bytes === undefined) {
    return lostProblem('value', 'the `payload` of an envelope is no base64', pointer);
  }
  return memberOf(pointer, 'payload', bytes);
}

/** in-toto statements: the predicate is the document; cosign wrapped it in `Data` once more. */
function predicateOf(statement: JsonObject, pointer: string): Member | ReadProblem {
  const predicate = statement['predicate'];
  const wrapped = objectOf(predicate)?.['Data'] ?? predicate;
  if (wrapped === undefined || wrapped === null) {
    const type = textOf(statement['predicateType']) ?? 'unknown';
    return lostProblem('schema', `a statement of the type ${type} has no \`predicate\``, pointer);
  }
  const text = typeof wrapped === 'string' ? wrapped : JSON.stringify(wrapped);
  return memberOf(pointer, 'predicate', new TextEncoder().encode(text));
}

import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  faultsOf,
  formatLocated,
  openPacked,
  packedFileName,
  packedText,
  packRulebook,
  readPacked,
  type EditionFault,
  type PackedEdition,
  type RulebookFile,
} from '@interdict/core';
import { messageOf } from '../files/index.ts';
import { APP_LIMITS } from '../limits.ts';
import { InterdictError } from '../problems.ts';
import { checkSignature, makeKeyPair, signEdition, type SignatureCheck } from './signature.ts';

function readBounded(path: string, bytesMax: number): string {
  try {
    if (statSync(path).size > bytesMax) {
      throw new InterdictError('rulebook-invalid', `\`${path}\` is larger than ${bytesMax} bytes`);
    }
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof InterdictError) throw cause;
    throw new InterdictError('path-missing', `cannot read: ${messageOf(cause)}`, { cause });
  }
}

function readKeyFile(path: string): string {
  return readBounded(path, APP_LIMITS.keyBytesMax);
}

/** Writes a file that must not be there yet; one with the same content is left as it is. */
function writeNew(path: string, text: string, mode: number): void {
  try {
    writeFileSync(path, text, { flag: 'wx', mode });
  } catch (cause) {
    const isThere = (cause as { readonly code?: unknown }).code === 'EEXIST';
    const message = isThere
      ? `\`${path}\` is there already: nothing is written over it`
      : `cannot write: ${messageOf(cause)}`;
    throw new InterdictError('output-failed', message, { cause });
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** What was packed, and where it is. */
export interface Packed {
  readonly path: string;
  readonly packed: PackedEdition;
}

/**
 * Packs a rulebook into one file, signed when a private key is given. Into a folder it is written
 * under the name of its content.
 * @throws InterdictError `output-failed`, `path-missing` or `key-invalid`.
 */
export function packToFile(rulebook: RulebookFile, output: string, keyFile?: string): Packed {
  const bare = packRulebook(rulebook);
  const packed = keyFile === undefined ? bare : signEdition(bare, readKeyFile(keyFile));
  const path = isFolder(output) ? join(output, packedFileName(packed)) : output;
  const text = packedText(packed);
  const isSame = statSync(path, { throwIfNoEntry: false })?.size === Buffer.byteLength(text);
  if (!isSame || readFileSync(path, 'utf8') !== text) writeNew(path, text, 0o644);
  return { path, packed };
}

/** What is known about a packed edition after looking at all of it. */
export interface EditionCheck extends Omit<SignatureCheck, 'faults'> {
  /** Undefined when the file could not be read as one. */
  readonly packed: PackedEdition | undefined;
  readonly faults: readonly { readonly code: string; readonly message: string }[];
}

/** A name that gives a digest must give the right one. */
function nameFaults(path: string, { meta }: PackedEdition): EditionFault[] {
  const named = /([0-9a-f]{64})\.json$/.exec(basename(path))?.[1];
  if (named === undefined || named === meta.digest) return [];
  return [{ code: 'name', message: `its name says ${named}, and it is ${meta.digest}` }];
}

/**
 * Looks at everything about a packed edition: its parts, its digest, its name, its signature.
 * @throws InterdictError `path-missing` or `key-invalid`.
 */
export function verifyEditionFile(path: string, publicKeyFile?: string): EditionCheck {
  const trusted = publicKeyFile === undefined ? undefined : readKeyFile(publicKeyFile);
  const read = readPacked(readBounded(path, APP_LIMITS.editionBytesMax));
  if (!read.ok) {
    const faults = [{ code: 'unreadable', message: `it ${read.message}` }];
    return { packed: undefined, signer: undefined, isVouched: false, faults };
  }
  const { packed } = read;
  const { signer, isVouched, faults: bad } = checkSignature(packed, trusted);
  const faults = [...faultsOf(packed), ...nameFaults(path, packed), ...bad];
  return { packed, signer, isVouched: isVouched && faults.length === 0, faults };
}

/**
 * Opens a packed edition to decide by. One that was changed after packing is refused, and so is
 * one whose rules are not right.
 * @throws InterdictError `path-missing` or `rulebook-invalid`.
 */
export function readPackedFile(path: string): RulebookFile {
  const { packed, faults } = verifyEditionFile(path);
  if (packed === undefined || faults.length > 0) {
    const lines = faults.map(({ code, message }) => `${path}: ${message} (${code})`);
    throw new InterdictError('rulebook-invalid', lines.join('\n'));
  }
  const opened = openPacked(path, packed);
  if (opened.ok) return opened.rulebook;
  throw new InterdictError('rulebook-invalid', opened.problems.map(formatLocated).join('\n'));
}

/** Where a new key pair was written. */
export interface KeyFiles {
  readonly privateKey: string;
  readonly publicKey: string;
  readonly fingerprint: string;
}

/**
 * Makes a key pair: the private key to `path`, for its owner only, the public one beside it as
 * `.pub`. Nothing is written over.
 * @throws InterdictError `output-failed`.
 */
export function makeKeyFiles(path: string): KeyFiles {
  const { privateKey, publicKey, fingerprint } = makeKeyPair();
  const publicPath = `${path}.pub`;
  if (statSync(publicPath, { throwIfNoEntry: false }) !== undefined) {
    const message = `\`${publicPath}\` is there already: nothing is written over it`;
    throw new InterdictError('output-failed', message);
  }
  writeNew(path, privateKey, 0o600);
  // The mode of a new file is cut by the mask of the process and never widened; this is exact.
  chmodSync(path, 0o600);
  writeNew(publicPath, publicKey, 0o644);
  return { privateKey: path, publicKey: publicPath, fingerprint };
}

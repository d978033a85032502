import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PartyGroup, Rule } from '../model/index.ts';
import { PartyDirectory } from './party-directory.ts';

/** A rulebook as it is stored: every edge resolved, ready to decide by. */
export interface RulebookFile {
  readonly schema: 'interdict.rulebook/1';
  /** Edition of the rulebook: a version that only grows. */
  readonly edition: string;
  /** Day up to which the law was looked at. */
  readonly cutoff: string;
  readonly digest: string;
  readonly rules: readonly Rule[];
  readonly groups: readonly PartyGroup[];
}

/** A rulebook with its parties indexed. */
export interface Rulebook extends RulebookFile {
  readonly directory: PartyDirectory;
}

/** JSON with sorted keys and no spaces: the same value always gives the same bytes. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`);
    return `{${entries.join(',')}}`;
  }
  return JSON.stringify(value);
}

/** SHA-256 of the canonical JSON of a value, in hex. */
export function digestOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

/** Indexes a stored rulebook. */
export function openRulebook(file: RulebookFile): Rulebook {
  return { ...file, directory: new PartyDirectory(file.groups) };
}

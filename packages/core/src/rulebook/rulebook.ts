import type { PartyGroup, Rule } from '../model/index.ts';
import { PartyDirectory } from './party-directory.ts';

/** A folder laid over a rulebook, and what it added. */
export interface OverlayNote {
  /** The folder or file as it was given. */
  readonly path: string;
  /** Digest of what it added, in the form of a rulebook digest. */
  readonly digest: string;
  readonly rules: number;
  readonly groups: number;
}

/** Where each rule, group and party was written, as `file:line:column`, by kind and id. */
export type Origins = Readonly<Record<string, string>>;

/** A rulebook as it is stored: every edge resolved, ready to decide by. */
export interface RulebookFile {
  readonly schema: 'interdict.rulebook/1';
  /** Edition of the rulebook: a version that only grows. */
  readonly edition: string;
  /** Day up to which the law was looked at. */
  readonly cutoff: string;
  /** Digest of the manifest: of edition, cutoff and the digest of every rule and group. */
  readonly digest: string;
  readonly rules: readonly Rule[];
  readonly groups: readonly PartyGroup[];
  readonly origins: Origins;
  /** What was laid over the edition, in order; absent when it stands as it was issued. */
  readonly overlays?: readonly OverlayNote[];
}

/** A rulebook with its parties indexed. */
export interface Rulebook extends RulebookFile {
  readonly directory: PartyDirectory;
}

/** Indexes a stored rulebook. */
export function openRulebook(file: RulebookFile): Rulebook {
  return { ...file, directory: new PartyDirectory(file.groups) };
}

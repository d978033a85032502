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

/** Indexes a stored rulebook. */
export function openRulebook(file: RulebookFile): Rulebook {
  return { ...file, directory: new PartyDirectory(file.groups) };
}

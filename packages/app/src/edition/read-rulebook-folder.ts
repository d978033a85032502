import { formatLocated, loadRulebook, type PartyGroup, type RulebookFile } from '@interdict/core';
import { InterdictError } from '../problems.ts';
import { readYamlTexts } from './read-texts.ts';

/**
 * Loads a rulebook from a folder of YAML files; its rules may name the parties of `base` too.
 * @throws InterdictError `rulebook-invalid` with every problem on a line of its own.
 */
export function readRulebookFolder(folder: string, base: readonly PartyGroup[]): RulebookFile {
  const result = loadRulebook(readYamlTexts(folder), base);
  if (result.ok) return result.rulebook;
  const lines = result.problems.map(formatLocated);
  throw new InterdictError('rulebook-invalid', lines.join('\n'));
}

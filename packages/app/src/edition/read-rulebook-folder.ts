import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import {
  formatLocated,
  loadRulebook,
  type PartyGroup,
  type RulebookFile,
  type RulebookText,
} from '@interdict/core';
import { listFiles } from '../files/index.ts';
import { InterdictError } from '../problems.ts';

/** The YAML files below a folder, with the names shown in messages. */
function readYamlTexts(folder: string): readonly RulebookText[] {
  const texts: RulebookText[] = [];
  for (const { path, leftAside } of listFiles([folder])) {
    if (leftAside !== undefined || !/\.ya?ml$/.test(path)) continue;
    texts.push({ file: path, text: readFileSync(path, 'utf8') });
  }
  return texts;
}

/**
 * Loads a rulebook from a folder of YAML files; its rules may name the parties of `base` too.
 * @throws InterdictError `rulebook-invalid` with every problem on a line of its own.
 */
export function readRulebookFolder(folder: string, base: readonly PartyGroup[]): RulebookFile {
  const texts = readYamlTexts(folder).filter(
    ({ file }) => !relative(folder, file).split(sep).includes('cases'),
  );
  if (texts.length === 0) {
    throw new InterdictError('rulebook-invalid', `there are no YAML files in \`${folder}\``);
  }
  const result = loadRulebook(texts, base);
  if (result.ok) return result.rulebook;
  const lines = result.problems.map(formatLocated);
  throw new InterdictError('rulebook-invalid', lines.join('\n'));
}

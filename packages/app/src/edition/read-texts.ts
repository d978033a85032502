import { readFileSync, statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { parseYaml, type RulebookText } from '@interdict/core';
import { isLost, listFiles, messageOf } from '../files/index.ts';
import { APP_LIMITS } from '../limits.ts';
import { InterdictError } from '../problems.ts';

function readText(path: string): string {
  try {
    if (statSync(path).size > APP_LIMITS.rulebookFileBytesMax) {
      const max = APP_LIMITS.rulebookFileBytesMax;
      const message = `\`${path}\` is larger than a file of a rulebook can be (${max} bytes)`;
      throw new InterdictError('rulebook-invalid', message);
    }
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof InterdictError) throw cause;
    throw new InterdictError('path-missing', `cannot read: ${messageOf(cause)}`, { cause });
  }
}

/**
 * The YAML files of a folder, cases left aside, or one file; with the names shown in messages.
 * @throws InterdictError `path-missing`, or `rulebook-invalid` when there is none or something
 * of the folder cannot be read: a rule that is lost would answer nothing.
 */
export function readYamlTexts(path: string): readonly RulebookText[] {
  const texts: RulebookText[] = [];
  for (const listed of listFiles([path])) {
    const { path: file, leftAside } = listed;
    if (isLost(listed)) {
      throw new InterdictError('rulebook-invalid', `\`${file}\`: ${leftAside?.message ?? ''}`);
    }
    if (
      leftAside !== undefined ||
      !/\.ya?ml$/.test(file) ||
      relative(path, file).split(sep).includes('cases')
    )
      continue;
    texts.push({ file, text: readText(file) });
  }
  if (texts.length > 0) return texts;
  throw new InterdictError('rulebook-invalid', `there are no YAML files in \`${path}\``);
}

/** Whether a file is one of the catalog; what is no YAML is left to the reader of rules. */
export function isCatalogText({ file, text }: RulebookText): boolean {
  const parsed = parseYaml(file, text);
  if (!parsed.ok) return false;
  const { schema } = (parsed.document.value ?? {}) as { readonly schema?: unknown };
  return schema === 'interdict.catalog/1';
}

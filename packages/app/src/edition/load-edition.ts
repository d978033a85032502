import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  compileRulebook,
  openCatalog,
  openRulebook,
  type Catalog,
  type CatalogBook,
  type CompiledRulebook,
  type RulebookFile,
} from '@interdict/core';
import { InterdictError } from '../problems.ts';
import { readRulebookFolder } from './read-rulebook-folder.ts';

/** What answers rest on: one edition of the law and one of the catalog. */
export interface Edition {
  readonly compiled: CompiledRulebook;
  readonly catalog: Catalog;
  readonly catalogDigest: string;
}

function readData(folder: string, name: string): unknown {
  const path = join(folder, name);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const message = `\`${path}\` is missing or damaged: run \`npm run build\``;
    throw new InterdictError('edition-missing', message, { cause });
  }
}

/**
 * Loads the compiled rulebook and catalog, or a rulebook of one's own from YAML.
 * @throws InterdictError `edition-missing` or `rulebook-invalid`.
 */
export function loadEdition(dataFolder: string, rulebookFolder?: string): Edition {
  const builtIn = readData(dataFolder, 'rulebook.json') as RulebookFile;
  const rulebook =
    rulebookFolder === undefined ? builtIn : readRulebookFolder(rulebookFolder, builtIn.groups);
  const book = readData(dataFolder, 'catalog.json') as CatalogBook;
  return {
    compiled: compileRulebook(openRulebook(rulebook)),
    catalog: openCatalog(book, rulebook.groups),
    catalogDigest: book.digest,
  };
}

import { readFileSync, statSync } from 'node:fs';
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
import { layOver, type Books } from './overlay.ts';
import { readPackedFile } from './packed-file.ts';
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

/** A rulebook of one's own: a folder of YAML, or an edition packed into one file. */
function readOwnRulebook(path: string, builtIn: RulebookFile): RulebookFile {
  const info = statSync(path, { throwIfNoEntry: false });
  if (info === undefined) throw new InterdictError('path-missing', `\`${path}\` does not exist`);
  const isYaml = info.isDirectory() || /\.ya?ml$/.test(path);
  return isYaml ? readRulebookFolder(path, builtIn.groups) : readPackedFile(path);
}

/**
 * Reads law and catalog as they are stored: the built-in ones, or a rulebook of one's own, with
 * what is laid over them.
 * @throws InterdictError `edition-missing`, `path-missing` or `rulebook-invalid`.
 */
export function readBooks(
  dataFolder: string,
  rulebookPath?: string,
  overlays: readonly string[] = [],
): Books {
  const builtIn = readData(dataFolder, 'rulebook.json') as RulebookFile;
  const rulebook = rulebookPath === undefined ? builtIn : readOwnRulebook(rulebookPath, builtIn);
  const catalog = readData(dataFolder, 'catalog.json') as CatalogBook;
  let books: Books = { rulebook, catalog };
  for (const path of overlays) books = layOver(books, path);
  return books;
}

/** Makes books ready to decide by. */
export function openBooks({ rulebook, catalog }: Books): Edition {
  return {
    compiled: compileRulebook(openRulebook(rulebook)),
    catalog: openCatalog(catalog, rulebook.groups),
    catalogDigest: catalog.digest,
  };
}

/**
 * Loads the compiled rulebook and catalog, or a rulebook of one's own (a folder of YAML or a
 * packed edition), with folders laid over it.
 * @throws InterdictError `edition-missing`, `path-missing` or `rulebook-invalid`.
 */
export function loadEdition(
  dataFolder: string,
  rulebookPath?: string,
  overlays: readonly string[] = [],
): Edition {
  return openBooks(readBooks(dataFolder, rulebookPath, overlays));
}

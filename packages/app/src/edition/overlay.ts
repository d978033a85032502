import {
  formatLocated,
  loadCatalog,
  overlayRulebook,
  type CatalogBook,
  type LocatedProblem,
  type RulebookFile,
} from '@interdict/core';
import { InterdictError } from '../problems.ts';
import { isCatalogText, readYamlTexts } from './read-texts.ts';

/** Law and catalog as they are stored, before they are indexed. */
export interface Books {
  readonly rulebook: RulebookFile;
  readonly catalog: CatalogBook;
}

function refuse(problems: readonly LocatedProblem[]): never {
  throw new InterdictError('rulebook-invalid', problems.map(formatLocated).join('\n'));
}

/**
 * Lays a folder, or one file, over the books: it adds rules, parties, products and signs, and
 * changes nothing.
 * @throws InterdictError `path-missing`, or `rulebook-invalid` with every problem on a line of
 * its own; for what is given already, with both places.
 */
export function layOver(books: Books, path: string): Books {
  const texts = readYamlTexts(path);
  const isCatalog = new Map(texts.map((one) => [one, isCatalogText(one)]));
  const law = texts.filter((one) => isCatalog.get(one) === false);
  const things = texts.filter((one) => isCatalog.get(one) === true);
  const laid = overlayRulebook(books.rulebook, path, law);
  if (!laid.ok) return refuse(laid.problems);
  if (things.length === 0) return { rulebook: laid.rulebook, catalog: books.catalog };
  const catalog = loadCatalog(things, laid.rulebook.groups, books.catalog);
  if (!catalog.ok) return refuse(catalog.problems);
  return { rulebook: laid.rulebook, catalog: catalog.book };
}

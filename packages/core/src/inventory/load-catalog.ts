import { CatalogFileSchema, type CatalogFile, type PartyGroup } from '../model/index.ts';
import {
  checkSchema,
  digestOf,
  parseYaml,
  type LocatedProblem,
  type PathProblem,
  type YamlDocument,
} from '../document/index.ts';
import { compileCatalog, lintCatalog, type Catalog } from './catalog/index.ts';

/** A catalog as it is stored: files whose shape and claims have been checked. */
export interface CatalogBook {
  readonly schema: 'interdict.catalog-book/1';
  readonly digest: string;
  readonly files: readonly CatalogFile[];
}

export type CatalogResult =
  | { readonly ok: true; readonly book: CatalogBook }
  | { readonly ok: false; readonly problems: readonly LocatedProblem[] };

function located(document: YamlDocument, problem: PathProblem): LocatedProblem {
  const { code, message, path } = problem;
  return { code, message, file: document.file, ...document.locate(path) };
}

/** Reads and lints catalog files; one that is wrong makes the whole fail. */
export function loadCatalog(
  texts: readonly { readonly file: string; readonly text: string }[],
  parties: readonly PartyGroup[],
): CatalogResult {
  const problems: LocatedProblem[] = [];
  const documents: YamlDocument[] = [];
  for (const { file, text } of texts) {
    const parsed = parseYaml(file, text);
    if (!parsed.ok) {
      problems.push(...parsed.problems);
      continue;
    }
    const shape = checkSchema(CatalogFileSchema, parsed.document.value);
    problems.push(...shape.map((one) => located(parsed.document, one)));
    if (shape.length === 0) documents.push(parsed.document);
  }
  const files = documents.map((document) => document.value as CatalogFile);
  for (const problem of lintCatalog(files, parties)) {
    const document = documents[problem.file];
    if (document !== undefined) problems.push(located(document, problem));
  }
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    book: { schema: 'interdict.catalog-book/1', digest: digestOf(files), files },
  };
}

/** Indexes a stored catalog against the parties of a rulebook. */
export function openCatalog(book: CatalogBook, parties: readonly PartyGroup[]): Catalog {
  return compileCatalog(book.files, parties, book.digest);
}

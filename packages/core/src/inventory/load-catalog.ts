import { CatalogFileSchema, type CatalogFile, type PartyGroup } from '../model/index.ts';
import {
  checkSchema,
  digestOf,
  parseYaml,
  type DocumentPath,
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
  /** Where each id was given, as `file:line:column`, for what an overlay gives again. */
  readonly origins: Readonly<Record<string, string>>;
}

export type CatalogResult =
  | { readonly ok: true; readonly book: CatalogBook }
  | { readonly ok: false; readonly problems: readonly LocatedProblem[] };

interface CatalogText {
  readonly file: string;
  readonly text: string;
}

function located(document: YamlDocument, problem: PathProblem): LocatedProblem {
  const { code, message, path } = problem;
  return { code, message, file: document.file, ...document.locate(path) };
}

function readDocuments(texts: readonly CatalogText[], problems: LocatedProblem[]): YamlDocument[] {
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
  return documents;
}

/**
 * Reads and lints catalog files; one that is wrong makes the whole fail. With a catalog `below`
 * they are laid over it: they add to it, and what it has already cannot be given again.
 */
export function loadCatalog(
  texts: readonly CatalogText[],
  parties: readonly PartyGroup[],
  below?: CatalogBook,
): CatalogResult {
  const problems: LocatedProblem[] = [];
  const documents = readDocuments(texts, problems);
  const belowFiles = below?.files ?? [];
  const files = [...belowFiles, ...documents.map((document) => document.value as CatalogFile)];
  const origins = new Map(Object.entries(below?.origins ?? {}));
  function placeOf(index: number, path: DocumentPath, id: string): string {
    const document = documents[index - belowFiles.length];
    if (document === undefined) return origins.get(id) ?? 'the built-in catalog';
    const { line, column } = document.locate(path);
    const place = `${document.file}:${line}:${column}`;
    origins.set(id, place);
    return place;
  }
  for (const problem of lintCatalog(files, parties, placeOf)) {
    const document = documents[problem.file - belowFiles.length];
    if (document !== undefined) problems.push(located(document, problem));
  }
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    book: {
      schema: 'interdict.catalog-book/1',
      digest: digestOf(files),
      files,
      origins: Object.fromEntries(origins),
    },
  };
}

/** Indexes a stored catalog against the parties of a rulebook. */
export function openCatalog(book: CatalogBook, parties: readonly PartyGroup[]): Catalog {
  return compileCatalog(book.files, parties, book.digest);
}

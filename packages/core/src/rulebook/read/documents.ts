import { parseYaml, type DocumentPath, type YamlDocument } from '../../document/index.ts';
import type { RulebookProblem, RulePathProblem } from '../problem.ts';

/** A document with places: of YAML, or of an edition that was packed and has lost its lines. */
export type PlacedDocument = Pick<YamlDocument, 'file' | 'value' | 'locate'>;

/** Documents of a rulebook by what they hold. */
export interface Kinds {
  readonly rules: PlacedDocument[];
  readonly groups: PlacedDocument[];
  readonly editions: PlacedDocument[];
}

/** Kinds of things that have an id of their own and may be given only once. */
export type OriginKind = 'rule' | 'group' | 'party';

/** Gathers what is wrong, and remembers where each id was given. */
export class ProblemSink {
  readonly problems: RulebookProblem[] = [];
  readonly #origins: Map<string, string>;

  /** @param origins places of what is there already. */
  constructor(origins: Readonly<Record<string, string>> = {}) {
    this.#origins = new Map(Object.entries(origins));
  }

  /** Where everything was given, by kind and id. */
  get origins(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#origins);
  }

  add(document: PlacedDocument, found: readonly RulePathProblem[]): void {
    for (const { code, message, path } of found) {
      this.problems.push({ code, message, file: document.file, ...document.locate(path) });
    }
  }

  /** Remembers where an id stands; the first place counts. */
  record(kind: OriginKind, id: string, document: PlacedDocument, path: DocumentPath): void {
    const key = `${kind} ${id}`;
    if (this.#origins.has(key)) return;
    const { line, column } = document.locate(path);
    this.#origins.set(key, `${document.file}:${line}:${column}`);
  }

  /** Where an id was first given. */
  readonly placeOfId = (kind: OriginKind, id: string): string =>
    this.#origins.get(`${kind} ${id}`) ?? 'the built-in rulebook';

  /** All problems, by file and line. */
  sorted(): readonly RulebookProblem[] {
    return this.problems.sort((a, b) =>
      a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
    );
  }
}

/** Parses files and sorts them by the schema they name. */
export function sortDocuments(
  texts: readonly { readonly file: string; readonly text: string }[],
  sink: ProblemSink,
): Kinds {
  const kinds: Kinds = { rules: [], groups: [], editions: [] };
  for (const { file, text } of texts) {
    const parsed = parseYaml(file, text);
    if (!parsed.ok) {
      sink.problems.push(...parsed.problems);
      continue;
    }
    const { document } = parsed;
    const schema = (document.value as { readonly schema?: unknown } | null)?.schema;
    if (schema === 'interdict.rule/1') kinds.rules.push(document);
    else if (schema === 'interdict.parties/1') kinds.groups.push(document);
    else if (schema === 'interdict.rulebook/1') kinds.editions.push(document);
    else {
      const message =
        'the first line must be `schema: interdict.rule/1`, `interdict.parties/1` or ' +
        '`interdict.rulebook/1`';
      sink.add(document, [{ code: 'schema', message, path: ['schema'] }]);
    }
  }
  return kinds;
}

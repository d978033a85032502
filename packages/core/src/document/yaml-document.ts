import { isNode, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { DocumentPath, LocatedProblem } from './problem.ts';

type YamlProblem = LocatedProblem<'yaml'>;

/** A YAML document whose values can be traced back to a line and column. */
export interface YamlDocument {
  readonly file: string;
  readonly value: unknown;
  /** Line and column (from 1) of the value at a path, or of its nearest existing parent. */
  locate(path: DocumentPath): { readonly line: number; readonly column: number };
}

export type YamlResult =
  | { readonly ok: true; readonly document: YamlDocument }
  | { readonly ok: false; readonly problems: readonly YamlProblem[] };

/** Offset of the first alias. Aliases can be nested into a document of any size. */
function firstAlias(document: Document): number | undefined {
  let offset: number | undefined;
  visit(document, {
    Alias(_, node) {
      offset = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

/** Reads YAML 1.2 core; duplicate keys and aliases are refused, timestamps stay text. */
export function parseYaml(file: string, text: string): YamlResult {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, uniqueKeys: true, merge: false });
  if (parsed.errors.length > 0) {
    const problems = parsed.errors.map((error): YamlProblem => {
      const place = lines.linePos(error.pos[0]);
      const message = (error.message.split('\n')[0] ?? '').replace(
        / at line \d+, column \d+:?$/,
        '',
      );
      return { code: 'yaml', message, file, line: place.line, column: place.col };
    });
    return { ok: false, problems };
  }
  const alias = firstAlias(parsed);
  if (alias !== undefined) {
    const place = lines.linePos(alias);
    const message = 'aliases are not used here: write the value out, or define a term';
    const problem = { code: 'yaml' as const, message, file, line: place.line, column: place.col };
    return { ok: false, problems: [problem] };
  }
  function locate(path: DocumentPath): { line: number; column: number } {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node = depth === 0 ? parsed.contents : parsed.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range !== null && node.range !== undefined) {
        const place = lines.linePos(node.range[0]);
        return { line: place.line, column: place.col };
      }
    }
    return { line: 1, column: 1 };
  }
  const value: unknown = parsed.toJS();
  return { ok: true, document: { file, value, locate } };
}

import {
  isNode,
  Lexer,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type ErrorCode,
} from 'yaml';
import { LIMITS } from '../limits.ts';
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

/** Marks a plain text in the stream of the lexer: what follows it is no indicator. */
const SCALAR_MARK = '\u001F';

/** Whether values nest deeper than the parser, which calls itself, can follow. */
function isTooDeep(text: string): boolean {
  let inBrackets = 0;
  let onLine = 0;
  let isText = false;
  for (const token of new Lexer().lex(text)) {
    if (isText) isText = false;
    else if (token === SCALAR_MARK) isText = true;
    else if (token === '[' || token === '{') inBrackets += 1;
    else if (token === ']' || token === '}') inBrackets -= 1;
    else if (token === '-' || token === '?') onLine += 1;
    else if (token === '\n' || token === '\r\n') onLine = 0;
    // Indentation is given as it stands: each level of blocks takes one space at least.
    else if (token.startsWith(' ')) onLine = Math.max(onLine, token.length);
    if (inBrackets + onLine > LIMITS.yamlDepthMax) return true;
  }
  return false;
}

/** What to do about the mistakes that people make in YAML. */
const ADVICE: Readonly<Partial<Record<ErrorCode, string>>> = {
  TAB_AS_INDENT: 'a tab indents this line: indent with spaces',
  BLOCK_AS_IMPLICIT_KEY:
    'a second `:` or a line that is indented too far: put a text with a colon in quotes',
  MISSING_CHAR: 'a quote or bracket is opened and not closed',
  MULTIPLE_DOCS: '`---` begins a second document: write one rule to a file',
  DUPLICATE_KEY: 'the property is given twice in this block: keep one',
  BAD_INDENT: 'the line is not indented like its neighbors, or a bracket is not closed',
  BAD_SCALAR_START: 'a text may not begin with this sign: put it in quotes',
  UNEXPECTED_TOKEN: 'this does not belong to what stands before it: put the whole text in quotes',
};

function isFirstOfLine(one: YamlProblem, index: number, all: readonly YamlProblem[]): boolean {
  return all.findIndex(({ line }) => line === one.line) === index;
}

function refuse(file: string, message: string, line: number, column: number): YamlResult {
  return { ok: false, problems: [{ code: 'yaml', message, file, line, column }] };
}

/** Reads YAML 1.2 core; duplicate keys and aliases are refused, timestamps stay text. */
export function parseYaml(file: string, text: string): YamlResult {
  if (isTooDeep(text)) {
    return refuse(file, `values nest deeper than ${LIMITS.yamlDepthMax} levels`, 1, 1);
  }
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, uniqueKeys: true, merge: false });
  if (parsed.errors.length > 0) {
    const problems = parsed.errors.map(({ code, message: original, pos }): YamlProblem => {
      const { line, col: column } = lines.linePos(pos[0]);
      const own = (original.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
      return { code: 'yaml', message: ADVICE[code] ?? own, file, line, column };
    });
    // One mistake makes several errors in its line; the first names it.
    return { ok: false, problems: problems.filter(isFirstOfLine) };
  }
  const alias = firstAlias(parsed);
  if (alias !== undefined) {
    const { line, col } = lines.linePos(alias);
    const message = 'aliases are not used here: write the value out, or define a term';
    return refuse(file, message, line, col);
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

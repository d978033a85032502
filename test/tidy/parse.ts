import { parseSync, Visitor } from 'oxc-parser';
import type { MemberExpression, Node } from 'oxc-parser';
import type { TextFile } from './check.ts';

interface At {
  readonly line: number;
}

/** An import or re-export, static or dynamic; `isType` when it vanishes in the output. */
export interface Import extends At {
  readonly specifier: string;
  readonly isType: boolean;
}

/**
 * What a program does, in the words the checks use: `process.env` for a member of a name (also
 * when taken out by a pattern), `fetch()` for a call, `new Date()` for an instance made without
 * arguments.
 */
interface Use extends At {
  readonly text: string;
}

export interface Source {
  readonly imports: readonly Import[];
  readonly uses: readonly Use[];
  /** Text of strings and templates; `${}` stands for what a template fills in. */
  readonly strings: readonly Use[];
  readonly comments: readonly Use[];
  /** Present when the file is not valid TypeScript; nothing else can be relied on then. */
  readonly error: string | undefined;
}

const parsed = new WeakMap<TextFile, Source>();

/** Reads a file of code once; later calls with the same file return the same result. */
export function parse(file: TextFile): Source {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const source = parseText(file);
  parsed.set(file, source);
  return source;
}

function parseText(file: TextFile): Source {
  const result = parseSync(file.path, file.text);
  const lineAt = lineFinder(file.text);
  const at = (node: { readonly start: number }): At => ({ line: lineAt(node.start) });
  const imports: Import[] = [];
  const uses: Use[] = [];
  const strings: Use[] = [];
  const addImport = (source: Node | null | undefined, isType: boolean): void => {
    if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
    imports.push({ specifier: source.value, isType, ...at(source) });
  };
  new Visitor({
    ImportDeclaration: (node) => addImport(node.source, node.importKind === 'type'),
    ExportNamedDeclaration: (node) => addImport(node.source, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => addImport(node.source, node.exportKind === 'type'),
    ImportExpression: (node) => addImport(node.source, false),
    TSImportType: (node) => addImport(node.source, true),
    MemberExpression: (node) => uses.push({ text: memberText(node), ...at(node) }),
    CallExpression(node) {
      if (node.callee.type !== 'Identifier') return;
      uses.push({ text: `${node.callee.name}()`, ...at(node) });
      if (node.callee.name === 'require') addImport(node.arguments[0], false);
    },
    NewExpression(node) {
      if (node.callee.type !== 'Identifier') return;
      const args = node.arguments.length === 0 ? '' : '...';
      uses.push({ text: `new ${node.callee.name}(${args})`, ...at(node) });
    },
    VariableDeclarator(node) {
      if (node.id.type !== 'ObjectPattern' || node.init === null) return;
      for (const property of node.id.properties) {
        if (property.type !== 'Property') continue;
        uses.push({ text: `${nameOf(node.init)}.${nameOf(property.key)}`, ...at(property) });
      }
    },
    Literal(node) {
      if (typeof node.value === 'string') strings.push({ text: node.value, ...at(node) });
    },
    TemplateLiteral(node) {
      const text = node.quasis.map((quasi) => quasi.value.cooked ?? quasi.value.raw).join('${}');
      strings.push({ text, ...at(node) });
    },
  }).visit(result.program);
  const comments = result.comments.map((comment) => ({ text: comment.value, ...at(comment) }));
  return { imports, uses, strings, comments, error: result.errors[0]?.message };
}

/** `process.env`, `globalThis.fetch`; a longer chain keeps its last two names. */
function memberText(node: MemberExpression): string {
  return `${nameOf(node.object)}.${nameOf(node.property)}`;
}

function nameOf(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'Literal') return String(node.value);
  if (node.type === 'MemberExpression') return nameOf(node.property);
  return '';
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let next = text.indexOf('\n'); next !== -1; next = text.indexOf('\n', next + 1)) {
    starts.push(next + 1);
  }
  return (offset) => {
    const after = starts.findIndex((start) => start > offset);
    return after === -1 ? starts.length : after;
  };
}

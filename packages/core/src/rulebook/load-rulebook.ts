import Type from 'typebox';
import { closed, DateTextSchema, PartyGroupSchema, RuleSchema } from '../model/index.ts';
import type { PartyGroup, Rule } from '../model/index.ts';
import { checkSchema } from './check-schema.ts';
import { lintCites, lintRule } from './lint/index.ts';
import { PartyDirectory } from './party-directory.ts';
import type { PathProblem, RulebookProblem } from './problem.ts';
import { resolveEdges } from './resolve-edges.ts';
import { digestOf, type RulebookFile } from './rulebook.ts';
import { parseYaml, type YamlDocument } from './yaml-document.ts';

/** One YAML file of a rulebook folder, with the name shown in messages. */
export interface RulebookText {
  readonly file: string;
  readonly text: string;
}

export type LoadResult =
  | { readonly ok: true; readonly rulebook: RulebookFile }
  | { readonly ok: false; readonly problems: readonly RulebookProblem[] };

const EditionSchema = closed(
  {
    schema: Type.Literal('interdict.rulebook/1'),
    edition: Type.String({ pattern: String.raw`^\d{4}\.\d{1,2}\.\d{1,2}(-\d+)?$` }),
    cutoff: DateTextSchema,
  },
  'rulebook.yaml: the edition of a rulebook.',
);

interface Kinds {
  readonly rules: YamlDocument[];
  readonly groups: YamlDocument[];
  readonly editions: YamlDocument[];
}

class ProblemSink {
  readonly problems: RulebookProblem[] = [];

  add(document: YamlDocument, found: readonly PathProblem[]): void {
    for (const { code, message, path } of found) {
      this.problems.push({ code, message, file: document.file, ...document.locate(path) });
    }
  }
}

function sortDocuments(texts: readonly RulebookText[], sink: ProblemSink): Kinds {
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

function readGroups(documents: readonly YamlDocument[], sink: ProblemSink): PartyGroup[] {
  const groups: PartyGroup[] = [];
  const ids = new Set<string>();
  for (const document of documents) {
    const shape = checkSchema(PartyGroupSchema, document.value);
    sink.add(document, shape);
    if (shape.length > 0) continue;
    const resolved = resolveEdges(document.value as PartyGroup, 'UTC');
    sink.add(document, resolved.problems);
    sink.add(document, lintCites(resolved.document));
    resolved.document.parties.forEach((party, index) => {
      if (ids.has(party.id)) {
        const message = `party \`${party.id}\` is given twice`;
        sink.add(document, [{ code: 'duplicate-id', message, path: ['parties', index, 'id'] }]);
      }
      ids.add(party.id);
    });
    groups.push(resolved.document);
  }
  return groups;
}

function readRules(
  documents: readonly YamlDocument[],
  directory: PartyDirectory,
  sink: ProblemSink,
): Rule[] {
  const read: { document: YamlDocument; rule: Rule }[] = [];
  for (const document of documents) {
    const shape = checkSchema(RuleSchema, document.value);
    sink.add(document, shape);
    if (shape.length > 0) continue;
    const source = document.value as Rule;
    const resolved = resolveEdges(source, source.zone);
    sink.add(document, resolved.problems);
    if (resolved.problems.length === 0) read.push({ document, rule: resolved.document });
  }
  const ids = new Set<string>(read.map(({ rule }) => rule.id));
  const seen = new Set<string>();
  for (const { document, rule } of read) {
    sink.add(document, lintRule(rule, directory));
    if (seen.has(rule.id)) {
      const message = `rule \`${rule.id}\` is given twice`;
      sink.add(document, [{ code: 'duplicate-id', message, path: ['id'] }]);
    }
    seen.add(rule.id);
    (rule.seeAlso ?? []).forEach((other, index) => {
      if (ids.has(other)) return;
      const message = `rule \`${other}\` does not exist`;
      sink.add(document, [{ code: 'unknown-rule', message, path: ['seeAlso', index] }]);
    });
  }
  return read.map(({ rule }) => rule);
}

function readEdition(
  documents: readonly YamlDocument[],
  sink: ProblemSink,
): { readonly edition: string; readonly cutoff: string } {
  const [document] = documents;
  if (document === undefined) return { edition: '0.0.0', cutoff: '1970-01-01' };
  sink.add(document, checkSchema(EditionSchema, document.value));
  return document.value as { readonly edition: string; readonly cutoff: string };
}

/**
 * Loads and lints a rulebook folder. One wrong rule makes the whole fail: a rulebook that has
 * silently lost a rule would answer "clear" where the law says "barred".
 */
export function loadRulebook(texts: readonly RulebookText[]): LoadResult {
  const sink = new ProblemSink();
  const kinds = sortDocuments(texts, sink);
  const { edition, cutoff } = readEdition(kinds.editions, sink);
  const groups = readGroups(kinds.groups, sink);
  const directory = new PartyDirectory(groups);
  const rules = readRules(kinds.rules, directory, sink);
  if (sink.problems.length > 0) {
    const order = (a: RulebookProblem, b: RulebookProblem): number =>
      a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;
    return { ok: false, problems: sink.problems.sort(order) };
  }
  const sorted = rules.sort((a, b) => (a.id < b.id ? -1 : 1));
  const content = { edition, cutoff, rules: sorted, groups };
  return {
    ok: true,
    rulebook: { schema: 'interdict.rulebook/1', ...content, digest: digestOf(content) },
  };
}

import Type from 'typebox';
import { closed, DateTextSchema, PartyGroupSchema, RuleSchema } from '../model/index.ts';
import type { PartyGroup, Rule } from '../model/index.ts';
import { checkSchema, digestOf, parseYaml, type YamlDocument } from '../document/index.ts';
import {
  lintCondShape,
  lintDates,
  lintPartyFile,
  lintPartyReferences,
  lintRule,
  PartyRegister,
} from './lint/index.ts';
import { PartyDirectory } from './party-directory.ts';
import type { RulebookProblem, RulePathProblem } from './problem.ts';
import { resolveEdges } from './resolve-edges.ts';
import type { RulebookFile } from './rulebook.ts';

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

  add(document: YamlDocument, found: readonly RulePathProblem[]): void {
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

function groupIdOf({ value }: YamlDocument): string | undefined {
  const { group } = (value ?? {}) as { readonly group?: { readonly id?: unknown } };
  return typeof group?.id === 'string' ? group.id : undefined;
}

function readGroups(
  documents: readonly YamlDocument[],
  base: readonly PartyGroup[],
  sink: ProblemSink,
): readonly PartyGroup[] {
  const ownIds = new Set(documents.map(groupIdOf));
  // A folder that brings a group of its own replaces the built-in one.
  const kept = base.filter(({ group }) => !ownIds.has(group.id));
  const register = new PartyRegister();
  for (const group of kept) register.add(group);
  const read: { document: YamlDocument; group: PartyGroup }[] = [];
  for (const document of documents) {
    const shape = checkSchema(PartyGroupSchema, document.value);
    sink.add(document, shape);
    if (shape.length > 0) continue;
    // Parties have no zone of their own: an edge of a listing must carry one.
    const resolved = resolveEdges(document.value as PartyGroup, undefined);
    sink.add(document, resolved.problems);
    sink.add(document, lintPartyFile(resolved.document));
    sink.add(document, register.add(resolved.document));
    read.push({ document, group: resolved.document });
  }
  for (const { document, group } of read) {
    sink.add(document, lintPartyReferences(group, register));
  }
  const own = read.map(({ group }) => group);
  return [...kept, ...own.sort((a, b) => (a.group.id < b.group.id ? -1 : 1))];
}

function readRules(
  documents: readonly YamlDocument[],
  directory: PartyDirectory,
  sink: ProblemSink,
): Rule[] {
  const read: { document: YamlDocument; rule: Rule }[] = [];
  for (const document of documents) {
    const conditions = lintCondShape(document.value);
    const shape = conditions.length > 0 ? conditions : checkSchema(RuleSchema, document.value);
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

const NO_EDITION = { edition: '', cutoff: '' };

function readEdition(
  documents: readonly YamlDocument[],
  sink: ProblemSink,
): { readonly edition: string; readonly cutoff: string } {
  const [document, second] = documents;
  if (document === undefined) {
    const message =
      'the rulebook has no edition: add a file with `schema: interdict.rulebook/1`, ' +
      '`edition` and `cutoff`';
    sink.problems.push({ code: 'no-edition', message, file: 'rulebook.yaml', line: 1, column: 1 });
    return NO_EDITION;
  }
  if (second !== undefined) {
    const message = `the rulebook has another edition in \`${document.file}\``;
    sink.add(second, [{ code: 'no-edition', message, path: [] }]);
  }
  sink.add(document, checkSchema(EditionSchema, document.value));
  sink.add(document, lintDates(document.value));
  return document.value as { readonly edition: string; readonly cutoff: string };
}

/**
 * Loads and lints a rulebook folder. One wrong rule makes the whole fail: a rulebook that has
 * silently lost a rule would answer "clear" where the law says "barred".
 * `base` holds parties that the rules may name besides those of the folder.
 */
export function loadRulebook(
  texts: readonly RulebookText[],
  base: readonly PartyGroup[] = [],
): LoadResult {
  const sink = new ProblemSink();
  const kinds = sortDocuments(texts, sink);
  const { edition, cutoff } = readEdition(kinds.editions, sink);
  const groups = readGroups(kinds.groups, base, sink);
  const rules = readRules(kinds.rules, new PartyDirectory(groups), sink);
  if (kinds.rules.length === 0 && sink.problems.length === 0) {
    const message = 'the rulebook has no rule, and would call everything free';
    sink.problems.push({ code: 'no-rules', message, file: 'rulebook.yaml', line: 1, column: 1 });
  }
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

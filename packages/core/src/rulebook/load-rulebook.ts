import type { PartyGroup } from '../model/index.ts';
import { PartyRegister } from './lint/index.ts';
import { digestOfParts, digestOfRulebook, partsOf } from './manifest.ts';
import { PartyDirectory } from './party-directory.ts';
import type { RulebookProblem } from './problem.ts';
import { ProblemSink, sortDocuments } from './read/documents.ts';
import { readEdition } from './read/read-edition.ts';
import { readGroups } from './read/read-groups.ts';
import { readRules } from './read/read-rules.ts';
import type { RulebookFile } from './rulebook.ts';

/** One YAML file of a rulebook folder, with the name shown in messages. */
export interface RulebookText {
  readonly file: string;
  readonly text: string;
}

export type LoadResult =
  | { readonly ok: true; readonly rulebook: RulebookFile }
  | { readonly ok: false; readonly problems: readonly RulebookProblem[] };

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

function byGroupId(a: PartyGroup, b: PartyGroup): number {
  return byId(a.group, b.group);
}

function failed(sink: ProblemSink): LoadResult {
  return { ok: false, problems: sink.sorted() };
}

/**
 * Loads and lints a rulebook folder. One wrong rule makes the whole fail: a rulebook that has
 * silently lost a rule would answer "clear" where the law says "barred".
 * `base` holds parties that the rules may name besides those of the folder; a group of the
 * folder takes the place of one of `base` with the same id.
 */
export function loadRulebook(
  texts: readonly RulebookText[],
  base: readonly PartyGroup[] = [],
): LoadResult {
  const sink = new ProblemSink();
  const kinds = sortDocuments(texts, sink);
  const edition = readEdition(kinds.editions, sink);
  const own = new Set(kinds.groups.map(({ value }) => groupIdOf(value)));
  const kept = base.filter(({ group }) => !own.has(group.id));
  const register = new PartyRegister();
  for (const group of kept) register.add(group, () => 'the built-in rulebook');
  const groups = [...kept, ...readGroups(kinds.groups, register, sink).sort(byGroupId)];
  const rules = readRules(kinds.rules, { directory: new PartyDirectory(groups) }, sink);
  if (kinds.rules.length === 0 && sink.problems.length === 0) {
    const message = 'the rulebook has no rule, and would call everything free';
    sink.problems.push({ code: 'no-rules', message, file: 'rulebook.yaml', line: 1, column: 1 });
  }
  if (sink.problems.length > 0) return failed(sink);
  const content = { ...edition, rules: rules.sort(byId), groups };
  const digest = digestOfRulebook(content);
  return {
    ok: true,
    rulebook: { schema: 'interdict.rulebook/1', ...content, digest, origins: sink.origins },
  };
}

function groupIdOf(value: unknown): string | undefined {
  const { group } = (value ?? {}) as { readonly group?: { readonly id?: unknown } };
  return typeof group?.id === 'string' ? group.id : undefined;
}

/**
 * Lays files over a rulebook: they add rules and parties, linted like ours against everything
 * below, and change nothing. An id that is taken is an error which names both places.
 * The digest of the result covers what was added; `path` names it in the notes.
 */
export function overlayRulebook(
  below: RulebookFile,
  path: string,
  texts: readonly RulebookText[],
): LoadResult {
  const sink = new ProblemSink(below.origins);
  const kinds = sortDocuments(texts, sink);
  for (const document of kinds.editions) {
    const message =
      'an overlay has no edition of its own: take this file out, or give the folder as a ' +
      'whole rulebook with `--rulebook`';
    sink.add(document, [{ code: 'no-edition', message, path: [] }]);
  }
  const register = new PartyRegister();
  for (const group of below.groups) register.add(group, sink.placeOfId);
  const groups = readGroups(kinds.groups, register, sink);
  const directory = new PartyDirectory([...below.groups, ...groups]);
  const rules = readRules(kinds.rules, { directory, below: below.rules }, sink);
  if (sink.problems.length > 0) return failed(sink);
  const content = {
    edition: below.edition,
    cutoff: below.cutoff,
    rules: [...below.rules, ...rules].sort(byId),
    groups: [...below.groups, ...groups].sort(byGroupId),
  };
  const note = {
    path,
    digest: digestOfParts(below, partsOf({ rules: rules.sort(byId), groups })),
    rules: rules.length,
    groups: groups.length,
  };
  const digest = digestOfRulebook(content);
  const overlays = [...(below.overlays ?? []), note];
  return {
    ok: true,
    rulebook: {
      schema: 'interdict.rulebook/1',
      ...content,
      digest,
      origins: sink.origins,
      overlays,
    },
  };
}

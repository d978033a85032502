import { digestOf } from '../../document/index.ts';
import type { RulebookFile } from '../rulebook.ts';
import { flatten, type RulePart } from './flatten.ts';

/** One value that differs; without `before` it is new, without `after` it is gone. */
export interface PartChange {
  readonly part: RulePart;
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
}

/** A rule or group of parties that is not the same in both. */
export interface RulebookChange {
  readonly id: string;
  readonly title: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** What differs, for one that is in both. */
  readonly parts: readonly PartChange[];
}

/** What two rulebooks differ in. */
export interface RulebookComparison {
  readonly rules: readonly RulebookChange[];
  readonly groups: readonly RulebookChange[];
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly value: unknown;
}

function partChanges(before: unknown, after: unknown): readonly PartChange[] {
  const [old, now] = [flatten(before), flatten(after)];
  const changes: PartChange[] = [];
  for (const path of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(path), now.get(path)];
    const part = (is ?? was)?.part;
    if (was?.text === is?.text || part === undefined) continue;
    changes.push({
      part,
      path,
      ...(was === undefined ? {} : { before: was.text }),
      ...(is === undefined ? {} : { after: is.text }),
    });
  }
  return changes;
}

function compareEntries(a: readonly Entry[], b: readonly Entry[]): readonly RulebookChange[] {
  const old = new Map(a.map((entry) => [entry.id, entry]));
  const now = new Map(b.map((entry) => [entry.id, entry]));
  const changes: RulebookChange[] = [];
  for (const id of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [was, is] = [old.get(id), now.get(id)];
    const title = (is ?? was)?.title ?? id;
    if (was === undefined) changes.push({ id, title, change: 'added', parts: [] });
    else if (is === undefined) changes.push({ id, title, change: 'removed', parts: [] });
    else if (digestOf(was.value) !== digestOf(is.value)) {
      changes.push({ id, title, change: 'changed', parts: partChanges(was.value, is.value) });
    }
  }
  return changes;
}

function ruleEntries({ rules }: RulebookFile): readonly Entry[] {
  return rules.map((rule) => ({ id: rule.id, title: rule.title, value: rule }));
}

function groupEntries({ groups }: RulebookFile): readonly Entry[] {
  return groups.map((file) => ({ id: file.group.id, title: file.group.title, value: file }));
}

/** Rules and groups of parties that are not the same in two rulebooks, and in what they differ. */
export function compareRulebooks(a: RulebookFile, b: RulebookFile): RulebookComparison {
  return {
    rules: compareEntries(ruleEntries(a), ruleEntries(b)),
    groups: compareEntries(groupEntries(a), groupEntries(b)),
  };
}

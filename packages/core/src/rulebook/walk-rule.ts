import type { Cite, Cond, Rule } from '../model/index.ts';
import type { DocumentPath } from '../document/index.ts';

/** A value in a rule together with its path in the document. */
export interface At<T> {
  readonly value: T;
  readonly path: DocumentPath;
}

type Container = Readonly<Record<string, unknown>> | readonly unknown[];

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

/** Every key/value pair below a value, parents before children, with its path. */
export function* walk(value: unknown, path: DocumentPath = []): Generator<At<unknown>> {
  yield { value, path };
  if (!isContainer(value)) return;
  for (const [key, child] of Object.entries(value)) {
    yield* walk(child, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

/** All citations of a rule or party file. */
export function* citesOf(value: unknown): Generator<At<Cite>> {
  for (const at of walk(value)) {
    if (isContainer(at.value) && 'pinpoint' in at.value && 'source' in at.value) {
      yield at as At<Cite>;
    }
  }
}

const EDGE_KEYS = new Set<string | number>(['from', 'to', 'publicFrom']);

/** Whether a path names a dated edge: `from`, `to` or `publicFrom` of a span or status. */
export function isEdgePath(path: DocumentPath): boolean {
  const key = path.at(-1);
  if (key === undefined || !EDGE_KEYS.has(key)) return false;
  return !path.includes('ownership') && !path.includes('examples');
}

type Leaf = Extract<Cond, { readonly fact: string }>;

/** All leaves of the conditions of a rule. */
export function* leavesOf(rule: Rule): Generator<At<Leaf>> {
  for (const at of walk(rule)) {
    if (!isContainer(at.value) || !('fact' in at.value) || !('op' in at.value)) continue;
    yield at as At<Leaf>;
  }
}

/** Every use of a defined term in a condition, with its path. */
export function* termUsesOf(rule: Rule): Generator<At<string>> {
  for (const at of walk(rule)) {
    if (!isContainer(at.value) || Array.isArray(at.value) || !('term' in at.value)) continue;
    const { term } = at.value as { readonly term: unknown };
    if (typeof term === 'string') yield { value: term, path: [...at.path, 'term'] };
  }
}

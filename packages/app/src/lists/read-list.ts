import type { ListEntry } from '@interdict/core';
import { APP_LIMITS } from '../limits.ts';
import type { ChangedEntry } from './apply-delta.ts';
import { isNameProperty } from './field/index.ts';
import type { ListFormat, ListParts } from './list-source.ts';
import { lost, noted, type ListProblem, type ListProblemCode } from './problems.ts';

/** What was found out about a list by reading it. */
export interface ListSummary {
  /** The publisher's own date of the file. */
  readonly published: string | undefined;
  readonly entries: number;
  readonly names: number;
  /** Entries by the part of a composed list they came from. */
  readonly groups: Readonly<Record<string, number>>;
  /** What a delta changes and takes out. */
  readonly changed: readonly ChangedEntry[];
  readonly removed: readonly string[];
  /** The first problems; `problemCount` counts all. */
  readonly problems: readonly ListProblem[];
  readonly problemCount: number;
  /** Codes of everything that is missing or in doubt, also of problems that are not told. */
  readonly lostCodes: readonly ListProblemCode[];
  /** Something of the list is missing or in doubt: it must not be put to use. */
  readonly isLost: boolean;
}

/** One reading of a list: entries as they come, and afterwards what is to be said of them. */
export interface ListReading {
  entries(): Iterable<ListEntry>;
  summary(): ListSummary;
}

/** Statements of an entry that name it. */
export function countNames({ statements }: ListEntry): number {
  return statements.filter(({ property }) => isNameProperty(property)).length;
}

/** Reads the files of a list. Two entries with one id are kept as two. */
export function readList(format: ListFormat, parts: ListParts, list: string): ListReading {
  return new Reading(format, parts, list);
}

class Reading implements ListReading {
  readonly #format: ListFormat;
  readonly #parts: ListParts;
  readonly #list: string;
  readonly #ids = new Map<string, number>();
  readonly #groups = new Map<string, number>();
  readonly #problems: ListProblem[] = [];
  readonly #changed: ChangedEntry[] = [];
  readonly #removed: string[] = [];
  #problemCount = 0;
  readonly #lostCodes = new Set<ListProblemCode>();
  #published: string | undefined;
  #stated: number | undefined;
  #entries = 0;
  #names = 0;
  #repeated: { readonly id: string; readonly pointer: string } | undefined;
  #repeatedCount = 0;

  constructor(format: ListFormat, parts: ListParts, list: string) {
    this.#format = format;
    this.#parts = parts;
    this.#list = list;
  }

  *entries(): Generator<ListEntry> {
    const missing = this.#format.parts.filter(
      ({ name, isRequired }) => isRequired && !this.#parts.has(name),
    );
    for (const { name } of missing) {
      this.#report(lost('list-part-missing', `the part \`${name}\` of the list is missing`));
    }
    for (const item of this.#format.read(this.#parts, this.#list)) {
      switch (item.kind) {
        case 'entry':
          yield this.#take(item.entry, item.group);
          break;
        case 'published':
          this.#published = item.date;
          break;
        case 'stated-count':
          this.#stated = item.count;
          break;
        case 'changed':
          this.#changed.push(item);
          break;
        case 'removed':
          this.#removed.push(item.id);
          break;
        case 'problem':
          this.#report(item);
          break;
      }
      if (this.#entries > APP_LIMITS.listEntriesMax) {
        this.#report(lost('list-limit', `more than ${APP_LIMITS.listEntriesMax} entries`));
        return;
      }
    }
    this.#tellRepeated();
    this.#checkCount();
  }

  summary(): ListSummary {
    return {
      published: this.#published,
      entries: this.#entries,
      names: this.#names,
      groups: Object.fromEntries([...this.#groups].toSorted(([a], [b]) => (a < b ? -1 : 1))),
      changed: this.#changed,
      removed: this.#removed,
      problems: this.#problems,
      problemCount: this.#problemCount,
      lostCodes: [...this.#lostCodes],
      isLost: this.#isLost,
    };
  }

  #take(entry: ListEntry, group: string | undefined): ListEntry {
    this.#entries += 1;
    this.#names += countNames(entry);
    if (group !== undefined) this.#groups.set(group, (this.#groups.get(group) ?? 0) + 1);
    const count = (this.#ids.get(entry.id) ?? 0) + 1;
    this.#ids.set(entry.id, count);
    return count === 1 ? entry : this.#again(entry, count);
  }

  /** Two entries of one id, such as an entity of two regulations, are kept as two. */
  #again(entry: ListEntry, count: number): ListEntry {
    this.#repeated ??= { id: entry.id, pointer: entry.statements[0]?.pointer ?? '' };
    this.#repeatedCount += 1;
    return { ...entry, id: `${entry.id}#${count}` as ListEntry['id'] };
  }

  #report(problem: ListProblem): void {
    this.#problemCount += 1;
    if (problem.isLost) this.#lostCodes.add(problem.code);
    // What made the list unusable is told first, however many notes there are.
    if (this.#problems.length < APP_LIMITS.listProblemsMax) this.#problems.push(problem);
    else if (problem.isLost && !this.#problems.some(({ isLost }) => isLost)) {
      this.#problems[0] = problem;
    }
  }

  #tellRepeated(): void {
    if (this.#repeated === undefined) return;
    const { id, pointer } = this.#repeated;
    const message =
      `${this.#repeatedCount} entries have the id of another one, the first \`${id}\`; ` +
      'each is kept with a number behind its id';
    this.#report(noted('list-repeated', message, { pointer }));
  }

  get #isLost(): boolean {
    return this.#lostCodes.size > 0;
  }

  #checkCount(): void {
    if (this.#stated !== undefined && this.#stated !== this.#entries && !this.#isLost) {
      const message = `the file says it has ${this.#stated} entries and has ${this.#entries}`;
      this.#report(lost('list-count', message));
    }
    if (this.#entries > 0 || this.#isLost || this.#format.isDelta === true) return;
    this.#report(
      lost('list-empty', 'the file names nobody; a list that is empty is not put to use'),
    );
  }
}

import {
  isDateText,
  type DateText,
  type ListEntry,
  type ListEntryId,
  type ListEntrySchemaName,
  type ListId,
  type ListStatement,
} from '@interdict/core';

/** Where a value stands, and what the publisher adds to it. */
export interface StatementPlace {
  readonly field: string;
  readonly pointer: string;
  /** The publisher's words when the value is not just them. */
  readonly original?: string | undefined;
  readonly lang?: string | undefined;
  readonly detail?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const NAME_PROPERTIES: readonly string[] = ['name', 'previousName', 'alias', 'weakAlias'];

/** Properties that name an entry, for counting and captions. */
export function isNameProperty(property: string): boolean {
  return NAME_PROPERTIES.includes(property);
}

/** Text with runs of white space as one space, and marks of writing direction gone. */
export function squeeze(text: string): string {
  return text
    .replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Collects what a list says of one entry. Empty values and repetitions are left out. */
export class EntryMaker {
  schema: ListEntrySchemaName;
  readonly list: string;
  readonly key: string;
  readonly #statements = new Map<string, ListStatement>();
  readonly #programs = new Set<string>();
  readonly #references = new Set<string>();
  from: string | undefined;
  to: string | undefined;

  constructor(list: string, key: string, schema: ListEntrySchemaName) {
    this.list = list;
    this.key = squeeze(key);
    this.schema = schema;
  }

  add(property: string, text: string | undefined, place: StatementPlace): void {
    if (text === undefined) return;
    const value = squeeze(text);
    if (value === '') return;
    const detail = place.detail === undefined ? undefined : squeeze(place.detail);
    const key = [property, value, place.lang ?? '', detail ?? ''].join('\u001f');
    if (this.#statements.has(key)) return;
    const original = place.original ?? text;
    this.#statements.set(key, {
      property,
      value,
      ...(original === value ? {} : { original }),
      field: place.field,
      pointer: place.pointer,
      ...optional('lang', place.lang),
      ...optional('detail', detail),
      ...optional('from', wholeDay(place.from)),
      ...optional('to', wholeDay(place.to)),
    });
  }

  addProgram(text: string | undefined): void {
    const program = squeeze(text ?? '');
    if (program !== '') this.#programs.add(program);
  }

  addReference(text: string | undefined): void {
    const reference = squeeze(text ?? '');
    if (reference !== '') this.#references.add(reference);
  }

  /** Whether anything said so far names the entry. */
  get isNamed(): boolean {
    return [...this.#statements.values()].some(({ property }) => isNameProperty(property));
  }

  /** The entry; undefined when nothing names it. */
  finish(): ListEntry | undefined {
    return this.isNamed ? this.finishUnnamed() : undefined;
  }

  /** The entry, also without a name: a delta states only what changed. */
  finishUnnamed(): ListEntry {
    const statements = [...this.#statements.values()];
    const caption = captionOf(statements) ?? this.key;
    return {
      id: `${this.list}:${this.key}` as ListEntryId,
      list: this.list as ListId,
      schema: this.schema,
      caption,
      programs: [...this.#programs],
      statements,
      ...(this.#references.size === 0 ? {} : { references: [...this.#references] }),
      ...optional('from', wholeDay(this.from)),
      ...optional('to', wholeDay(this.to)),
    };
  }
}

function captionOf(statements: readonly ListStatement[]): string | undefined {
  for (const wanted of NAME_PROPERTIES) {
    const found = statements.find(({ property }) => property === wanted);
    if (found !== undefined) return found.value;
  }
  return undefined;
}

/** A partial date limits nothing: what it would limit holds at any time. */
function wholeDay(text: string | undefined): DateText | undefined {
  return text !== undefined && isDateText(text) ? text : undefined;
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  const made: { [P in K]?: V } = {};
  if (value !== undefined && value !== '') made[key] = value;
  return made;
}

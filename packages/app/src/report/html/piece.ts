import type { Verdict } from '@interdict/core';
import {
  citeWords,
  countOf,
  countWords,
  dateWords,
  VERDICT_LABELS,
  type AnswerTexts,
  type Place,
  type Tone,
} from '../present/index.ts';
import { proseText } from '../text/index.ts';
import { markup, named, pathNamed, separated, type Markup, type MarkupPart } from './markup.ts';

/** A mark for each tone, so that color is never alone. */
const MARKS: Readonly<Record<Tone, string>> = {
  bar: '■',
  warn: '▲',
  ask: '?',
  free: '●',
  mute: '○',
};

/** Class names are a closed set, so they need no escaping of their own. */
export function badge(tone: Tone, label: string): Markup {
  const mark = markup`<span aria-hidden="true">${MARKS[tone]}</span>`;
  return markup`<span class="badge ${tone}">${mark} ${label}</span>`;
}

export function verdictBadge(verdict: Verdict): Markup {
  const { tone, label } = VERDICT_LABELS[verdict];
  return badge(tone, label);
}

export interface TableColumn {
  readonly title: string;
  /** Class of its cells: how they are set, and the share of the width they ask for. */
  readonly kind?:
    | 'number'
    | 'verdict'
    | 'when'
    | 'wide'
    | 'cite'
    | 'file'
    | 'name'
    | 'why'
    | 'place';
}

/** Rows that belong together, under a heading across all columns. */
export interface TableGroup {
  readonly heading: MarkupPart;
  readonly rows: readonly (readonly MarkupPart[])[];
}

export interface TableParts {
  readonly id: string;
  readonly caption: MarkupPart;
  readonly columns: readonly TableColumn[];
  /** Cells of each row; the first is the head of its row. */
  readonly rows?: readonly (readonly MarkupPart[])[];
  readonly groups?: Iterable<TableGroup>;
  /** Whether columns are as wide as their titles ask for, whatever the cells hold. */
  readonly isFixed?: boolean;
}

function classOf(kind: TableColumn['kind']): Markup {
  return kind === undefined ? markup`` : markup` class="${kind}"`;
}

function tableRow(row: readonly MarkupPart[], columns: readonly TableColumn[]): Markup {
  const cells = row.map((cell, at) => {
    const kind = classOf(columns[at]?.kind);
    return at === 0 ? markup`<th scope="row"${kind}>${cell}</th>` : markup`<td${kind}>${cell}</td>`;
  });
  return markup`<tr>${cells}</tr>
`;
}

function tableBody(lines: MarkupPart): Markup {
  return markup`<tbody>
${lines}</tbody>`;
}

/** A table in parts, as one of a fleet can have more rows than fit into one text. */
export function* tableParts(parts: TableParts): Generator<Markup> {
  const { id, caption, columns, rows = [], groups = [], isFixed = false } = parts;
  const heads = columns.map(
    ({ title, kind }) => markup`<th scope="col"${classOf(kind)}>${title}</th>`,
  );
  const fixed = isFixed ? markup` class="fixed"` : undefined;
  yield markup`<div class="scroll" role="group" tabindex="0" aria-labelledby="${id}"><table${fixed}>
<caption id="${id}"><span class="cap">${caption}</span></caption>
<thead><tr>${heads}</tr></thead>
`;
  if (rows.length > 0) yield tableBody(rows.map((row) => tableRow(row, columns)));
  for (const group of groups) {
    const span = markup`scope="rowgroup" colspan="${columns.length}"`;
    const head = markup`<tr><th ${span}>${group.heading}</th></tr>
`;
    yield tableBody([head, group.rows.map((row) => tableRow(row, columns))]);
  }
  yield markup`</table></div>
`;
}

/** A table with caption and scopes, in a frame that a narrow screen can scroll. */
export function table(parts: TableParts): Markup {
  return markup`${[...tableParts(parts)]}`;
}

/** `since 29 September 2024 04:00 UTC`, what was before and the next change, as paragraphs. */
export function datesCell({ turns, nexts }: AnswerTexts): MarkupPart {
  const since = turns.map(({ at, before }) => [
    markup`<p>since ${date(at)}</p>`,
    markup`<p class="note">before: ${VERDICT_LABELS[before].label.toLowerCase()}</p>`,
  ]);
  const next = nexts.map(({ at, verdict }) => {
    const then = VERDICT_LABELS[verdict].label.toLowerCase();
    return markup`<p>until ${date(at)}, then: ${then}</p>`;
  });
  const none = markup`<p class="note">no earlier change on record</p>`;
  return [turns.length === 0 ? none : since, next];
}

export function citesCell({ cites }: AnswerTexts): MarkupPart {
  return cites.map((one) => markup`<p>${citeWords(one)}</p>`);
}

/** Names that are not broken over lines while they fit into one, each with its comma. */
function units(names: readonly string[]): MarkupPart {
  return names.map((name, at) => {
    const comma = at === names.length - 1 ? '' : ',';
    return markup`${at === 0 ? '' : ' '}<span class="unit">${named(name)}${comma}</span>`;
  });
}

/** Names in a row, the last ones only counted when there are more than `most`. */
export function nameList(names: readonly string[], most: number = names.length): MarkupPart {
  const shown = units(names.slice(0, most));
  const rest = names.length - Math.min(most, names.length);
  return rest === 0 ? shown : [shown, ` … and ${countWords(rest)} more`];
}

/** Where, with all names or as many as are wanted. */
export function where({ hosts, files }: Place, most?: number): MarkupPart {
  const on = hosts.length === 1 ? 'on' : `on ${countOf(hosts.length, 'host', 'hosts')}:`;
  const within = files.length === 1 ? 'in' : `in ${countOf(files.length, 'file', 'files')}:`;
  const [file] = files;
  const paths = files.length === 1 && file !== undefined ? pathNamed(file) : nameList(files, most);
  const parts = [
    hosts.length === 0 ? [] : [markup`${on} ${nameList(hosts, most)}`],
    files.length === 0 ? [] : [markup`${within} ${paths}`],
  ].flat();
  return separated(parts, markup`; `);
}

/** A date or instant that is not broken over lines. */
export function date(at: string): Markup {
  return markup`<time datetime="${at}">${dateWords(at)}</time>`;
}

/** A labelled remark below the reason of a row; nothing when there is none. */
export function remark(label: string, text: string): MarkupPart {
  return text === ''
    ? undefined
    : markup`<p class="note"><strong>${label}:</strong> ${proseText(text)}</p>`;
}

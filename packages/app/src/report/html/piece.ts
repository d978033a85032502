import type { Verdict } from '@interdict/core';
import {
  citeWords,
  countOf,
  countWords,
  dateWords,
  VERDICT_LABELS,
  type Place,
  type RowGroup,
  type Saying,
  type Tone,
} from '../present/index.ts';
import { proseText } from '../text/index.ts';
import { markup, named, separated, type Markup, type MarkupPart } from './markup.ts';

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
  readonly kind?: 'number' | 'verdict' | 'when' | 'wide' | 'cite' | 'file';
}

export interface TableParts {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  /** Cells of each row; the first is the head of its row. */
  readonly rows: readonly (readonly MarkupPart[])[];
}

function classOf(kind: TableColumn['kind']): Markup {
  return kind === undefined ? markup`` : markup` class="${kind}"`;
}

/** A table with caption and scopes, in a frame that a narrow screen can scroll. */
export function table({ id, caption, columns, rows }: TableParts): Markup {
  const heads = columns.map(
    ({ title, kind }) => markup`<th scope="col"${classOf(kind)}>${title}</th>`,
  );
  const lines = rows.map((row) => {
    const cells = row.map((cell, at) => {
      const kind = classOf(columns[at]?.kind);
      return at === 0
        ? markup`<th scope="row"${kind}>${cell}</th>`
        : markup`<td${kind}>${cell}</td>`;
    });
    return markup`<tr>${cells}</tr>
`;
  });
  return markup`<div class="scroll" role="group" tabindex="0" aria-labelledby="${id}"><table>
<caption id="${id}">${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${lines}</tbody></table></div>
`;
}

/** `2024-09-29 04:00 UTC (before: not yet in force)` and the next change, as paragraphs. */
export function datesCell({ row }: Saying): MarkupPart {
  const { previous, next } = row;
  const before = previous === undefined ? '' : VERDICT_LABELS[previous.verdict].label;
  const since =
    previous === undefined
      ? markup`<p class="note">no earlier change on record</p>`
      : [
          markup`<p>since ${date(previous.at)}</p>`,
          markup`<p class="note">before: ${before.toLowerCase()}</p>`,
        ];
  if (next === undefined) return since;
  const then = VERDICT_LABELS[next.verdict].label.toLowerCase();
  return [since, markup`<p>until ${date(next.at)}, then: ${then}</p>`];
}

export function citesCell({ row }: Pick<RowGroup, 'row'>): MarkupPart {
  return row.cite.map((one) => markup`<p>${citeWords(one)}</p>`);
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
  const parts = [
    hosts.length === 0
      ? []
      : [markup`on ${countOf(hosts.length, 'host', 'hosts')}: ${nameList(hosts, most)}`],
    files.length === 0
      ? []
      : [markup`in ${countOf(files.length, 'file', 'files')}: ${nameList(files, most)}`],
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

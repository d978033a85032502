import type { Profile } from '@interdict/core';
import {
  actWords,
  citeWords,
  dateWords,
  missingQuestion,
  placeOf,
  placeWords,
  ruleWords,
  samePlace,
  VERDICT_LABELS,
  withoutRowsSentence,
  type ProductGroup,
  type RowGroup,
} from '../present/index.ts';
import { proseText, wrapText } from '../text/index.ts';
import { cell, gridIn, layOut, type Cell, type Column, type Layout } from './grid.ts';
import {
  bullet,
  foldNames,
  indented,
  labelled,
  nameCells,
  paragraph,
  shortName,
  type Labelled,
  type Page,
} from './page.ts';

const INDENT = 3;
const DEEP = 6;

const COLUMNS: readonly Column[] = [
  { title: 'Verdict', cellsMin: 12, weight: 2 },
  { title: 'Who may not do what, under which rule', cellsMin: 34, weight: 3 },
  { title: 'Since', cellsMin: 16, weight: 1 },
  { title: 'Why', cellsMin: 24, weight: 4 },
  { title: 'Citation', cellsMin: 20, weight: 3 },
];

/** `2024-09-29 04:00 UTC (before: not yet in force)`. */
function sinceWords({ row }: RowGroup): string {
  if (row.previous === undefined) return 'no earlier change on record';
  const before = VERDICT_LABELS[row.previous.verdict].label.toLowerCase();
  return `${dateWords(row.previous.at)} (before: ${before})`;
}

function untilWords({ row }: RowGroup): string {
  if (row.next === undefined) return '';
  return `${dateWords(row.next.at)}, then: ${VERDICT_LABELS[row.next.verdict].label.toLowerCase()}`;
}

/** Everything a row says beside verdict, act, dates and citation. */
function remarks({ row }: RowGroup, profile: Profile): Labelled[] {
  return [
    { label: 'Condition', text: proseText(row.condition ?? '') },
    { label: 'Missing', text: row.missing.map((one) => missingQuestion(one, profile)).join(' ') },
    { label: 'Advice', text: proseText(row.advice ?? '') },
    { label: 'Caution', text: proseText(row.caution ?? '') },
    { label: 'Assumed', text: (row.assumed ?? []).map(proseText).join('; ') },
  ].filter(({ text }) => text !== '');
}

/** Where the row holds, when that is not everywhere the product is. */
function rowPlace(group: RowGroup, product: ProductGroup, cells: number): string {
  const place = placeOf(group.findings);
  if (samePlace(place, placeOf(product.findings))) return '';
  return placeWords(place, (names) => foldNames(names, cells));
}

/** `BARRED under us-icts-kaspersky-2024 / updates`. */
function verdictLines(page: Page, { row }: RowGroup): string[] {
  const { label, tone } = VERDICT_LABELS[row.verdict];
  const word = label.toUpperCase();
  const lines = wrapText(`${word} under ${ruleWords(row)}`, page.columns - DEEP);
  return lines.map((line, at) =>
    at === 0
      ? indented(INDENT, page.paint(word, tone) + line.slice(word.length))
      : indented(DEEP, line),
  );
}

function stackedRow(
  page: Page,
  group: RowGroup,
  product: ProductGroup,
  profile: Profile,
): string[] {
  const { row, activities } = group;
  return [
    ...verdictLines(page, group),
    ...labelled(page, DEEP, [
      { label: 'Who, what', text: actWords(row, activities) },
      { label: 'Since', text: sinceWords(group) },
      { label: 'Until', text: untilWords(group) },
      { label: 'Where', text: rowPlace(group, product, nameCells(page, DEEP)) },
      { label: 'Why', text: proseText(row.because) },
      ...remarks(group, profile),
      ...row.cite.map((one, at) => ({ label: at === 0 ? 'Cite' : '', text: citeWords(one) })),
    ]),
  ];
}

function isText(text: string): boolean {
  return text !== '';
}

function gridCells(group: RowGroup, product: ProductGroup, profile: Profile): Cell[] {
  const { row, activities } = group;
  const { label, tone } = VERDICT_LABELS[row.verdict];
  const until = untilWords(group);
  const act = [actWords(row, activities), ruleWords(row), rowPlace(group, product, 60)];
  return [
    cell(label.toUpperCase(), tone),
    { paragraphs: act.filter(isText) },
    { paragraphs: [sinceWords(group), until === '' ? '' : `until ${until}`].filter(isText) },
    {
      paragraphs: [
        proseText(row.because),
        ...remarks(group, profile).map(({ label: name, text }) => `${name}: ${text}`),
      ],
    },
    { paragraphs: row.cite.map(citeWords) },
  ];
}

function rowCells(product: ProductGroup, profile: Profile): Cell[][] {
  return product.rows.map((one) => gridCells(one, product, profile));
}

/** One layout for all products of a section, so that their columns stand in line. */
export function layOutProducts(
  page: Page,
  products: readonly ProductGroup[],
  profile: Profile,
): Layout {
  const rows = products.flatMap((product) => rowCells(product, profile));
  return layOut(page, INDENT, COLUMNS, rows);
}

function rowLines(page: Page, product: ProductGroup, options: BlockOptions): string[] {
  const { profile, layout } = options;
  if (product.rows.length === 0) return paragraph(page, INDENT, withoutRowsSentence(product));
  if (page.isWide) return gridIn(page, layout, rowCells(product, profile));
  return product.rows.flatMap((group) => stackedRow(page, group, product, profile));
}

function describe(page: Page, product: ProductGroup): string[] {
  const readAs = product.readAs.filter((name) => name !== product.title).map(shortName);
  const cells = nameCells(page, INDENT);
  const place = placeWords(placeOf(product.findings), (names) => foldNames(names, cells));
  return [
    ...paragraph(page, INDENT, product.about.join(' · ')),
    ...labelled(page, INDENT, [
      { label: 'Can do', text: product.privilege ?? '' },
      { label: 'Where', text: place },
      { label: 'Read as', text: readAs.length === 0 ? '' : foldNames(readAs, cells) },
      { label: 'Held down', text: product.capped.join('; ') },
    ]),
  ];
}

export interface BlockOptions {
  readonly number: number;
  readonly profile: Profile;
  readonly layout: Layout;
  /** Whether the product has been described in a section before. */
  readonly isKnown: boolean;
}

/** A product with what it is, where it is, and what every rule says of it. */
export function productBlock(page: Page, product: ProductGroup, options: BlockOptions): string[] {
  const title = `${shortName(product.title)}${options.isKnown ? ' (described above)' : ''}`;
  return [
    '',
    ...bullet(page, 0, { mark: `${options.number}.` }, title).map((line) =>
      page.paint(line, 'strong'),
    ),
    ...(options.isKnown ? [] : describe(page, product)),
    ...rowLines(page, product, options),
  ];
}

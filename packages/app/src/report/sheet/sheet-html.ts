import { markup, type Markup, type MarkupPart } from '../html/markup.ts';
import { pageHead } from '../html/page-head.ts';
import { badge, table } from '../html/piece.ts';
import { proseText } from '../text/index.ts';
import {
  stopAfter,
  type Sheet,
  type SheetBlock,
  type SheetCell,
  type SheetPoint,
} from './sheet.ts';

function toned({ text, tone }: SheetCell): MarkupPart {
  return tone === undefined ? proseText(text) : badge(tone, proseText(text));
}

function pointItem(point: SheetPoint): Markup {
  const { lead, tone, text, points = [] } = point;
  const shown =
    lead === undefined
      ? undefined
      : tone === undefined
        ? markup`<strong>${proseText(lead)}${stopAfter(point)}</strong> `
        : markup`${badge(tone, proseText(lead))} `;
  const below = points.length === 0 ? undefined : list(points);
  return markup`<li>${shown}${proseText(text)}${below}</li>
`;
}

function list(points: readonly SheetPoint[]): Markup {
  return markup`<ul>
${points.map(pointItem)}</ul>
`;
}

/** Numbers of headings and tables, for ids that nothing else on the page has. */
interface Counter {
  count: number;
}

function nextId(counter: Counter): string {
  counter.count += 1;
  return `s${counter.count}`;
}

function block(one: SheetBlock, caption: string, counter: Counter): Markup {
  switch (one.kind) {
    case 'prose':
      return markup`<p>${toned(one)}</p>
`;
    case 'pairs': {
      const pairs = one.pairs.map(
        (pair) => markup`<dt>${proseText(pair.label)}</dt><dd>${toned(pair)}</dd>
`,
      );
      return markup`<dl class="facts">
${pairs}</dl>
`;
    }
    case 'points':
      return list(one.points);
    case 'table':
      return table({
        id: nextId(counter),
        caption,
        columns: one.columns.map(({ title }) => ({ title })),
        rows: one.rows.map((cells) => cells.map(toned)),
      });
    case 'part':
      return markup`<h3>${proseText(one.title)}</h3>
${one.blocks.map((part) => block(part, proseText(one.title), counter))}`;
  }
}

function sheetBody(sheet: Sheet, counter: Counter): Markup {
  const title = proseText(sheet.title);
  const sections = sheet.sections.map((section) => {
    const id = nextId(counter);
    const heading = proseText(section.title);
    return markup`<section aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
${section.blocks.map((one) => block(one, heading, counter))}</section>
`;
  });
  return markup`<h1>${title}</h1>
${sheet.blocks.map((one) => block(one, title, counter))}${sections}`;
}

/** A page of HTML that is written sheet by sheet, so that it can be longer than one text. */
interface HtmlPage {
  readonly open: () => string;
  readonly add: (sheet: Sheet) => string;
  readonly close: () => string;
}

/** Begins a page that loads nothing and prints. */
export function htmlPage(title: string): HtmlPage {
  const counter: Counter = { count: 0 };
  return {
    open: () => `${pageHead(proseText(title)).safe}<body>\n<main id="main">\n`,
    add: (sheet) => sheetBody(sheet, counter).safe,
    close: () => '</main>\n</body>\n</html>\n',
  };
}

/** One sheet as a page. */
export function sheetHtml(sheet: Sheet): string {
  const page = htmlPage(sheet.title);
  return `${page.open()}${page.add(sheet)}${page.close()}`;
}

import type { Profile } from '@interdict/core';
import {
  activityMeaning,
  actWords,
  missingQuestion,
  placeOf,
  ruleWords,
  samePlace,
  type Argument,
  type Place,
  type ProductGroup,
  type RowGroup,
  type Saying,
} from '../present/index.ts';
import { proseText, shortenText } from '../text/index.ts';
import { markup, type Markup, type MarkupPart } from './markup.ts';
import {
  citesCell,
  datesCell,
  remark,
  table,
  verdictBadge,
  where,
  type TableColumn,
} from './piece.ts';

const TITLE_LENGTH_MAX = 80;

const COLUMNS: readonly TableColumn[] = [
  { title: 'Verdict', kind: 'verdict' },
  { title: 'Who may not do what', kind: 'wide' },
  { title: 'When', kind: 'when' },
  { title: 'Why', kind: 'wide' },
  { title: 'Citation', kind: 'cite' },
];

function whyCell({ row }: Saying, profile: Profile): MarkupPart {
  return [
    markup`<p>${proseText(row.because)}</p>`,
    remark('Condition', row.condition ?? ''),
    remark('Missing', row.missing.map((path) => missingQuestion(path, profile)).join(' ')),
    remark('Advice', row.advice ?? ''),
    remark('Caution', row.caution ?? ''),
    remark('Assumed', (row.assumed ?? []).join('; ')),
  ];
}

function rowCells(saying: Saying, note: MarkupPart, profile: Profile): MarkupPart[] {
  const { row, activities } = saying;
  return [
    verdictBadge(row.verdict),
    [
      markup`<p>${actWords(row, activities)}</p>`,
      markup`<p class="rule">${ruleWords(row)}</p>`,
      note,
    ],
    datesCell(saying),
    whyCell(saying, profile),
    citesCell(saying),
  ];
}

/** Where a row holds, when that is not everywhere the product is. */
function onlyWhere(group: RowGroup, whole: Place): MarkupPart {
  const place = placeOf(group.findings);
  return samePlace(place, whole) ? undefined : markup`<p class="note">Only ${where(place)}</p>`;
}

/** What the rules say of a product, a row each. */
export function productRules(product: ProductGroup, id: string, profile: Profile): Markup {
  const whole = placeOf(product.findings);
  return table({
    id,
    caption: `What the rules say of ${shortenText(product.title, TITLE_LENGTH_MAX)}`,
    columns: COLUMNS,
    rows: product.rows.map((group) => rowCells(group, onlyWhere(group, whole), profile)),
  });
}

/** Every row of an argument, with what each activity means. */
export function argumentRules(argument: Argument, profile: Profile): Markup {
  const rows = argument.sayings.map((saying) => {
    const meanings = saying.activities.map(activityMeaning).join(' ');
    return rowCells(saying, markup`<p class="note small">${meanings}</p>`, profile);
  });
  return table({
    id: `${argument.id}-rules`,
    caption: `Rules, row by row: ${shortenText(argument.title, TITLE_LENGTH_MAX)}`,
    columns: COLUMNS,
    rows,
  });
}

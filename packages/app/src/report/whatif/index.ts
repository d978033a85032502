/**
 * Ways to write down what a proposed rule would change: `interdict.whatif/1` to text.
 *
 * The same words, grids and markup as for reports of a check; nothing here decides. Texts from
 * inputs and from the proposal are treated as hostile.
 */
import { assert, type WhatIf } from '@interdict/core';
import type { RenderOptions } from '../format.ts';
import { renderWhatIfCsv } from './render-csv.ts';
import { renderWhatIfHtml } from './render-html.ts';
import { renderWhatIfTable } from './render-table.ts';

function* renderWhatIfJson(answer: WhatIf): Generator<string> {
  yield `${JSON.stringify(answer, null, 2)}\n`;
}

/** One way to write a what-if down. */
interface WhatIfFormat {
  readonly name: 'table' | 'json' | 'csv' | 'html';
  readonly render: (answer: WhatIf, options: RenderOptions) => Iterable<string>;
}

export type WhatIfFormatName = WhatIfFormat['name'];

const FORMATS: readonly WhatIfFormat[] = [
  { name: 'table', render: renderWhatIfTable },
  { name: 'json', render: renderWhatIfJson },
  { name: 'csv', render: renderWhatIfCsv },
  { name: 'html', render: renderWhatIfHtml },
];

export const WHAT_IF_FORMATS: readonly WhatIfFormatName[] = FORMATS.map(({ name }) => name);

/** A what-if in a format, in parts to be written one after the other. */
export function renderWhatIfParts(
  answer: WhatIf,
  name: WhatIfFormatName,
  options: RenderOptions,
): Iterable<string> {
  const format = FORMATS.find((one) => one.name === name);
  assert(format !== undefined, 'every name of a format has its format');
  return format.render(answer, options);
}

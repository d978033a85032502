import type { WhatIf, WhatIfDifference } from '@interdict/core';
import { csvField } from '../render-csv.ts';

interface Column {
  readonly name: string;
  readonly value: (one: WhatIfDifference, answer: WhatIf) => string | undefined;
}

/** Columns in their order; new ones are added at the end, none is renamed. */
const COLUMNS: readonly Column[] = [
  { name: 'kind', value: ({ kind }) => kind },
  { name: 'from', value: ({ from }) => from },
  { name: 'repeated', value: ({ repeated }) => String(repeated) },
  { name: 'subject', value: ({ subject }) => subject.name },
  { name: 'host', value: ({ subject }) => subject.host },
  { name: 'product', value: ({ product }) => product },
  { name: 'maker', value: ({ maker }) => maker },
  { name: 'supplier', value: ({ supplier }) => supplier },
  { name: 'order', value: ({ order }) => order },
  { name: 'activity', value: ({ activity }) => activity },
  { name: 'today', value: ({ today }) => today },
  { name: 'proposed', value: ({ proposed }) => proposed },
  { name: 'rule', value: ({ rule }) => rule },
  { name: 'prohibition', value: ({ prohibition }) => prohibition },
  { name: 'because', value: ({ because }) => because },
  { name: 'condition', value: ({ condition }) => condition },
  { name: 'caution', value: ({ caution }) => caution },
  { name: 'missing', value: ({ missing }) => missing.join('; ') },
  { name: 'file', value: ({ subject }) => subject.source.file },
  { name: 'pointer', value: ({ subject }) => subject.source.pointer },
  { name: 'finding', value: ({ finding }) => finding },
  { name: 'rulebook', value: (_, { rulebook }) => rulebook.edition },
  { name: 'rulebookDigest', value: (_, { rulebook }) => rulebook.digest },
  { name: 'proposalDigest', value: (_, { proposal }) => proposal.digest },
];

function line(fields: readonly (string | undefined)[]): string {
  return `${fields.map((one) => csvField(one ?? '')).join(',')}\r\n`;
}

/** One line for each act that is answered more severely, safe to open in a spreadsheet. */
export function* renderWhatIfCsv(answer: WhatIf): Generator<string> {
  yield line(COLUMNS.map(({ name }) => name));
  for (const one of answer.differences) {
    yield line(COLUMNS.map(({ value }) => value(one, answer)));
  }
}

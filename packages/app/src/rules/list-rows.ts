import type { ProvisionBinding, When } from '@interdict/core';
import type { Edition } from '../edition/index.ts';
import { csvField } from '../report/index.ts';
import type { RuleListing } from './list-rules.ts';
import { overdueWords } from './standing-words.ts';

interface Column {
  readonly name: string;
  readonly value: (listing: RuleListing) => string | number | undefined;
}

/** Columns in their order; new ones are added at the end, none is renamed. */
const COLUMNS: readonly Column[] = [
  { name: 'rule', value: ({ id }) => id },
  { name: 'title', value: ({ title }) => title },
  { name: 'jurisdiction', value: ({ jurisdiction }) => jurisdiction },
  { name: 'kind', value: ({ kind }) => kind },
  { name: 'issuer', value: ({ issuer }) => issuer },
  { name: 'status', value: ({ standing }) => standing.state },
  { name: 'force', value: ({ standing }) => standing.force },
  { name: 'since', value: ({ standing }) => standing.since },
  { name: 'until', value: ({ standing }) => standing.until },
  { name: 'overdue', value: ({ standing }) => overdueWords(standing) },
  { name: 'citationsVerified', value: ({ citations }) => citations.verified },
  { name: 'citationsRecorded', value: ({ citations }) => citations.recorded },
  { name: 'citationsUnsettled', value: ({ citations }) => citations.unsettled },
  { name: 'openPoints', value: ({ openPoints }) => openPoints },
  { name: 'binds', value: ({ binding }) => binding?.kind },
  { name: 'because', value: ({ because }) => because },
  { name: 'change', value: ({ change }) => change },
];

/** The rules listed as CSV after RFC 4180. */
export function listCsv(listings: readonly RuleListing[]): string {
  const rows = [
    COLUMNS.map(({ name }) => name),
    ...listings.map((one) => COLUMNS.map(({ value }) => csvField(String(value(one) ?? '')))),
  ];
  return rows.map((row) => `${row.join(',')}\r\n`).join('');
}

/** Which edition an answer comes from, in every JSON of these commands. */
export function editionStamp({ compiled }: Edition): Readonly<Record<string, string | number>> {
  const { edition, digest, cutoff } = compiled.rulebook;
  return { edition, digest, cutoff, rules: compiled.rules.length };
}

/** A provision without the traces of its conditions: ids, kind, and the facts it hangs on. */
function provisionJson(one: ProvisionBinding): unknown {
  const { id, title, kind, missing, changes } = one;
  const facts = changes.map(({ leaf, becomes }) => {
    const { path, op, wanted } = leaf;
    return { fact: path, op, value: wanted, becomes };
  });
  return { id, title, kind, missing, changes: facts };
}

/** The rules listed as a JSON value, `interdict.rule-list/1`. */
export function listJson(listings: readonly RuleListing[], edition: Edition, asOf: When): unknown {
  return {
    schema: 'interdict.rule-list/1',
    asOf: asOf.text,
    rulebook: editionStamp(edition),
    rules: listings.map(({ binding, because, change, ...listing }) =>
      binding === undefined
        ? listing
        : {
            ...listing,
            binds: binding.kind,
            because,
            change,
            provisions: binding.provisions.map(provisionJson),
          },
    ),
  };
}

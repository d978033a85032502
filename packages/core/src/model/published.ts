import type { TSchema } from 'typebox';
import { CaseActSchema } from './case-act.ts';
import { CatalogFileSchema, EmbeddingSchema, ProductSchema, SignSchema } from './catalog.ts';
import { IdentificationSchema } from './identification.ts';
import { JournalRecordSchema } from './journal-record.ts';
import { ListEntrySchema, ListVersionSchema } from './list-entry.ts';
import { PartyGroupSchema, PartySchema } from './party.ts';
import { ProfileSchema } from './profile.ts';
import { InventoryRecordSchema } from './record.ts';
import { FindingSchema, ReportSchema } from './report.ts';
import { RuleSchema } from './rule.ts';
import { TransactionSchema } from './transaction.ts';
import { DecisionSchema, VerdictRowSchema } from './verdict-row.ts';
import { WhatIfSchema } from './what-if.ts';

/** A schema other programs may rely on; a change that breaks them gets a new version. */
export interface PublishedSchema {
  readonly name: string;
  readonly version: number;
  readonly schema: TSchema;
}

export const PUBLISHED_SCHEMAS: readonly PublishedSchema[] = [
  { name: 'case-act', version: 1, schema: CaseActSchema },
  { name: 'catalog', version: 1, schema: CatalogFileSchema },
  { name: 'decision', version: 1, schema: DecisionSchema },
  { name: 'embedding', version: 1, schema: EmbeddingSchema },
  { name: 'finding', version: 1, schema: FindingSchema },
  { name: 'identification', version: 1, schema: IdentificationSchema },
  { name: 'journal-record', version: 1, schema: JournalRecordSchema },
  { name: 'list-entry', version: 1, schema: ListEntrySchema },
  { name: 'list-version', version: 1, schema: ListVersionSchema },
  { name: 'parties', version: 1, schema: PartyGroupSchema },
  { name: 'party', version: 1, schema: PartySchema },
  { name: 'product', version: 1, schema: ProductSchema },
  { name: 'profile', version: 1, schema: ProfileSchema },
  { name: 'record', version: 1, schema: InventoryRecordSchema },
  { name: 'report', version: 1, schema: ReportSchema },
  { name: 'rule', version: 1, schema: RuleSchema },
  { name: 'sign', version: 1, schema: SignSchema },
  { name: 'transaction', version: 1, schema: TransactionSchema },
  { name: 'verdict-row', version: 1, schema: VerdictRowSchema },
  { name: 'whatif', version: 1, schema: WhatIfSchema },
];

/** File name of a published schema in the schemas folder. */
export function schemaFileName({ name, version }: PublishedSchema): string {
  return `interdict.${name}-${version}.schema.json`;
}

/** Text of a published schema: JSON Schema 2020-12, two spaces, a line end. */
export function schemaFileText(published: PublishedSchema): string {
  const { name, version, schema } = published;
  const document = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:interdict:schema:${name}:${version}`,
    title: `interdict.${name}/${version}`,
    ...schema,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

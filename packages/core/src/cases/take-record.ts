import { checkSchema, digestOfText } from '../document/index.ts';
import {
  CASE_ACTS,
  CASE_RECORD_SCHEMA,
  caseActSchemaOf,
  type CaseAct,
  type CaseActName,
  type CaseId,
  type Finding,
  type JournalRecord,
} from '../model/index.ts';
import type { CaseFile } from './case-file.ts';
import { proposeAct, type Proposal } from './propose-act.ts';
import type { Refusal } from './refusal.ts';

const ID_DIGITS = 16;

/** The case of a finding; a finding has one case, whatever check finds it again. */
export function caseIdOf({ id }: Pick<Finding, 'id'>): CaseId {
  return `case-${digestOfText(id).slice(0, ID_DIGITS)}` as CaseId;
}

type Body = Readonly<Record<string, unknown>>;

export type CaseActRead =
  | { readonly ok: true; readonly id: CaseId; readonly act: CaseAct }
  | { readonly ok: false; readonly refusal: Refusal };

function refused(message: string): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code: 'act-invalid', message, missing: [] } };
}

function isActName(value: unknown): value is CaseActName {
  return typeof value === 'string' && Object.hasOwn(CASE_ACTS, value);
}

/** The body of the record of an act. */
export function caseOfRecord(id: CaseId, act: CaseAct): Body {
  const { capacity } = CASE_ACTS[act.act];
  return { schema: CASE_RECORD_SCHEMA, case: id, capacity, ...act };
}

/** Reads the body of a record of a case, or says what is wrong with it. */
export function readCaseAct(body: Body): CaseActRead {
  const name = body['act'];
  if (!isActName(name)) return refused(`\`${String(name)}\` is no act on a case`);
  const schema = caseActSchemaOf(name);
  const [problem] = schema === undefined ? [] : checkSchema(schema, body);
  if (problem !== undefined) return refused(`${name}: ${problem.message}`);
  const { schema: _, case: id, capacity: __, ...act } = body;
  if (name === 'open' && caseIdOf((act as Extract<CaseAct, { act: 'open' }>).finding) !== id) {
    return refused('a case bears the id its finding gives it');
  }
  return { ok: true, id: id as CaseId, act: act as CaseAct };
}

/**
 * What a record of the journal makes of its case. A record of an act that a guard refuses is
 * told, not applied: the program never writes one.
 */
export function takeRecord(before: CaseFile | undefined, record: JournalRecord): Proposal {
  const read = readCaseAct(record.body);
  if (!read.ok) return read;
  const { at, by, seq } = record;
  return proposeAct(before, read.act, { id: read.id, at, by, seq });
}

import {
  assert,
  assertNever,
  CASE_ACTS,
  type CaseAct,
  type CaseActWord,
  type CaseId,
} from '../model/index.ts';
import type { CaseFile } from './case-file.ts';
import { refusalOf, type Actor } from './guards.ts';
import { caseAsOf, reopened } from './lapse.ts';
import type { Refusal } from './refusal.ts';
import { isSameReport, reportsAfter, reportsStated } from './reports.ts';

/** Who acts on which case and when, and the number of the journal record that says so. */
export interface Acting extends Actor {
  readonly id: CaseId;
  readonly seq: number;
}

export type Proposal =
  | { readonly ok: true; readonly file: CaseFile }
  | { readonly ok: false; readonly refusal: Refusal };

/** What an act that no guard refused makes of a case, apart from its state. */
function effectOf(file: CaseFile, act: CaseAct, { by, at }: Acting): CaseFile {
  switch (act.act) {
    case 'gather-facts': {
      const { evidence: _, evaluation: __, ...rest } = file;
      const { scope, evidence } = act;
      return { ...rest, scope, ...(evidence === undefined ? {} : { evidence }) };
    }
    case 'evaluate':
      return { ...file, evaluation: act.evaluation, reports: reportsAfter(file, act.evaluation) };
    case 'dismiss':
      return { ...file, dismissed: act.because };
    case 'request-exception': {
      const { instrument, expires } = act;
      const request = {
        requestedBy: by,
        ...(instrument === undefined ? {} : { instrument }),
        ...(expires === undefined ? {} : { expires }),
      };
      return { ...file, request };
    }
    case 'approve': {
      const { request, ...rest } = file;
      const instrument = act.instrument ?? request?.instrument;
      const expires = act.expires ?? request?.expires;
      assert(request !== undefined, 'an exception that is answered for was asked for');
      assert(instrument !== undefined && expires !== undefined, 'the guards of approval held');
      const { requestedBy } = request;
      return { ...rest, exception: { requestedBy, approvedBy: by, instrument, expires } };
    }
    case 'reject': {
      const { request: _, ...rest } = file;
      return rest;
    }
    case 'close':
      return act.evidence === undefined ? file : { ...file, evidence: act.evidence };
    case 'remediate': {
      const { exception: _, ...rest } = file;
      return rest;
    }
    case 'reopen':
      return reopened(file, { cause: act.cause, at });
    case 'owe-report':
      return { ...file, reports: reportsStated(file, act) };
    case 'report': {
      const sent = { at, by, document: act.document };
      const reports = file.reports.map((one) => (isSameReport(one, act) ? { ...one, sent } : one));
      return { ...file, reports };
    }
    case 'assign':
      return { ...file, assigned: act.to };
    case 'open':
    case 'clear':
    case 'flag':
    case 'review':
    case 'accept':
    case 'attach':
    case 'comment':
      return file;
    default:
      return assertNever(act);
  }
}

function opened(act: CaseAct, { id, at, seq }: Acting): Proposal {
  if (act.act !== 'open') {
    const message = `there is no case \`${id}\``;
    return { ok: false, refusal: { code: 'case-unknown', message, missing: [] } };
  }
  const { finding } = act;
  const times = { opened: at, changed: at, seq, acts: 1 };
  return { ok: true, file: { id, state: 'open', ...times, finding, scope: [], reports: [] } };
}

/**
 * What an act would make of a case, which is undefined before it is opened; or why it is
 * refused. Nothing is done by asking: the act counts once its record is in the journal.
 */
export function proposeAct(before: CaseFile | undefined, act: CaseAct, acting: Acting): Proposal {
  if (before === undefined) return opened(act, acting);
  const file = caseAsOf(before, acting.at);
  const refusal = refusalOf(file, act, acting);
  if (refusal !== undefined) return { ok: false, refusal };
  const { to }: CaseActWord = CASE_ACTS[act.act];
  const after = effectOf(file, act, acting);
  const { at, seq } = acting;
  const acts = file.acts + 1;
  return { ok: true, file: { ...after, state: to ?? file.state, changed: at, seq, acts } };
}

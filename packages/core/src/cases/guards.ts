import { parseDate } from '../calendar/index.ts';
import {
  assert,
  assertNever,
  CASE_ACTS,
  moreSevere,
  VERDICTS,
  type CaseAct,
  type CaseActWord,
  type Evaluation,
  type EvidenceEdition,
  type InstantText,
  type Verdict,
} from '../model/index.ts';
import type { CaseFile } from './case-file.ts';
import { refusedBy, type Refusal } from './refusal.ts';
import { isSameReport, owedReports } from './reports.ts';

/** Who acts, and when. */
export interface Actor {
  readonly by: string;
  readonly at: InstantText;
}

type ActOf<Name extends CaseAct['act']> = Extract<CaseAct, { readonly act: Name }>;

function invalid(message: string): Refusal {
  return { code: 'act-invalid', message, missing: [] };
}

/** The same person under a name written another way is no second person. */
function isSamePerson(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) => name.trim().normalize('NFKC').toLowerCase());
  return one === other;
}

function refuseGaps({ gaps }: EvidenceEdition): Refusal | undefined {
  if (gaps.length === 0) return undefined;
  return refusedBy('no-gaps', `${gaps.length} parts of the evidence could not be looked at`, gaps);
}

function refuseOwed(file: CaseFile): Refusal | undefined {
  const owed = owedReports(file);
  if (owed.length === 0) return undefined;
  const missing = owed.map(
    ({ rule, duty, to, due }) => `${duty} of ${rule} to ${to}, due ${due ?? 'on an unknown day'}`,
  );
  return refusedBy('reports-sent', `${owed.length} reports are owed`, missing);
}

/** The most severe of the verdict and its rows; what could not be asked at all has no rows. */
function mostSevere({ rows, verdict }: Evaluation): Verdict {
  return rows.reduce<Verdict>((worst, row) => moreSevere(worst, row.verdict), verdict);
}

function refuseEvaluate(
  { evidence, scope }: CaseFile,
  { evaluation }: ActOf<'evaluate'>,
): Refusal | undefined {
  if (mostSevere(evaluation) !== evaluation.verdict) {
    return invalid('the verdict of an evaluation is milder than one of its rows');
  }
  const missing = [
    ...(scope.length > 0 ? [] : ['the list of what was looked at']),
    ...(evidence === undefined ? ['the edition of the evidence'] : []),
  ];
  if (evidence === undefined || missing.length > 0) {
    return refusedBy('scope-and-evidence', 'the file holds too little to evaluate', missing);
  }
  if (evaluation.evidence === evidence.digest) return undefined;
  const message = 'the evaluation is of other evidence than the file holds';
  return refusedBy('evaluation', message, [`an evaluation of the evidence ${evidence.digest}`]);
}

/** What is not yet barred is free until a day that has to be known, so that the case reopens. */
function isFree({ verdict, next, rows }: Evaluation): boolean {
  if (VERDICTS[verdict].severity < VERDICTS['not-yet'].severity) return true;
  return verdict === 'not-yet' && (next !== undefined || rows.some((row) => row.next));
}

function refuseClear(file: CaseFile, at: InstantText): Refusal | undefined {
  const { evidence, evaluation } = file;
  // INVARIANT: no case is evaluated without scope and evidence, and new facts end an evaluation.
  assert(evidence !== undefined && evaluation !== undefined, 'the case was evaluated');
  assert(file.scope.length > 0, 'the case that was evaluated has a scope');
  if (!isFree(evaluation)) {
    const message = `the rules say \`${evaluation.verdict}\``;
    const open = [...new Set(evaluation.rows.flatMap((row) => row.missing))];
    return refusedBy('verdict-frees', message, open);
  }
  const changes = [evaluation.next, ...evaluation.rows.map(({ next }) => next)];
  const over = changes.find((change) => change !== undefined && change.at <= at);
  if (over !== undefined) {
    const message = `the answer evaluated changed at ${over.at}`;
    return refusedBy('evaluation', message, [`an evaluation as of ${at}`]);
  }
  return refuseGaps(evidence) ?? refuseOwed(file);
}

function refuseClose(file: CaseFile, { evidence }: ActOf<'close'>): Refusal | undefined {
  if (evidence === undefined || evidence.digest === file.evidence?.digest) {
    const message = 'nothing new shows that it is gone';
    return refusedBy('new-evidence', message, ['evidence gathered after the remediation']);
  }
  return refuseGaps(evidence) ?? refuseOwed(file);
}

function refuseAnswer({ request }: CaseFile, by: string): Refusal | undefined {
  if (request === undefined || !isSamePerson(request.requestedBy, by)) return undefined;
  const message = `\`${by}\` asked for this exception`;
  return refusedBy('second-person', message, ['the answer of another person']);
}

function refuseApprove(
  file: CaseFile,
  act: ActOf<'approve'>,
  { by, at }: Actor,
): Refusal | undefined {
  const second = refuseAnswer(file, by);
  if (second !== undefined) return second;
  if ((act.instrument ?? file.request?.instrument) === undefined) {
    const missing = ['the id of the license or waiver'];
    return refusedBy('license-or-waiver', 'the exception rests on nothing', missing);
  }
  const expires = act.expires ?? file.request?.expires;
  if (expires !== undefined && expires > at) return undefined;
  const message = expires === undefined ? 'the exception has no end' : `it ended ${expires}`;
  return refusedBy('expiry', message, ['an instant of expiry after now']);
}

function refuseReport(file: CaseFile, act: ActOf<'report'>): Refusal | undefined {
  if (owedReports(file).some((report) => isSameReport(report, act))) return undefined;
  const missing = owedReports(file).map(({ rule, duty, to }) => `${duty} of ${rule} to ${to}`);
  return refusedBy('report-owed', `no report \`${act.duty}\` of \`${act.rule}\` is owed`, missing);
}

/** Why the particular act is refused; whether it belongs to the state was asked before. */
function refuseParticular(file: CaseFile, act: CaseAct, actor: Actor): Refusal | undefined {
  switch (act.act) {
    case 'evaluate':
      return refuseEvaluate(file, act);
    case 'clear':
      return refuseClear(file, actor.at);
    case 'close':
      return refuseClose(file, act);
    case 'approve':
      return refuseApprove(file, act, actor);
    case 'reject':
      return refuseAnswer(file, actor.by);
    case 'report':
      return refuseReport(file, act);
    case 'owe-report':
      return parseDate(act.identified) === undefined
        ? invalid(`\`${act.identified}\` is no day of the calendar`)
        : undefined;
    case 'open':
    case 'gather-facts':
    case 'flag':
    case 'review':
    case 'accept':
    case 'dismiss':
    case 'remediate':
    case 'request-exception':
    case 'reopen':
    case 'attach':
    case 'comment':
    case 'assign':
      return undefined;
    default:
      return assertNever(act);
  }
}

/** Why an act on a case, read as of the act, is refused; undefined when it is not. */
export function refusalOf(file: CaseFile, act: CaseAct, actor: Actor): Refusal | undefined {
  if (act.act === 'open') {
    return { code: 'case-exists', message: `\`${file.id}\` is open already`, missing: [] };
  }
  if (actor.at < file.changed) {
    const message = `the act is dated ${actor.at}, and the one before ${file.changed}`;
    return refusedBy('time', message);
  }
  const { from }: CaseActWord = CASE_ACTS[act.act];
  if (!from.includes(file.state)) {
    const message = `\`${act.act}\` is not done to a case that is \`${file.state}\``;
    return refusedBy('state', message, [`one of the states ${from.join(', ')}`]);
  }
  return refuseParticular(file, act, actor);
}

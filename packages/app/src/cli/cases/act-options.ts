import {
  assertNever,
  DISMISSAL_REASONS,
  formatInstant,
  isDateText,
  REOPENING_CAUSES,
  wordsOf,
  type CaseAct,
  type CaseActName,
  type CaseFile,
  type EvidenceEdition,
  type Instrument,
  type RuleId,
} from '@interdict/core';
import {
  evaluationIn,
  evidenceOfReport,
  findingIn,
  readDocument,
  readReport,
  scopeOf,
} from '../../cases/index.ts';
import { InterdictError } from '../../problems.ts';
import { parseWhenOption, parseWordOption } from '../parse-options.ts';

/** What can be said with an act. */
export interface ActOptions {
  readonly reason?: string;
  readonly because?: string;
  readonly report?: string;
  readonly scope: readonly string[];
  readonly evidence?: string;
  readonly evidenceAsOf?: string;
  readonly gap: readonly string[];
  readonly license?: string;
  readonly waiver?: string;
  readonly expires?: string;
  readonly rule?: string;
  readonly duty?: string;
  readonly to?: string;
  readonly identified?: string;
  readonly within?: string;
  readonly document?: string;
}

type Name = keyof ActOptions;

/** The value of an option without which an act cannot be asked for. */
function needed(act: CaseActName, name: Name, options: ActOptions): string {
  const value = options[name];
  if (typeof value === 'string') return value;
  const option = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new InterdictError('usage', `\`${act}\` needs --${option}`);
}

const PERIOD = /^(\d{1,4}) (business-day|day|month|hour)s?$/;

function periodOf(text: string): Extract<CaseAct, { act: 'owe-report' }>['within'] {
  const [, n, unit] = PERIOD.exec(text) ?? [];
  if (n === undefined || unit === undefined || Number(n) === 0) {
    const message = `--within \`${text}\` is no period: write "3 business-days" or "72 hours"`;
    throw new InterdictError('usage', message);
  }
  const within = { n: Number(n), unit: unit as 'business-day' | 'day' | 'month' | 'hour' };
  return unit === 'business-day' ? { ...within, calendar: 'us-federal' } : within;
}

/** The evidence of a report, or of one file that somebody vouches for. */
function evidenceOf({ finding }: CaseFile, options: ActOptions): EvidenceEdition | undefined {
  if (options.report !== undefined) {
    return evidenceOfReport(finding, readReport(options.report));
  }
  if (options.evidence === undefined) return undefined;
  const asOf = options.evidenceAsOf;
  if (asOf === undefined) throw new InterdictError('usage', '--evidence needs --evidence-as-of');
  parseWhenOption('--evidence-as-of', asOf);
  return { digest: readDocument(options.evidence), asOf, gaps: options.gap };
}

function gathered(file: CaseFile, options: ActOptions): CaseAct {
  const evidence = evidenceOf(file, options);
  const known =
    options.report === undefined ? [] : scopeOf(file.finding, readReport(options.report));
  return {
    act: 'gather-facts',
    scope: [...known, ...options.scope],
    ...(evidence === undefined ? {} : { evidence }),
    ...(options.reason === undefined ? {} : { note: options.reason }),
  };
}

function evaluated(file: CaseFile, options: ActOptions): CaseAct {
  const path = needed('evaluate', 'report', options);
  const report = readReport(path);
  const finding = findingIn(file.finding.id, report);
  if (finding !== undefined) return { act: 'evaluate', evaluation: evaluationIn(finding, report) };
  const message = `${path} has no finding of this case; what is gone is remediated and closed`;
  throw new InterdictError('act-refused', message);
}

function exceptionOf({ license, waiver, expires }: ActOptions): {
  readonly instrument?: Instrument;
  readonly expires?: ReturnType<typeof formatInstant>;
} {
  if (license !== undefined && waiver !== undefined) {
    throw new InterdictError('usage', 'give either --license or --waiver');
  }
  const id = license ?? waiver;
  const kind = license === undefined ? 'waiver' : 'license';
  return {
    ...(id === undefined ? {} : { instrument: { kind, id } }),
    ...(expires === undefined
      ? {}
      : { expires: formatInstant(parseWhenOption('--expires', expires).utc) }),
  };
}

function reportOf(act: CaseActName, options: ActOptions) {
  const rule = needed(act, 'rule', options) as RuleId;
  return { rule, duty: needed(act, 'duty', options), to: needed(act, 'to', options) };
}

function owed(options: ActOptions): CaseAct {
  const identified = needed('owe-report', 'identified', options);
  if (!isDateText(identified)) {
    throw new InterdictError('usage', `--identified \`${identified}\` is no date`);
  }
  const within = periodOf(needed('owe-report', 'within', options));
  return { act: 'owe-report', ...reportOf('owe-report', options), identified, within };
}

function dismissed(options: ActOptions): CaseAct {
  const because = needed('dismiss', 'because', options);
  return {
    act: 'dismiss',
    because: parseWordOption('--because', because, wordsOf(DISMISSAL_REASONS)),
    reason: needed('dismiss', 'reason', options),
  };
}

function reopening(options: ActOptions): CaseAct {
  const cause = needed('reopen', 'because', options);
  return {
    act: 'reopen',
    cause: parseWordOption('--because', cause, wordsOf(REOPENING_CAUSES)),
    reason: needed('reopen', 'reason', options),
  };
}

/**
 * The act somebody asks for with options; what the guards need may still be missing.
 * @throws InterdictError `usage`
 */
export function actOf(name: CaseActName, file: CaseFile, options: ActOptions): CaseAct {
  const reason = (): string => needed(name, 'reason', options);
  switch (name) {
    case 'open':
      throw new InterdictError('usage', 'cases are opened with `interdict cases open`');
    case 'gather-facts':
      return gathered(file, options);
    case 'evaluate':
      return evaluated(file, options);
    case 'flag':
      return { act: name, ...(options.reason === undefined ? {} : { reason: options.reason }) };
    case 'review':
      return { act: name };
    case 'clear':
    case 'accept':
    case 'reject':
      return { act: name, reason: reason() };
    case 'dismiss':
      return dismissed(options);
    case 'remediate':
      return { act: name, plan: reason() };
    case 'close': {
      const evidence = evidenceOf(file, options);
      return { act: name, reason: reason(), ...(evidence === undefined ? {} : { evidence }) };
    }
    case 'request-exception':
    case 'approve':
      return { act: name, reason: reason(), ...exceptionOf(options) };
    case 'reopen':
      return reopening(options);
    case 'owe-report':
      return owed(options);
    case 'report': {
      const document = readDocument(needed(name, 'document', options));
      return { act: name, ...reportOf(name, options), document };
    }
    case 'attach': {
      const path = needed(name, 'document', options);
      return { act: name, name: path, document: readDocument(path) };
    }
    case 'comment':
      return { act: name, text: reason() };
    case 'assign':
      return { act: name, to: needed(name, 'to', options) };
    default:
      return assertNever(name);
  }
}

import {
  ACTIVITIES,
  BOUND_CLASSES,
  PRIVILEGES,
  PRODUCT_CLASSES,
  VERDICTS,
  wordsOf,
  type Activity,
  type BoundClass,
  type CoverageStatus,
  type DutyRow,
  type Level,
  type ProductClass,
  type Report,
  type ResolvedCite,
  type Strength,
  type Verdict,
  type VerdictRow,
} from '@interdict/core';
import { proseText, visibleText } from '../text/index.ts';

/** How grave something is; decides color and mark, which only repeat what the word says. */
export type Tone = 'bar' | 'warn' | 'ask' | 'free' | 'mute';

export interface VerdictLabel {
  readonly label: string;
  readonly tone: Tone;
}

export const VERDICT_LABELS: Readonly<Record<Verdict, VerdictLabel>> = {
  'out-of-scope': { label: 'Out of scope', tone: 'mute' },
  permitted: { label: 'Permitted', tone: 'free' },
  'no-longer': { label: 'No longer in force', tone: 'mute' },
  'not-yet': { label: 'Not yet in force', tone: 'mute' },
  'permitted-with-condition': { label: 'Permitted on a condition', tone: 'warn' },
  'report-due': { label: 'Report due', tone: 'warn' },
  'advisory-against': { label: 'Advised against', tone: 'warn' },
  undetermined: { label: 'Undetermined', tone: 'ask' },
  'barred-unless-waived': { label: 'Barred unless waived', tone: 'bar' },
  'barred-unless-licensed': { label: 'Barred unless licensed', tone: 'bar' },
  barred: { label: 'Barred', tone: 'bar' },
};

/** Verdicts, most severe first. */
export const VERDICTS_BY_SEVERITY: readonly Verdict[] = wordsOf(VERDICTS).toSorted(
  (a, b) => VERDICTS[b].severity - VERDICTS[a].severity,
);

export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  identified: 'identified',
  probable: 'probable: one strong sign, confirm it',
  lead: 'lead: supporting signs only',
};

const VERIFICATION_WORDS: Readonly<Record<ResolvedCite['verification'], string>> = {
  verified: 'seen in the instrument',
  recorded: 'not re-checked',
  unsettled: 'unsettled',
};

export const STRENGTH_WORDS: Readonly<Record<Strength, string>> = {
  A: 'A, identifies alone',
  B: 'B, strong, wants a second sign',
  C: 'C, only supports',
  neg: 'speaks against it',
};

export const COVERAGE_WORDS: Readonly<Record<CoverageStatus, string>> = {
  read: 'Read',
  partial: 'Read in part',
  unreadable: 'Not readable',
  skipped: 'Left aside',
};

export const LIST_WORDS: Readonly<Record<Report['lists'][number]['status'], string>> = {
  current: 'current',
  stale: 'stale: newer entries may be missing',
  missing: 'missing: nobody was looked up in it',
};

/** A word of a closed vocabulary as it is read: hyphens are spaces. */
export function plainWord(word: string): string {
  return visibleText(word).replaceAll('-', ' ').replaceAll('_', ' ');
}

export function activityWords(activities: readonly Activity[]): string {
  return activities.map(plainWord).join(', ');
}

export function activityMeaning(activity: Activity): string {
  return ACTIVITIES[activity].meaning;
}

export function classMeaning(name: BoundClass): string {
  return BOUND_CLASSES[name].meaning;
}

export function productClassMeaning(name: ProductClass): string {
  return PRODUCT_CLASSES[name].meaning;
}

/** `5 of 5, kernel driver, boot start …`: the number and what it stands for. */
export function privilegeWords(privilege: number): string {
  return `${privilege} of ${PRIVILEGES.length - 1}, ${PRIVILEGES[privilege] ?? 'not described'}`;
}

/** Whom a provision binds, as it stands within a sentence. */
function boundWords(binds: VerdictRow['binds']): string {
  switch (binds) {
    case 'maker':
      return 'the maker';
    case 'counterparty':
      return 'the other side of the deal';
    case 'actor':
    case undefined:
      return 'you';
  }
}

/** Who may or may not, as the beginning of a sentence that goes on with activities. */
function modalWords({ verdict, binds }: VerdictRow): string {
  const who = boundWords(binds);
  const isYou = who === 'you';
  switch (verdict) {
    case 'barred':
    case 'barred-unless-licensed':
    case 'barred-unless-waived':
      return `${who} may not`;
    case 'advisory-against':
      return `${who} ${isYou ? 'are' : 'is'} advised not to`;
    case 'undetermined':
      return `it is open whether ${who} may`;
    case 'report-due':
      return `${who} ${isYou ? 'owe' : 'owes'} a report on`;
    case 'permitted-with-condition':
      return `${who} may, on a condition`;
    case 'permitted':
      return `${who} may, under this rule`;
    case 'out-of-scope':
      return 'the rule does not reach';
    case 'not-yet':
      return 'not yet in force for';
    case 'no-longer':
      return 'no longer in force for';
  }
}

/** `The maker may not: update code, update signature`. */
export function actWords(row: VerdictRow, activities: readonly Activity[]): string {
  return `${capitalized(modalWords(row))}: ${activityWords(activities)}`;
}

export function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** `us-far-52.204-23 / provide`. */
export function ruleWords(row: Pick<VerdictRow, 'rule' | 'prohibition'>): string {
  const rule = visibleText(row.rule);
  return row.prohibition === undefined ? rule : `${rule} / ${visibleText(row.prohibition)}`;
}

/** `89 FR 52434, II(b) [not re-checked]`. */
export function citeWords(cite: ResolvedCite): string {
  const place = proseText(`${cite.citation}, ${cite.pinpoint}`);
  return `${place} [${VERIFICATION_WORDS[cite.verification]}]`;
}

/** `Report to the contracting officer`. */
export function dutyWords(duty: DutyRow): string {
  const verb = capitalized(plainWord(duty.action));
  const to = proseText(duty.to);
  return duty.action === 'report' || duty.action === 'attest'
    ? `${verb} to ${to}`
    : `${verb} (owed to ${to})`;
}

/** `1,204`: grouped alike on every machine. */
export function countWords(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/gu, ',');
}

/** `1 finding`, `2 findings`. */
export function countOf(count: number, one: string, many: string): string {
  return `${countWords(count)} ${count === 1 ? one : many}`;
}

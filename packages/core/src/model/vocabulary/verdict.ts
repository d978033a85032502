import type { Word } from './word.ts';

export interface VerdictWord extends Word {
  /** 0 is the mildest. A summary shows the row with the highest severity. */
  readonly severity: number;
}

/** Verdicts, version 1, mildest first. */
export const VERDICTS = {
  'out-of-scope': { severity: 0, meaning: 'The rule was looked at and does not reach this.' },
  permitted: { severity: 1, meaning: 'The rule reaches this and leaves it free.' },
  'no-longer': { severity: 2, meaning: 'The rule or phase had ended or was suspended then.' },
  'not-yet': { severity: 3, meaning: 'The rule or phase had not begun then.' },
  'permitted-with-condition': { severity: 4, meaning: 'Free if the stated condition is met.' },
  'report-due': { severity: 5, meaning: 'Nothing is barred, but a report or check is owed.' },
  'advisory-against': { severity: 6, meaning: 'Advised against by an authority, not barred.' },
  undetermined: { severity: 7, meaning: 'A fact that matters is missing or the law is unsettled.' },
  'barred-unless-waived': { severity: 8, meaning: 'Barred unless a waiver has been granted.' },
  'barred-unless-licensed': { severity: 9, meaning: 'Barred unless a license has been granted.' },
  barred: { severity: 10, meaning: 'Barred.' },
} as const satisfies Readonly<Record<string, VerdictWord>>;

export type Verdict = keyof typeof VERDICTS;

/** The more severe of two verdicts. */
export function moreSevere(a: Verdict, b: Verdict): Verdict {
  return VERDICTS[b].severity > VERDICTS[a].severity ? b : a;
}

/** Whether a verdict bars, with or without a way out. */
export function isBarring(verdict: Verdict): boolean {
  return VERDICTS[verdict].severity >= VERDICTS['barred-unless-waived'].severity;
}

import { ACTIVITIES, type Activity, type Finding, type VerdictRow } from '@interdict/core';
import type { NameBook } from './name-book.ts';
import { ACTIVITY_PHRASES, activityWords, capitalized, orWords } from './words.ts';

/** What is known of the people around a finding, for saying who may not do what. */
export interface Deal {
  readonly kind: Finding['subject']['kind'] | 'several';
  /** Name of the maker, where one was identified; of an embedded product, its own maker. */
  readonly maker?: string;
}

/** Deal of findings that may have nothing in common. */
const SEVERAL: Deal = { kind: 'several' };

export function dealOf({ subject, identified }: Finding, names: NameBook): Deal {
  return {
    kind: subject.kind,
    ...(identified?.party === undefined ? {} : { maker: names.party(identified.party) }),
  };
}

/** The deal that all findings have in common. */
export function commonDeal(findings: readonly Finding[], names: NameBook): Deal {
  const deals = new Map<string, Deal>();
  for (const finding of findings) {
    const one = dealOf(finding, names);
    deals.set(JSON.stringify([one.kind, one.maker]), one);
  }
  const [first] = deals.values();
  return first === undefined || deals.size > 1 ? SEVERAL : first;
}

interface Person {
  readonly text: string;
  readonly isYou?: boolean;
  readonly isName?: boolean;
}

const YOU: Person = { text: 'you', isYou: true };

/** The other side of a deal, as the question that was asked of the rules had it. */
function counterparty(activity: Activity, { kind, maker }: Deal): Person {
  const { side } = ACTIVITIES[activity];
  switch (kind) {
    case 'transaction':
      return { text: side === 'supply' ? 'the customer' : 'the supplier' };
    case 'party':
      return { text: 'the party' };
    case 'component':
    case 'observation':
      // A renewal is asked about with the maker on the other side, and nothing else is.
      if (activity === 'renew' && maker !== undefined) return { text: maker, isName: true };
      if (side === 'supply') return { text: 'the customer' };
      return { text: side === 'demand' ? 'the supplier' : 'the other side of the deal' };
    case 'several':
      return { text: 'the other side of the deal' };
  }
}

/** Who is bound when a row speaks of one activity. */
function boundFor(binds: VerdictRow['binds'], activity: Activity, deal: Deal): Person {
  switch (binds) {
    case 'maker':
      return deal.maker === undefined ? { text: 'the maker' } : { text: deal.maker, isName: true };
    case 'counterparty':
      return counterparty(activity, deal);
    case 'actor':
    case undefined:
      return YOU;
  }
}

function boundBy(row: VerdictRow, activities: readonly Activity[], deal: Deal): Person {
  const [first = YOU, ...rest] = activities.map((one) => boundFor(row.binds, one, deal));
  return rest.every(({ text }) => text === first.text)
    ? first
    : { text: 'the other side of the deal' };
}

function verbsOf(activities: readonly Activity[], { isYou }: Person): string {
  return orWords(
    activities.map((one) => (isYou ? ACTIVITY_PHRASES[one].own : ACTIVITY_PHRASES[one].other)),
  );
}

/** What would lift a bar, as the end of a sentence: ` without a license`. */
export function unlessWords(verdict: VerdictRow['verdict']): string {
  if (verdict === 'barred-unless-licensed') return ' without a license';
  return verdict === 'barred-unless-waived' ? ' without a waiver' : '';
}

/** `whether Kaspersky Lab may renew with you`. */
export function whetherWords(row: VerdictRow, activities: readonly Activity[], deal: Deal): string {
  const who = boundBy(row, activities, deal);
  return `whether ${who.text} may ${verbsOf(activities, who)}`;
}

/** `Kaspersky Lab may not deliver signature updates to you`: who may or may not do what. */
export function actWords(row: VerdictRow, activities: readonly Activity[], deal: Deal): string {
  const who = boundBy(row, activities, deal);
  const subject = who.isName ? who.text : capitalized(who.text);
  const verbs = verbsOf(activities, who);
  switch (row.verdict) {
    case 'barred':
    case 'barred-unless-licensed':
    case 'barred-unless-waived':
      return `${subject} may not ${verbs}${unlessWords(row.verdict)}`;
    case 'advisory-against':
      return `${subject} ${who.isYou ? 'are' : 'is'} advised not to ${verbs}`;
    case 'undetermined':
      return `It is open ${whetherWords(row, activities, deal)}`;
    case 'report-due':
      return `${subject} ${who.isYou ? 'owe' : 'owes'} a report on: ${activityWords(activities)}`;
    case 'permitted-with-condition':
      return `${subject} may ${verbs}, on a condition`;
    case 'permitted':
      return `${subject} may ${verbs}, as far as this rule goes`;
    case 'out-of-scope':
      return `The rule does not reach: ${activityWords(activities)}`;
    case 'not-yet':
      return `Not yet in force for: ${activityWords(activities)}`;
    case 'no-longer':
      return `No longer in force for: ${activityWords(activities)}`;
  }
}

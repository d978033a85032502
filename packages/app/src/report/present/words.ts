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
  partial: 'partial: a part of it is missing',
  unreadable: 'not readable: nobody was looked up in it',
  missing: 'missing: nobody was looked up in it',
};

/** An activity as it stands in a sentence. */
export interface ActivityPhrase {
  readonly noun: string;
  /** After `you may not`. */
  readonly own: string;
  /** After `Kaspersky Lab may not`: the same act from the other side of it, done with you. */
  readonly other: string;
}

function deal(noun: string, own: string, other: string): ActivityPhrase {
  return { noun, own, other };
}

/** An act without another side; who is bound by it besides you can only have a part in it. */
function alone(noun: string, own: string): ActivityPhrase {
  return { noun, own, other: `take part when you ${own}` };
}

/** Short phrases for the activities of the vocabulary; its meanings are the long ones. */
export const ACTIVITY_PHRASES: Readonly<Record<Activity, ActivityPhrase>> = {
  offer: deal('offers', 'offer it', 'take up your offer of it'),
  sell: deal('sale', 'sell it', 'buy it from you'),
  'enter-agreement': deal(
    'new agreements',
    'sign a new agreement about it',
    'sign a new agreement with you',
  ),
  renew: deal('renewal', 'renew it', 'renew with you'),
  'roll-over': deal(
    'agreements that run on by their own terms',
    'let an agreement about it run on',
    'let an agreement with you run on',
  ),
  resell: deal('resale', 'resell it', 'buy it from you'),
  distribute: deal('distribution', 'distribute it', 'take copies of it from you'),
  'license-for-use': deal('licenses for use', 'license it for use', 'take a license from you'),
  'license-for-resale': deal(
    'licenses for resale or integration',
    'license it for resale or integration',
    'license it to you for resale or integration',
  ),
  integrate: alone('integration', 'build it into another product or service'),
  'white-label': alone('white-labelling', 'put it on the market under another name'),
  bundle: deal('bundling', 'sell it together with something else', 'buy it from you in a bundle'),
  provide: deal('provision to a customer', 'provide it to a customer', 'have you provide it'),
  'provide-service': deal('services', 'perform services with it', 'take services from you'),
  'update-signature': deal(
    'signature updates',
    'deliver signature updates',
    'deliver signature updates to you',
  ),
  'update-code': deal(
    'program updates',
    'deliver program updates',
    'deliver program updates to you',
  ),
  'operate-telemetry': deal(
    'cloud look-ups and telemetry',
    'operate its cloud look-ups or telemetry',
    'operate cloud look-ups or telemetry on your systems',
  ),
  host: deal('hosting', 'host it', 'have you host it'),
  'distribute-app': deal(
    'distribution through an app store',
    'distribute it through an app store',
    'have you distribute it through an app store',
  ),
  import: alone('import', 'import it'),
  market: deal(
    'marketing of equipment',
    'advertise, lease, ship or sell it as equipment',
    'take it from you as equipment',
  ),
  broadcast: deal('broadcasting', 'broadcast it', 'have you broadcast it'),
  procure: deal('purchase', 'buy it', 'sell it to you'),
  obtain: deal('other ways of getting it', 'get it by loan, gift or free copy', 'hand it to you'),
  'extend-contract': deal(
    'contract extensions',
    'extend a contract for it',
    'extend a contract with you',
  ),
  install: alone('installation', 'install it'),
  'present-on-system': alone('presence on a system', 'have it on a system'),
  use: alone('use', 'use it'),
  'use-in-deliverable': alone(
    'use in a deliverable',
    'use it in making what a contract requires to be delivered',
  ),
  'operate-equipment': alone('operation of equipment', 'operate it'),
  connect: alone('connections', 'connect to it'),
  retain: alone('keeping it unused', 'keep it without using it'),
  remove: alone('removal', 'remove it'),
  pay: deal('payment', 'pay for it', 'take payment from you'),
  'pay-with-federal-funds': deal(
    'payment with federal money',
    'pay for it with federal money',
    'take federal money from you',
  ),
  'spend-grant': deal(
    'federal loan or grant money',
    'spend federal loan or grant money on it',
    'take federal loan or grant money from you',
  ),
  'subsidized-purchase': deal(
    'subsidized purchase',
    'buy, rent, lease or maintain it with a federal subsidy',
    'supply it to you for a federal subsidy',
  ),
  'contract-with-user-of': deal(
    'contracts with its users',
    'contract with someone who uses it',
    'contract with you while using it',
  ),
  'contract-with-named': deal(
    'contracts with a named party',
    'contract with a named party',
    'contract with you',
  ),
  subcontract: deal(
    'subcontracts',
    'have part of a contract performed by another',
    'perform part of a contract for you',
  ),
  represent: alone('representations', 'represent or certify anything about it'),
  report: alone('reports', 'report it'),
  'check-list': alone('checks of an official list', 'check an official list'),
  export: deal('export', 'export it', 'receive it from you by export'),
  reexport: deal('reexport', 'reexport it', 'receive it from you by reexport'),
  'transfer-in-country': deal(
    'transfer within a foreign country',
    'transfer it within a foreign country',
    'receive it from you within a foreign country',
  ),
  'export-to-party': deal(
    'export with the party to it',
    'export, reexport or transfer anything with the party to it',
    'receive an export, reexport or transfer from you',
  ),
  'deal-with-blocked': deal(
    'dealings with blocked persons or property',
    'deal with blocked persons or property',
    'deal with you in blocked property',
  ),
  'make-available-property': deal(
    'funds, goods or services for the other side',
    'give the other side funds, goods or services',
    'take funds, goods or services from you',
  ),
  'apply-authorization': alone('applications for authorization', 'apply for its authorization'),
  authorize: alone('authorization', 'authorize it'),
  'modify-authorized': alone('changes of authorized equipment', 'change it once authorized'),
  'certify-test': alone('testing and certification', 'test or certify it'),
  publish: alone('publication', 'publish it'),
  'receive-information': deal(
    'receipt of information',
    'receive information only',
    'give you information',
  ),
  train: deal('training', 'give or take training', 'give you training or take it from you'),
  consult: deal('advice', 'give or take advice', 'give you advice or take it from you'),
};

/** A word of a closed vocabulary as it is read: hyphens are spaces. */
export function plainWord(word: string): string {
  return visibleText(word).replaceAll('-', ' ').replaceAll('_', ' ');
}

/** Activities as things: `renewal, signature updates`. */
export function activityWords(activities: readonly Activity[]): string {
  return activities.map((activity) => ACTIVITY_PHRASES[activity].noun).join(', ');
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

/** `kernel driver, boot start …`: what a privilege stands for. */
export function privilegeMeaning(privilege: number): string {
  return PRIVILEGES[privilege] ?? 'not described';
}

/** `5/5`, for tables that say below what the numbers stand for. */
export function privilegeMark(privilege: number): string {
  return `${privilege}/${PRIVILEGES.length - 1}`;
}

/** `5 of 5, kernel driver, boot start …`: the number and what it stands for. */
export function privilegeWords(privilege: number): string {
  return `${privilege} of ${PRIVILEGES.length - 1}, ${privilegeMeaning(privilege)}`;
}

/** A sentence of the rulebook without its stop, for going on after it. */
export function withoutStop(text: string): string {
  return text.replace(/\.$/u, '');
}

export function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** `us-far-52.204-23 / provide`. */
export function ruleWords(row: Pick<VerdictRow, 'rule' | 'prohibition'>): string {
  const rule = visibleText(row.rule);
  return row.prohibition === undefined ? rule : `${rule} / ${visibleText(row.prohibition)}`;
}

/** Alternatives in a sentence; what all of them end with is said once: `renew or resell it`. */
export function orWords(phrases: readonly string[]): string {
  const all = [...new Set(phrases)];
  const tail = all.length > 1 && all.every((one) => one.endsWith(' it')) ? ' it' : '';
  const stems = all.map((one) => one.slice(0, one.length - tail.length));
  const last = stems.at(-1) ?? '';
  const rest = stems.slice(0, -1);
  return `${rest.length === 0 ? last : `${rest.join(', ')} or ${last}`}${tail}`;
}

/** `89 FR 52434, II(b) [not re-checked]`. */
export function citeWords(cite: ResolvedCite): string {
  const { citation, pinpoint } = cite;
  const place = proseText(pinpoint.startsWith(citation) ? pinpoint : `${citation}, ${pinpoint}`);
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

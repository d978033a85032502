import { parseWhen, type When } from '../calendar/index.ts';
import type { CompiledRulebook, Question } from '../decision/index.ts';
import {
  moreSevere,
  type Finding,
  type Identification,
  type PartyRecord,
  type Profile,
  type ResolvedItem,
  type Screened,
  type Subject,
  type Transaction,
  type TransactionRecord,
} from '../model/index.ts';
import { digestOf } from '../document/index.ts';
import { activitiesFor } from './activities.ts';
import { questionOf, type Names } from './question.ts';
import type { Identified } from '../inventory/index.ts';
import { weigh, type Weighed } from './weigh.ts';

/** Hex digits of a finding id: 64 bits, enough to tell findings of one report apart. */
const ID_LENGTH = 16;

/** What findings are judged by. */
export interface Judge {
  readonly compiled: CompiledRulebook;
  readonly profile: Profile;
  readonly asOf: When;
  readonly names: Names;
}

const UNSETTLED: Weighed = { verdicts: [], verdict: 'undetermined' };

function findingOf(
  subject: Subject,
  identified: Identification | undefined,
  weighed: Weighed & Pick<Finding, 'screened'>,
): Finding {
  const identity = { subject, party: identified?.party, product: identified?.product };
  return {
    id: digestOf(identity).slice(0, ID_LENGTH),
    subject,
    ...(identified === undefined ? {} : { identified }),
    ...weighed,
  };
}

/**
 * What rules say, together with what official lists say. Whether a match is the same party is for
 * a person to find out, so it opens the answer and never closes it.
 */
function withLists(
  weighed: Weighed,
  screened: Screened | undefined,
): Weighed & Pick<Finding, 'screened'> {
  if (screened === undefined) return weighed;
  const verdict = moreSevere(weighed.verdict, 'undetermined');
  if (verdict === weighed.verdict) return { ...weighed, screened };
  // The rules' next change is not one of an answer that hangs on who the party is.
  return { verdicts: weighed.verdicts, screened, verdict };
}

/** Two identifications with this key in common get the same answers from every rule. */
function answerKey(identification: Identification): string {
  const { party, product, class: kind, level, presence, embeddedIn } = identification;
  return [party, product, kind, level, presence, embeddedIn].join('\u0000');
}

/**
 * Findings about identified subjects. The rules are asked once for each distinct thing, so a
 * fleet costs by what is different in it, not by its rows.
 */
export function judgeSubjects(subjects: Iterable<Identified>, judge: Judge): Finding[] {
  const answers = new Map<string, Weighed>();
  const findings: Finding[] = [];
  for (const { subject, identification } of subjects) {
    const key = answerKey(identification);
    let weighed = answers.get(key);
    if (weighed === undefined) {
      const activities = activitiesFor(judge.profile, identification);
      const questions = activities.map((activity) =>
        questionOf(identification, activity, judge.profile, judge.names),
      );
      weighed = questions.length === 0 ? UNSETTLED : weigh(judge.compiled, questions, judge.asOf);
      answers.set(key, weighed);
    }
    findings.push(findingOf(subject, identification, weighed));
  }
  return findings;
}

function transactionTitle({ id, activity, item, counterparty }: Transaction): string {
  const what = item?.name ?? item?.product;
  const parts = [activity, what, counterparty?.name && `(${counterparty.name})`];
  return `${id}: ${parts.filter((part) => part !== undefined && part !== '').join(' ')}`;
}

/** The question a transaction asks: by default we act. */
export function questionOfTransaction(
  transaction: Transaction,
  item: ResolvedItem | undefined,
  profile: Profile | undefined,
): Question {
  return { transaction, item, profile };
}

/**
 * Findings about transactions, each as of its own date. One that no rule reaches, and of whose
 * parties no list says anything, is no finding; it is counted in the coverage like every record.
 */
export function judgeTransaction(
  record: TransactionRecord,
  item: ResolvedItem | undefined,
  judge: Judge,
  screened?: Screened,
): Finding | undefined {
  const { transaction } = record;
  const own = transaction.at === undefined ? undefined : parseWhen(transaction.at);
  const question = questionOfTransaction(transaction, item, judge.profile);
  const weighed = withLists(weigh(judge.compiled, [question], own ?? judge.asOf), screened);
  if (weighed.verdict === 'out-of-scope') return undefined;
  const subject: Subject = {
    kind: 'transaction',
    name: transactionTitle(transaction),
    source: record.source,
  };
  return findingOf(subject, undefined, weighed);
}

/** What the rules say of a party under one of its names. */
function weighName(name: string, record: PartyRecord, judge: Judge): Weighed {
  const country = record.properties['country']?.[0];
  const isCountry = country !== undefined && /^[A-Za-z]{2}$/.test(country);
  const counterparty = { name, ...(isCountry ? { country } : {}) };
  const question: Question = {
    transaction: { id: record.id, activity: 'contract-with-named', counterparty },
    profile: judge.profile,
  };
  // What is bought is not known; it is asked about only where the supplier is one rules name.
  const found = judge.compiled.rulebook.directory.lookUp(name);
  const isNamed = found.party !== undefined || found.likelyGroups.length > 0;
  const purchase: Question = {
    ...question,
    transaction: { ...question.transaction, activity: 'procure' },
  };
  return weigh(judge.compiled, isNamed ? [question, purchase] : [question], judge.asOf);
}

/**
 * A finding about a supplier or customer that a rule names, under whichever of its names is
 * answered most severely, or that an official list may name; undefined for everyone else.
 */
export function judgeParty(
  record: PartyRecord,
  judge: Judge,
  screened?: Screened,
): Finding | undefined {
  const { name: names = [], alias: aliases = [] } = record.properties;
  const [shown] = names;
  if (shown === undefined) return undefined;
  const worst = [...new Set([...names, ...aliases])]
    .map((name) => weighName(name, record, judge))
    .reduce((most, one) => (moreSevere(most.verdict, one.verdict) === most.verdict ? most : one));
  const weighed = withLists(worst, screened);
  if (weighed.verdict === 'out-of-scope') return undefined;
  return findingOf({ kind: 'party', name: shown, source: record.source }, undefined, weighed);
}

import {
  isBarring,
  moreSevere,
  VERDICTS,
  type Finding,
  type Transaction,
  type Verdict,
  type VerdictRow,
  type WhatIfDifference,
  type When,
} from '@interdict/core';
import type { Gathered } from '../check/index.ts';
import type { Edition } from '../edition/index.ts';

/** Findings about the same things, without the proposal and with it. */
export interface Side {
  readonly today: readonly Finding[];
  readonly proposed: readonly Finding[];
}

/** One activity of a finding at one time, and what is answered. */
interface Act {
  readonly finding: Finding;
  readonly proposals: readonly VerdictRow[];
  readonly today: Verdict;
  readonly when: When;
  readonly isAsDated: boolean;
}

/** Kinds of differences, the one that is told of an act first. */
const KINDS: readonly WhatIfDifference['kind'][] = ['newly-barred', 'more-severe', 'undecided'];

/** Below this a rule asks nothing of anybody: it is not yet, or no longer, or leaves free. */
const HEEDED = VERDICTS['permitted-with-condition'].severity;

function severityOf(verdict: Verdict): number {
  return VERDICTS[verdict].severity;
}

function worstOf(rows: readonly VerdictRow[]): Verdict {
  let worst: Verdict = 'out-of-scope';
  for (const { verdict } of rows) worst = moreSevere(worst, verdict);
  return worst;
}

function kindOf(today: Verdict, then: Verdict): WhatIfDifference['kind'] | undefined {
  if (severityOf(then) < HEEDED || severityOf(then) < severityOf(today)) return undefined;
  if (then === 'undetermined') return 'undecided';
  if (severityOf(then) === severityOf(today)) return undefined;
  return isBarring(then) && !isBarring(today) ? 'newly-barred' : 'more-severe';
}

/** Whether an answer hangs on what is supplied: every rule about products asks that of a name. */
function asksWhat({ missing }: VerdictRow): boolean {
  return missing.includes('item');
}

/** Gathers, over several times, what a proposal makes more severe; the first time of each kind. */
export class Differences {
  /** Acts that are barred without the proposal too. */
  readonly #barredAnyway = new Set<string>();
  /** Suppliers of whom nobody knows what they would supply. */
  readonly #suppliersOfUnknown = new Set<string>();
  readonly #byAct = new Map<string, WhatIfDifference>();
  readonly #transactions = new Map<string, Transaction>();
  readonly #edition: Edition;
  readonly #rules: ReadonlySet<string>;

  constructor(gathered: Gathered, edition: Edition, rules: ReadonlySet<string>) {
    this.#edition = edition;
    this.#rules = rules;
    for (const { source, transaction } of gathered.transactions) {
      this.#transactions.set(JSON.stringify([source.file, source.pointer]), transaction);
    }
  }

  get alreadyBarred(): number {
    return [...this.#barredAnyway].filter((act) => !this.#byAct.has(act)).length;
  }

  /** What the proposal is about and no file says, in words. */
  notCovered(): readonly string[] {
    const { size } = this.#suppliersOfUnknown;
    if (size === 0) return [];
    return [`what suppliers supply where no order says so (${size} whom rules may name)`];
  }

  /** Compares the answers at one time. */
  add(side: Side, when: When, { isAsDated }: { readonly isAsDated: boolean }): void {
    const today = new Map(side.today.map((finding) => [finding.id, finding]));
    for (const finding of side.proposed) {
      const rows = finding.verdicts.filter(({ rule }) => this.#rules.has(rule));
      for (const activity of new Set(rows.map((row) => row.activity))) {
        const proposals = rows.filter((row) => row.activity === activity);
        const before = (today.get(finding.id)?.verdicts ?? []).filter(
          (row) => row.activity === activity,
        );
        this.#compare({ finding, proposals, today: worstOf(before), when, isAsDated });
      }
    }
  }

  #compare(act: Act): void {
    const { finding, proposals, today } = act;
    const then = worstOf(proposals);
    const row = proposals.find(({ verdict }) => verdict === then);
    if (row === undefined) return;
    if (then === 'undetermined' && finding.subject.kind === 'party' && asksWhat(row)) {
      this.#suppliersOfUnknown.add(finding.id);
      return;
    }
    const key = JSON.stringify([finding.id, row.activity]);
    const kind = kindOf(today, then);
    if (kind === undefined) {
      if (isBarring(then)) this.#barredAnyway.add(key);
      return;
    }
    const known = this.#byAct.get(key);
    if (known !== undefined && KINDS.indexOf(known.kind) <= KINDS.indexOf(kind)) return;
    this.#byAct.set(key, this.#differenceOf(act, row, kind));
  }

  #differenceOf(
    { finding, today, when, isAsDated }: Act,
    row: VerdictRow,
    kind: WhatIfDifference['kind'],
  ): WhatIfDifference {
    const { rule, prohibition, activity, verdict, because, condition, caution, missing, cite } =
      row;
    const own = this.#transactionOf(finding)?.at;
    return {
      kind,
      finding: finding.id,
      subject: finding.subject,
      ...this.#namesOf(finding),
      activity,
      today,
      proposed: verdict,
      from: isAsDated && own !== undefined ? own : when.text,
      repeated: finding.subject.kind === 'transaction' && !isAsDated,
      rule,
      ...(prohibition === undefined ? {} : { prohibition }),
      because,
      ...(condition === undefined ? {} : { condition }),
      ...(caution === undefined ? {} : { caution }),
      missing,
      cite,
    };
  }

  #transactionOf({ subject }: Finding): Transaction | undefined {
    const { file, pointer } = subject.source;
    return this.#transactions.get(JSON.stringify([file, pointer]));
  }

  /** What is hit, in names: product and maker, or the order and who is on its other side. */
  #namesOf(finding: Finding): Pick<WhatIfDifference, 'product' | 'maker' | 'supplier' | 'order'> {
    const { subject, identified } = finding;
    if (subject.kind === 'party') return { supplier: subject.name };
    const transaction = this.#transactionOf(finding);
    if (transaction !== undefined) {
      const { item, counterparty, id } = transaction;
      const product = item?.name ?? item?.product;
      const supplier = counterparty?.name ?? counterparty?.party;
      return {
        order: id,
        ...(product === undefined ? {} : { product }),
        ...(item?.maker === undefined ? {} : { maker: item.maker }),
        ...(supplier === undefined ? {} : { supplier }),
      };
    }
    const { catalog, compiled } = this.#edition;
    const known = identified?.product && catalog.products.get(identified.product);
    const product = identified?.productName ?? known?.name ?? subject.name;
    const maker = identified?.party && compiled.rulebook.directory.byId(identified.party)?.name;
    return { product, ...(maker === undefined ? {} : { maker }) };
  }

  /** All differences: newly barred first, then by time and name. */
  list(): readonly WhatIfDifference[] {
    const keyOf = ({ from, subject, activity, finding }: WhatIfDifference): string =>
      [from, subject.name, subject.host ?? '', activity, finding].join('\u0000');
    return [...this.#byAct.values()].sort(
      (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (keyOf(a) < keyOf(b) ? -1 : 1),
    );
  }
}

import { moreSevere, VERDICTS, type Finding, type Verdict, type VerdictRow } from '@interdict/core';
import { commonDeal, type Deal } from './act.ts';
import { provisionAnswers, singleAnswers, type Answer } from './answer.ts';
import type { NameBook, RuleName } from './name-book.ts';
import { byText, groupBy } from './order.ts';
import { placeOf, type Place } from './place.ts';
import { foldRows, type ReadFinding, type RowGroup } from './row-group.ts';
import { thingKindOf, thingsOf, type Thing, type ThingKind } from './thing.ts';
import { thingCount } from './thing-words.ts';

/** What one rule says of all things of a block. */
export interface RuleAnswers {
  readonly rule: RuleName;
  readonly answers: readonly Answer[];
}

/** Things of one maker, or orders, of which the rules say the same: said once for all. */
export interface Block {
  readonly kind: ThingKind;
  /** `Kaspersky Lab: 11 products`. */
  readonly title: string;
  readonly deal: Deal;
  /** Most severe of the rows shown; of all rows where none is. */
  readonly verdict: Verdict;
  readonly things: readonly Thing[];
  readonly findings: readonly Finding[];
  readonly place: Place;
  readonly rules: readonly RuleAnswers[];
}

export interface BlockOptions {
  readonly names: NameBook;
  readonly wanted: (row: VerdictRow) => boolean;
  /** Whether findings stay of which no row is wanted. */
  readonly keepsAll?: boolean;
  /**
   * Whether orders and parties stand under each rule that speaks of them, rather than with
   * those of which all rules say the same. Each order has an act of its own, so few are alike.
   */
  readonly byRule?: boolean;
  /** Whether all things of a maker are one block, with the answers to any of them. */
  readonly isLoose?: boolean;
}

function titleOfBlock(things: readonly Thing[], { kind, maker }: BlockKind): string {
  const count = thingCount(kind, things.length);
  if (kind === 'record') return `${count}, not identified`;
  if (kind !== 'product') return count;
  return `${maker ?? 'Maker not known'}: ${count}`;
}

interface BlockKind {
  readonly kind: ThingKind;
  readonly maker: string | undefined;
}

interface BlockParts {
  readonly read: readonly ReadFinding[];
  readonly rows: readonly RowGroup[];
  readonly answersOf: (rows: readonly RowGroup[]) => Answer[];
}

function rulesOf({ rows, answersOf }: BlockParts, names: NameBook): RuleAnswers[] {
  return groupBy(rows, ({ row }) => row.rule).flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    return [{ rule: names.rule(first.row.rule), answers: answersOf(same) }];
  });
}

function blockOf(parts: BlockParts, names: NameBook): Block {
  const { read, rows } = parts;
  const findings = read.map(({ finding }) => finding);
  const things = thingsOf(findings, names);
  const deal = commonDeal(findings, names);
  const verdicts =
    rows.length > 0 ? rows.map(({ row }) => row.verdict) : findings.map(({ verdict }) => verdict);
  const kind = things[0]?.kind ?? 'record';
  return {
    kind,
    title: titleOfBlock(things, { kind, maker: deal.maker }),
    deal,
    verdict: verdicts.reduce<Verdict>(moreSevere, 'out-of-scope'),
    things,
    findings,
    place: placeOf(findings),
    rules: rulesOf(parts, names),
  };
}

/** Key of what is wanted of a finding's sayings; the same sayings have the same key. */
function sayingsKey(): (one: ReadFinding, wanted: (row: VerdictRow) => boolean) => string {
  const numbers = new Map<object, number>();
  const known = new Map<ReadFinding['sayings'], string>();
  return ({ sayings }, wanted) => {
    const before = known.get(sayings);
    if (before !== undefined) return before;
    const said = sayings
      .filter(({ row }) => wanted(row))
      .map((saying) => {
        const number = numbers.get(saying) ?? numbers.size;
        numbers.set(saying, number);
        return number;
      });
    const key = said.toSorted((a, b) => a - b).join();
    known.set(sayings, key);
    return key;
  };
}

/** Blocks of findings that belong together and of which the same is said. */
function alikeBlocks(read: readonly ReadFinding[], options: BlockOptions): Block[] {
  const { names, wanted, keepsAll = false, isLoose = false } = options;
  const answersOf = isLoose ? provisionAnswers : singleAnswers;
  const keyOf = sayingsKey();
  return groupBy(read, (one) => {
    const about = [thingKindOf(one.finding), one.finding.identified?.party];
    return `${isLoose ? '' : keyOf(one, wanted)} ${JSON.stringify(about)}`;
  }).flatMap((same) => {
    const rows = foldRows(same, wanted);
    return rows.length === 0 && !keepsAll ? [] : [blockOf({ read: same, rows, answersOf }, names)];
  });
}

/** Blocks of stated orders or parties, one for each rule that speaks of them. */
function ruleBlocks(read: readonly ReadFinding[], options: BlockOptions): Block[] {
  const rows = foldRows(read, options.wanted);
  const byFinding = new Map(read.map((one) => [one.finding, one]));
  return groupBy(rows, ({ row }) => row.rule).map((same) => {
    const findings = new Set(same.flatMap((group) => group.findings));
    const about = [...findings].flatMap((finding) => byFinding.get(finding) ?? []);
    const parts = { read: about, rows: same, answersOf: provisionAnswers };
    return blockOf(parts, options.names);
  });
}

function isStated({ finding }: ReadFinding): boolean {
  const kind = thingKindOf(finding);
  return kind === 'order' || kind === 'party';
}

/** Blocks in the order of their severity, then of the hosts they are on. */
export function blocksOf(read: readonly ReadFinding[], options: BlockOptions): Block[] {
  const stated = options.byRule === true ? read.filter(isStated) : [];
  const rest = options.byRule === true ? read.filter((one) => !isStated(one)) : read;
  const orders = stated.filter(({ finding }) => thingKindOf(finding) === 'order');
  const parties = stated.filter(({ finding }) => thingKindOf(finding) === 'party');
  return [
    ...alikeBlocks(rest, options),
    ...ruleBlocks(orders, options),
    ...ruleBlocks(parties, options),
  ].toSorted(
    (a, b) =>
      VERDICTS[b.verdict].severity - VERDICTS[a.verdict].severity ||
      b.place.hosts.length - a.place.hosts.length ||
      b.findings.length - a.findings.length ||
      byText(a.title, b.title),
  );
}

/** The answers that speak of each finding of a block. */
export function answersByFinding({ rules }: Block): Map<Finding, Answer[]> {
  const known = new Map<Finding, Answer[]>();
  for (const answer of rules.flatMap(({ answers }) => answers)) {
    for (const finding of answer.findings) {
      const before = known.get(finding);
      if (before === undefined) known.set(finding, [answer]);
      else before.push(answer);
    }
  }
  return known;
}

export const NOT_ASKED_SENTENCE =
  'No rule was asked about it, so nothing is said of whether it is barred.';

/** What to say of a block of which no row is shown; not being asked about is no answer. */
export function withoutRowsSentence({ findings }: Block): string {
  return findings.some(({ verdicts }) => verdicts.length === 0)
    ? NOT_ASKED_SENTENCE
    : 'No rule bars it or asks for anything now.';
}

/** Said of orders, which may state who acts; a report does not repeat it. */
export const YOU_SENTENCE =
  '“You” is whoever acts in the order: you, unless it names somebody else.';

/** Said above leads. */
export const LEADS_SENTENCE =
  'Supporting signs only. Not counted; look into them before you act or rule them out.';

/** Said above remnants. */
export const REMNANTS_SENTENCE =
  'Left behind after removal, or only visited. Not counted with what is installed.';

/** Leads in the names of what no rule was asked about. */
export const NOT_ASKED_LEAD = 'No rule was asked about:';

import {
  moreSevere,
  PRESENCES,
  VERDICTS,
  type Finding,
  type Level,
  type Presence,
  type Verdict,
  type VerdictRow,
} from '@interdict/core';
import { proseText, visibleText } from '../text/index.ts';
import { byText, groupBy, uniqueSorted } from './order.ts';
import { foldRows, type ReadFinding, type RowGroup } from './row-group.ts';
import { LEVEL_WORDS, plainWord, privilegeWords } from './words.ts';

/** Findings of one product (or party, or order), with what the rules say of them. */
export interface ProductGroup {
  readonly title: string;
  /** What it is, in a few words: maker, kind, state. */
  readonly about: readonly string[];
  /** What it can do to a system; absent where nothing was identified on one. */
  readonly privilege?: string;
  /** Names as the input has them. */
  readonly readAs: readonly string[];
  readonly capped: readonly string[];
  /** Most severe of the rows shown; of all rows where none is. */
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly rows: readonly RowGroup[];
}

const KIND_WORDS: Readonly<Record<Finding['subject']['kind'], string>> = {
  component: 'component',
  observation: 'seen on the network',
  party: 'party',
  transaction: 'order',
};

function mostSevere(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce<Verdict>(moreSevere, 'out-of-scope');
}

/** Which product a finding belongs to, as a key. */
function productKey({ subject, identified }: Finding): string {
  const what = identified?.product ?? identified?.productName ?? identified?.party;
  if (identified === undefined || what === undefined) return `${subject.kind} ${subject.name}`;
  return `product ${what} in ${identified.embeddedIn ?? ''}`;
}

/** Name under which a finding is shown. */
export function titleOf({ subject, identified }: Finding): string {
  const { productName, product, party, embeddedIn } = identified ?? {};
  const name = productName ?? product;
  if (name === undefined && party === undefined) return visibleText(subject.name);
  const shown = visibleText(name ?? `Something made by ${party ?? ''}`);
  return embeddedIn === undefined ? shown : `${shown} inside ${visibleText(embeddedIn)}`;
}

function levelsOf(findings: readonly Finding[]): string[] {
  const counts = new Map<Level, number>();
  for (const { identified } of findings) {
    if (identified !== undefined) {
      counts.set(identified.level, (counts.get(identified.level) ?? 0) + 1);
    }
  }
  const levels = (['identified', 'probable', 'lead'] as const).filter((one) => counts.has(one));
  return levels.map((level) => {
    const words = LEVEL_WORDS[level];
    return counts.size === 1 ? words : `${counts.get(level) ?? 0} ${words}`;
  });
}

function presencesOf(findings: readonly Finding[]): string[] {
  const presences = new Set<Presence>();
  for (const { identified } of findings) if (identified) presences.add(identified.presence);
  return [...presences].toSorted((a, b) => PRESENCES[b].rank - PRESENCES[a].rank).map(plainWord);
}

function aboutOf(findings: readonly Finding[]): string[] {
  const makers = uniqueSorted(findings.flatMap(({ identified }) => identified?.party ?? [])).map(
    (party) => `made by ${visibleText(party)}`,
  );
  const kinds = uniqueSorted(
    findings.flatMap(({ subject, identified }) =>
      identified === undefined ? KIND_WORDS[subject.kind] : plainWord(identified.class ?? ''),
    ),
  ).filter((kind) => kind !== '');
  return [...makers, ...kinds, ...levelsOf(findings), presencesOf(findings).join(' or ')].filter(
    (part) => part !== '',
  );
}

function readAsOf(findings: readonly Finding[]): string[] {
  return uniqueSorted(
    findings.map(({ subject: { name, version } }) =>
      visibleText(version === undefined ? name : `${name} ${version}`),
    ),
  );
}

function privilegeOf(findings: readonly Finding[]): { privilege?: string } {
  const most = findings.reduce((max, one) => Math.max(max, one.identified?.privilege ?? -1), -1);
  return most < 0 ? {} : { privilege: privilegeWords(most) };
}

function cappedOf(findings: readonly Finding[]): string[] {
  const reasons = findings.flatMap(({ identified }) => identified?.capped ?? []);
  return uniqueSorted(reasons.map(proseText));
}

function groupOf(findings: readonly Finding[], rows: readonly RowGroup[]): ProductGroup[] {
  const first = findings[0];
  if (first === undefined) return [];
  const verdicts =
    rows.length > 0 ? rows.map(({ row }) => row.verdict) : findings.map(({ verdict }) => verdict);
  return [
    {
      title: titleOf(first),
      about: aboutOf(findings),
      ...privilegeOf(findings),
      readAs: readAsOf(findings),
      capped: cappedOf(findings),
      verdict: mostSevere(verdicts),
      findings,
      rows,
    },
  ];
}

/** Products of which a wanted row exists, with these rows only; most severe first. */
export function groupProducts(
  read: readonly ReadFinding[],
  wanted: (row: VerdictRow) => boolean,
): ProductGroup[] {
  return groupAll(
    read.filter(({ sayings }) => sayings.some(({ row }) => wanted(row))),
    wanted,
  );
}

/** Products with their wanted rows, also when no rule speaks of them. */
export function groupAll(
  read: readonly ReadFinding[],
  wanted: (row: VerdictRow) => boolean,
): ProductGroup[] {
  return groupBy(read, ({ finding }) => productKey(finding))
    .flatMap((same) =>
      groupOf(
        same.map(({ finding }) => finding),
        foldRows(same, wanted),
      ),
    )
    .toSorted(compareProducts);
}

export const NOT_ASKED_SENTENCE =
  'No rule was asked about it, so nothing is said of whether it is barred.';

/** What to say of a product of which no row is shown; not being asked about is no answer. */
export function withoutRowsSentence({ findings }: ProductGroup): string {
  return findings.some(({ verdicts }) => verdicts.length === 0)
    ? NOT_ASKED_SENTENCE
    : 'No rule bars it or asks for anything now.';
}

/** Said above leads. */
export const LEADS_SENTENCE =
  'Supporting signs only. Not counted; look into them before you act or rule them out.';

/** Said above remnants. */
export const REMNANTS_SENTENCE =
  'Left behind after removal, or only visited. Not counted with what is installed.';

/** Leads in the names of what no rule was asked about. */
export const NOT_ASKED_LEAD = 'No rule was asked about:';

function compareProducts(a: ProductGroup, b: ProductGroup): number {
  return (
    VERDICTS[b.verdict].severity - VERDICTS[a.verdict].severity ||
    b.findings.length - a.findings.length ||
    byText(a.title, b.title)
  );
}

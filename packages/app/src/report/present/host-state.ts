import {
  POWERS,
  PROTECTIONS,
  REMOVALS,
  TRACE_KINDS,
  type Finding,
  type Power,
  type Protection,
  type Removal,
  type Report,
  type TraceKind,
} from '@interdict/core';
import { REPORT_LIMITS } from '../report-limits.ts';
import { proseText, shortenText, visibleText } from '../text/index.ts';
import { dateWords } from './date-text.ts';
import { byText, groupBy, uniqueSorted } from './order.ts';
import type { Tone } from './words.ts';
import { capitalized, countOf, plainWord, withoutStop } from './words.ts';

/** Hosts of which the same is to be said about what protects them. */
export interface ProtectionGroup {
  readonly status: Protection;
  readonly label: string;
  readonly tone: Tone;
  readonly because: string;
  readonly names: readonly string[];
}

/** Hosts from which something is gone as far, with the same things left. */
export interface RemovalGroup {
  readonly status: Removal;
  readonly label: string;
  readonly tone: Tone;
  /** `driver klif.sys, service klnagent`. */
  readonly left: string;
  readonly because: string;
  readonly names: readonly string[];
}

/** What must be gone of one product, by kind. */
export interface ChecklistView {
  readonly title: string;
  readonly kinds: readonly { readonly kind: string; readonly values: readonly string[] }[];
}

const PROTECTION_TONES: Readonly<Record<Protection, Tone>> = {
  gap: 'bar',
  'possible-gap': 'ask',
  weak: 'warn',
  unknown: 'mute',
  protected: 'free',
};

const REMOVAL_TONES: Readonly<Record<Removal, Tone>> = {
  'still-installed': 'bar',
  remnants: 'warn',
  unverified: 'ask',
  clean: 'free',
};

const PROTECTION_ORDER = Object.keys(PROTECTIONS);
const REMOVAL_ORDER = Object.keys(REMOVALS);

function namesOf(hosts: Report['hosts']): string[] {
  return hosts.map(({ host }) => visibleText(host)).toSorted(byText);
}

/** A value from the input, short enough to stand in a list. */
function shortValue(value: string): string {
  return shortenText(visibleText(value), REPORT_LIMITS.nameCellsMax);
}

function reasonWords(because: string): string {
  return shortenText(withoutStop(proseText(because)), REPORT_LIMITS.pageTextMax);
}

/** Hosts by what protects them, gaps first. */
export function protectionGroups(report: Report): ProtectionGroup[] {
  const keyOf = ({ protection: { status, because, until } }: Report['hosts'][number]) =>
    JSON.stringify([status, because, until]);
  return groupBy(report.hosts, keyOf)
    .flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      const { status, because, until } = first.protection;
      const limit =
        until === undefined ? '' : `; until ${dateWords(until)}, when updates stop by law`;
      return [
        {
          status,
          label: capitalized(plainWord(status)),
          tone: PROTECTION_TONES[status],
          because: `${reasonWords(because)}${limit}`,
          names: namesOf(same),
        },
      ];
    })
    .toSorted(
      (a, b) =>
        PROTECTION_ORDER.indexOf(a.status) - PROTECTION_ORDER.indexOf(b.status) ||
        b.names.length - a.names.length ||
        byText(a.because, b.because),
    );
}

/** What is left is worth a list where the product itself is gone. */
function leftWords({ removal: { status, left } }: Report['hosts'][number]): string {
  if (status !== 'remnants') return '';
  return uniqueSorted(left.map(({ kind, value }) => `${kind} ${shortValue(value)}`)).join(', ');
}

/** Hosts by how far what was found is gone. */
export function removalGroups(report: Report): RemovalGroup[] {
  const keyOf = (host: Report['hosts'][number]) =>
    JSON.stringify([host.removal.status, host.removal.because, leftWords(host)]);
  return groupBy(report.hosts, keyOf)
    .flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      const { status, because } = first.removal;
      return [
        {
          status,
          label: capitalized(plainWord(status)),
          tone: REMOVAL_TONES[status],
          left: leftWords(first),
          because: reasonWords(because),
          names: namesOf(same),
        },
      ];
    })
    .toSorted(
      (a, b) =>
        REMOVAL_ORDER.indexOf(a.status) - REMOVAL_ORDER.indexOf(b.status) ||
        b.names.length - a.names.length ||
        byText(a.left, b.left),
    );
}

const KIND_NOUNS: Readonly<Record<TraceKind, readonly [string, string]>> = {
  program: ['entry of a list of programs', 'entries of lists of programs'],
  driver: ['driver', 'drivers'],
  service: ['service', 'services'],
  certificate: ['certificate', 'certificates'],
  extension: ['browser extension', 'browser extensions'],
  file: ['file or folder', 'files and folders'],
};

/** The checklists of a report, a line for each kind of thing. */
export function checklistViews({ checklists }: Report): ChecklistView[] {
  return checklists.map(({ name, items }) => ({
    title: visibleText(name),
    kinds: Object.keys(TRACE_KINDS).flatMap((kind) => {
      const own = items.filter((item) => item.kind === kind);
      if (own.length === 0) return [];
      const values = own.map(({ op, value, example }) =>
        // A pattern is shown by what it matches.
        op === 'eq' ? visibleText(value) : `${visibleText(example)} and the like`,
      );
      const [one, many] = KIND_NOUNS[own[0]?.kind ?? 'file'];
      return [{ kind: countOf(own.length, one, many), values: uniqueSorted(values) }];
    }),
  }));
}

export const CHECKLIST_SENTENCE: string =
  'What the catalog knows the products found to bring. Remove them, take the inventory again ' +
  'with all of these tables, and check it: a host is clean when none of this is there.';

/** What a hostile vendor could do through what was found; empty when that is nothing. */
export function powerSentence(findings: readonly Finding[]): string {
  const powers = new Set<Power>(findings.flatMap(({ identified }) => identified?.powers ?? []));
  const words = Object.entries(POWERS)
    .filter(([power]) => powers.has(power as Power))
    .map(([, { meaning }]) => withoutStop(meaning).toLowerCase());
  return words.length === 0 ? '' : `its maker could ${words.join(', ')}`;
}

import type { Coverage, CoverageStatus, Report } from '@interdict/core';
import { visibleText } from '../text/index.ts';
import { dateWords } from './date-text.ts';
import { byText } from './order.ts';
import { countOf, COVERAGE_WORDS, plainWord } from './words.ts';

const STATUSES: readonly CoverageStatus[] = ['unreadable', 'partial', 'skipped', 'read'];

/** Files of one fate. */
export interface CoverageGroup {
  readonly status: CoverageStatus;
  readonly label: string;
  readonly files: readonly Coverage[];
  readonly records: number;
}

/** Files by what became of them, worst first; a fate without files is left out. */
export function coverageGroups(report: Report): CoverageGroup[] {
  return STATUSES.flatMap((status) => {
    const files = report.coverage
      .filter((file) => file.status === status)
      .toSorted((a, b) => byText(a.path, b.path));
    if (files.length === 0) return [];
    const records = files.reduce((sum, file) => sum + file.records, 0);
    return [{ status, label: COVERAGE_WORDS[status], files, records }];
  });
}

export function formatWords(file: Coverage): string {
  return file.format === null ? 'format not recognized' : visibleText(file.format);
}

/** What an answer of this report covers, in one sentence. */
export function coverageSentence(report: Report): string {
  const { summary, rulebook, lists } = report;
  const fates = coverageGroups(report)
    .toReversed()
    .map(({ label, files }) => `${files.length} ${label.toLowerCase()}`);
  const files = countOf(summary.files, 'file', 'files');
  const fate = fates.length === 0 ? '' : ` (${fates.join(', ')})`;
  const rules = countOf(rulebook.rules, 'rule', 'rules');
  return [
    `${files}${fate}`,
    countOf(summary.records, 'record', 'records'),
    `${rules} of edition ${visibleText(rulebook.edition)}`,
    listsWords(lists),
  ].join('; ');
}

function listsWords(lists: Report['lists']): string {
  if (lists.length === 0) return 'no official list';
  const parts = (['current', 'stale', 'partial', 'unreadable', 'missing'] as const)
    .map((status) => ({ status, count: lists.filter((one) => one.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${status}`);
  return `${countOf(lists.length, 'official list', 'official lists')} (${parts.join(', ')})`;
}

/** Edition, size and digest of the rulebook. */
export function rulebookWords({ rulebook }: Report): string {
  const { edition, rules, digest, overlays = [] } = rulebook;
  const size = countOf(rules, 'rule', 'rules');
  const own = overlays.map((one) => `; with ${overlayWords(one)}`).join('');
  return `edition ${visibleText(edition)}, ${size}, digest ${visibleText(digest)}${own}`;
}

/** Changes that rules made by themselves and nobody confirmed in time; empty when there is none. */
export function overdueWords({ rulebook }: Report): readonly string[] {
  return (rulebook.overdue ?? []).map(
    ({ rule, state, from, confirmBy, note }) =>
      `${rule} is taken as ${plainWord(state)} since ${dateWords(from)} by its own terms; ` +
      `this was to be confirmed by ${dateWords(confirmBy)}: ${visibleText(note)}`,
  );
}

type OverlayNote = NonNullable<Report['rulebook']['overlays']>[number];

/** A folder that was laid over the edition, with the digest of what it added. */
function overlayWords({ path, digest, rules, groups }: OverlayNote): string {
  const size = `${countOf(rules, 'rule', 'rules')}, ${countOf(groups, 'group', 'groups')}`;
  return `${visibleText(path)} (${size} of your own, digest ${visibleText(digest)})`;
}

/** Size and digest of the catalog. */
export function catalogWords({ catalog }: Report): string {
  const { signs, products, digest } = catalog;
  const size = `${countOf(signs, 'sign', 'signs')} of ${countOf(products, 'product', 'products')}`;
  return `${size}, digest ${visibleText(digest)}`;
}

/** Whether something that was given could not be looked at or looked up completely. */
export function isIncomplete(report: Report): boolean {
  return (
    report.summary.status === 'incomplete' ||
    report.summary.filesIncomplete > 0 ||
    report.coverage.some(({ status }) => status === 'partial' || status === 'unreadable') ||
    report.lists.some(({ status }) => status !== 'current')
  );
}

/** `Not looked at: …` and that nothing else was looked at either. */
export function notCoveredSentence(report: Report): string {
  const named = report.summary.notCovered.map((one) => visibleText(one.trim().replace(/\.$/u, '')));
  const rest = 'Nothing outside the files listed under coverage was looked at.';
  return named.length === 0 ? rest : `Not covered: ${named.join('; ')}. ${rest}`;
}

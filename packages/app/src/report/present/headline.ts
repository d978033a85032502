import { assertNever, isBarring, type Finding, type Report } from '@interdict/core';
import { visibleText } from '../text/index.ts';
import { coverageSentence, isIncomplete } from './coverage.ts';
import type { Block } from './block.ts';
import type { NameBook } from './name-book.ts';
import { thingsWords } from './thing-words.ts';
import { countOf, countWords, VERDICT_LABELS, VERDICTS_BY_SEVERITY, type Tone } from './words.ts';

/** The answer in one word and a few sentences, always with what it covers. */
export interface Headline {
  readonly word: string;
  readonly tone: Tone;
  readonly sentences: readonly string[];
}

/** `20: 15 barred, 2 undetermined, 1 that no rule was asked about`. */
export function findingCountWords(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'none';
  const spoken = findings.filter(({ verdicts }) => verdicts.length > 0);
  const parts = VERDICTS_BY_SEVERITY.flatMap((verdict) => {
    const count = spoken.filter((finding) => finding.verdict === verdict).length;
    return count === 0
      ? []
      : [`${countWords(count)} ${VERDICT_LABELS[verdict].label.toLowerCase()}`];
  });
  const rest = findings.length - spoken.length;
  if (rest > 0) parts.push(`${countWords(rest)} that no rule was asked about`);
  return `${countWords(findings.length)}: ${parts.join(', ')}`;
}

/** `1 lead, 2 remnants`: what is not counted with the rest. */
export function apartWords(leads: readonly Block[], remnants: readonly Block[]): string {
  const count = (blocks: readonly Block[]) =>
    blocks.reduce((sum, { findings }) => sum + findings.length, 0);
  return [
    countOf(count(leads), 'lead', 'leads'),
    countOf(count(remnants), 'remnant', 'remnants'),
  ].join(', ');
}

/** INVARIANT: no status is put into words without the coverage in the same headline. */
export function headlineOf(report: Report, main: readonly Finding[], names: NameBook): Headline {
  const covered = `Covered: ${coverageSentence(report)}.`;
  const { word, tone, sentence } = statusWords(report, main, names);
  const more = isIncomplete(report) ? [incompleteSentence(report, main)] : [];
  const listed = listMatchWords(main);
  const matches = listed === '' ? [] : [listed];
  const sentences = [sentence, ...matches, ...gapSentences(report), ...more, covered];
  return { word, tone, sentences };
}

/** A host that nothing protects is worth a word where everybody reads. */
function gapSentences({ hosts }: Report): string[] {
  const gaps = hosts.filter(({ protection }) => protection.status === 'gap').length;
  if (gaps === 0) return [];
  return [`${countOf(gaps, 'host has', 'hosts have')} a gap in protection: see below.`];
}

function statusWords(
  report: Report,
  main: readonly Finding[],
  names: NameBook,
): { word: string; tone: Tone; sentence: string } {
  const barred = main.filter(({ verdict }) => isBarring(verdict));
  const { status } = report.summary;
  switch (status) {
    case 'barred':
      return { word: 'Barred', tone: 'bar', sentence: barredSentence(barred, names) };
    case 'advisory':
      return {
        word: 'Advised against',
        tone: 'warn',
        sentence: 'No bar was found in what was covered; an authority advises against something.',
      };
    case 'incomplete':
      return {
        word: 'Incomplete',
        tone: 'ask',
        sentence: 'No bar was found, and this is not an all-clear: something is missing.',
      };
    case 'clear':
      return {
        word: 'Nothing barred found',
        tone: 'free',
        sentence: 'In what was covered, no rule bars or advises against anything.',
      };
    default:
      return assertNever(status);
  }
}

function barredSentence(barred: readonly Finding[], names: NameBook): string {
  const count = barred.length;
  if (count === 0) return 'A rule bars something that was found as a lead or remnant.';
  const are = countOf(count, 'finding is', 'findings are');
  return `${are} barred by at least one rule: ${thingsWords(barred, names)}.`;
}

function incompleteSentence({ summary, lists }: Report, main: readonly Finding[]): string {
  const old = lists.filter(({ status }) => status !== 'current').length;
  const open = main.filter(
    ({ verdicts, screened }) =>
      screened !== undefined || verdicts.some(({ verdict }) => verdict === 'undetermined'),
  ).length;
  const parts = [
    summary.filesIncomplete > 0
      ? `${countOf(summary.filesIncomplete, 'file was', 'files were')} not read completely`
      : '',
    old > 0 ? `${countOf(old, 'official list is', 'official lists are')} stale or missing` : '',
    open > 0 ? `${countOf(open, 'finding has', 'findings have')} answers that are open` : '',
  ].filter((part) => part !== '');
  const what = parts.length === 0 ? 'the coverage below is not complete' : parts.join(', ');
  return `There may be more: ${what}.`;
}

/** Matches that a headline names. */
const MATCHES_NAMED = 5;

/** Who may be on an official list, by the closest entry of each finding. */
function listMatchWords(main: readonly Finding[]): string {
  const closest = main.flatMap(({ screened }) => {
    const [first, ...others] = screened?.matches ?? [];
    if (first === undefined) return [];
    return [others.reduce((best, one) => (one.score > best.score ? one : best), first)];
  });
  if (closest.length === 0) return '';
  const named = closest.slice(0, MATCHES_NAMED).map(({ name, caption, list, score }) => {
    const entry = `${visibleText(caption)}, ${visibleText(list)}, score ${score.toFixed(2)}`;
    return `${visibleText(name)} (${entry})`;
  });
  const more = closest.length - named.length;
  const all = more === 0 ? named : [...named, `${String(more)} more`];
  const who = countOf(closest.length, 'finding', 'findings');
  return `${who} may be on an official list, which is for you to find out: ${all.join('; ')}.`;
}

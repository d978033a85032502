import type { Coverage, Problem, Report } from '@interdict/core';
import { COVERAGE_WORDS, LIST_WORDS, uniqueSorted } from '../present/index.ts';
import { proseText, visibleText } from '../text/index.ts';
import { locationOf, type Location } from './location.ts';
import { message, type Message, type SarifLevel } from './message.ts';

/** Something that kept the run from being complete, or was left aside. */
interface Notice {
  readonly descriptor: { readonly id: string };
  readonly level: SarifLevel;
  readonly message: Message;
  readonly locations?: readonly Location[];
}

const LIST_CODE = 'list-not-current';
const UNNAMED_CODE = 'file-not-read';

/** Whether a file was not read as a whole without being left aside knowingly. */
export function isNoticed({ status }: Coverage): boolean {
  return status === 'unreadable' || status === 'partial';
}

function levelOf(file: Coverage): SarifLevel {
  if (file.status === 'unreadable') return 'error';
  return file.status === 'partial' ? 'warning' : 'note';
}

function problemsOf(file: Coverage): readonly Problem[] {
  if (file.problems.length > 0) return file.problems;
  return [{ code: UNNAMED_CODE, message: 'no reason was recorded' }];
}

function fileNotices(file: Coverage): Notice[] {
  return problemsOf(file).map((problem) => ({
    descriptor: { id: visibleText(problem.code) },
    level: levelOf(file),
    message: message(
      `${COVERAGE_WORDS[file.status]}: ${visibleText(file.path)}: ${proseText(problem.message)}`,
    ),
    locations: [
      locationOf({
        file: file.path,
        ...(problem.pointer === undefined ? {} : { pointer: problem.pointer }),
      }),
    ],
  }));
}

export function noticesOf(report: Report): Notice[] {
  const files = report.coverage
    .filter((file) => file.status !== 'read' || file.problems.length > 0)
    .flatMap(fileNotices);
  const lists = report.lists
    .filter(({ status }) => status !== 'current')
    .map(({ id, status }) => ({
      descriptor: { id: LIST_CODE },
      level: 'warning' as const,
      message: message(`Official list ${visibleText(id)} is ${LIST_WORDS[status]}.`),
    }));
  return [...files, ...lists];
}

/** The kinds of notices that occur, as descriptors of the tool. */
export function noticeTypesOf(report: Report): { readonly id: string }[] {
  return uniqueSorted(noticesOf(report).map(({ descriptor }) => descriptor.id)).map((id) => ({
    id,
  }));
}

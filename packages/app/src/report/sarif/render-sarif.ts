import { isBarring, VERDICTS, type Finding, type Report, type VerdictRow } from '@interdict/core';
import {
  actWords,
  citeWords,
  coverageSentence,
  dealOf,
  groupBy,
  isIncomplete,
  missingQuestion,
  nameBookOf,
  notCoveredSentence,
  titleOf,
  uniqueSorted,
  VERDICT_LABELS,
  type NameBook,
} from '../present/index.ts';
import { jsonText } from '../json-text.ts';
import { proseText, visibleText } from '../text/index.ts';
import { artifactLocation, locationOf } from './location.ts';
import { isNoticed, noticesOf, noticeTypesOf } from './notice.ts';
import { message, type Message, type SarifLevel } from './message.ts';

/** Log, runs, run and its lists are written in parts. */
const DEPTH = 4;
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** Level of a result. A lead proves nothing, so it is never an error. */
function levelOf(row: VerdictRow, finding: Finding): SarifLevel {
  const isLead = finding.identified?.level === 'lead';
  if (isBarring(row.verdict)) return isLead ? 'warning' : 'error';
  const { severity } = VERDICTS[row.verdict];
  return severity >= VERDICTS['permitted-with-condition'].severity ? 'warning' : 'note';
}

/** A report with the names it carries. */
interface Source {
  readonly report: Report;
  readonly names: NameBook;
}

function resultText(source: Source, finding: Finding, row: VerdictRow): string {
  const { report, names } = source;
  const { host, version } = finding.subject;
  const name = titleOf(finding, names);
  const what = version === undefined ? name : `${name} ${visibleText(version)}`;
  const where = host === undefined ? '' : ` on ${visibleText(host)}`;
  const questions = row.missing.map((path) => missingQuestion(path, report.profile));
  return [
    `${VERDICT_LABELS[row.verdict].label}: ${what}${where}.`,
    `${actWords(row, [row.activity], dealOf(finding, names))}.`,
    proseText(row.because),
    row.condition === undefined ? '' : `Condition: ${proseText(row.condition)}`,
    row.caution === undefined ? '' : `Caution: ${proseText(row.caution)}`,
    ...questions,
    row.cite.map(citeWords).join('; '),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function resultOf(source: Source, ruleIndexes: ReadonlyMap<string, number>) {
  return (finding: Finding, row: VerdictRow) => ({
    ruleId: row.rule,
    ruleIndex: ruleIndexes.get(row.rule) ?? -1,
    level: levelOf(row, finding),
    message: message(resultText(source, finding, row)),
    locations: [locationOf(finding.subject.source)],
    ...relatedLocations(finding),
    partialFingerprints: {
      'interdictFinding/1': finding.id,
      'interdictRow/1': [finding.id, row.rule, row.prohibition ?? '', row.activity].join('/'),
    },
    properties: {
      verdict: row.verdict,
      activity: row.activity,
      ...(row.prohibition === undefined ? {} : { prohibition: row.prohibition }),
      ...(row.previous === undefined ? {} : { since: row.previous.at }),
      ...(row.next === undefined ? {} : { next: row.next }),
      ...(finding.identified === undefined
        ? {}
        : {
            level: finding.identified.level,
            presence: finding.identified.presence,
            privilege: finding.identified.privilege,
          }),
    },
  });
}

function relatedLocations({ identified }: Finding): object {
  const evidence = identified?.evidence ?? [];
  if (evidence.length === 0) return {};
  return {
    relatedLocations: evidence.map((one) => ({
      ...locationOf(one.source),
      message: message(
        `${one.field} ${visibleText(one.value)} (sign ${one.sign}, ${one.strength})`,
      ),
    })),
  };
}

interface RuleDescriptor {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: Message;
  readonly fullDescription: Message;
  readonly defaultConfiguration: { readonly level: SarifLevel };
  readonly properties: { readonly citations: readonly string[] };
}

/** Rules that spoke, each described by the reason of its most severe row. */
function rulesOf({ report, names }: Source): RuleDescriptor[] {
  const spoken = report.findings.flatMap((finding) =>
    finding.verdicts.map((row) => ({ finding, row })),
  );
  return groupBy(spoken, ({ row }) => row.rule)
    .flatMap((same) => {
      const worst = same.reduce((a, b) =>
        VERDICTS[b.row.verdict].severity > VERDICTS[a.row.verdict].severity ? b : a,
      );
      const { row, finding } = worst;
      const { title, issuer } = names.rule(row.rule);
      return [
        {
          id: row.rule,
          name: title,
          shortDescription: message(issuer === '' ? `${title}.` : `${title}, by ${issuer}.`),
          fullDescription: message(proseText(row.because)),
          defaultConfiguration: { level: levelOf(row, finding) },
          properties: {
            citations: uniqueSorted(same.flatMap((one) => one.row.cite.map(citeWords))),
          },
        },
      ];
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function artifactsOf(report: Report): object[] {
  return report.coverage.map((file) => ({
    location: artifactLocation(file.path),
    roles: ['analysisTarget'],
    ...(file.sha256 === undefined ? {} : { hashes: { 'sha-256': file.sha256 } }),
    properties: { format: file.format, status: file.status, records: file.records },
  }));
}

function* resultsOf(report: Report, result: ReturnType<typeof resultOf>): Generator<object> {
  for (const finding of report.findings) {
    for (const row of finding.verdicts) yield result(finding, row);
  }
}

function runOf(report: Report): object {
  const source = { report, names: nameBookOf(report) };
  const rules = rulesOf(source);
  const indexes = new Map(rules.map(({ id }, at) => [id, at]));
  const result = resultOf(source, indexes);
  return {
    tool: {
      driver: { name: 'Interdict', rules, notifications: noticeTypesOf(report) },
    },
    invocations: [
      {
        executionSuccessful: !isIncomplete(report),
        toolExecutionNotifications: noticesOf(report),
      },
    ],
    originalUriBaseIds: {
      INPUT: { description: { text: 'Folder that the paths of the report count from.' } },
      ROOT: { uri: 'file:///' },
    },
    artifacts: artifactsOf(report),
    results: resultsOf(report, result),
    columnKind: 'utf16CodeUnits',
    properties: {
      schema: report.schema,
      asOf: report.asOf,
      status: report.summary.status,
      profile: report.profile.name,
      rulebook: report.rulebook,
      catalog: report.catalog,
      lists: report.lists,
      covered: coverageSentence(report),
      notCovered: notCoveredSentence(report),
      filesIncomplete: report.coverage.filter(isNoticed).length,
    },
  };
}

export function* renderSarif(report: Report): Generator<string> {
  yield* jsonText({ $schema: SCHEMA, version: '2.1.0', runs: [runOf(report)] }, DEPTH);
  yield '\n';
}

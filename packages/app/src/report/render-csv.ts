import type { Finding, Report, VerdictRow } from '@interdict/core';

/**
 * What a spreadsheet takes for the start of a formula, full-width forms included; also behind
 * apostrophes of the text itself, so that taking one away gives the text back.
 */
const FORMULA_START = /^'*[=+\-@\t\r\n＝＋－＠]/u;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/u;
/** Controls other than TAB, LF and CR, and direction overrides; written out, as in the table. */
const OBEYED = /(?![\t\n\r])[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

function escapeOf(character: string): string {
  return String.raw`\u{` + (character.codePointAt(0) ?? 0).toString(16) + '}';
}

/** One field after RFC 4180; what a spreadsheet would run gets an apostrophe before it. */
export function csvField(value: string): string {
  const text = value.replace(OBEYED, escapeOf);
  const isFormula = FORMULA_START.test(text);
  if (!isFormula && !NEEDS_QUOTES.test(text)) return text;
  return `"${isFormula ? "'" : ''}${text.replaceAll('"', '""')}"`;
}

type Value = string | number | undefined;

interface CsvColumn {
  readonly name: string;
  readonly value: (finding: Finding, row: VerdictRow | undefined) => Value;
}

interface ReportColumn {
  readonly name: string;
  readonly value: (report: Report) => Value;
}

function joined(texts: readonly string[] | undefined): string | undefined {
  return texts?.join('; ');
}

/** Columns in their order; new ones are added at the end, none is renamed. */
const COLUMNS: readonly CsvColumn[] = [
  { name: 'finding', value: ({ id }) => id },
  { name: 'kind', value: ({ subject }) => subject.kind },
  { name: 'name', value: ({ subject }) => subject.name },
  { name: 'version', value: ({ subject }) => subject.version },
  { name: 'host', value: ({ subject }) => subject.host },
  { name: 'file', value: ({ subject }) => subject.source.file },
  { name: 'pointer', value: ({ subject }) => subject.source.pointer },
  { name: 'party', value: ({ identified }) => identified?.party },
  { name: 'product', value: ({ identified }) => identified?.product },
  { name: 'productName', value: ({ identified }) => identified?.productName },
  { name: 'class', value: ({ identified }) => identified?.class },
  { name: 'level', value: ({ identified }) => identified?.level },
  { name: 'presence', value: ({ identified }) => identified?.presence },
  { name: 'privilege', value: ({ identified }) => identified?.privilege },
  { name: 'embeddedIn', value: ({ identified }) => identified?.embeddedIn },
  {
    name: 'signs',
    value: ({ identified }) => joined(identified?.evidence.map(({ sign }) => sign)),
  },
  { name: 'findingVerdict', value: ({ verdict }) => verdict },
  { name: 'rule', value: (_, row) => row?.rule },
  { name: 'prohibition', value: (_, row) => row?.prohibition },
  { name: 'activity', value: (_, row) => row?.activity },
  { name: 'verdict', value: (_, row) => row?.verdict },
  { name: 'binds', value: (_, row) => row?.binds },
  { name: 'since', value: (_, row) => row?.previous?.at },
  { name: 'because', value: (_, row) => row?.because },
  { name: 'missing', value: (_, row) => joined(row?.missing) },
  { name: 'assumed', value: (_, row) => joined(row?.assumed) },
  { name: 'condition', value: (_, row) => row?.condition },
  { name: 'advice', value: (_, row) => row?.advice },
  { name: 'caution', value: (_, row) => row?.caution },
  {
    name: 'citations',
    value: (_, row) =>
      joined(row?.cite.map(({ citation, pinpoint }) => `${citation}, ${pinpoint}`)),
  },
  { name: 'verification', value: (_, row) => joined(row?.cite.map((one) => one.verification)) },
  {
    name: 'duties',
    value: (_, row) =>
      joined(row?.duties.map(({ action, to, due }) => `${action} to ${to} by ${due ?? 'unknown'}`)),
  },
  { name: 'nextAt', value: (_, row) => row?.next?.at },
  { name: 'nextVerdict', value: (_, row) => row?.next?.verdict },
];

/** Columns about the report as a whole, the same in every line. */
const REPORT_COLUMNS: readonly ReportColumn[] = [
  { name: 'asOf', value: ({ asOf }) => asOf },
  { name: 'rulebook', value: ({ rulebook }) => rulebook.edition },
  { name: 'reportStatus', value: ({ summary }) => summary.status },
  { name: 'filesIncomplete', value: ({ summary }) => summary.filesIncomplete },
  { name: 'rulebookDigest', value: ({ rulebook }) => rulebook.digest },
];

/** Columns about a finding that came later, behind those about the report. */
const LATER_COLUMNS: readonly CsvColumn[] = [
  {
    name: 'listMatches',
    value: ({ screened }) =>
      joined(
        screened?.matches.map(
          ({ as, name, id, caption, asOf, score }) =>
            `${as} ${name}: ${caption} (${id}, list of ${asOf}, score ${score.toFixed(2)})`,
        ),
      ),
  },
];

function csvLine(fields: readonly Value[]): string {
  return `${fields.map((one) => csvField(String(one ?? ''))).join(',')}\r\n`;
}

/**
 * One line for each finding and verdict row; a finding no rule was asked about has one too. A
 * report without findings that is not clear has one line that says so.
 */
export function* renderCsv(report: Report): Generator<string> {
  yield csvLine([...COLUMNS, ...REPORT_COLUMNS, ...LATER_COLUMNS].map(({ name }) => name));
  const whole = REPORT_COLUMNS.map(({ value }) => value(report));
  for (const finding of report.findings) {
    const rows = finding.verdicts.length === 0 ? [undefined] : finding.verdicts;
    for (const row of rows) {
      const own = COLUMNS.map(({ value }) => value(finding, row));
      const later = LATER_COLUMNS.map(({ value }) => value(finding, row));
      yield csvLine([...own, ...whole, ...later]);
    }
  }
  if (report.findings.length === 0 && report.summary.status !== 'clear') {
    const later = LATER_COLUMNS.map(() => undefined);
    yield csvLine([...COLUMNS.map(() => undefined), ...whole, ...later]);
  }
}

import { VERDICTS, type Report, type Verdict } from '@interdict/core';
import { visibleText } from '../text/index.ts';
import { byText, groupBy } from './order.ts';

type Host = Report['hosts'][number];

/** Hosts of which the same is to be said. */
export interface HostGroup {
  readonly verdict: Verdict | null;
  readonly privilege: number;
  readonly names: readonly string[];
  readonly findings: number;
  readonly records: number;
}

function severityOf({ verdict }: Pick<Host, 'verdict'>): number {
  return verdict === null ? -1 : VERDICTS[verdict].severity;
}

/** Hosts by most severe verdict and highest privilege, the worst first. */
export function hostGroups(report: Report): HostGroup[] {
  return groupBy(report.hosts, ({ verdict, privilege }) => `${verdict} ${privilege}`)
    .flatMap((same) => {
      const first = same[0];
      if (first === undefined) return [];
      return [
        {
          verdict: first.verdict,
          privilege: first.privilege,
          names: same.map(({ host }) => visibleText(host)).toSorted(byText),
          findings: same.reduce((sum, { findings }) => sum + findings, 0),
          records: same.reduce((sum, { records }) => sum + records, 0),
        },
      ];
    })
    .toSorted((a, b) => severityOf(b) - severityOf(a) || b.privilege - a.privilege);
}

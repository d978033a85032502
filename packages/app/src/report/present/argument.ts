import { VERDICTS, type Finding } from '@interdict/core';
import { byText, groupBy } from './order.ts';
import { titleOf } from './product-group.ts';
import type { ReadFinding, Saying } from './row-group.ts';

/** Findings with one and the same argument; only the evidence for each is its own. */
export interface Argument {
  readonly id: string;
  readonly title: string;
  readonly first: Finding;
  readonly findings: readonly Finding[];
  readonly sayings: readonly Saying[];
}

/** What is said of a finding, without where it was read and on what evidence. */
function argumentKey({ finding, sayings }: ReadFinding, numbers: Map<Saying, number>): string {
  const said = sayings.map((saying) => {
    const number = numbers.get(saying) ?? numbers.size;
    numbers.set(saying, number);
    return number;
  });
  const { identified, subject } = finding;
  if (identified === undefined) return JSON.stringify([subject.kind, subject.name, said]);
  return JSON.stringify([titleOf(finding), { ...identified, evidence: [] }, said]);
}

/** Every finding's argument, the most severe first; equal ones are made once. */
export function argumentsOf(read: readonly ReadFinding[]): Argument[] {
  const numbers = new Map<Saying, number>();
  return groupBy(read, (one) => argumentKey(one, numbers))
    .flatMap((same) => {
      const first = same[0];
      if (first === undefined) return [];
      const sayings = first.sayings.toSorted(
        (a, b) => VERDICTS[b.row.verdict].severity - VERDICTS[a.row.verdict].severity,
      );
      return [
        {
          title: titleOf(first.finding),
          first: first.finding,
          findings: same.map(({ finding }) => finding),
          sayings,
        },
      ];
    })
    .toSorted(
      (a, b) =>
        VERDICTS[b.first.verdict].severity - VERDICTS[a.first.verdict].severity ||
        b.findings.length - a.findings.length ||
        byText(a.title, b.title),
    )
    .map((argument, at) => ({ id: `argument-${at + 1}`, ...argument }));
}

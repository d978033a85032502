import { moreSevere, type Finding, type HostReport, type Verdict } from '../model/index.ts';
import type { Judge } from './build-findings.ts';
import { hostKey, type HostBook } from './host-facts.ts';
import { protectionOf, type UpdatesOf } from './protection.ts';
import { questionOf } from './question.ts';
import { removalOf } from './removal.ts';
import { isLead } from './summarize.ts';
import { weigh, type Weighed } from './weigh.ts';

const NOT_ASKED: Weighed = { verdicts: [], verdict: 'undetermined' };

/** Asks the rules about the updates of a product, once for each distinct thing. */
function askUpdates(judge: Judge): UpdatesOf {
  const answers = new Map<string, Weighed>();
  return ({ identified }) => {
    if (identified === undefined) return NOT_ASKED;
    const { party, product, class: kind, level } = identified;
    const key = [party, product, kind, level].join('\u0000');
    const known = answers.get(key);
    if (known !== undefined) return known;
    const question = questionOf(identified, 'update-signature', judge.profile, judge.names);
    const weighed = weigh(judge.compiled, [question], judge.asOf);
    answers.set(key, weighed);
    return weighed;
  };
}

function findingsByHost(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const byHost = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { host } = finding.subject;
    if (host === undefined) continue;
    const known = byHost.get(hostKey(host));
    if (known === undefined) byHost.set(hostKey(host), [finding]);
    else known.push(finding);
  }
  return byHost;
}

function worstOf(findings: readonly Finding[]): Verdict | null {
  let worst: Verdict | null = null;
  for (const { verdict } of findings) {
    worst = worst === null ? verdict : moreSevere(worst, verdict);
  }
  return worst;
}

/**
 * One line a host, by name: what was read of it and found on it, what protects it, and how far
 * what was found is gone.
 */
export function hostsOf(
  findings: readonly Finding[],
  book: HostBook,
  judge: Judge,
): readonly HostReport[] {
  const byHost = findingsByHost(findings);
  const updatesOf = askUpdates(judge);
  return [...book.hosts()]
    .sort((a, b) => (a.host < b.host ? -1 : 1))
    .map((facts) => {
      const own = byHost.get(hostKey(facts.host)) ?? [];
      const counted = own.filter((finding) => !isLead(finding));
      const privileges = counted.map(({ identified }) => identified?.privilege ?? 0);
      return {
        host: facts.host,
        records: facts.records,
        findings: counted.length,
        verdict: worstOf(counted),
        privilege: Math.max(0, ...privileges),
        protection: protectionOf(facts, own, updatesOf),
        removal: removalOf(facts, own),
      };
    });
}

import { PRESENCES, type Finding, type RemovalReport, type TraceKind } from '../model/index.ts';
import { traceKindOf } from '../inventory/index.ts';
import type { HostFacts } from './host-facts.ts';

/** Kinds of traces a removal leaves most, without which nothing can be called clean. */
const NEEDED: readonly TraceKind[] = ['program', 'driver', 'service', 'certificate'];

/** Things listed for a host; what a product leaves behind is far less. */
const LEFT_MAX = 200;

type Left = RemovalReport['left'][number];

/** Findings of something that is or was on the host itself, and not merely suspected. */
export function isOnHost({ identified }: Finding): boolean {
  if (identified === undefined || identified.level === 'lead') return false;
  const { presence, embeddedIn } = identified;
  return embeddedIn === undefined && presence !== 'visited' && presence !== 'present-in-build';
}

function isThere({ identified }: Finding): boolean {
  return identified !== undefined && PRESENCES[identified.presence].rank > PRESENCES.remnant.rank;
}

/** Traces that stay when a product goes; what of them runs shows that it has not gone. */
const STAYING: ReadonlySet<TraceKind | undefined> = new Set([
  'driver',
  'service',
  'certificate',
  'file',
]);

/**
 * Whether a product is gone and only something of it is left: it is in no list of programs and
 * nothing of it runs, on a host of which both are known.
 */
export function isGone(finding: Finding, { lookedAt }: HostFacts): boolean {
  if (!isThere(finding)) return true;
  const { evidence = [], states = [] } = finding.identified ?? {};
  const isKnown = lookedAt.has('program') && lookedAt.has('service');
  if (!isKnown || states.includes('running') || states.includes('updating')) return false;
  return evidence.length > 0 && evidence.every(({ trace }) => STAYING.has(trace));
}

function leftOf(findings: readonly Finding[]): readonly Left[] {
  const left = new Map<string, Left>();
  for (const { identified } of findings) {
    for (const { field, value, sign, source, trace } of identified?.evidence ?? []) {
      const kind = traceKindOf(field);
      // The display name of a driver or service is no entry in a list of programs.
      if (kind === undefined || (kind === 'program' && trace !== 'program')) continue;
      const key = `${kind}\u0000${value.toLowerCase()}`;
      if (left.has(key) || left.size >= LEFT_MAX) continue;
      left.set(key, { kind, value, sign, source });
    }
  }
  return [...left.values()];
}

/** A trace that does not prove a product, and does not let the host be called clean. */
function isOpenLead(finding: Finding): boolean {
  return finding.identified?.level === 'lead' && isThere(finding);
}

/** How far what was found is gone from a host, and what was not looked at to say so. */
export function removalOf(facts: HostFacts, findings: readonly Finding[]): RemovalReport {
  const notLookedAt = NEEDED.filter((kind) => !facts.lookedAt.has(kind));
  const found = findings.filter(isOnHost);
  const left = leftOf(found);
  if (found.some((finding) => !isGone(finding, facts))) {
    return { status: 'still-installed', left, notLookedAt, because: 'a product is there' };
  }
  if (found.length > 0) {
    return {
      status: 'remnants',
      left,
      notLookedAt,
      because: 'the product is gone, and not all of it',
    };
  }
  if (findings.some(isOpenLead)) {
    const because = 'a lead is open: a trace that does not prove a product';
    return { status: 'unverified', left, notLookedAt, because };
  }
  if (notLookedAt.length > 0) {
    const because = `nothing was found; no record lists a ${notLookedAt.join(' or ')}`;
    return { status: 'unverified', left, notLookedAt, because };
  }
  return { status: 'clean', left, notLookedAt, because: 'everything that is needed was looked at' };
}

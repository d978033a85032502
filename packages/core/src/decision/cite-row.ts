import type { Cite, ResolvedCite, Rule, Source } from '../model/index.ts';

/** A citation made independent of the sources table of its rule. */
export function resolveCite(cite: Cite, sources: Readonly<Record<string, Source>>): ResolvedCite {
  const source = sources[cite.source];
  return {
    citation: source?.citation ?? cite.source,
    pinpoint: cite.pinpoint,
    verification: cite.verification,
  };
}

/** Why a citation is less than certain, in words; undefined when it has been verified. */
export function cautionOf(cite: Cite): string | undefined {
  switch (cite.verification) {
    case 'verified':
      return cite.note;
    case 'recorded':
      return `${cite.pinpoint}: recorded, not yet checked against the instrument${noteOf(cite)}`;
    case 'unsettled':
      return `${cite.pinpoint}: unsettled${noteOf(cite)}`;
  }
}

function noteOf(cite: Cite): string {
  return cite.note === undefined ? '' : ` (${cite.note})`;
}

/** The instrument itself, for rows that no provision decides. */
export function instrumentCite(rule: Rule): ResolvedCite {
  return resolveCite(rule.instrument, rule.sources);
}

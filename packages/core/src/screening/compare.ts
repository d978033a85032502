import type { ListEntry, ListEntrySchemaName, ListStatement } from '../model/index.ts';
import type { LedgerLine } from './answer.ts';
import { buildTables } from './index/build-snapshot.ts';
import { NAME_PROPERTIES, type PartyQuery, valuesOf } from './party.ts';
import { DEFAULT_POLICY, type ScreeningPolicy } from './policy.ts';
import { screenParty } from './screen.ts';
import { createScreener } from './screener.ts';
import { SCHEMAS } from './snapshot/codes.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** What two comparisons have in common; made once for many. */
export interface Comparer {
  readonly vocabulary: Vocabulary;
  readonly policy: ScreeningPolicy;
}

export interface Comparison {
  readonly score: number;
  readonly match: boolean;
  readonly explanation: readonly LedgerLine[];
}

export function createComparer(policy: ScreeningPolicy = DEFAULT_POLICY): Comparer {
  return { vocabulary: createVocabulary(), policy };
}

/**
 * Compares two parties as if each were the list and the other were screened against it; the higher
 * score counts, so the order does not matter. Without a list every word that is not known to be
 * frequent is taken for a rare one.
 */
export function compareParties(comparer: Comparer, a: PartyQuery, b: PartyQuery): Comparison {
  const forth = compareWith(comparer, a, b);
  const back = compareWith(comparer, b, a);
  return back.score > forth.score ? back : forth;
}

const NOTHING: Comparison = { score: 0, match: false, explanation: [] };
/** Every comparison is shown, however low. */
const CUTOFF = 0.0001;

function compareWith(comparer: Comparer, query: PartyQuery, listed: PartyQuery): Comparison {
  const { vocabulary } = comparer;
  const contents = buildTables({ entries: [asEntry(listed)], lists: [] }, vocabulary);
  const options = { cutoff: CUTOFF, limit: 1, policy: comparer.policy };
  const opened = createScreener({ ...contents, digest: '' }, options, vocabulary);
  if (!opened.ok) return NOTHING;
  const [result] = screenParty(opened.screener, query).results;
  if (result === undefined) return NOTHING;
  const { score, match, explanation } = result;
  return { score, match, explanation };
}

function asEntry(party: PartyQuery): ListEntry {
  const statements: ListStatement[] = [];
  for (const property of Object.keys(party.properties)) {
    for (const [at, value] of valuesOf(party, property).entries()) {
      const pointer = `/properties/${property}/${String(at)}`;
      statements.push({ property, value, field: property, pointer });
    }
  }
  const caption = NAME_PROPERTIES.flatMap((property) => valuesOf(party, property))[0] ?? '';
  const schema = SCHEMAS.find((name) => name === party.schema) ?? asListed(party.schema);
  const list = 'compared' as ListEntry['list'];
  return { id: 'compared:b' as ListEntry['id'], list, schema, caption, programs: [], statements };
}

/** Schemas that lists do not use, as the nearest that they do. */
function asListed(schema: string): ListEntrySchemaName {
  if (schema === 'PublicBody') return 'Organization';
  return schema === 'Vehicle' ? 'Vessel' : 'LegalEntity';
}

import type { Activity, Identification, Profile, ResolvedItem } from '../model/index.ts';
import type { Question } from '../decision/index.ts';

/** Facts about a product that identification does not carry and the catalog knows. */
export interface ProductFacts {
  readonly name: string;
  readonly purelyInformational?: boolean;
}

/** Names for what an identification refers to by id. */
export interface Names {
  product(id: string): ProductFacts | undefined;
  party(id: string): string | undefined;
}

/** An identification as the item of a question: itself, or inside the product that holds it. */
function itemOf(identification: Identification, names: Names): ResolvedItem {
  const { party, product, class: productClass, level, embeddedIn } = identification;
  const facts = product === undefined ? undefined : names.product(product);
  const informational = facts?.purelyInformational;
  const own: ResolvedItem = {
    name: identification.productName ?? facts?.name ?? 'a product of this maker',
    ...(party === undefined ? {} : { maker: party }),
    makerLevel: level,
    ...(product === undefined ? {} : { product }),
    ...(productClass === undefined ? {} : { class: productClass }),
    ...(informational === undefined ? {} : { purelyInformational: informational }),
    evidence: identification.evidence,
  };
  if (embeddedIn === undefined) return own;
  return { name: embeddedIn, makerLevel: 'stated', embedded: [own], evidence: [] };
}

/** The other side of a deal that nobody has made yet: the maker renews, any customer buys. */
function otherSide(
  identification: Identification,
  activity: Activity,
  names: Names,
  { country }: Profile,
) {
  const { party } = identification;
  const maker = party === undefined ? undefined : names.party(party);
  if (activity === 'renew' && maker !== undefined && party !== undefined) {
    return { counterparty: { name: maker, party } };
  }
  if (activity !== 'resell') return {};
  const place = country === undefined ? {} : { country };
  return { counterparty: { name: 'any customer', ...place } };
}

/** The question whether we may do something with what was found. */
export function questionOf(
  identification: Identification,
  activity: Activity,
  profile: Profile,
  names: Names,
): Question {
  return {
    transaction: { id: activity, activity, ...otherSide(identification, activity, names, profile) },
    item: itemOf(identification, names),
    profile,
  };
}

import { LIMITS } from '../limits.ts';
import {
  isSpelledAs,
  type GroupId,
  type Party,
  type PartyGroup,
  type PartyId,
} from '../model/index.ts';
import { NearNames } from './near-names.ts';

/** What a name resolves to among the parties of the rulebook. */
export interface PartyLookup {
  readonly party?: Party;
  /** The name is one that others bear too. */
  readonly isWeak?: boolean;
  /** Groups whose telling word stands in the name of a company that is not listed itself. */
  readonly likelyGroups: readonly GroupId[];
  /** Parties it may mean, their names being written otherwise: a reason to ask who is meant. */
  readonly near?: readonly PartyId[];
}

/** Legal forms that are written out or shortened at will. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  limited: 'ltd',
  incorporated: 'inc',
  corporation: 'corp',
  company: 'co',
};

/**
 * Folds a name for exact look-up: compatibility forms, case, marks, invisible characters, signs
 * of trade, punctuation, spaces. Legal forms stay, shortened, since they tell sister companies
 * apart.
 */
export function foldName(name: string): string {
  return name
    .replaceAll(/[\p{Cf}™℠®©]/gu, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’`.]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(
      /\b(?:limited|incorporated|corporation|company)\b/g,
      (form) => SHORT_FORMS[form] ?? '',
    )
    .trim();
}

/** Looks up parties by id and by name, and knows their groups and listings. */
export class PartyDirectory {
  readonly #byId = new Map<string, Party>();
  readonly #byName = new Map<string, Party>();
  readonly #withOwners: Party[] = [];
  readonly #byWeakName = new Map<string, Party>();
  /** Orders name the same few suppliers again and again; folding is the costly part. */
  readonly #seen = new Map<string, PartyLookup>();
  readonly #members = new Map<string, ReadonlySet<PartyId>>();
  readonly #tokens = new Map<string, GroupId[]>();
  readonly #byList = new Map<string, PartyId[]>();
  readonly #sources = new Map<string, PartyGroup['sources']>();
  readonly #near = new NearNames();

  constructor(groups: readonly PartyGroup[]) {
    for (const file of groups) {
      this.#members.set(file.group.id, new Set(file.group.members));
      for (const token of file.group.nameTokens ?? []) {
        const key = foldName(token);
        this.#tokens.set(key, [...(this.#tokens.get(key) ?? []), file.group.id]);
      }
      for (const party of file.parties) {
        this.#add(party);
        this.#sources.set(party.id, file.sources);
      }
    }
  }

  #add(party: Party): void {
    this.#byId.set(party.id, party);
    if (party.ownership !== undefined) this.#withOwners.push(party);
    const names = [party.name, ...(party.aliases ?? [])].map(foldName);
    for (const folded of names) {
      if (!this.#byName.has(folded)) this.#byName.set(folded, party);
    }
    const weakNames = (party.weakAliases ?? []).map(foldName);
    for (const folded of weakNames) {
      if (!this.#byWeakName.has(folded)) this.#byWeakName.set(folded, party);
    }
    this.#near.add(party, names, false);
    this.#near.add(party, weakNames, true);
    for (const listing of party.listings ?? []) {
      this.#byList.set(listing.list, [...(this.#byList.get(listing.list) ?? []), party.id]);
    }
  }

  /** All parties, in the order of their files. */
  parties(): Iterable<Party> {
    return this.#byId.values();
  }

  /** Ids of all parties, groups and lists, for finding the one that was meant. */
  partyIds(): Iterable<string> {
    return this.#byId.keys();
  }

  groupIds(): Iterable<string> {
    return this.#members.keys();
  }

  listIds(): Iterable<string> {
    return this.#byList.keys();
  }

  /** Parties whose owners the rulebook records. */
  partiesWithOwners(): readonly Party[] {
    return this.#withOwners;
  }

  byId(id: string): Party | undefined {
    return this.#byId.get(id);
  }

  /** Documents that the citations of a party refer to. */
  sourcesOf(id: string): PartyGroup['sources'] {
    return this.#sources.get(id) ?? {};
  }

  hasGroup(id: string): boolean {
    return this.#members.has(id);
  }

  hasList(id: string): boolean {
    return this.#byList.has(id);
  }

  isMember(party: PartyId, group: GroupId): boolean {
    return this.#members.get(group)?.has(party) ?? false;
  }

  membersOf(group: GroupId): Iterable<PartyId> {
    return this.#members.get(group) ?? [];
  }

  onList(list: string): readonly PartyId[] {
    return this.#byList.get(list) ?? [];
  }

  /** Resolves an id or name; a name must be equal after folding, or it is `near` at most. */
  lookUp(nameOrId: string): PartyLookup {
    const known = this.#seen.get(nameOrId);
    if (known !== undefined) return known;
    const found = this.#find(nameOrId);
    if (this.#seen.size >= LIMITS.namesRememberedMax) this.#seen.clear();
    if (nameOrId.length <= LIMITS.nameRememberedLengthMax) this.#seen.set(nameOrId, found);
    return found;
  }

  #find(nameOrId: string): PartyLookup {
    const direct = this.#byId.get(nameOrId);
    if (direct !== undefined) return { party: direct, likelyGroups: [] };
    const folded = foldName(nameOrId);
    const named = this.#byName.get(folded);
    const weak = this.#byWeakName.get(folded);
    // Where capitals are all that tells a party from others, only its own writing is its name.
    if (named !== undefined && (named !== weak || isSpelledAs(named, nameOrId))) {
      return { party: named, likelyGroups: [] };
    }
    if (weak !== undefined) return { party: weak, isWeak: true, likelyGroups: [] };
    const likelyGroups: GroupId[] = [];
    if (this.#tokens.size > 0) {
      for (const word of folded.split(' ')) {
        // "Kaspersky's Spanish affiliate" folds to "kasperskys": the possessive is dropped.
        const found = this.#tokens.get(word) ?? this.#tokens.get(word.replace(/s$/, ''));
        for (const group of found ?? []) {
          if (!likelyGroups.includes(group)) likelyGroups.push(group);
        }
      }
    }
    const near = this.#mayMean(folded, likelyGroups);
    return near.length === 0 ? { likelyGroups } : { likelyGroups, near };
  }

  /** A company of a group under a Russian name may be any of the group: they are held in Latin. */
  #mayMean(folded: string, likelyGroups: readonly GroupId[]): readonly PartyId[] {
    if (likelyGroups.length === 0 || !/\p{Script=Cyrillic}/u.test(folded)) {
      return this.#near.find(folded);
    }
    return likelyGroups.flatMap((group) => [...this.membersOf(group)]);
  }
}

import {
  isSpelledAs,
  type GroupId,
  type Party,
  type PartyGroup,
  type PartyId,
} from '../../model/index.ts';
import { foldConfusables, foldOrg } from './normalize-org.ts';

/** What the name of a maker resolves to. */
export interface MakerLookup {
  readonly party: Party;
  /** Found by letters that look alike only, or by a name that others bear too. */
  readonly isUnsure: boolean;
}

interface Named {
  readonly form: string;
  readonly party: Party;
}

/**
 * Makers by id and by name, and the group each belongs to. A name is compared as `eq-org` does:
 * the company with that legal form, else the one known without a legal form.
 */
export class PartyIndex {
  readonly #byId = new Map<string, Party>();
  readonly #groups = new Map<string, GroupId>();
  readonly #byBare = new Map<string, Named[]>();
  readonly #byFolded = new Map<string, Named[]>();
  readonly #byWeakBare = new Map<string, Named[]>();

  constructor(files: readonly PartyGroup[]) {
    for (const { group, parties } of files) {
      for (const party of parties) {
        this.#byId.set(party.id, party);
        if (party.schema !== 'Person' && party.schema !== 'Vessel') this.#addNames(party);
      }
      for (const member of group.members) this.#groups.set(member, group.id);
    }
  }

  #addNames(party: Party): void {
    for (const name of [party.name, ...(party.aliases ?? [])]) {
      const { bare, form } = foldOrg(name);
      push(this.#byBare, bare, { form, party });
      push(this.#byFolded, foldConfusables(bare), { form, party });
    }
    for (const name of party.weakAliases ?? []) {
      const { bare, form } = foldOrg(name);
      push(this.#byWeakBare, bare, { form, party });
    }
  }

  all(): Iterable<Party> {
    return this.#byId.values();
  }

  byId(id: string): Party | undefined {
    return this.#byId.get(id);
  }

  /** Group a party is counted to, which is how makers are told apart. */
  groupOf(id: PartyId): GroupId | undefined {
    return this.#groups.get(id);
  }

  hasGroup(id: string): boolean {
    for (const group of this.#groups.values()) if (group === id) return true;
    return false;
  }

  /** The maker of that name or id. */
  lookUp(nameOrId: string): MakerLookup | undefined {
    const direct = this.#byId.get(nameOrId.trim());
    if (direct !== undefined) return { party: direct, isUnsure: false };
    const { form, bare } = foldOrg(nameOrId);
    const named = closest(this.#byBare.get(bare) ?? [], form);
    const weak = closest(this.#byWeakBare.get(bare) ?? [], form);
    if (named !== undefined) {
      // Where capitals are all that tells a maker from others, only its own writing is its name.
      const isOpen = weak?.party === named.party && !isSpelledAs(named.party, nameOrId);
      return { party: named.party, isUnsure: isOpen };
    }
    const alike = weak ?? closest(this.#byFolded.get(foldConfusables(bare)) ?? [], form);
    return alike && { party: alike.party, isUnsure: true };
  }
}

function push(map: Map<string, Named[]>, key: string, named: Named): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [named]);
  else known.push(named);
}

function closest(named: readonly Named[], form: string): Named | undefined {
  return named.find((one) => one.form === form) ?? named.find((one) => one.form === '') ?? named[0];
}

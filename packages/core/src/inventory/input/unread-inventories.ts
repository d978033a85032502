/**
 * Inventories that no reader here reads yet, recognized so that what they hold is counted as
 * lost: a bill of materials that is passed over must never leave an answer clear.
 */
interface UnreadInventory {
  readonly name: string;
  /** What the start of such a file holds, as its format is published. */
  readonly mark: RegExp;
}

const UNREAD: readonly UnreadInventory[] = [
  { name: 'SPDX RDF', mark: /spdx\.org\/rdf\/terms/ },
  { name: 'SPDX YAML', mark: /^spdxVersion:\s*["']?SPDX-/m },
  { name: 'a SWID tag', mark: /<(?:\w+:)?SoftwareIdentity\s/ },
  { name: 'an apk database', mark: /^C:Q1\S+\n(?:[A-Za-z]:.*\n)*?P:\S/m },
  {
    name: 'a list of rpm packages',
    mark: /^(?:\S+-[^-\s]+-[^-\s]+\.(?:noarch|x86_64|aarch64|i686)\n){2}/,
  },
];

/** The name of an inventory format that is known but not read; undefined for other texts. */
export function unreadInventory(text: string): string | undefined {
  return UNREAD.find(({ mark }) => mark.test(text))?.name;
}

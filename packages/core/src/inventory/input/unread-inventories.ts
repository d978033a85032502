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
  {
    name: 'a property list of macOS applications',
    mark: /<key>_dataType<\/key>\s*<string>SPApplicationsDataType/,
  },
  { name: 'SPDX YAML', mark: /^spdxVersion:\s*["']?SPDX-/m },
];

/** The name of an inventory format that is known but not read; undefined for other texts. */
export function unreadInventory(text: string): string | undefined {
  return UNREAD.find(({ mark }) => mark.test(text))?.name;
}

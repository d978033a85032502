/**
 * A name as `LAST, First` in the order it is spoken, with its two halves. A name without a comma
 * is given as it stands.
 */
export interface PersonName {
  readonly full: string;
  readonly first?: string;
  readonly last?: string;
}

export function parsePersonName(text: string): PersonName {
  const comma = text.indexOf(',');
  if (comma === -1) return { full: text.trim() };
  const last = text.slice(0, comma).trim();
  const first = text.slice(comma + 1).trim();
  if (first === '' || last === '') return { full: text.trim() };
  return { full: `${first} ${last}`, first, last };
}

/** Names that stand in one field: split at semicolons, with the `and` before the last one gone. */
export function splitNames(text: string): readonly string[] {
  return text
    .split(';')
    .map((name) => name.replace(/^\s*(?:and|or)\s+/i, '').trim())
    .filter((name) => name !== '');
}

/** Whether the whole of a name stands in quotation marks, as OFAC writes weak aliases. */
export function unquoteName(text: string): string | undefined {
  const quoted = /^(?:'(.+)'|"(.+)"|‘(.+)’|“(.+)”)\.?$/.exec(text.trim());
  if (quoted === null) return undefined;
  const inner = quoted[1] ?? quoted[2] ?? quoted[3] ?? quoted[4] ?? '';
  // `'ABBAS' and 'AMIN'` is not one quoted name.
  return /['"]\s.*\s['"]/.test(inner) ? undefined : inner;
}

/** An organization's name, folded, and its legal form apart. */
export interface OrgName {
  /** The name without its legal form. */
  readonly bare: string;
  /** The legal form, wherever it stood; empty when there is none. It tells sisters apart. */
  readonly form: string;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Legal forms that stand at the end of a name; each word counts by itself (`co ltd`). */
const FORMS_AT_END = words(
  'co company corp corporation inc incorporated limited ltd llc llp lp plc pte pty pvt private ' +
    'fz gmbh ag kg sa sas sarl srl spa bv nv ab oy kk ao oao zao pao ooo jsc ojsc cjsc ' +
    'ао оао зао пао ооо',
);

/** Legal forms that stand before a name, as Russian ones do; `SA` or `AG` there may be a word. */
const FORMS_AT_START = words('ao oao zao pao ooo jsc ojsc cjsc llc ао оао зао пао ооо');

/** Forms written out and their short writing, which mean the same. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ['company', 'co'],
  ['corporation', 'corp'],
  ['incorporated', 'inc'],
  ['limited', 'ltd'],
  ['private', 'pvt'],
]);

// `B.V.` is one word: a dot between two single letters is no space.
const INITIALS = /(?<=(?:^|[^\p{L}\p{N}])\p{L})\.(?=\p{L}(?:[^\p{L}\p{N}]|$))/gu;
const APOSTROPHE = /['’`]/g;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;

function fold(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(INITIALS, '')
    .replaceAll(APOSTROPHE, '')
    .replaceAll(NOT_WORD, ' ')
    .trim();
}

/** Folds an organization's name: NFKC, case, punctuation to spaces, legal form aside. */
export function foldOrg(name: string): OrgName {
  const parts = fold(name).split(' ');
  let end = parts.length;
  while (end > 1 && FORMS_AT_END.has(parts[end - 1] ?? '')) end -= 1;
  let start = 0;
  while (start < end - 1 && FORMS_AT_START.has(parts[start] ?? '')) start += 1;
  const form = [...parts.slice(0, start), ...parts.slice(end)]
    .map((part) => SHORT_FORMS.get(part) ?? part)
    .join(' ');
  return { bare: parts.slice(start, end).join(' '), form };
}

/** The name of an organization without its legal form, as the operator `eq-org` compares it. */
export function normalizeOrg(name: string): string {
  return foldOrg(name).bare;
}

/**
 * Folds letters that look alike, for look-up only: the IEEE registry spells a company
 * "Autel lntelligent" with a small L. What is found by this alone is never proof.
 */
export function foldConfusables(bare: string): string {
  return bare.replaceAll(/[i1]/g, 'l').replaceAll('0', 'o');
}

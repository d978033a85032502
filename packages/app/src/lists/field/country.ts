import { countryCode } from '@interdict/core';

/**
 * Words of official lists for countries and territories that no table of ISO names has. In the
 * country field of a list `Georgia` is the country. Codes of states that are gone and of
 * territories are those of FollowTheMoney.
 */
const LIST_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'cote d ivoire': 'ci',
    georgia: 'ge',
    kosovo: 'xk',
    palestinian: 'ps',
    'palestinian territory': 'ps',
    'west bank': 'ps',
    gaza: 'ps',
    'gaza strip': 'ps',
    'north gaza': 'ps',
    'northern gaza': 'ps',
    crimea: 'ua-cri',
    'northern mali': 'ml',
    'kafia kingi': 'sd',
    russia: 'ru',
    'china hong kong special administrative region': 'hk',
    'bosnia and herzegowina': 'ba',
    'north macedonia the republic of': 'mk',
    'congo democratic republic of': 'cd',
    'united republic of tanzania': 'tz',
    'united kingdom of great britain and northern ireland': 'gb',
    'islamic republic of iran': 'ir',
    'state of libya': 'ly',
    'syrian arab republic': 'sy',
    'netherlands antilles': 'an',
    'soviet union': 'suhh',
    ussr: 'suhh',
    yugoslavia: 'yucs',
    'serbia and montenegro': 'csxx',
    czechoslovakia: 'cshh',
  }),
);

/** Words that say that the country is not known. */
const UNKNOWN_WORDS: ReadonlySet<string> = new Set([
  '00',
  'na',
  'n/a',
  'none',
  'unknown',
  'undetermined',
  'not known',
  'stateless',
]);

/** A country as it was understood. */
export type ListCountry =
  | { readonly kind: 'code'; readonly code: string }
  /** The publisher says that it does not know. */
  | { readonly kind: 'unknown' }
  /** Words nobody could place; they are kept. */
  | { readonly kind: 'words'; readonly words: string };

/** The code of a country written in any of the ways official lists write one. */
export function parseListCountry(text: string): ListCountry {
  const words = text.trim();
  if (words === '' || UNKNOWN_WORDS.has(words.toLowerCase())) return { kind: 'unknown' };
  for (const form of formsOf(words)) {
    const code = LIST_WORDS.get(listKey(form)) ?? countryCode(form)?.toLowerCase();
    if (code !== undefined) return { kind: 'code', code };
  }
  return { kind: 'words', words };
}

/** As written, turned around at the comma, and without what stands in parentheses. */
function* formsOf(words: string): Generator<string> {
  const text = words.replace(/^Region:\s*/i, '');
  yield text;
  const bare = text.replaceAll(/\s*\([^)]*\)/g, '').trim();
  const inverted = /^([^,]+),\s*(.+)$/.exec(bare);
  if (inverted !== null) yield `${inverted[2]} ${inverted[1]}`;
  const turned = /^([^(]+?)\s*\(([^)]+)\)$/.exec(text);
  if (turned !== null) yield `${turned[2]} ${turned[1]}`;
  yield bare;
  yield bare.replace(/,.*$/, '');
  yield bare.replace(/^the\s+|,?\s+the$/gi, '');
  // Bilingual lists write `Belarus / Bélarus`.
  const [first] = bare.split(/\s+\/\s+/);
  if (first !== undefined && first !== bare) yield first;
}

function listKey(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ' ')
    .trim();
}

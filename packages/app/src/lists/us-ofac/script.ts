/** ISO 15924 codes of the scripts OFAC names; a script nobody knows keeps its own words. */
const SCRIPTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    latin: 'Latn',
    arabic: 'Arab',
    armenian: 'Armn',
    bengali: 'Beng',
    'chinese simplified': 'Hans',
    'chinese traditional': 'Hant',
    cyrillic: 'Cyrl',
    devanagari: 'Deva',
    georgian: 'Geor',
    greek: 'Grek',
    hebrew: 'Hebr',
    japanese: 'Jpan',
    khmer: 'Khmr',
    korean: 'Kore',
    lao: 'Laoo',
    burmese: 'Mymr',
    myanmar: 'Mymr',
    thai: 'Thai',
    tibetan: 'Tibt',
  }),
);

export function scriptCode(words: string): string | undefined {
  if (words === '') return undefined;
  return SCRIPTS.get(words.toLowerCase()) ?? words;
}

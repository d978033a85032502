/**
 * Values that stand numbered in one field: `(1) German (2) Moroccan`, `1) Saudi Arabia 2) Qatar`.
 * A field without numbers is one value.
 */
export function splitNumbered(text: string): readonly string[] {
  if (!/^\(?1[).]\s*\S/.test(text.trim())) return text.trim() === '' ? [] : [text.trim()];
  return text
    .split(/(?:^|[\s,;])\(?\d{1,2}[).]\s*(?=\S)/)
    .map((value) => value.replace(/[,;]$/, '').trim())
    .filter((value) => value !== '');
}

/** Letters of a token as small numbers: a is 1, z is 26, 0 is 27, 9 is 36. */
export const ALPHABET = 37;

/** Longest token whose distance is measured; the bit vectors below have one bit per letter. */
export const FUZZY_LENGTH_MAX = 31;

export function lettersOf(token: string): Uint8Array<ArrayBuffer> {
  const letters = new Uint8Array(token.length);
  for (let at = 0; at < token.length; at += 1) {
    const code = token.charCodeAt(at);
    letters[at] = code >= 97 ? code - 96 : code - 21;
  }
  return letters;
}

export function tokenOf(letters: Uint8Array, start: number, end: number): string {
  let token = '';
  for (let at = start; at < end; at += 1) {
    const letter = letters[at] as number;
    token += String.fromCharCode(letter <= 26 ? letter + 96 : letter + 21);
  }
  return token;
}

/** Edits that are allowed for between tokens, by the length of the shorter one. */
export function editsMax(length: number): 0 | 1 | 2 {
  if (length <= 1 || length > FUZZY_LENGTH_MAX) return 0;
  return length <= 5 ? 1 : 2;
}

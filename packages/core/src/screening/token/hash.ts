/** 32-bit FNV-1a, continued from `hash`; fast enough that no string has to be made for a key. */
export const HASH_SEED = 0x811c9dc5;

export function hashByte(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}

/** Mixes the high bits into the low ones, which tables take as the place. */
export function finishHash(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

export function hashText(text: string, salt: number): number {
  let hash = hashByte(HASH_SEED, salt);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    hash = hashByte(hash, code & 0xff);
    if (code > 0xff) hash = hashByte(hash, code >> 8);
  }
  return finishHash(hash);
}

export function hashLetters(letters: Uint8Array, start: number, end: number): number {
  let hash = HASH_SEED;
  for (let at = start; at < end; at += 1) hash = hashByte(hash, letters[at] as number);
  return finishHash(hash);
}

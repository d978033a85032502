import anyAscii from 'any-ascii';

/** Latin letters and digits of any text, in lower case; everything else falls away. */
export function toAscii(text: string): string {
  return anyAscii(text)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}

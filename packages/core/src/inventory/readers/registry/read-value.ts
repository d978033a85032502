/** A value of a registry key. */
export type RegistryValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** `"name"=-`, which importing the file would delete. */
  | { readonly kind: 'gone' };

const QUOTED = /^"((?:[^"\\]|\\.)*)"\s*$/;
const HEX = /^hex(?:\((?<type>[0-9a-f])\))?:(?<bytes>[0-9a-f,\s]*)$/i;
/** REG_SZ, REG_EXPAND_SZ and REG_MULTI_SZ as winnt.h numbers them: texts in UTF-16LE. */
const TEXT_TYPES: ReadonlySet<string> = new Set(['1', '2', '7']);

/** Reads what stands behind the equals sign; undefined when it is nothing of the format. */
export function readValue(text: string): RegistryValue | undefined {
  const quoted = QUOTED.exec(text)?.[1];
  if (quoted !== undefined) return { kind: 'text', text: quoted.replaceAll(/\\(.)/g, '$1') };
  if (text.trim() === '-') return { kind: 'gone' };
  const dword = /^dword:([0-9a-f]{1,8})\s*$/i.exec(text)?.[1];
  if (dword !== undefined) return { kind: 'number', number: Number.parseInt(dword, 16) };
  const { bytes: list, type = '3' } = HEX.exec(text)?.groups ?? {};
  const bytes = list === undefined ? undefined : bytesOf(list);
  if (bytes === undefined) return undefined;
  if (TEXT_TYPES.has(type)) return { kind: 'text', text: textOf(bytes) };
  return { kind: 'bytes', bytes };
}

/** Bytes written in pairs of digits with commas between; undefined when one is not. */
function bytesOf(list: string): Uint8Array | undefined {
  const parts = list.split(',').map((part) => part.trim());
  if (parts.at(-1) === '') parts.pop();
  const bytes = new Uint8Array(parts.length);
  for (const [index, part] of parts.entries()) {
    if (!/^[0-9a-f]{1,2}$/i.test(part)) return undefined;
    bytes[index] = Number.parseInt(part, 16);
  }
  return bytes;
}

/** UTF-16LE up to its NUL; of several texts they are joined with spaces. */
function textOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    text += String.fromCharCode((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
  }
  return text.replace(/\0+$/, '').replaceAll('\0', ' ');
}

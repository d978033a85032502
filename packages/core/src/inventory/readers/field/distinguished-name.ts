// `CN=X, O=Y` (RFC 4514) and `/C=US/O=Y/CN=X`, as OpenSSL and osquery write it.
const COMMON_NAME = /(?:^|[,/+;])\s*CN\s*=\s*("(?:[^"\\]|\\.)*"|(?:\\.|[^,/+;\\])+)/i;
const ORGANIZATION = /(?:^|[,/+;])\s*O\s*=\s*("(?:[^"\\]|\\.)*"|(?:\\.|[^,/+;\\])+)/i;
const IS_NAME = /(?:^|[,/+;])\s*[A-Za-z][A-Za-z0-9.]*\s*=/;

/** The common name in a distinguished name; a text that is no such name stands for itself. */
export function commonName(name: string): string | undefined {
  if (!IS_NAME.test(name)) return name.trim() === '' ? undefined : name;
  return unquoted(COMMON_NAME.exec(name)?.[1]);
}

/** The organization in a distinguished name. */
export function organization(name: string): string | undefined {
  return unquoted(ORGANIZATION.exec(name)?.[1]);
}

function unquoted(part: string | undefined): string | undefined {
  if (part === undefined) return undefined;
  const inner = part.startsWith('"') ? part.slice(1, -1) : part;
  return inner.replaceAll(/\\(.)/g, '$1').trim();
}

const SCHEME = 'pkg:';

/** The type of a package URL in lower case; undefined when the text is none. */
export function purlType(purl: string): string | undefined {
  if (purl.slice(0, SCHEME.length).toLowerCase() !== SCHEME) return undefined;
  // Old tools wrote `pkg://type/`.
  let from = SCHEME.length;
  while (purl.charAt(from) === '/') from += 1;
  const end = purl.indexOf('/', from);
  return end <= from ? undefined : purl.slice(from, end).toLowerCase();
}

/** Types of packages an operating system installs under their own name. */
const SYSTEM_TYPES: ReadonlySet<string> = new Set(['alpm', 'apk', 'deb', 'rpm']);

/** Types whose publisher, supplier and author are the person who packaged it. */
const MAINTAINED_TYPES: ReadonlySet<string> = new Set(['alpm', 'apk', 'deb']);

/** Whether the name of the component is the name of an operating-system package. */
export function isSystemPackage(purl: string | undefined): boolean {
  return purl !== undefined && SYSTEM_TYPES.has(purlType(purl) ?? '');
}

/**
 * Whether the organizations named with a component are maintainers of a distribution's package
 * and no makers. The vendor of an RPM is who built and signed it, which is more.
 */
export function isMaintained(purl: string | undefined): boolean {
  return purl !== undefined && MAINTAINED_TYPES.has(purlType(purl) ?? '');
}

/** Code: TypeScript of the packages and tests, and the scripts. */
export function isCode(path: string): boolean {
  return (
    /\.(ts|tsx|mjs)$/.test(path) && /^(packages\/[^/]+\/(src|bin)|test|scripts|bench)\//.test(path)
  );
}

/** Code that runs only in tests, what they are fed (`*.fixture.ts`) among it. */
export function isTest(path: string): boolean {
  return isCode(path) && (path.startsWith('test/') || /\.(test|fixture)\.tsx?$/.test(path));
}

/** Code that ships: what stands in `src` of a package and is no test. */
export function isSource(path: string): boolean {
  return /^packages\/[^/]+\/src\/.*\.tsx?$/.test(path) && !isTest(path);
}

export interface Place {
  /** `core`, `app`, `web`. */
  readonly workspace: string;
  /** Top-level folder of `src`; undefined for a file that stands in `src` itself. */
  readonly folder: string | undefined;
  /** The path below `src`. */
  readonly rest: string;
}

/** Where a file of a package stands. */
export function placeOf(path: string): Place | undefined {
  const match = /^packages\/([^/]+)\/src\/((?:([^/]+)\/)?.+)$/.exec(path);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  return { workspace: match[1], folder: match[3], rest: match[2] };
}

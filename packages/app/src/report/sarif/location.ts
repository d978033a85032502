import type { SourcePointer } from '@interdict/core';

export interface ArtifactLocation {
  readonly uri: string;
  readonly uriBaseId: 'INPUT' | 'ROOT';
}

export interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: ArtifactLocation;
    readonly region?: Readonly<Record<string, number>>;
  };
  readonly logicalLocations?: readonly { readonly fullyQualifiedName: string }[];
}

const LINE = /^line:(\d+)(?::(\d+))?$/u;
const BYTE = /^byte:(\d+)$/u;
const LONE_SURROGATE = /\p{Cs}/gu;

/** A path as a relative URI reference (RFC 3986 4.2); absolute paths count from the root. */
export function artifactLocation(path: string): ArtifactLocation {
  const slashed = path.replaceAll('\\', '/').replace(LONE_SURROGATE, '\ufffd');
  const isAbsolute = /^(\/|[A-Za-z]:\/)/u.test(slashed);
  const uri = slashed
    .replace(/^\/+/u, '')
    .replace(/^(\.\/+)+/u, '')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return { uri: uri === '' ? '.' : uri, uriBaseId: isAbsolute ? 'ROOT' : 'INPUT' };
}

/** A pointer of ours as a region, where it counts lines or bytes. */
export function regionOf(
  pointer: string | undefined,
): Readonly<Record<string, number>> | undefined {
  const line = LINE.exec(pointer ?? '');
  if (line !== null && Number(line[1]) > 0) {
    const column = Number(line[2] ?? 0);
    return { startLine: Number(line[1]), ...(column > 0 ? { startColumn: column } : {}) };
  }
  const byte = BYTE.exec(pointer ?? '');
  return byte === null ? undefined : { byteOffset: Number(byte[1]) };
}

/** Where something stands: a JSON Pointer is a logical location, as it names no line. */
export function locationOf({ file, pointer }: Partial<SourcePointer> & { file: string }): Location {
  const region = regionOf(pointer);
  const isPointer = pointer !== undefined && region === undefined && pointer !== '';
  return {
    physicalLocation: {
      artifactLocation: artifactLocation(file),
      ...(region === undefined ? {} : { region }),
    },
    ...(isPointer ? { logicalLocations: [{ fullyQualifiedName: pointer }] } : {}),
  };
}

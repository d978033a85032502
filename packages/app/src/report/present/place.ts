import type { Finding } from '@interdict/core';
import { visibleText } from '../text/index.ts';
import { uniqueSorted } from './order.ts';
import { countOf } from './words.ts';

/** Where findings are: on hosts, or in files when no host is known. */
export interface Place {
  readonly hosts: readonly string[];
  readonly files: readonly string[];
}

export function placeOf(findings: readonly Finding[]): Place {
  const hosts = new Set<string>();
  const files = new Set<string>();
  for (const { subject } of findings) {
    if (subject.host === undefined) files.add(visibleText(subject.source.file));
    else hosts.add(visibleText(subject.host));
  }
  return { hosts: uniqueSorted(hosts), files: uniqueSorted(files) };
}

/** Says where, folding names through `fold`: `on 14 hosts: a, b, c …`. */
export function placeWords(place: Place, fold: (names: readonly string[]) => string): string {
  const parts: string[] = [];
  const { hosts, files } = place;
  if (hosts.length > 0) {
    const on = hosts.length === 1 ? 'on' : `on ${countOf(hosts.length, 'host', 'hosts')}:`;
    parts.push(`${on} ${fold(hosts)}`);
  }
  if (files.length > 0) {
    const where = files.length === 1 ? 'in' : `in ${countOf(files.length, 'file', 'files')}:`;
    parts.push(`${where} ${fold(files)}`);
  }
  return parts.join('; ');
}

/** Name of a file without its folders, for where the whole path has no room. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1) || path;
}

/** Says where in a few words: `on 14 hosts and in 2 files`; a single one is named. */
export function placeCount({ hosts, files }: Place): string {
  const host = hosts[0];
  const file = files[0] === undefined ? undefined : fileName(files[0]);
  const parts = [
    ...(host === undefined
      ? []
      : [hosts.length === 1 ? `on ${host}` : `on ${countOf(hosts.length, 'host', 'hosts')}`]),
    ...(file === undefined
      ? []
      : [files.length === 1 ? `in ${file}` : `in ${countOf(files.length, 'file', 'files')}`]),
  ];
  return parts.join(' and ');
}

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

export function samePlace(a: Place, b: Place): boolean {
  return a.hosts.join('\n') === b.hosts.join('\n') && a.files.join('\n') === b.files.join('\n');
}

/** Says where, folding names through `fold`: `on 14 hosts: a, b, c …`. */
export function placeWords(place: Place, fold: (names: readonly string[]) => string): string {
  const parts: string[] = [];
  const { hosts, files } = place;
  if (hosts.length > 0) {
    parts.push(`on ${countOf(hosts.length, 'host', 'hosts')}: ${fold(hosts)}`);
  }
  if (files.length > 0) {
    const where = files.length === 1 ? 'in' : `in ${countOf(files.length, 'file', 'files')}:`;
    parts.push(`${where} ${fold(files)}`);
  }
  return parts.join('; ');
}

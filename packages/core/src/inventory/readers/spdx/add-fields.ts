import { listOf, objectOf, textOf, type JsonObject } from '../../input/json/index.ts';
import {
  addCpe,
  addFile,
  isMaintained,
  isSystemPackage,
  type RecordMaker,
} from '../field/index.ts';
import { readAgent } from './agent.ts';

/** Adds everything a package says about what it is and who made it. */
export function addPackageFields(maker: RecordMaker, node: JsonObject): void {
  const { name, supplier, originator, packageFileName } = node;
  const refs = listOf(node['externalRefs']);
  const purl = findPurl(refs);
  maker.add('name', name, '/name');
  if (isSystemPackage(purl)) maker.add('package_name', name, '/name');
  // Of a distribution's package these name the person who packaged it.
  if (!isMaintained(purl)) {
    addAgent(maker, supplier, 'supplier', '/supplier');
    addAgent(maker, originator, 'manufacturer', '/originator');
  }
  addReferences(maker, refs);
  if (node['checksums'] !== undefined) addChecksums(maker, node['checksums']);
  if (typeof packageFileName === 'string') addFile(maker, packageFileName, '/packageFileName');
}

/** Adds what a file says: its name by kind, its path and its digest. */
export function addFileFields(maker: RecordMaker, node: JsonObject): void {
  if (typeof node['fileName'] === 'string') addFile(maker, node['fileName'], '/fileName');
  if (node['checksums'] !== undefined) addChecksums(maker, node['checksums']);
}

/** Adds who supplied or made it; a person is an author. */
export function addAgent(
  maker: RecordMaker,
  value: unknown,
  field: 'supplier' | 'manufacturer',
  at: string,
): void {
  const agent = typeof value === 'string' ? readAgent(value) : undefined;
  if (agent === undefined) return;
  maker.add(agent.kind === 'person' ? 'author' : field, agent.name, at);
}

function findPurl(refs: readonly unknown[]): string | undefined {
  for (const one of refs) {
    const ref = objectOf(one);
    if (ref?.['referenceType'] === 'purl') return textOf(ref['referenceLocator']);
  }
  return undefined;
}

function addReferences(maker: RecordMaker, refs: readonly unknown[]): void {
  for (let index = 0; index < refs.length; index += 1) {
    const ref = objectOf(refs[index]);
    const locator = ref?.['referenceLocator'];
    if (typeof locator !== 'string') continue;
    addReference(maker, textOf(ref?.['referenceType']), {
      locator,
      at: `/externalRefs/${index}/referenceLocator`,
    });
  }
}

/** Adds a package URL or a CPE name. */
export function addReference(
  maker: RecordMaker,
  type: string | undefined,
  { locator, at }: { readonly locator: string; readonly at: string },
): void {
  if (type === 'purl') maker.addOnce('purl', locator, at);
  if (type === 'cpe22Type' || type === 'cpe23Type') addCpe(maker, locator, at);
}

function addChecksums(maker: RecordMaker, checksums: unknown): void {
  const list = listOf(checksums);
  for (let index = 0; index < list.length; index += 1) {
    const checksum = objectOf(list[index]);
    if (checksum?.['algorithm'] !== 'SHA256') continue;
    maker.add('file_sha256', checksum['checksumValue'], `/checksums/${index}/checksumValue`);
  }
}

import { listOf, objectOf, textOf, type JsonObject } from '../../input/json/index.ts';
import {
  addCpe,
  addFile,
  isMaintained,
  isSystemPackage,
  type RecordMaker,
} from '../field/index.ts';
import { isSha256 } from './check-component.ts';

/** Adds everything a component says about what it is and who made it. */
export function addComponentFields(maker: RecordMaker, node: JsonObject): void {
  const purl = textOf(node['purl']);
  maker.add('name', node['name'], '/name');
  addNames(maker, node, purl);
  // Of a distribution's package these name the person who packaged it.
  if (!isMaintained(purl)) addOrganizations(maker, node);
  maker.add('purl', purl, '/purl');
  addCpe(maker, textOf(node['cpe']), '/cpe');
  if (node['hashes'] !== undefined) addHashes(maker, node['hashes']);
  if (node['evidence'] !== undefined) addEvidence(maker, objectOf(node['evidence']));
}

function addNames(maker: RecordMaker, node: JsonObject, purl: string | undefined): void {
  const { name, group, type } = node;
  if (isSystemPackage(purl)) maker.add('package_name', name, '/name');
  // Without a package URL the group is all that tells whose name it is.
  if (purl === undefined && textOf(group) !== undefined) {
    maker.add('name', `${String(group)}/${String(name)}`, '/group');
  }
  if ((type === 'file' || type === 'device-driver') && typeof name === 'string') {
    addFile(maker, name, '/name');
  }
  const swid = node['swid'];
  if (swid !== undefined) maker.addOnce('name', textOf(objectOf(swid)?.['name']), '/swid/name');
}

function addOrganizations(maker: RecordMaker, node: JsonObject): void {
  const { supplier, manufacturer, authors } = node;
  maker.add('publisher', node['publisher'], '/publisher');
  if (supplier !== undefined) maker.add('supplier', objectOf(supplier)?.['name'], '/supplier/name');
  if (manufacturer !== undefined) {
    maker.add('manufacturer', objectOf(manufacturer)?.['name'], '/manufacturer/name');
  }
  maker.add('author', node['author'], '/author');
  if (authors === undefined) return;
  for (const [index, author] of listOf(authors).entries()) {
    maker.add('author', objectOf(author)?.['name'], `/authors/${index}/name`);
  }
}

function addHashes(maker: RecordMaker, hashes: unknown): void {
  const list = listOf(hashes);
  for (let index = 0; index < list.length; index += 1) {
    const hash = objectOf(list[index]);
    if (!isSha256(hash?.['alg'])) continue;
    maker.add('file_sha256', hash?.['content'], `/hashes/${index}/content`);
  }
}

function addEvidence(maker: RecordMaker, evidence: JsonObject | undefined): void {
  addIdentity(maker, evidence?.['identity']);
  const occurrences = listOf(evidence?.['occurrences']);
  for (let index = 0; index < occurrences.length; index += 1) {
    const location = textOf(objectOf(occurrences[index])?.['location']);
    maker.add('path', location, `/evidence/occurrences/${index}/location`);
  }
}

/** 1.5: one object; from 1.6 a list. What a tool concluded can differ from what is declared. */
function addIdentity(maker: RecordMaker, identity: unknown): void {
  const isList = Array.isArray(identity);
  for (const [index, one] of (isList ? identity : [identity]).entries()) {
    const entry = objectOf(one);
    const value = textOf(entry?.['concludedValue']);
    const at = `/evidence/identity${isList ? `/${index}` : ''}/concludedValue`;
    if (entry?.['field'] === 'purl') maker.addOnce('purl', value, at);
    if (entry?.['field'] === 'cpe') addCpe(maker, value, at);
    if (entry?.['field'] === 'name') maker.addOnce('name', value, at);
  }
}

/** Adds what the document says of the makers of what it describes, beside the component. */
export function addMetadataFields(maker: RecordMaker, metadata: JsonObject | undefined): void {
  // A relative JSON Pointer: one level up from the component. `manufacturer` of 1.6 is who made
  // the document; `manufacture` is who made what it describes.
  maker.addOnce('supplier', textOf(objectOf(metadata?.['supplier'])?.['name']), '1/supplier/name');
  const manufacture = textOf(objectOf(metadata?.['manufacture'])?.['name']);
  maker.addOnce('manufacturer', manufacture, '1/manufacture/name');
}

// The host of an absolute URL, without user and port (RFC 3986 3.2).
const URL_HOST = /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/?#]*@)?([^:/?#[\]]+)/i;

export function addServiceFields(maker: RecordMaker, node: JsonObject): void {
  maker.add('name', node['name'], '/name');
  const group = textOf(node['group']);
  if (group !== undefined) maker.add('name', `${group}/${String(node['name'])}`, '/group');
  maker.add('supplier', objectOf(node['provider'])?.['name'], '/provider/name');
  for (const [index, endpoint] of listOf(node['endpoints']).entries()) {
    const host = typeof endpoint === 'string' ? URL_HOST.exec(endpoint)?.[1] : undefined;
    maker.addOnce('host', host, `/endpoints/${index}`);
  }
}

/** A tool in the shape of 1.2 to 1.4: its vendor is who made it. */
export function addToolFields(maker: RecordMaker, node: JsonObject): void {
  maker.add('name', node['name'], '/name');
  maker.add('manufacturer', node['vendor'], '/vendor');
  if (node['hashes'] !== undefined) addHashes(maker, node['hashes']);
}

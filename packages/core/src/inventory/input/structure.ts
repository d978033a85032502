import type { FileHead } from '../reader.ts';
import { listsSoftware, parsePartial } from './json/index.ts';
import { lostProblem, type ReadProblem } from './problem.ts';
import { xmlListsSoftware, xmlRootOf } from './xml/index.ts';

/** Keys that name what is listed, without case and signs. */
const NAMES: ReadonlySet<string> = new Set([
  'app',
  'application',
  'applicationname',
  'appname',
  'bundleid',
  'bundleidentifier',
  'component',
  'componentname',
  'displayname',
  'name',
  'package',
  'packagename',
  'product',
  'productname',
  'program',
  'programname',
  'software',
  'softwarename',
]);

/** Keys that say of which version it is or who made it. */
const VERSIONS_AND_MAKERS: ReadonlySet<string> = new Set([
  'applicationpublisher',
  'applicationvendor',
  'cpe',
  'displayversion',
  'manufacturer',
  'packageversion',
  'productversion',
  'publisher',
  'purl',
  'softwarevendor',
  'softwareversion',
  'supplier',
  'vendor',
  'vendorname',
  'version',
]);

/**
 * Whether a JSON or XML text is an inventory of a shape that no reader knows. Such a file may
 * hold what is looked for, so leaving it aside would make a clear answer a false one; see
 * docs/decisions/0012.
 */
export function isInventoryOfUnknownShape(text: string): boolean {
  const first = text.trimStart().charAt(0);
  if (first === '{' || first === '[') return listsSoftware(text, speaksOfSoftware);
  return first === '<' && xmlListsSoftware(text, speaksOfSoftware);
}

function speaksOfSoftware(keys: ReadonlySet<string>): boolean {
  let hasName = false;
  let hasMore = false;
  for (const key of keys) {
    const bare = key.toLowerCase().replaceAll(/[^a-z]/g, '');
    hasName ||= NAMES.has(bare);
    hasMore ||= VERSIONS_AND_MAKERS.has(bare);
  }
  return hasName && hasMore;
}

/**
 * Why a whole file that begins like JSON or XML is no whole document: what it was may have been
 * an inventory, of which too little is left to tell.
 */
export function structureDamage(head: FileHead): ReadProblem | undefined {
  const first = head.text.trimStart().charAt(0);
  if (first === '{' || first === '[') return jsonDamage(head);
  return first === '<' && head.isWhole ? xmlDamage(head) : undefined;
}

function jsonDamage({ text, isWhole }: FileHead): ReadProblem | undefined {
  const { fault } = parsePartial(text);
  if (fault === undefined || fault.code === 'json-syntax') return undefined;
  // A head that is not the whole file ends somewhere.
  if (fault.code === 'truncated' && !isWhole) return undefined;
  return lostProblem(fault.code, `the file begins like JSON: ${fault.message}; get it again`);
}

const GRAMMAR = /<!(?:ELEMENT|ENTITY|ATTLIST)\s/;
const DECLARATION = '<?xml ';
/** A start tag without its end, and nothing more. */
const OPEN_TAG = /^<(?:[A-Za-z_?][^\s<>!]*(?:\s[^<>]*)?)?$/;

function xmlDamage(head: FileHead): ReadProblem | undefined {
  const text = head.text.trim();
  const isDeclared = text.startsWith(DECLARATION) || DECLARATION.startsWith(text);
  if (!isDeclared) return OPEN_TAG.test(text) ? xmlCut() : undefined;
  const root = xmlRootOf(head);
  // A grammar has a declaration and no root element.
  if (root === undefined) return GRAMMAR.test(text) ? undefined : xmlCut();
  const isEmpty = root.attributes.endsWith('/');
  return isEmpty || hasEnd(text, root.name) ? undefined : xmlCut();
}

/** Whether an end tag of this name stands last but for comments and instructions. */
function hasEnd(text: string, name: string): boolean {
  const at = text.lastIndexOf('</');
  const end = text.indexOf('>', at);
  if (at === -1 || end === -1) return false;
  const found = text.slice(at + 2, end).trim();
  return found === name || found.endsWith(`:${name}`);
}

function xmlCut(): ReadProblem {
  return lostProblem('truncated', 'the file begins like XML and ends in the middle; get it again');
}

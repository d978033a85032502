import type { FileHead } from '../../reader.ts';

/** The start tag of the root element, as far as a head shows it. */
export interface XmlRoot {
  /** Name without its prefix. */
  readonly name: string;
  /** The text of the tag behind the name; cut where the head ends. */
  readonly attributes: string;
}

const roots = new WeakMap<FileHead, { readonly root: XmlRoot | undefined }>();

/** The root element of a file that begins like XML; readers of XML ask one after the other. */
export function xmlRootOf(head: FileHead): XmlRoot | undefined {
  const known = roots.get(head);
  if (known !== undefined) return known.root;
  const root = head.isBinary ? undefined : findXmlRoot(head.text);
  roots.set(head, { root });
  return root;
}

const NAME = /<(?:[^\s<>/!?:="']+:)?([^\s<>/!?:="']+)(?=[\s/>])/y;

/** Finds the root element behind declarations, comments and a document type. */
function findXmlRoot(text: string): XmlRoot | undefined {
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at += 1;
    const next = afterProlog(text, at);
    if (next === undefined) break;
    at = next;
  }
  NAME.lastIndex = at;
  const found = NAME.exec(text);
  if (found === null) return undefined;
  const from = at + found[0].length;
  const end = text.indexOf('>', from);
  return { name: found[1] ?? '', attributes: text.slice(from, end === -1 ? undefined : end) };
}

/** Index behind a piece of the prolog that begins at `at`; undefined when none does. */
function afterProlog(text: string, at: number): number | undefined {
  if (text.startsWith('<?', at)) return behind(text, '?>', at);
  if (text.startsWith('<!--', at)) return behind(text, '-->', at + 4);
  if (!text.startsWith('<!DOCTYPE', at)) return undefined;
  const end = text.indexOf('>', at);
  const subset = text.indexOf('[', at);
  if (subset === -1 || (end !== -1 && end < subset)) return behind(text, '>', at);
  const subsetEnd = text.indexOf(']', subset);
  return subsetEnd === -1 ? text.length : behind(text, '>', subsetEnd);
}

function behind(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
}

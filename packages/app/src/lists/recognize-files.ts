import { InterdictError } from '../problems.ts';
import { messageOf } from '../files/index.ts';
import type { ListFiles } from './import-list.ts';
import type { ListFormat, ListSource } from './list-source.ts';
import { openListFile, type OpenedListFile } from './open-list-file.ts';
import { problemText } from './problems.ts';

/** One file and every list it could be a part of. */
interface Claim {
  readonly source: ListSource;
  readonly format: ListFormat;
  readonly part: string;
  /** Id of the list in the words of the file itself. */
  readonly list: string | undefined;
}

/** Opens the files of lists. @throws InterdictError `path-missing`. */
export function openListFiles(paths: readonly string[]): readonly OpenedListFile[] {
  const opened: OpenedListFile[] = [];
  for (const path of paths) {
    try {
      opened.push(openListFile(path));
    } catch (cause) {
      for (const one of opened) one.close();
      throw new InterdictError('path-missing', `cannot read: ${messageOf(cause)}`, { cause });
    }
  }
  return opened;
}

/** Pattern of `ListId` in the model. An id names a folder, so nothing else may be in it. */
const LIST_ID = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;

/** The source a list id belongs to; a family takes any name behind its dot. */
export function findSource(sources: readonly ListSource[], list: string): ListSource | undefined {
  if (!LIST_ID.test(list)) return undefined;
  return sources.find(
    ({ list: id, isFamily }) => id === list || (isFamily === true && list.startsWith(`${id}.`)),
  );
}

/**
 * Says what the given files are, by their content. `list` is the id of a list, or `auto`.
 * @throws InterdictError `list-unknown` when that is not clear.
 */
export function recognizeFiles(
  sources: readonly ListSource[],
  list: string,
  files: readonly OpenedListFile[],
): readonly ListFiles[] {
  const wanted = list === 'auto' ? sources : [sourceNamed(sources, list)];
  const groups = new Map<
    string,
    { claim: Claim; list: string; parts: Map<string, OpenedListFile> }
  >();
  for (const opened of files) {
    const claim = chooseClaim(claimsOf(wanted, opened), opened.file.name, list);
    const id = list === 'auto' ? (claim.list ?? claim.source.list) : list;
    const key = `${id} ${claim.format.format}`;
    const isTaken = groups.get(key)?.parts.has(claim.part) === true;
    if (isTaken && claim.format.parts.length > 1) throw twice(opened.file.name, claim);
    // Files of one part are versions of their own.
    const own = isTaken ? `${key} ${opened.file.name}` : key;
    const group = groups.get(own) ?? { claim, list: id, parts: new Map<string, OpenedListFile>() };
    group.parts.set(claim.part, opened);
    groups.set(own, group);
  }
  return [...groups.values()].map(({ claim, list: id, parts }) => {
    return { source: claim.source, list: id, format: claim.format, parts };
  });
}

function sourceNamed(sources: readonly ListSource[], list: string): ListSource {
  const source = findSource(sources, list);
  if (source !== undefined) return source;
  const known = sources.map(({ list: id, isFamily }) => (isFamily === true ? `${id}.NAME` : id));
  const message = `there is no list \`${list}\`; there are auto, ${known.join(', ')}`;
  throw new InterdictError('list-unknown', message);
}

/** A packed file that gives nothing is refused for its damage, as the list it was meant for. */
function damagedClaims(sources: readonly ListSource[], opened: OpenedListFile): readonly Claim[] {
  const [damage] = opened.damage();
  if (damage === undefined) return [];
  const [source, ...others] = sources;
  const format = source?.formats[0];
  const part = format?.parts[0]?.name;
  if (source !== undefined && format !== undefined && part !== undefined && others.length === 0) {
    return [{ source, format, part, list: undefined }];
  }
  throw new InterdictError('list-unknown', problemText(damage));
}

function claimsOf(sources: readonly ListSource[], opened: OpenedListFile): readonly Claim[] {
  const { file } = opened;
  const claims = sources.flatMap((source) =>
    source.formats.flatMap((format) => {
      const part = format.recognize(file.head);
      if (part === undefined) return [];
      return [{ source, format, part, list: format.listOf?.(file.head) }];
    }),
  );
  return claims.length > 0 ? claims : damagedClaims(sources, opened);
}

function chooseClaim(claims: readonly Claim[], name: string, list: string): Claim {
  const [first, ...others] = claims;
  if (first === undefined) {
    const what = list === 'auto' ? 'any list that is known' : `the list \`${list}\``;
    throw new InterdictError('list-unknown', `\`${name}\` is in no format of ${what}`);
  }
  if (list !== 'auto') return first;
  const sure = claims.find(({ list: own, source }) => own !== undefined && own === source.list);
  if (sure !== undefined) return sure;
  const rivals = [first, ...others].filter(({ list: own }) => own === undefined);
  if (rivals.length === 1 && rivals[0]?.source.isFamily !== true) return rivals[0] ?? first;
  const ids = rivals.map(({ source }) => (source.isFamily ? `${source.list}.NAME` : source.list));
  const message = `\`${name}\` may be ${ids.join(' or ')}: give the id instead of auto`;
  throw new InterdictError('list-unknown', message);
}

function twice(name: string, { part, source }: Claim): InterdictError {
  const message = `\`${name}\` is the part \`${part}\` of ${source.list} a second time`;
  return new InterdictError('list-unknown', message);
}

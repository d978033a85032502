import { lstatSync, readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { InterdictError } from '../problems.ts';
import { APP_LIMITS } from '../limits.ts';

/** A file to be read, or one knowingly left aside with the reason. */
export interface ListedFile {
  readonly path: string;
  /** The folder that was given, when the file was found below one. */
  readonly below?: string;
  readonly leftAside?: { readonly code: string; readonly message: string };
}

/** Reasons for leaving a path aside behind which anything may lie. */
const LOST_CODES: ReadonlySet<string> = new Set([
  'folder-unreadable',
  'depth-limit',
  'link-not-followed',
]);

/** Whether something that nobody has looked at lies behind a path that was left aside. */
export function isLost({ leftAside }: ListedFile): boolean {
  return leftAside !== undefined && LOST_CODES.has(leftAside.code);
}

function leave(path: string, code: string, message: string): ListedFile {
  return { path, leftAside: { code, message } };
}

/**
 * Links can leave the tree or form a circle, and are not followed. One to something below the
 * same folder is read there; behind any other may lie what nobody has looked at.
 */
function leaveLink(path: string, root: string): ListedFile {
  try {
    const below = relative(root, realpathSync(path));
    if (!isAbsolute(below) && below.split(sep)[0] !== '..') {
      return leave(path, 'symbolic-link', 'a symbolic link to something in the same folder');
    }
  } catch {
    // What a broken link or a circle points at cannot be read either.
  }
  return leave(path, 'link-not-followed', 'a symbolic link is not followed: give its target');
}

function* listFolder(folder: string, depth: number, root: string): Generator<ListedFile> {
  if (depth > APP_LIMITS.folderDepthMax) {
    yield leave(folder, 'depth-limit', `folders nest deeper than ${APP_LIMITS.folderDepthMax}`);
    return;
  }
  let names: string[];
  try {
    names = readdirSync(folder).sort();
  } catch (cause) {
    yield leave(folder, 'folder-unreadable', messageOf(cause));
    return;
  }
  for (const name of names) {
    const path = join(folder, name);
    const info = lstatSync(path, { throwIfNoEntry: false });
    if (info === undefined) continue;
    if (info.isSymbolicLink()) {
      yield leaveLink(path, root);
    } else if (info.isDirectory()) {
      if (name === '.git') yield leave(path, 'version-control', 'history of version control');
      else yield* listFolder(path, depth + 1, root);
    } else if (info.isFile()) yield { path };
    else yield leave(path, 'not-a-file', 'neither a file nor a folder');
  }
}

export function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** @throws InterdictError `path-missing` when there is nothing, or the way to it is broken. */
function statOf(path: string): Stats {
  let info: Stats | undefined;
  try {
    info = statSync(path, { throwIfNoEntry: false });
  } catch (cause) {
    throw new InterdictError('path-missing', messageOf(cause), { cause });
  }
  if (info === undefined) throw new InterdictError('path-missing', `\`${path}\` does not exist`);
  return info;
}

/**
 * The files below the given paths, folders in the order of their names. A path given twice, or
 * inside another, is listed once.
 * @throws InterdictError `path-missing` when a given path does not exist.
 */
export function* listFiles(paths: readonly string[]): Generator<ListedFile> {
  const seen = new Set<string>();
  for (const path of paths) {
    if (path === '-') {
      yield { path };
      continue;
    }
    const info = statOf(path);
    const files = info.isDirectory() ? listFolder(path, 0, realpathSync(path)) : [{ path }];
    for (const file of files) {
      const key = resolve(file.path);
      if (seen.has(key)) continue;
      if (seen.size >= APP_LIMITS.filesMax) {
        throw new InterdictError('usage', `more than ${APP_LIMITS.filesMax} files in one check`);
      }
      seen.add(key);
      yield info.isDirectory() ? { ...file, below: path } : file;
    }
  }
}

import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { APP_LIMITS } from '../limits.ts';
import { InterdictError } from '../problems.ts';
import { listFiles, messageOf, type ListedFile } from './index.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'interdict-list-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function place(...names: readonly string[]): string {
  return path.join(root, ...names);
}

function write(...names: readonly string[]): string {
  const file = place(...names);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, 'x');
  return file;
}

/** Paths below the root, with the reason for what is left aside. */
function list(...paths: readonly string[]): readonly string[] {
  return [...listFiles(paths)].map(({ path: file, leftAside }) => {
    const name = path.relative(root, file);
    return leftAside === undefined ? name : `${name}: ${leftAside.code}`;
  });
}

/** The code of what a call throws. */
function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return error instanceof InterdictError ? error.code : `a defect: ${messageOf(error)}`;
  }
  return 'nothing was thrown';
}

describe('listFiles', () => {
  it('gives the files below a folder in the order of their names, folders among them', () => {
    for (const name of ['b.json', 'a10', 'a9', 'B', 'é', '_']) write(name);
    write('c', 'inner', 'z');
    write('c', 'y');

    expect(list(root)).toEqual(['B', '_', 'a10', 'a9', 'b.json', 'c/inner/z', 'c/y', 'é']);
  });

  it('keeps the order in which paths are given', () => {
    write('a', '1');
    write('b', '1');

    expect(list(place('b'), place('a'))).toEqual(['b/1', 'a/1']);
  });

  it('gives nothing for an empty folder', () => {
    expect(list(root)).toEqual([]);
  });

  it('lists files of any name, hidden ones included', () => {
    write('.hidden', 'inventory');
    write('with space and\nnewline');

    expect(list(root)).toEqual(['.hidden/inventory', 'with space and\nnewline']);
  });

  it('leaves the history of version control aside, and says so', () => {
    write('.git', 'config');
    write('git', 'config');

    expect(list(root)).toEqual(['.git: version-control', 'git/config']);
  });

  it('names links and follows none, so that circles and ways out of the folder end', () => {
    write('folder', 'file');
    symlinkSync(root, place('folder', 'circle'));
    symlinkSync('file', place('folder', 'other-name'));
    symlinkSync('nowhere', place('folder', 'broken'));

    expect(list(root)).toEqual([
      'folder/broken: link-not-followed',
      'folder/circle: symbolic-link',
      'folder/file',
      'folder/other-name: symbolic-link',
    ]);
  });

  it('follows a link that is given itself', () => {
    write('folder', 'file');
    symlinkSync('folder', place('link'));

    expect(list(place('link'))).toEqual(['link/file']);
  });

  it('lists a path once that is given twice or lies in another', () => {
    const file = write('folder', 'file');
    write('folder', 'second');

    const files = list(file, place('folder'), `${root}/folder/../folder/`, file);

    expect(files).toEqual(['folder/file', 'folder/second']);
  });

  // It compares paths as they are written; the fix is to compare resolved ones.
  it('lists a file once that is given by a relative and an absolute path', () => {
    const file = write('file');

    const files = [...listFiles([file, path.relative(process.cwd(), file)])];

    expect(files).toHaveLength(1);
  });

  it('passes standard input on in its place', () => {
    const file = write('file');

    expect([...listFiles([file, '-'])]).toEqual<ListedFile[]>([{ path: file }, { path: '-' }]);
  });

  it('does not open what is no file', async () => {
    const server = createServer();
    await once(server.listen(place('socket')), 'listening');

    const listed = list(root);
    server.close();

    expect(listed).toEqual(['socket: not-a-file']);
  });

  it('stops at the limit of depth and names the folder', () => {
    const names = Array.from({ length: APP_LIMITS.folderDepthMax + 1 }, () => 'd');
    write(...names, 'below');
    write(...names.slice(1), 'above');

    expect(list(root)).toEqual([
      [...names.slice(1), 'above'].join('/'),
      `${names.join('/')}: depth-limit`,
    ]);
  });

  it.each([['no/such/file'], ['']])('throws `path-missing` for `%s`', (name) => {
    const missing = name === '' ? '' : place(name);

    expect(codeOf(() => [...listFiles([missing])])).toBe('path-missing');
  });

  // `statSync` throws for everything but a missing entry, and the program ends with a stack
  // and status 1, which means that something was found.
  it('throws `path-missing` for a path below a file', () => {
    expect(codeOf(() => [...listFiles([path.join(write('file'), 'below')])])).toBe('path-missing');
  });

  it('throws `path-missing` for a link that points to itself', () => {
    symlinkSync('loop', place('loop'));

    expect(codeOf(() => [...listFiles([place('loop')])])).toBe('path-missing');
  });

  it('throws `path-missing` for a name that is too long', () => {
    expect(codeOf(() => [...listFiles([place('n'.repeat(300))])])).toBe('path-missing');
  });
});

describe('messageOf', () => {
  it('is the message of an error, and the text of anything else', () => {
    expect(messageOf(new Error('broken'))).toBe('broken');
    expect(messageOf('thrown text')).toBe('thrown text');
    expect(messageOf(undefined)).toBe('undefined');
  });
});

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { TextFile } from './check.ts';

/** What .gitignore leaves out, for a tree without git. */
const IGNORED = new Set(['.git', 'node_modules', 'dist', 'out', 'coverage']);

const OUTPUT_BYTES_MAX = 64 * 1024 * 1024;

/** Files of the working tree that are tracked or would be on the next `git add`. */
function listFiles(root: string): readonly string[] {
  return listWithGit(root) ?? listByWalking(root);
}

export function listWithGit(root: string): readonly string[] | undefined {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  try {
    const out = execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: OUTPUT_BYTES_MAX,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const paths = [...new Set(out.split('\0'))].filter((name) => name !== '');
    return paths.filter((name) => existsSync(path.join(root, name))).toSorted();
  } catch {
    return undefined;
  }
}

export function listByWalking(root: string, folder = ''): readonly string[] {
  const entries = readdirSync(path.join(root, folder), { withFileTypes: true });
  return entries
    .filter((entry) => !IGNORED.has(entry.name) && !entry.name.endsWith('.tsbuildinfo'))
    .flatMap((entry) => {
      const name = path.posix.join(folder, entry.name);
      return entry.isDirectory() ? listByWalking(root, name) : [name];
    })
    .toSorted();
}

/** The files with their text; a binary file has none, and still exists for links to it. */
export function readTree(root: string): readonly TextFile[] {
  return listFiles(root).map((name) => {
    const text = readFileSync(path.join(root, name), 'utf8');
    return { path: name, text: text.includes('\0') ? '' : text };
  });
}

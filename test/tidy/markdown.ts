import path from 'node:path';
import type { Check, Example, TextFile } from './check.ts';
import { findLines } from './check.ts';

function isMarkdown(file: TextFile): boolean {
  return file.path.endsWith('.md');
}

export const titles: Check = {
  name: 'every markdown file starts with its title',
  find: (files) =>
    files
      .filter(isMarkdown)
      .filter(({ text }) => !/^# \S/.test(text))
      .map((file) => ({ path: file.path, line: 1, message: 'the first line is `# Title`' })),
  examples: [
    { files: { 'docs/a.md': '\n# A' }, finds: ['docs/a.md:1'] },
    { files: { 'docs/a.md': '## A' }, finds: ['docs/a.md:1'] },
    { files: { 'docs/a.md': '# A\n' }, finds: [] },
  ],
};

/** `[text](target)`, `![text](target "title")` and `[name]: target`. */
const LINK = /\]\(\s*<?([^\s)>]+)>?[^)]*\)|^\s*\[[^\]]+\]:\s*<?([^\s>]+)>?/g;

export const links: Check = {
  name: 'every relative link of a markdown file leads to a file or folder of the tree',
  find(files) {
    const known = new Set(files.flatMap(({ path: name }) => [name, ...foldersOf(name)]));
    return files.filter(isMarkdown).flatMap((file) => {
      return findLines({ ...file, text: withoutCode(file.text) }, (line) => {
        const targets = Array.from(line.matchAll(LINK), (match) => match[1] ?? match[2] ?? '');
        const dead = targets.find((target) => isDead(file.path, target, known));
        return dead === undefined ? undefined : `\`${dead}\` leads nowhere`;
      });
    });
  },
  examples: [
    example('# A\n\n[b](b.md)', 3),
    example('# A\n![b](./img/b.png "B")', 2),
    example('# A\n[b][1]\n\n[1]: ../nowhere.md', 4),
    example('# A\n[c](../docs/c.md) [b](b.md)', 2),
    example('# A\n[c](c.md#part) [docs](../docs/) [root](..)'),
    example('# A\n[site](https://example.com/b.md) [part](#b) <a@example.com>'),
    example('# A\n`[b](b.md)`\n\n```\n[b](b.md)\n```'),
  ],
};

function example(text: string, line?: number): Example {
  const files = { 'docs/a.md': text, 'docs/c.md': '# C' };
  return { files, finds: line === undefined ? [] : [`docs/a.md:${line}`] };
}

function foldersOf(name: string): readonly string[] {
  const folder = path.posix.dirname(name);
  return folder === '.' ? ['.'] : [folder, ...foldersOf(folder)];
}

/** Blanks fenced and inline code, keeping the lines. */
function withoutCode(text: string): string {
  return text
    .replaceAll(/^(```|~~~)[\s\S]*?^\1/gm, (block) => block.replaceAll(/[^\n]/g, ''))
    .replaceAll(/`[^`\n]*`/g, '');
}

function isDead(from: string, target: string, known: ReadonlySet<string>): boolean {
  if (/^([a-z][a-z0-9+.-]*:|#)/i.test(target)) return false;
  const [file = ''] = target.split(/[?#]/);
  const full = path.posix.join(path.posix.dirname(from), decodeURI(file));
  return !known.has(full.replace(/\/$/, ''));
}

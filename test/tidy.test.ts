import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Finding } from './tidy/check.ts';
import { textFiles } from './tidy/check.ts';
import { CHECKS } from './tidy/checks.ts';
import { listByWalking, listWithGit, readTree } from './tidy/read-tree.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

function text(finding: Finding): string {
  return `${finding.path}:${finding.line}`;
}

describe('the tree', () => {
  const tree = readTree(ROOT);

  it('is seen with git as without', () => {
    const walked = new Set(listByWalking(ROOT));

    const unseen = (listWithGit(ROOT) ?? []).filter((path) => !walked.has(path));

    expect(unseen).toEqual([]);
  });

  for (const check of CHECKS) {
    it(check.name, () => {
      const found = check.find(tree);

      expect(found.map((finding) => `${text(finding)} ${finding.message}`)).toEqual([]);
    });
  }
});

describe('each check finds what breaks it, and only that', () => {
  for (const check of CHECKS) {
    it(check.name, () => {
      const violations = check.examples.filter((example) => example.finds.length > 0);

      expect(violations.length).toBeGreaterThan(0);
      for (const example of check.examples) {
        const found = check.find(textFiles(example.files));
        expect({ ...example, finds: found.map(text) }).toEqual(example);
      }
    });
  }
});

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InterdictError } from '../problems.ts';
import { loadEdition, readRulebookFolder } from './index.ts';

const RULEBOOK = fileURLToPath(new URL('../../../../rulebook', import.meta.url));
const DATA = fileURLToPath(new URL('../../dist/data', import.meta.url));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'interdict-rulebook-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function failure(act: () => unknown): InterdictError {
  try {
    act();
  } catch (error) {
    if (error instanceof InterdictError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('readRulebookFolder', () => {
  it('reads the rulebook of this repository, cases left aside', () => {
    const rulebook = readRulebookFolder(RULEBOOK, []);

    expect(rulebook.rules.length).toBeGreaterThanOrEqual(7);
    expect(rulebook.groups.length).toBeGreaterThanOrEqual(18);
  });

  it('reads the same content to the same digest, wherever the folder is', () => {
    cpSync(RULEBOOK, path.join(folder, 'copy'), { recursive: true });

    const here = readRulebookFolder(RULEBOOK, []);
    const there = readRulebookFolder(path.join(folder, 'copy'), []);

    expect(there.digest).toBe(here.digest);
  });

  it('has the same content as the compiled rulebook of the build', () => {
    const { compiled } = loadEdition(DATA);

    expect(readRulebookFolder(RULEBOOK, []).digest).toBe(compiled.rulebook.digest);
  });

  it('leaves files of other names aside', () => {
    cpSync(RULEBOOK, folder, { recursive: true });
    write('notes.txt', 'not: [yaml');
    write('rules/us/draft.yaml.bak', 'not: [yaml');

    expect(readRulebookFolder(folder, []).digest).toBe(readRulebookFolder(RULEBOOK, []).digest);
  });

  it('names every problem with file, line and column, each on a line of its own', () => {
    const edition = write('rulebook.yaml', 'schema: interdict.rulebook/1\nedition: one\n');
    const wrong = write('rules/wrong.yml', 'schema: interdict.rule/1\nid: [x\n');

    const { code, message } = failure(() => readRulebookFolder(folder, []));

    expect(code).toBe('rulebook-invalid');
    expect(message).toMatch(new RegExp(`^${edition}:2:10: .*edition`, 'm'));
    expect(message).toMatch(new RegExp(`^${wrong}:3:1: `, 'm'));
    for (const line of message.split('\n')) expect(line).toMatch(/:\d+:\d+: .* \([a-z-]+\)$/);
  });

  it('refuses a folder without a YAML file, and one without rules', () => {
    expect(failure(() => readRulebookFolder(folder, []))).toMatchObject({
      code: 'rulebook-invalid',
      message: `there are no YAML files in \`${folder}\``,
    });
    write('rulebook.yaml', 'schema: interdict.rulebook/1\nedition: 2026.1.1\ncutoff: 2026-01-01\n');
    expect(failure(() => readRulebookFolder(folder, [])).message).toContain('no rule');
  });

  it('refuses a folder that is not there', () => {
    expect(failure(() => readRulebookFolder(path.join(folder, 'x'), [])).code).toBe('path-missing');
  });

  // `cases` is looked for anywhere in the path, not only below the folder that was given.
  it('reads a folder that lies below one named cases', () => {
    const below = path.join(folder, 'cases', 'ours');
    cpSync(RULEBOOK, below, { recursive: true });

    expect(readRulebookFolder(below, []).rules.length).toBeGreaterThan(0);
  });
});

describe('loadEdition', () => {
  it('loads what the build made', () => {
    const { compiled, catalog, catalogDigest } = loadEdition(DATA);

    expect(compiled.rules.length).toBeGreaterThanOrEqual(7);
    expect(catalog.signs.size).toBeGreaterThan(100);
    expect(catalogDigest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('says what to do when the build is missing or damaged', () => {
    const missing = failure(() => loadEdition(folder));
    write('rulebook.json', '{"schema":');
    const damaged = failure(() => loadEdition(folder));

    for (const { code, message } of [missing, damaged]) {
      expect(code).toBe('edition-missing');
      expect(message).toMatch(/rulebook\.json` is missing or damaged: run `npm run build`$/);
    }
  });
});

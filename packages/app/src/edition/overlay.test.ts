import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { APP_LIMITS } from '../limits.ts';
import { InterdictError } from '../problems.ts';
import { layOver, loadEdition, overlaysOf, readBooks, readProfile } from './index.ts';

const DATA = fileURLToPath(new URL('../../dist/data', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const POLICY = `${ROOT}examples/own-rule/policy`;
const PROPOSAL = `${ROOT}examples/own-rule/proposal`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'interdict-overlay-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof InterdictError) return error.message;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('layOver', { timeout: 60_000 }, () => {
  it('adds a rule, a party, a product and its signs', () => {
    const below = loadEdition(DATA);

    const laid = loadEdition(DATA, undefined, [POLICY, PROPOSAL]);

    expect(laid.compiled.rules.length).toBe(below.compiled.rules.length + 2);
    expect(laid.compiled.rulebook.directory.byId('adjilon-systems')).toBeDefined();
    expect([...laid.catalog.products.keys()]).toContain('adjilon-timeclock-station');
    expect(laid.catalogDigest).not.toBe(below.catalogDigest);
    expect(laid.compiled.rulebook.digest).not.toBe(below.compiled.rulebook.digest);
    expect(laid.compiled.rulebook.overlays?.map((one) => one.path)).toEqual([POLICY, PROPOSAL]);
  });

  it('takes one file for a folder', () => {
    const laid = layOver(readBooks(DATA), path.join(POLICY, 'no-kaspersky.yaml'));

    expect(laid.rulebook.overlays).toMatchObject([{ rules: 1, groups: 0 }]);
  });

  it('refuses a rule of ours that is changed, and names both files with line and column', () => {
    const name = 'us-icts-kaspersky-2024.yaml';
    const text = readFileSync(`${ROOT}rulebook/rules/us/${name}`, 'utf8');
    const own = write('mine.yaml', text.replace('effect: barred', 'effect: permitted'));

    const message = messageOf(() => layOver(readBooks(DATA), folder));

    const line = text.split('\n').findIndex((one) => one.startsWith('id:')) + 1;
    expect(message).toContain(`${own}:${line}:5: rule \`us-icts-kaspersky-2024\``);
    expect(message).toContain(`rulebook/rules/us/${name}:${line}:5`);
  });

  it('refuses a party of ours, and names both files with line and column', () => {
    cpSync(`${ROOT}rulebook/parties/acronis.yaml`, path.join(folder, 'mine.yaml'));

    const message = messageOf(() => layOver(readBooks(DATA), folder));

    expect(message).toMatch(/mine\.yaml:\d+:\d+: party `/);
    expect(message).toMatch(/already given in rulebook\/parties\/acronis\.yaml:\d+:\d+/);
  });

  it('refuses products and signs of ours, and names both files with line and column', () => {
    cpSync(`${ROOT}catalog/kaspersky.yaml`, path.join(folder, 'mine.yaml'));

    const message = messageOf(() => layOver(readBooks(DATA), folder));

    expect(message).toMatch(
      /mine\.yaml:\d+:\d+: `[\w.-]+` is already given in catalog\/kaspersky\.yaml:\d+:\d+/,
    );
  });

  it('refuses what two overlays both give, and names both', () => {
    cpSync(path.join(POLICY, 'no-kaspersky.yaml'), path.join(folder, 'again.yaml'));

    const message = messageOf(() => loadEdition(DATA, undefined, [POLICY, folder]));

    expect(message).toMatch(/again\.yaml:\d+:\d+: rule `us-oh-pawpaw-bend-kaspersky`/);
    expect(message).toMatch(/policy\/no-kaspersky\.yaml:\d+:\d+/);
  });

  // A rule behind a link or beyond a limit that is passed over in silence would bar nothing.
  it('refuses a folder of which something cannot be read', () => {
    cpSync(POLICY, folder, { recursive: true });
    symlinkSync('/etc/hostname', path.join(folder, 'more.yaml'));

    expect(messageOf(() => layOver(readBooks(DATA), folder))).toContain('more.yaml');
  });

  it('refuses a file that is larger than any rule', () => {
    write('large.yaml', `# ${'x'.repeat(APP_LIMITS.rulebookFileBytesMax)}`);

    expect(messageOf(() => layOver(readBooks(DATA), folder))).toContain('is larger than');
  });

  it('says when there is nothing in a folder', () => {
    expect(messageOf(() => layOver(readBooks(DATA), folder))).toContain('no YAML files');
  });
});

describe('overlaysOf', () => {
  it('reads the folders of a profile as seen from it', () => {
    const file = write(
      'profile.yaml',
      'schema: interdict.profile/1\nname: A county\noverlays: [rules, /srv/state-list]\n',
    );

    expect(overlaysOf(readProfile(file), file)).toEqual([
      path.join(folder, 'rules'),
      '/srv/state-list',
    ]);
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { interdict, ROOT } from './program.fixture.ts';

// What the documents tell a reader to type is typed here.

const DOCUMENTS = ['README.md', 'examples/county/README.md', 'examples/damaged/README.md'];
const PREFIX = 'npx interdict ';

const RUN_TIMEOUT_MS = 60_000;

/** The lines of the fenced blocks of a page. */
function fencedLines(text: string): readonly string[] {
  const lines: string[] = [];
  let isFenced = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) isFenced = !isFenced;
    else if (isFenced) lines.push(line);
  }
  return lines;
}

/** Commands of a page for the program, without their prefix. */
function commandsOf(document: string): readonly string[] {
  return fencedLines(readFileSync(`${ROOT}${document}`, 'utf8'))
    .filter((line) => line.startsWith(PREFIX))
    .map((line) => line.slice(PREFIX.length));
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'interdict-docs-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The arguments of a command, with what it writes sent to a folder of the test. */
function argumentsOf(command: string): readonly string[] {
  const words = command.split(' ').filter((word) => word !== '');
  return words.map((word, index) =>
    words[index - 1] === '--output' ? path.join(folder, word) : word,
  );
}

describe.each(DOCUMENTS)('the commands of %s', (document) => {
  const commands = commandsOf(document);

  it('are there, and plain enough to be run as they stand', () => {
    expect(commands.length).toBeGreaterThan(0);
    for (const command of commands) expect(command).toMatch(/^[\w ./:-]+$/);
  });

  it.each([...new Set(commands)])('interdict %s', { timeout: RUN_TIMEOUT_MS }, (command) => {
    const { status, stdout, stderr } = interdict(argumentsOf(command));

    expect([0, 1, 3]).toContain(status);
    expect(stdout + stderr).not.toMatch(/^ {4}at \S+ \(/m);
    expect(stdout.length + stderr.length).toBeGreaterThan(0);
  });
});

describe('the decision records', () => {
  const names = readdirSync(`${ROOT}docs/decisions`).toSorted();

  it('are numbered from 1 without gaps, each in a file named after it', () => {
    expect(names.length).toBeGreaterThan(0);
    names.forEach((name, index) => {
      const number = String(index + 1).padStart(4, '0');
      expect(name).toMatch(new RegExp(`^${number}-[a-z0-9]+(-[a-z0-9]+)*\\.md$`));
    });
  });

  it.each(names)('%s has its number in the title, and a status', (name) => {
    const text = readFileSync(`${ROOT}docs/decisions/${name}`, 'utf8');

    expect(text).toMatch(new RegExp(`^# ${name.slice(0, 4)} \\S`));
    expect(text).toMatch(/^Status: (proposed|accepted|superseded by \d{4})\b/m);
  });
});

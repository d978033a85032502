import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { interdict, ROOT } from './program.fixture.ts';

// What a tutorial tells a reader to type is typed here, and what it shows is what is printed.

const FOLDER = 'docs/tutorials/';
const PREFIX = 'npx interdict ';
const LEFT_OUT = '…';
const RUN_TIMEOUT_MS = 60_000;

interface Step {
  readonly command: string;
  /** Lines of the output, in runs; between two runs some are left out. */
  readonly shown: readonly (readonly string[])[];
}

interface Block {
  readonly language: string;
  readonly lines: readonly string[];
}

function blocksOf(text: string): readonly Block[] {
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = '', body = '']) => ({
    language,
    lines: body.trimEnd().split('\n'),
  }));
}

function runsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const runs: string[][] = [[]];
  for (const line of lines) {
    if (line === LEFT_OUT) runs.push([]);
    else runs.at(-1)?.push(line);
  }
  return runs.filter((run) => run.length > 0);
}

/** Each command of a page with the block that follows it. */
function stepsOf(text: string): readonly Step[] {
  const blocks = blocksOf(text);
  return blocks.flatMap(({ language, lines }, at) => {
    const [command = ''] = lines;
    const next = blocks[at + 1];
    if (language !== '' || !command.startsWith(PREFIX)) return [];
    const output = next?.language === 'text' ? next.lines : [];
    return [{ command: command.slice(PREFIX.length), shown: runsOf(output) }];
  });
}

/** Whether a line is printed as it is shown; `…` in it stands for what changes with the law. */
function isShown(shown: string, printed: string | undefined): boolean {
  const [first = '', ...rest] = shown.split(LEFT_OUT);
  if (rest.length === 0) return printed === shown;
  if (printed === undefined || !printed.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = printed.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return rest.at(-1) === '' || at === printed.length;
}

/** Index behind a run of lines that stands in others from a place on, where it does. */
function endOf(run: readonly string[], lines: readonly string[], from: number): number | undefined {
  for (let at = from; at + run.length <= lines.length; at += 1) {
    if (run.every((line, index) => isShown(line, lines[at + index]))) return at + run.length;
  }
  return undefined;
}

const PAGES = readdirSync(`${ROOT}${FOLDER}`).filter((name) => name.endsWith('.md'));

describe.each(PAGES)('the tutorial %s', (page) => {
  const steps = stepsOf(readFileSync(`${ROOT}${FOLDER}${page}`, 'utf8'));

  it('has commands, plain enough to be run as they stand, each with what it prints', () => {
    expect(steps.length).toBeGreaterThan(3);
    for (const { command, shown } of steps) {
      expect(command).toMatch(/^[\w ./:-]+$/);
      expect(shown.length, command).toBeGreaterThan(0);
    }
  });

  it.each(steps.map((step) => [step.command, step] as const))(
    'shows what is printed by interdict %s',
    { timeout: RUN_TIMEOUT_MS },
    (command, { shown }) => {
      const { stdout, stderr } = interdict(command.split(' '), { env: { COLUMNS: '100' } });

      const lines = `${stdout}${stderr}`.split('\n');
      let from = 0;
      for (const run of shown) {
        const end = endOf(run, lines, from);
        expect(end, `${run.join('\n')}\nis not in\n${lines.join('\n')}`).toBeDefined();
        from = end ?? from;
      }
    },
  );
});

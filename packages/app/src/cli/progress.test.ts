import { describe, expect, it } from 'vitest';
import { progressOn } from './progress.ts';

const CLEAR_LINE = '\r\u001B[K';

interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** A stream that keeps what is written to it, and a clock that is set by hand. */
function start(terminal: Terminal) {
  const written: string[] = [];
  const clock = { ms: 1000 };
  const stream = { ...terminal, write: (text: string) => written.push(text) };
  return { line: progressOn(stream, () => clock.ms), written, clock };
}

describe('progress', () => {
  it.each([[{}], [{ isTTY: false }], [{ isTTY: false, columns: 80 }]])(
    'is silent where the stream is no terminal: %j',
    (terminal) => {
      const { line, written } = start(terminal);

      line.show('1 files');
      line.clear();

      expect(written).toEqual([]);
    },
  );

  it('rewrites one line on a terminal and clears it at the end', () => {
    const { line, written, clock } = start({ isTTY: true, columns: 40 });

    line.show('1 files');
    clock.ms += 100;
    line.show('2 files');
    line.clear();

    expect(written).toEqual([`${CLEAR_LINE}1 files`, `${CLEAR_LINE}2 files`, CLEAR_LINE]);
  });

  it('shows at most ten updates a second, the first one at once', () => {
    const { line, written, clock } = start({ isTTY: true });

    for (let ms = 0; ms < 1000; ms += 1) {
      line.show(`at ${ms}`);
      clock.ms += 1;
    }

    expect(written).toHaveLength(10);
    expect(written[0]).toBe(`${CLEAR_LINE}at 0`);
    expect(written[9]).toBe(`${CLEAR_LINE}at 900`);
  });

  it.each([
    [20, 19],
    [2, 1],
  ])('on %d columns takes at most %d, so that the line does not wrap', (columns, most) => {
    const { line, written } = start({ isTTY: true, columns });

    line.show('x'.repeat(200));

    const text = written[0]?.slice(CLEAR_LINE.length) ?? '';
    expect(text).toHaveLength(most);
    expect(text.endsWith('…')).toBe(true);
  });

  it('leaves text that just fits as it is', () => {
    const { line, written } = start({ isTTY: true, columns: 20 });

    line.show('x'.repeat(19));

    expect(written).toEqual([`${CLEAR_LINE}${'x'.repeat(19)}`]);
  });

  it('takes 80 columns where the terminal does not say', () => {
    const { line, written } = start({ isTTY: true });

    line.show('x'.repeat(200));

    expect(written[0]).toHaveLength(CLEAR_LINE.length + 79);
  });

  it('clears nothing that was not shown, and once only', () => {
    const { line, written } = start({ isTTY: true });

    line.clear();
    line.show('1 files');
    line.clear();
    line.clear();

    expect(written).toEqual([`${CLEAR_LINE}1 files`, CLEAR_LINE]);
  });

  // File names come from outside; one with an escape sequence reaches the terminal as it is.
  it('shows no control characters of a file name', () => {
    const { line, written } = start({ isTTY: true });

    line.show('1 files: a\u001B[2Jb\nc');

    expect(written[0]?.slice(CLEAR_LINE.length)).not.toMatch(/\p{Cc}/u);
  });
});

import { describe, expect, it } from 'vitest';
import { InterdictError } from './problems.ts';
import { parseWhenOption, parseWordOption } from './parse-options.ts';

describe('parseWhenOption', () => {
  it('reads a date, and a time with its offset', () => {
    expect(parseWhenOption('--as-of', '2024-09-28')).toMatchObject({
      text: '2024-09-28',
      isDate: true,
    });
    expect(parseWhenOption('--as-of', '2024-09-29T00:00-04:00')).toMatchObject({
      isDate: false,
      utc: Date.UTC(2024, 8, 29, 4),
    });
    expect(parseWhenOption('--as-of', '2024-02-29').isDate).toBe(true);
  });

  it.each([
    '',
    'now',
    '2024',
    '2024-9-28',
    '28.09.2024',
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-09-28T10:00',
    '2024-09-28T25:00Z',
    '2024-09-28 10:00Z',
  ])('refuses `%s` with the name of the option, and shows how to write it', (text) => {
    const act = () => parseWhenOption('--known-at', text);

    expect(act).toThrow(InterdictError);
    expect(act).toThrow(
      `--known-at \`${text}\` is no date: write 2024-09-28, or 2024-09-29T00:00-04:00`,
    );
    expect(act).toThrow(expect.objectContaining({ code: 'usage' }));
  });
});

describe('parseWordOption', () => {
  const WORDS = ['table', 'json'] as const;

  it('gives the word', () => {
    expect(parseWordOption('--format', 'json', WORDS)).toBe('json');
  });

  it.each(['', 'JSON', ' json', 'js', 'constructor', '__proto__'])(
    'refuses `%s` and names the words there are',
    (text) => {
      const act = () => parseWordOption('--format', text, WORDS);

      expect(act).toThrow(`--format \`${text}\` is none of table, json`);
      expect(act).toThrow(expect.objectContaining({ code: 'usage' }));
    },
  );
});

import { describe, expect, it } from 'vitest';
import { askProfile } from './ask-profile.ts';
import type { World } from './streams.ts';

/** A world in which somebody types these lines, and what was shown to them. */
function typing(...lines: readonly string[]): {
  readonly world: World;
  readonly shown: () => string;
} {
  const left = [...lines];
  let shown = '';
  const silent = { write: () => true };
  const world: World = {
    stdout: silent,
    stderr: { write: (text) => (shown += text) },
    nowText: () => '2026-11-24',
    monotonicMs: () => 0,
    readLine: () => left.shift(),
    color: false,
    databaseUrl: undefined,
    columns: 80,
    dataFolder: '',
    version: '0',
    user: 'somebody',
    wait: () => Promise.resolve(),
    storeFolder: '',
    proxies: {},
    randomBytes: (count) => new Uint8Array(count),
    serve: () => Promise.resolve(),
  };
  return { world, shown: () => shown };
}

describe('askProfile', () => {
  it('makes a profile of five answers, numbers and words alike', () => {
    const { world } = typing('A county', 'us', 'oh', '17, grantee', 'federal-contractor');

    expect(askProfile(world)).toEqual({
      schema: 'interdict.profile/1',
      name: 'A county',
      country: 'US',
      state: 'OH',
      classes: ['local-government', 'grantee'],
      classesUnknown: ['federal-contractor'],
    });
  });

  it('takes an empty answer for not stated, and `none` for none', () => {
    expect(askProfile(typing('A firm', '', '', '', '').world)).toEqual({
      schema: 'interdict.profile/1',
      name: 'A firm',
    });
    expect(askProfile(typing('A firm', '', '', 'none', '').world).classes).toEqual([]);
  });

  it('asks again when an answer cannot be read, and says what is wrong', () => {
    const { world, shown } = typing('', 'A firm', 'USA', 'US', '', 'importr', 'importer', '');

    expect(askProfile(world).classes).toEqual(['importer']);
    expect(shown()).toContain('a profile needs a name');
    expect(shown()).toContain('write two letters');
    expect(shown()).toContain('`importr` is no class, the nearest is `importer`');
  });

  it('writes out what a terminal would obey when it repeats an answer', () => {
    const { world, shown } = typing('A firm', '', '', '\u001b[2Jx', 'none', '');

    askProfile(world);

    expect(shown()).not.toContain('\u001b');
  });

  it('stops with a usage error when the input ends', () => {
    expect(() => askProfile(typing('A firm').world)).toThrow(
      expect.objectContaining({ code: 'usage' }),
    );
  });
});

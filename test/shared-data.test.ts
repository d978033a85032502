import { afterEach, describe, expect, it, vi } from 'vitest';
import { sharedDataFolder } from './shared-data.ts';

describe('sharedDataFolder', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('is the folder named in INTERDICT_SHARED', () => {
    vi.stubEnv('INTERDICT_SHARED', '/somewhere/data');

    expect(sharedDataFolder()).toBe('/somewhere/data');
  });

  it('is shared/data beside the repository when nothing is named', () => {
    vi.stubEnv('INTERDICT_SHARED', undefined);

    expect(sharedDataFolder()).toMatch(/shared[\\/]data$/);
  });
});

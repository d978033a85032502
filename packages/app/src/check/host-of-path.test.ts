import { describe, expect, it } from 'vitest';
import { hostOfPath } from './check-paths.ts';

describe('the host of a path', () => {
  it.each([
    ['county/hosts/fin-ws-014/status', 'fin-ws-014'],
    ['county/hosts/fin-ws-014/var/lib/dpkg/status', 'fin-ws-014'],
    ['/data/hosts/a/hosts/b/status', 'b'],
  ])('of %s is %s', (path, host) => {
    expect(hostOfPath(path)).toBe(host);
  });

  it.each(['county/hosts/all.log', 'county/status', 'hosts', '-', '/'])(
    'of %s is not known',
    (path) => {
      expect(hostOfPath(path)).toBeUndefined();
    },
  );
});

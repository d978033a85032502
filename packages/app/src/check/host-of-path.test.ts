import { describe, expect, it } from 'vitest';
import { hostOfPath } from './check-paths.ts';

describe('hostOfPath', () => {
  it.each([
    ['hosts/fin-ws-014/status', 'fin-ws-014'],
    ['county/hosts/fin-ws-014/status', 'fin-ws-014'],
    ['/srv/hosts/fin-ws-014/osqueryd.results.log', 'fin-ws-014'],
    ['./hosts/fin-ws-014/status', 'fin-ws-014'],
    ['hosts/fin-ws-014/var/lib/dpkg/status', 'fin-ws-014'],
    ['hosts/hosts/status', 'hosts'],
    ['hosts/with space/status', 'with space'],
  ])('of %s is %s', (path, host) => {
    expect(hostOfPath(path)).toBe(host);
  });

  it.each([
    'status',
    'hosts',
    'hosts/annex-osqueryd.results.log',
    'county/hosts/annex-osqueryd.results.log',
    'Hosts/fin-ws-014/status',
    'myhosts/fin-ws-014/status',
    'fin-ws-014/status',
    'county/status',
    '/status',
    '/',
    '-',
    '',
  ])('of `%s` is not known', (path) => {
    expect(hostOfPath(path)).toBeUndefined();
  });

  it('is the nearest one where folders of hosts lie in each other', () => {
    expect(hostOfPath('hosts/site-a/hosts/fin-ws-014/status')).toBe('fin-ws-014');
    expect(hostOfPath('/data/hosts/a/hosts/b/status')).toBe('b');
  });

  it.each([
    ['/data/hosts/a/status', '/data', 'a'],
    ['/data/hosts/a/status', '/data/hosts', 'a'],
    ['/data/hosts/a/status', '/data/hosts/a', 'a'],
    ['/home/hosts/county/sboms/x.json', '/home/hosts/county/sboms', undefined],
    ['hosts/county/sboms/x.json', 'hosts/county/sboms', undefined],
    ['sboms/x.json', '.', undefined],
  ])('of %s below the given folder %s is %s', (path, given, host) => {
    expect(hostOfPath(path, given)).toBe(host);
  });

  // The path is not normalized first; this names the host `a`, about which the file says nothing.
  it('is not the one a path turns back from', () => {
    expect(hostOfPath('hosts/a/../b/status')).toBe('b');
  });
});

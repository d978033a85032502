import { tableUse } from './table-use.ts';

/** A name that was looked up. */
export const LOOKED_UP = tableUse('name_lookup', { uses: ['name > host'], observes: 'dns' });

/** A request for a page; `url` may be `host:443`, which is all a proxy sees of TLS. */
export const REQUESTED = tableUse('web_request', {
  uses: ['url > host (url-host)'],
  observes: 'http',
});

/** An address that was given out. */
export const LEASED = tableUse('lease', { uses: ['mac > mac_prefix (mac)'], observes: 'dhcp' });

/** A hardware address that a device knows. */
export const ADDRESSED = tableUse('address', { uses: ['mac > mac_prefix (mac)'], observes: 'arp' });

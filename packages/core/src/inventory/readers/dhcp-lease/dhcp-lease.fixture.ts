// long lines: files as they are written
import type { Sample } from '../sample.fixture.ts';

export const LEASE_SAMPLES: readonly Sample[] = [
  {
    title: 'leases of ISC dhcpd, of which the last of an address counts',
    format: 'isc-leases',
    isJournal: true,
    content: `# The format of this file is documented in the dhcpd.leases(5) manual page.
authoring-byte-order little-endian;

lease 192.0.2.10 {
  starts 2 2026/11/03 08:00:00;
  ends 2 2026/11/03 20:00:00;
  binding state active;
  hardware ethernet 00:18:82:0a:0b:0c;
  uid "\\001\\000\\030";
  client-hostname "old-desk";
}
lease 192.0.2.11 {
  starts 2 2026/11/03 08:00:00;
  hardware ethernet b8:27:eb:00:00:01;
}
lease 192.0.2.10 {
  starts 3 2026/11/04 08:00:00;
  hardware ethernet 00:50:56:00:00:02;
  client-hostname "new-desk";
  set vendor-class-identifier = "MSFT 5.0";
}
`,
    records: [
      'new-desk | dhcp | mac_prefix=005056000002',
      '192.0.2.11 | dhcp | mac_prefix=B827EB000001',
    ],
  },
  {
    title: 'leases of Kea',
    format: 'kea-leases',
    isJournal: true,
    content: [
      'address,hwaddr,client_id,valid_lifetime,expire,subnet_id,fqdn_fwd,fqdn_rev,hostname,state,user_context,pool_id',
      '192.0.2.20,00:18:82:0a:0b:0c,,4000,1730620000,1,0,0,nvr-lobby,0,,0',
      '192.0.2.21,02:18:82:0a:0b:0c,,4000,1730620000,1,0,0,,0,,0',
      '192.0.2.20,00:18:82:0a:0b:0d,,4000,1730629999,1,0,0,nvr&#x2clobby,0,,0',
      '',
    ].join('\n'),
    // The second address was made up by the device that has it.
    records: ['nvr,lobby | dhcp | mac_prefix=0018820A0B0D'],
  },
  {
    title: 'leases of dnsmasq',
    format: 'dnsmasq-leases',
    content: [
      '1730620000 00:18:82:0a:0b:0c 192.0.2.30 cam-30 01:00:18:82:0a:0b:0c',
      '0 00:50:56:00:00:02 192.0.2.31 * *',
      'duid 00:01:00:01:2a:2b:2c:2d:00:50:56:00:00:02',
      '1730620000 16777217 2001:db8::31 * 00:01:00:01:2a',
      '',
    ].join('\n'),
    records: [
      'cam-30 | dhcp | mac_prefix=0018820A0B0C',
      '192.0.2.31 | dhcp | mac_prefix=005056000002',
    ],
  },
];

// long lines: lines as they stand in logs
import type { Sample } from '../sample.fixture.ts';

export const DNSMASQ_SAMPLES: readonly Sample[] = [
  {
    title: 'a log of dnsmasq: who asked, and none of the answers',
    format: 'dnsmasq-log',
    content: [
      'Sep  3 01:58:55 dnsmasq[712]: query[A] touch.kaspersky.com from 192.0.2.61',
      'Sep  3 01:58:55 dnsmasq[712]: forwarded touch.kaspersky.com to 192.0.2.53',
      'Sep  3 01:58:55 dnsmasq[712]: reply touch.kaspersky.com is 203.0.113.168',
      'Sep 13 02:00:00 dnsmasq[712]: query[AAAA] example.org from fe80::1',
      '',
    ].join('\n'),
    records: ['192.0.2.61 | dns | host=touch.kaspersky.com', 'fe80::1 | dns | host=example.org'],
  },
  {
    title: 'a log of Pi-hole with serial numbers, inside a syslog, with what was blocked',
    format: 'dnsmasq-log',
    content: [
      'Nov  1 10:00:00 pihole dnsmasq[9]: 12 192.0.2.7/53124 query[A] s00.upd.kaspersky.com from 192.0.2.7',
      'Nov  1 10:00:00 pihole dnsmasq[9]: 12 192.0.2.7/53124 gravity blocked s00.upd.kaspersky.com is 0.0.0.0',
      'Nov  1 10:00:01 pihole sshd[44]: Accepted publickey for admin',
      '2026-11-01T10:00:02+00:00 pihole dnsmasq-dhcp[9]: DHCPACK(eth0) 192.0.2.8 00:18:82:01:02:03 desk-8',
      '2026-11-01T10:00:03+00:00 pihole dnsmasq[9]: query[type=65] example.com from 192.0.2.8',
      '',
    ].join('\n'),
    records: [
      '192.0.2.7 | dns | host=s00.upd.kaspersky.com',
      'desk-8 | dhcp | mac_prefix=001882010203',
      '192.0.2.8 | dns | host=example.com',
    ],
  },
];

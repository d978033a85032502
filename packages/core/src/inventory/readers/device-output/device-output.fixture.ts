// long lines: outputs as they are printed
import type { Sample } from '../sample.fixture.ts';

function table(title: string, lines: readonly string[], records: readonly string[]): Sample {
  return { title, format: 'device-output', content: `${lines.join('\n')}\n`, records };
}

export const DEVICE_SAMPLES: readonly Sample[] = [
  table(
    'arp -a on Windows',
    [
      'Interface: 192.0.2.5 --- 0x4',
      '  Internet Address      Physical Address      Type',
      '  192.0.2.1             00-18-82-01-02-03     dynamic',
      '  192.0.2.255           ff-ff-ff-ff-ff-ff     static',
    ],
    ['192.0.2.1 | arp | mac_prefix=001882010203'],
  ),
  table(
    'arp -a on BSD and macOS, which leave zeros out',
    [
      '? (192.0.2.9) at 0:18:82:1:2:3 on en0 ifscope [ethernet]',
      '? (192.0.2.10) at (incomplete) on en0',
    ],
    ['192.0.2.9 | arp | mac_prefix=001882010203'],
  ),
  table(
    'ip neigh on Linux',
    [
      '192.0.2.1 dev eth0 lladdr 00:18:82:01:02:03 REACHABLE',
      'fe80::218:82ff:fe01:203 dev eth0 lladdr 00:18:82:01:02:03 router STALE',
    ],
    [
      '192.0.2.1 | arp | mac_prefix=001882010203',
      'fe80::218:82ff:fe01:203 | arp | mac_prefix=001882010203',
    ],
  ),
  table(
    'show mac address-table of Cisco',
    [
      'Vlan    Mac Address       Type        Ports',
      '  10    0018.8201.0203    DYNAMIC     Gi1/0/1',
    ],
    [' | arp | mac_prefix=001882010203'],
  ),
  table(
    'display arp of Huawei, and show arp of HP',
    [
      'IP ADDRESS      MAC ADDRESS     EXPIRE(M) TYPE',
      '192.0.2.1       0018-8201-0203  17        D-0',
      '  192.0.2.2     001882-010204   dynamic 2',
    ],
    ['192.0.2.1 | arp | mac_prefix=001882010203', '192.0.2.2 | arp | mac_prefix=001882010204'],
  ),
  table(
    'a device that names itself',
    [
      'Huawei Versatile Routing Platform Software',
      'VRP (R) software, Version 8.180 (NE40E V800R011C00SPC200)',
      'HUAWEI NE40E-X2-M8A uptime is 161 days, 0 hour, 20 minutes',
    ],
    [
      ' | Huawei Versatile Routing Platform | manufacturer=Huawei, name=Huawei Versatile Routing Platform',
      ' | HUAWEI NE40E-X2-M8A | manufacturer=HUAWEI, name=HUAWEI NE40E-X2-M8A',
    ],
  ),
];

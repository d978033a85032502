// long lines: entries as consoles export them
import type { Sample } from '../sample.fixture.ts';

function sample(title: string, value: unknown, records: readonly string[]): Sample {
  return { title, format: 'host-export', content: JSON.stringify(value, null, 1), records };
}

export const EXPORT_SAMPLES: readonly Sample[] = [
  sample(
    'software of hosts from Fleet, by its source',
    {
      hosts: [
        {
          id: 1,
          hostname: 'mac-1',
          software: [
            {
              name: 'Kaspersky.app',
              version: '21.0',
              source: 'apps',
              bundle_identifier: 'com.kaspersky.kav',
              installed_paths: ['/Applications/Kaspersky.app'],
              signature_information: [
                { installed_path: '/Applications/Kaspersky.app', team_identifier: '2Y8XE5CQ94' },
              ],
            },
          ],
        },
        {
          id: 2,
          hostname: 'ws-2',
          software: [
            {
              name: 'kesl',
              version: '11',
              source: 'deb_packages',
              vendor: '',
              vulnerabilities: null,
            },
            {
              name: 'Chat',
              version: '1',
              source: 'android_apps',
              application_id: 'com.example.chat',
              vendor: '',
            },
            { name: 'Kaspersky VPN', version: '21', source: 'programs', vendor: 'Kaspersky' },
          ],
        },
      ],
    },
    [
      'mac-1 | Kaspersky.app | name=Kaspersky.app, bundle_id=com.kaspersky.kav',
      'mac-1 | Kaspersky.app | file_name=Kaspersky.app, path=/Applications/Kaspersky.app',
      'mac-1 | Kaspersky.app | file_name=Kaspersky.app, path=/Applications/Kaspersky.app, team_id=2Y8XE5CQ94',
      'ws-2 | kesl | package_name=kesl',
      'ws-2 | Chat | name=Chat, android_id=com.example.chat',
      'ws-2 | Kaspersky VPN | name=Kaspersky VPN, publisher=Kaspersky',
    ],
  ),
  sample(
    'detected apps from Intune',
    {
      value: [
        {
          id: 'a',
          displayName: 'Kaspersky Free',
          version: '21',
          publisher: 'AO Kaspersky Lab',
          platform: 'windows',
          deviceCount: 3,
        },
      ],
    },
    [' | Kaspersky Free | name=Kaspersky Free, publisher=AO Kaspersky Lab'],
  ),
  sample(
    'software of devices from Defender',
    [
      {
        DeviceName: 'ws-7.example',
        SoftwareVendor: 'kaspersky',
        SoftwareName: 'endpoint_security',
        SoftwareVersion: '12.1',
        DiskPaths: ['C:\\Program Files\\Kaspersky Lab\\avp.exe'],
      },
    ],
    [
      'ws-7.example | endpoint_security | name=endpoint_security, publisher=kaspersky',
      'ws-7.example | avp.exe | exe_file=avp.exe, path=C:\\Program Files\\Kaspersky Lab\\avp.exe',
    ],
  ),
  sample(
    'applications from SentinelOne, of two versions of its interface',
    {
      data: [
        {
          applicationName: 'Kaspersky Plus',
          applicationVendor: 'Kaspersky',
          version: '21',
          endpointUuid: 'u-1',
        },
        {
          name: 'Kaspersky Plus',
          publisher: 'Kaspersky',
          version: '21',
          agentComputerName: 'ws-8',
        },
      ],
    },
    [
      'u-1 | Kaspersky Plus | name=Kaspersky Plus, publisher=Kaspersky',
      'ws-8 | Kaspersky Plus | name=Kaspersky Plus, publisher=Kaspersky',
    ],
  ),
  sample(
    'computers from Jamf',
    {
      totalCount: 1,
      results: [
        {
          udid: 'u',
          general: { name: 'mac-9', platform: 'Mac' },
          applications: [
            {
              name: 'Kaspersky.app',
              path: '/Applications/Kaspersky.app',
              version: '21',
              bundleId: 'com.kaspersky.kav',
            },
          ],
          certificates: [
            { commonName: 'Kaspersky Web Anti-Virus Certification Authority', subjectName: 'CN=x' },
          ],
          services: [{ name: 'com.kaspersky.kav.agent' }],
          packageReceipts: {
            installedByInstallerSwu: ['com.kaspersky.kav.core'],
            cached: ['none'],
          },
        },
      ],
    },
    [
      'mac-9 | Kaspersky.app | name=Kaspersky.app, bundle_id=com.kaspersky.kav, path=/Applications/Kaspersky.app',
      'mac-9 | Kaspersky Web Anti-Virus Certification Authority | cert.subject=Kaspersky Web Anti-Virus Certification Authority, cert.subject=x',
      'mac-9 | com.kaspersky.kav.agent | service_name=com.kaspersky.kav.agent',
      'mac-9 | com.kaspersky.kav.core | bundle_id=com.kaspersky.kav.core',
    ],
  ),
  sample(
    'assets from Snipe-IT',
    {
      rows: [
        {
          name: 'nvr-1',
          asset_tag: '7',
          model: { id: 1, name: 'DS-7608' },
          manufacturer: { id: 2, name: 'Hikvision' },
        },
      ],
    },
    [' | DS-7608 | manufacturer=Hikvision, name=DS-7608'],
  ),
];

// long lines: lines as they stand in logs
import type { Sample } from '../sample.fixture.ts';

function log(path: string, fields: string, rows: readonly string[]): string {
  const head = [
    '#separator \\x09',
    '#set_separator\t,',
    '#empty_field\t(empty)',
    '#unset_field\t-',
    `#path\t${path}`,
    '#open\t2026-11-01-00-00-00',
    `#fields\t${fields.replaceAll(' ', '\t')}`,
  ];
  const body = rows.map((row) => row.replaceAll(' | ', '\t'));
  return [...head, ...body, '#close\t2026-11-02-00-00-00', ''].join('\n');
}

const INTERCEPTED = 'CN=example.org,O=Example';
const ROOT = 'CN=Kaspersky Anti-Virus Personal Root Certificate,O=AO Kaspersky Lab';

export const ZEEK_SAMPLES: readonly Sample[] = [
  {
    title: 'dns.log with its columns in any order',
    format: 'zeek',
    content: log('dns', 'query ts uid id.orig_h id.resp_h qtype_name', [
      'touch.kaspersky.com | 1725328735.123 | C1 | 192.0.2.61 | 192.0.2.53 | A',
      '- | 1725328736.000 | C2 | 192.0.2.61 | 192.0.2.53 | -',
    ]),
    records: ['192.0.2.61 | dns | host=touch.kaspersky.com'],
  },
  {
    title: 'ssl.log: the name is of who asks, the certificate of who answers',
    format: 'zeek',
    content: log('ssl', 'ts uid id.orig_h id.resp_h server_name cipher subject issuer', [
      `1725328735.1 | C1 | 192.0.2.61 | 203.0.113.9 | example.org | x | ${INTERCEPTED} | ${ROOT}`,
    ]),
    records: [
      '192.0.2.61 | tls | host=example.org',
      `203.0.113.9 | tls | tls_subject=${INTERCEPTED}, cert.issuer=Kaspersky Anti-Virus Personal Root Certificate`,
    ],
  },
  {
    title: 'software.log: what a web server calls itself',
    format: 'zeek',
    content: log('software', 'ts host host_p software_type name unparsed_version', [
      '1725328735.1 | 192.0.2.80 | 80 | HTTP::SERVER | DNVRS-Webs | DNVRS-Webs',
      '1725328735.2 | 192.0.2.81 | - | HTTP::BROWSER | Firefox | Mozilla/5.0',
    ]),
    records: [
      '192.0.2.80 | software | name=DNVRS-Webs, http_server=DNVRS-Webs',
      '192.0.2.81 | software | name=Firefox',
    ],
  },
  {
    title: 'a log that holds nothing that is read',
    format: 'zeek',
    content: log('conn', 'ts uid id.orig_h', ['1725328735.1 | C1 | 192.0.2.61']),
    records: [],
    notes: ['table-not-mapped'],
  },
  {
    title: 'logs as JSON, with and without a path',
    format: 'zeek',
    content: [
      '{"_path":"dhcp","ts":1725328735.1,"mac":"00:18:82:01:02:03","host_name":"nvr-1","msg_types":["ACK"]}',
      '{"ts":"2026-11-01T10:00:00Z","id.orig_h":"192.0.2.61","query":"example.org","qtype_name":"A"}',
      '{"ts":1725328735.2,"id.orig_h":"192.0.2.61","method":"GET","host":"example.org:8080","uri":"/"}',
      '{"ts":1725328735.3,"certificate.subject":"CN=a","certificate.issuer":"CN=b"}',
      '',
    ].join('\n'),
    records: [
      'nvr-1 | dhcp | mac_prefix=001882010203',
      '192.0.2.61 | dns | host=example.org',
      '192.0.2.61 | http | host=example.org',
      ' | tls | tls_subject=CN=a, cert.issuer=b',
    ],
  },
];

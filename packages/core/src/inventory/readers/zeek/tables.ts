import { LEASED, sourceTable, tableUse, type SourceTable } from '../rows/index.ts';

/** One thing a row of a log shows, and whom it is about. */
interface ZeekUse extends SourceTable {
  /** Fields of which the first with a value is the host. */
  readonly hosts: readonly string[];
}

/** A log of Zeek, by its `#path` or `_path`, or in JSON without one by fields of its own. */
export interface ZeekLog {
  readonly path: string;
  readonly marks: readonly string[];
  readonly uses: readonly ZeekUse[];
}

/** Fields of Zeek are columns here, so that pointers name what stands in the log. */
function seen(observes: string, uses: readonly string[], hosts: string): ZeekUse {
  const columns = uses.map((use) => use.split(' ', 1)[0] ?? '');
  const table = tableUse(`zeek_${observes}`, { uses, observes });
  return {
    ...sourceTable(
      table,
      columns.map((one) => `${one} > ${one}`),
    ),
    hosts: hosts.split(' '),
  };
}

const CERTIFICATE = [
  'certificate.subject > tls_subject',
  'certificate.issuer > cert.issuer (common-name)',
];

/** The logs that are read; all others are counted. */
export const ZEEK_LOGS: readonly ZeekLog[] = [
  {
    path: 'dns',
    marks: ['query', 'qtype_name'],
    uses: [seen('dns', ['query > host'], 'id.orig_h')],
  },
  {
    path: 'http',
    marks: ['method', 'uri'],
    uses: [seen('http', ['host > host (url-host)'], 'id.orig_h')],
  },
  {
    path: 'ssl',
    marks: ['server_name', 'cipher'],
    uses: [
      seen('tls', ['server_name > host'], 'id.orig_h'),
      // The certificate is the server's, or that of whoever stands in for it.
      seen('tls', ['subject > tls_subject', 'issuer > cert.issuer (common-name)'], 'id.resp_h'),
    ],
  },
  // Logs of certificates name no address; known_certs does.
  { path: 'x509', marks: ['certificate.subject'], uses: [seen('tls', CERTIFICATE, '')] },
  {
    path: 'known_certs',
    marks: ['issuer_subject'],
    uses: [
      seen('tls', ['subject > tls_subject', 'issuer_subject > cert.issuer (common-name)'], 'host'),
    ],
  },
  {
    path: 'software',
    marks: ['software_type', 'unparsed_version'],
    uses: [seen('software', ['name > name', 'http_server > http_server'], 'host')],
  },
  {
    path: 'dhcp',
    marks: ['mac', 'msg_types'],
    uses: [
      {
        ...sourceTable(LEASED, ['mac > mac']),
        hosts: ['host_name', 'assigned_addr', 'client_addr'],
      },
    ],
  },
];

/** Type of software of which the name is what a web server calls itself. */
export const WEB_SERVER = 'HTTP::SERVER';

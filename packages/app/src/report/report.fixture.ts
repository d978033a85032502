/**
 * A made-up report for tests: every verdict, level, presence and coverage status, and names no
 * honest inventory has. The county, its hosts, its orders and the shortened reasons are
 * invented; nothing here is a statement of law.
 */
import type {
  Checklist,
  DateText,
  DutyRow,
  Evidence,
  Finding,
  HostReport,
  Identification,
  InstantText,
  PartyId,
  ProductId,
  ProtectionReport,
  RemovalReport,
  Report,
  ResolvedCite,
  RuleId,
  SignField,
  SignId,
  TraceKind,
  Verdict,
  VerdictRow,
} from '@interdict/core';

/** Names that try to get out of their cell, line, attribute or file. */
export const HOSTILE: Readonly<Record<string, string>> = {
  ansi: 'Agent\u001b[2J\u001b[31mCLEAR\u001b[0m\u009b1m',
  script: '<script>alert("x")</script>&\'"><img src=x onerror=alert(1)>',
  formula: "=cmd|' /C calc'!A0",
  fullWidthFormula: '＝HYPERLINK("http://evil.test","x")',
  rightToLeft: 'invoice\u202Efdp.exe\u2066',
  long: `Long${'abcdefghij'.repeat(1000)}Tail`,
  newline: 'two\nlines\r\nand\ttab',
  nul: 'nul\u0000byte\u200b\ufeff',
  emoji: '👩‍👩‍👧 安全软件 🛡️ e\u0301 🇩🇪',
  surrogate: 'half \ud83d pair',
  sarif: '[click](https://evil.test) {0} {}',
};

const SHA = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

function cite(
  citation: string,
  pinpoint: string,
  verification: ResolvedCite['verification'],
): ResolvedCite {
  return { citation, pinpoint, verification };
}

const ICTS = cite('89 FR 52434 (24 June 2024)', 'section VII(b)', 'verified');
const FAR_KASPERSKY = cite('48 CFR 52.204-23', 'paragraph (b)', 'recorded');
const SECTION_889 = cite('Pub. L. 115-232, section 889', '(a)(1)(B)', 'verified');
const FASCSA = cite('FASCSA order (2025)', 'paragraph 3', 'unsettled');
const EAR = cite('15 CFR 744.11', 'Supplement No. 4', 'verified');
const WARNING = cite('BSI warning of 15 March 2022', 'whole', 'recorded');
const DRONES = cite('Pub. L. 118-31, title XVIII', 'section 1825', 'recorded');

interface RowParts extends Partial<Omit<VerdictRow, 'rule' | 'next' | 'previous'>> {
  readonly next?: readonly [string, Verdict];
  readonly previous?: readonly [string, Verdict];
}

function change([at, verdict]: readonly [string, Verdict]): { at: InstantText; verdict: Verdict } {
  return { at: at as InstantText, verdict };
}

function row(rule: string, verdict: Verdict, because: string, parts: RowParts): VerdictRow {
  const { next, previous, ...rest } = parts;
  return {
    rule: rule as RuleId,
    activity: 'use',
    verdict,
    because,
    missing: [],
    duties: [],
    cite: [ICTS],
    ...rest,
    ...(next === undefined ? {} : { next: change(next) }),
    ...(previous === undefined ? {} : { previous: change(previous) }),
  };
}

function evidence(parts: Partial<Omit<Evidence, 'sign'>> & { readonly sign: string }): Evidence {
  return {
    field: 'publisher',
    value: 'AO Kaspersky Lab',
    strength: 'A',
    source: { file: 'fleet/programs.csv', pointer: 'line:2' },
    cite: ['Windows registry of an installed product'],
    ...parts,
    sign: parts.sign as SignId,
  };
}

interface IdentifiedParts extends Partial<Omit<Identification, 'party' | 'product'>> {
  readonly party?: string;
  readonly product?: string;
}

function identified({ party, product, ...parts }: IdentifiedParts): Identification {
  return {
    ...(party === undefined ? {} : { party: party as PartyId }),
    ...(product === undefined ? {} : { product: product as ProductId }),
    level: 'identified',
    presence: 'installed',
    states: ['installed'],
    privilege: 2,
    privilegeBy: [],
    powers: [],
    evidence: [evidence({ sign: 'kaspersky-publisher-1' })],
    ...parts,
  };
}

const GAP: ProtectionReport = {
  status: 'gap',
  products: [],
  because: 'Kaspersky Endpoint Security may not be updated any more; nothing else is registered',
};

const PROTECTED_FOR_NOW: ProtectionReport = {
  status: 'protected',
  products: [],
  until: '2026-12-10T05:00:00Z' as InstantText,
  because: 'Kaspersky Endpoint Security is on and up to date',
};

const THERE: RemovalReport = {
  status: 'still-installed',
  left: [],
  notLookedAt: [],
  because: 'a product is there',
};

const LEFT: RemovalReport['left'][number] = {
  kind: 'driver',
  value: 'klif.sys',
  sign: 'kaspersky-driver-klif' as SignId,
  source: { file: 'fleet/drivers.json', pointer: '/7/image' },
};

const REMNANTS: RemovalReport = {
  status: 'remnants',
  left: [LEFT],
  notLookedAt: ['certificate'],
  because: 'the product is gone, and not all of it',
};

function hostReport(host: string, parts: Partial<HostReport> = {}): HostReport {
  return {
    host,
    records: 1,
    findings: 0,
    verdict: null,
    privilege: 0,
    protection: { status: 'unknown', products: [], because: 'no record says what is registered' },
    removal: {
      status: 'clean',
      left: [],
      notLookedAt: [],
      because: 'everything that is needed was looked at',
    },
    ...parts,
  };
}

function checkItem(kind: TraceKind, field: SignField, value: string): Checklist['items'][number] {
  return { kind, field, op: 'eq', value, example: value, sign: 'kaspersky-sign-1' as SignId };
}

function finding(id: string, parts: Partial<Finding>): Finding {
  return {
    id,
    subject: {
      kind: 'component',
      name: 'Component',
      source: { file: 'fleet/programs.csv', pointer: 'line:2' },
    },
    verdicts: [],
    verdict: 'out-of-scope',
    ...parts,
  };
}

const REPORT_DUTY: DutyRow = {
  duty: 'report-found',
  action: 'report',
  to: 'the contracting officer',
  due: '2026-11-24' as DateText,
  missing: [],
  because: 'a covered article found during performance is reported within 1 business day',
  cite: [FAR_KASPERSKY],
};

const LATE_DUTY: DutyRow = {
  ...REPORT_DUTY,
  duty: 'remove',
  action: 'remove',
  to: 'the state chief information officer',
  cite: [cite('Texas model plan', 'section 4', 'recorded')],
  due: '2026-11-01' as DateText,
  because: 'prohibited technology leaves government systems by the day the state set',
};

const OPEN_DUTY: DutyRow = {
  duty: 'report-more',
  action: 'report',
  to: 'the contracting officer',
  missing: ['facts.discoveredAt'],
  because: 'further information follows within 10 business days of the first report',
  cite: [FAR_KASPERSKY],
};

/** Rows of an endpoint product on a county's hosts: three rules, three answers. */
const ENDPOINT_ROWS: readonly VerdictRow[] = [
  ...(['update-signature', 'update-code', 'operate-telemetry'] as const).map((activity) =>
    row(
      'us-icts-kaspersky-2024',
      'barred',
      'Updates and telemetry of covered software are\n  barred from 29 September 2024.',
      {
        activity,
        prohibition: 'updates',
        binds: 'maker',
        previous: ['2024-09-29T04:00:00Z', 'not-yet'],
      },
    ),
  ),
  row('us-icts-kaspersky-2024', 'barred', 'New agreements are barred from 20 July 2024.', {
    activity: 'renew',
    prohibition: 'new-agreements',
    binds: 'counterparty',
    previous: ['2024-07-20T04:00:00Z', 'permitted'],
  }),
  row('us-icts-kaspersky-2024', 'permitted', 'The determination does not bar users from using.', {
    activity: 'use',
    advice: 'Commerce urges users to move to another product; use is at your own risk.',
  }),
  row('us-far-52.204-23', 'undetermined', 'Whether a federal contract is performed is unknown.', {
    activity: 'use-in-deliverable',
    prohibition: 'use',
    missing: ['facts.usedInContract', 'actor.classes'],
    cite: [FAR_KASPERSKY],
    duties: [REPORT_DUTY, OPEN_DUTY],
  }),
  row('us-tx-prohibited-tech', 'barred-unless-waived', 'It is on the list of the state.', {
    activity: 'present-on-system',
    prohibition: 'government-devices',
    duties: [LATE_DUTY],
    cite: [cite('Texas model plan', 'Addendum A', 'unsettled')],
    caution: 'Whether the list binds a county outside covered apps is unsettled.',
    previous: ['2023-02-06T06:00:00Z', 'out-of-scope'],
  }),
  row('de-bsi-warning-2022', 'advisory-against', 'The authority advises replacing it.', {
    cite: [WARNING],
    previous: ['2022-03-14T23:00:00Z', 'permitted'],
  }),
  row('us-fcc-covered-list', 'out-of-scope', 'No equipment authorization is asked for.', {
    activity: 'apply-authorization',
    cite: [cite('47 CFR 2.903', '(a)', 'verified')],
  }),
];

const HOST_NAMES: readonly string[] = [
  ...Array.from({ length: 12 }, (_, at) => `clerk-${String(at + 1).padStart(2, '0')}`),
  'dispatch-a.larkspur.example',
  'water-scada-3',
];

const ENDPOINTS: readonly Finding[] = HOST_NAMES.map((host, at) =>
  finding(`f-endpoint-${at}`, {
    subject: {
      kind: 'component',
      name: 'Kaspersky Endpoint Security for Windows',
      version: at % 2 === 0 ? '12.1.0.506' : '11.10.0.399',
      host,
      source: { file: 'fleet/programs.csv', pointer: `line:${at + 2}` },
    },
    identified: identified({
      party: 'kaspersky-lab-ao',
      product: 'kaspersky-endpoint-security',
      productName: 'Kaspersky Endpoint Security',
      class: 'endpoint-protection',
      presence: at < 6 ? 'running' : 'installed',
      states: at < 6 ? ['running', 'intercepting', 'installed'] : ['installed'],
      privilege: 5,
      privilegeBy: ['kaspersky-driver-klif' as SignId],
      powers: ['read-data', 'install-code', 'intercept-tls', 'withhold-updates'],
      evidence: [
        evidence({
          sign: 'kaspersky-publisher-1',
          source: { file: 'fleet/programs.csv', pointer: `line:${at + 2}` },
        }),
        evidence({
          sign: 'kaspersky-driver-klif',
          field: 'driver_file',
          value: 'klif.sys',
          strength: 'B',
          source: { file: 'fleet/drivers.json', pointer: `/${at}/image` },
        }),
      ],
    }),
    verdicts: ENDPOINT_ROWS,
    verdict: 'barred',
  }),
);

const CAMERA: Finding = finding('f-camera', {
  subject: {
    kind: 'observation',
    name: 'DS-2CD2143G2-I',
    host: 'cam-lobby',
    source: { file: 'network/arp.txt', pointer: 'line:17' },
  },
  identified: identified({
    party: 'hikvision',
    productName: 'Hikvision network camera',
    class: 'camera',
    level: 'probable',
    presence: 'running',
    privilege: 3,
    capped: 'one strong sign; a second of another origin would prove it',
    evidence: [
      evidence({
        sign: 'hikvision-rtsp-1',
        field: 'rtsp_server',
        value: 'Hikvision-Webs',
        strength: 'B',
        source: { file: 'network/arp.txt', pointer: 'line:17' },
      }),
    ],
  }),
  verdicts: [
    row('us-ndaa2019-889b', 'barred', 'Federal grant money may not buy covered equipment.', {
      activity: 'spend-grant',
      prohibition: 'grants',
      cite: [SECTION_889],
      assumed: ['nobody stated who owns the counterparty: taken as not owned'],
      previous: ['2020-08-13T04:00:00Z', 'not-yet'],
    }),
    row('us-ndaa2019-889a', 'report-due', 'A use found is reported.', {
      activity: 'operate-equipment',
      cite: [SECTION_889],
      duties: [REPORT_DUTY],
    }),
  ],
  verdict: 'barred',
});

const BACKUP: Finding = finding('f-backup', {
  subject: {
    kind: 'component',
    name: 'Acronis Cyber Protect Agent',
    version: '16',
    host: 'files-1',
    source: { file: 'sbom/files-1.cdx.json', pointer: '/components/41' },
  },
  identified: identified({
    party: 'acronis-ag',
    product: 'acronis-cyber-protect',
    productName: 'Acronis Cyber Protect',
    class: 'backup-software',
    presence: 'updating',
    privilege: 4,
    embeddedIn: 'Larkspur Backup Bundle',
  }),
  verdicts: [
    row('us-fascsa-order-acronis-2025', 'undetermined', 'The sources conflict.', {
      activity: 'procure',
      cite: [FASCSA],
    }),
    row('us-ear-affiliates-rule', 'no-longer', 'The rule is suspended.', {
      activity: 'export-to-party',
      cite: [cite('90 FR 50857', 'section 744.11(a)', 'unsettled')],
      caution: 'The suspension ends by its own terms; confirm that it has not been extended.',
      next: ['2026-12-10T05:00:00Z', 'barred-unless-licensed'],
      previous: ['2025-11-10T05:00:00Z', 'barred-unless-licensed'],
    }),
  ],
  verdict: 'undetermined',
  next: change(['2026-12-10T05:00:00Z', 'barred-unless-licensed']),
});

const DRONE: Finding = finding('f-drone', {
  subject: {
    kind: 'component',
    name: 'Mavic 3 Enterprise',
    host: 'sheriff-uas-2',
    source: { file: 'assets.xlsx!sheet1', pointer: 'line:9' },
  },
  identified: identified({
    party: 'dji',
    productName: 'DJI Mavic 3',
    class: 'drone',
    privilege: 2,
  }),
  verdicts: [
    row('us-asda-2023', 'permitted-with-condition', 'Free with an exemption on file.', {
      activity: 'operate-equipment',
      cite: [DRONES],
      condition: 'the exemption of the Secretary is kept with the flight records',
    }),
    row('us-ndaa2023-5949', 'not-yet', 'The bar on procurement begins in December 2027.', {
      activity: 'procure',
      cite: [cite('Pub. L. 117-263, section 5949', '(a)(1)', 'verified')],
      next: ['2027-12-23T05:00:00Z', 'barred'],
    }),
  ],
  verdict: 'permitted-with-condition',
  next: change(['2027-12-23T05:00:00Z', 'barred']),
});

const SUPPLIER: Finding = finding('f-supplier', {
  subject: {
    kind: 'party',
    name: 'OOO Kaspersky Group',
    source: { file: 'suppliers.csv', pointer: 'line:88' },
  },
  verdicts: [
    row('us-ear-entity-list-kaspersky-2024', 'barred-unless-licensed', 'It is on the list.', {
      activity: 'export-to-party',
      cite: [EAR],
      missing: ['facts.licenseHeld'],
      previous: ['2024-06-24T04:00:00Z', 'permitted'],
    }),
  ],
  verdict: 'barred-unless-licensed',
});

const ORDER: Finding = finding('f-order', {
  subject: {
    kind: 'transaction',
    name: 'PO-2026-0042',
    source: { file: 'orders.ndjson', pointer: 'line:42:7' },
  },
  verdicts: [
    row('us-ofac-blocking', 'undetermined', 'Who owns the counterparty is not stated.', {
      activity: 'pay',
      missing: ['counterparty.ownership', 'item.maker', 'facts.endUser.ownership'],
    }),
  ],
  verdict: 'undetermined',
});

/** Two orders of one provision on different days, with different acts. */
const STOPPED_ORDERS: readonly Finding[] = (
  [
    ['PB-7', 'renew', 'Kaspersky Endpoint Security, 1 year (Kaspersky Lab, Inc.)'],
    ['PB-9', 'procure', 'Kaspersky Endpoint Security, 20 seats (Larkspur Supply LLC)'],
  ] as const
).map(([id, activity, about], at) =>
  finding(`f-order-${id}`, {
    subject: {
      kind: 'transaction',
      name: `${id}: ${activity} ${about}`,
      source: { file: 'orders.csv', pointer: `line:${at + 2}` },
    },
    verdicts: [
      row('us-icts-kaspersky-2024', 'barred', 'New agreements are barred from 20 July 2024.', {
        activity,
        prohibition: 'new-agreements',
        binds: 'counterparty',
        previous: ['2024-07-20T04:00:00Z', 'not-yet'],
        // An order is answered for its own day, so this is no date for a calendar.
        next: ['2024-09-29T04:00:00Z', 'undetermined'],
      }),
    ],
    verdict: 'barred',
  }),
);

const LEAD: Finding = finding('f-lead', {
  subject: {
    kind: 'observation',
    name: 'geo.kaspersky.com',
    host: 'guest-wifi-7',
    source: { file: 'network/dns.log', pointer: 'line:9120' },
  },
  identified: identified({
    party: 'kaspersky-lab-ao',
    level: 'lead',
    presence: 'visited',
    privilege: 0,
    evidence: [
      evidence({
        sign: 'kaspersky-domain-1',
        field: 'host',
        value: 'geo.kaspersky.com',
        strength: 'C',
      }),
      evidence({
        sign: 'kaspersky-neg-site',
        field: 'host',
        value: 'www.kaspersky.com',
        strength: 'neg',
      }),
    ],
  }),
  verdicts: [
    row('us-icts-kaspersky-2024', 'undetermined', 'The maker is not proven.', {
      missing: ['item.maker'],
    }),
  ],
  verdict: 'undetermined',
});

const REMNANT: Finding = finding('f-remnant', {
  subject: {
    kind: 'component',
    name: 'klif.sys',
    host: 'clerk-20',
    source: { file: 'fleet/drivers.json', pointer: '/77/image' },
  },
  identified: identified({
    party: 'kaspersky-lab-ao',
    product: 'kaspersky-endpoint-security',
    productName: 'Kaspersky Endpoint Security',
    class: 'endpoint-protection',
    presence: 'remnant',
    privilege: 0,
  }),
  verdicts: [row('us-icts-kaspersky-2024', 'permitted', 'A leftover file is not barred.', {})],
  verdict: 'permitted',
});

const UNSPOKEN: Finding = finding('f-unspoken', {
  subject: {
    kind: 'component',
    name: 'left-pad',
    source: { file: 'sbom/web.spdx', pointer: '/packages/3' },
  },
  identified: identified({ productName: 'left-pad', presence: 'present-in-build', privilege: 1 }),
});

const HOSTILES: readonly Finding[] = Object.entries(HOSTILE).map(([key, name]) =>
  finding(`f-hostile-${key}`, {
    subject: {
      kind: 'component',
      name,
      version: name.slice(0, 40),
      host: name,
      source: { file: `in/${name}`, pointer: `/components/${name.slice(0, 60)}` },
    },
    identified: identified({
      party: 'kaspersky-lab-ao',
      productName: name,
      evidence: [evidence({ sign: 'kaspersky-name-1', field: 'name', value: name })],
    }),
    verdicts: [
      row('us-icts-kaspersky-2024', 'barred', 'New agreements are barred.', {
        activity: 'procure',
        prohibition: 'new-agreements',
        previous: ['2024-07-20T04:00:00Z', 'permitted'],
      }),
    ],
    verdict: 'barred',
  }),
);

/** Orders and parties of the same names. */
const HOSTILE_STATED: readonly Finding[] = Object.entries(HOSTILE).flatMap(([key, name]) =>
  (['transaction', 'party'] as const).map((kind) =>
    finding(`f-hostile-${kind}-${key}`, {
      subject: {
        kind,
        name: kind === 'party' ? name : `${name}: renew ${name} (${name})`,
        source: { file: `in/${name}`, pointer: `line:${name.length}` },
      },
      verdicts: [
        row('us-icts-kaspersky-2024', 'barred', name, {
          activity: 'renew',
          prohibition: 'new-agreements',
          binds: 'counterparty',
          caution: name,
        }),
      ],
      verdict: 'barred',
    }),
  ),
);

const FINDINGS: readonly Finding[] = [
  ...ENDPOINTS,
  CAMERA,
  BACKUP,
  DRONE,
  SUPPLIER,
  ORDER,
  ...STOPPED_ORDERS,
  LEAD,
  REMNANT,
  UNSPOKEN,
];

function coverageOf(report: Pick<Report, 'coverage'>): Report['summary']['filesIncomplete'] {
  return report.coverage.filter(({ status }) => status === 'partial' || status === 'unreadable')
    .length;
}

const COVERAGE: Report['coverage'] = [
  {
    path: 'fleet/programs.csv',
    format: 'osquery-csv',
    status: 'read',
    records: 812,
    sha256: SHA,
    problems: [],
  },
  {
    path: 'fleet/drivers.json',
    format: 'osquery-json',
    status: 'read',
    records: 390,
    problems: [],
  },
  { path: 'network/arp.txt', format: 'arp', status: 'read', records: 64, problems: [] },
  { path: 'suppliers.csv', format: 'party-csv', status: 'read', records: 212, problems: [] },
  {
    path: 'sbom/files-1.cdx.json',
    format: 'cyclonedx-json',
    status: 'partial',
    records: 102,
    sha256: SHA,
    problems: [
      { code: 'depth-limit', message: 'nested deeper than 1000 levels', pointer: '/components/9' },
      ...Array.from({ length: 7 }, (_, at) => ({
        code: 'bad-purl',
        message: `package url \`pkg:${at}\` is not valid`,
        pointer: `line:${at + 40}:12`,
      })),
    ],
  },
  {
    path: 'network/dns.log.gz',
    format: null,
    status: 'unreadable',
    records: 0,
    problems: [
      { code: 'expansion-limit', message: 'grows to more than 2 GiB', pointer: 'byte:1048576' },
    ],
  },
  {
    path: 'docs/handbook.pdf',
    format: 'pdf',
    status: 'skipped',
    records: 0,
    problems: [{ code: 'not-an-inventory', message: 'documents are not searched' }],
  },
];

/** A county with something of everything, and honest names. */
export const COUNTY_REPORT: Report = {
  schema: 'interdict.report/1',
  asOf: '2026-11-23T15:00:00Z',
  rulebook: { edition: '2026.11.1', digest: SHA, rules: 21 },
  catalog: { digest: SHA.toUpperCase(), signs: 1840, products: 402 },
  lists: [
    { id: 'us-bis-entity-list', asOf: '2026-11-20', digest: SHA, status: 'current' },
    { id: 'us-ofac-sdn', asOf: '2026-08-02', digest: SHA, status: 'stale' },
    { id: 'us-fcc-covered-list', status: 'missing' },
  ],
  rules: [
    {
      id: 'us-icts-kaspersky-2024',
      title: 'Kaspersky Final Determination',
      issuer: 'Secretary of Commerce',
    },
    {
      id: 'us-far-52.204-23',
      title: 'Contract clause against Kaspersky',
      issuer: 'Federal Acquisition Regulatory Council',
    },
    {
      id: 'us-tx-prohibited-tech',
      title: 'Prohibited technologies\n  of Texas',
      issuer: 'Governor of Texas',
    },
  ],
  parties: [
    { id: 'kaspersky-lab-ao', name: 'Kaspersky Lab' },
    { id: 'hikvision', name: 'Hikvision' },
  ],
  profile: {
    schema: 'interdict.profile/1',
    name: 'Larkspur County (made up)',
    country: 'US',
    state: 'TX',
    classes: ['us-person', 'local-government', 'critical-infrastructure-operator'],
    classesUnknown: ['grantee', 'federal-contractor'],
  },
  coverage: COVERAGE,
  findings: FINDINGS,
  toDo: [
    ...ENDPOINTS.flatMap(({ id, subject }) =>
      [REPORT_DUTY, OPEN_DUTY].map((duty) => ({
        rule: 'us-far-52.204-23',
        finding: id,
        subject: subject.name,
        duty,
      })),
    ),
    ...ENDPOINTS.map(({ id, subject }) => ({
      rule: 'us-tx-prohibited-tech',
      finding: id,
      subject: subject.name,
      duty: LATE_DUTY,
    })),
  ],
  hosts: [
    ...HOST_NAMES.map((host, at) =>
      hostReport(host, {
        records: 58,
        findings: 1,
        verdict: 'barred',
        privilege: 5,
        protection: at < 12 ? GAP : PROTECTED_FOR_NOW,
        removal: THERE,
      }),
    ),
    hostReport('files-1', { records: 102, findings: 1, verdict: 'undetermined', privilege: 4 }),
    hostReport('clerk-20', { findings: 1, removal: REMNANTS }),
    ...Array.from({ length: 40 }, (_, at) =>
      hostReport(`library-${String(at + 1).padStart(2, '0')}`, { records: 44 }),
    ),
  ],
  checklists: [
    {
      product: 'kaspersky-endpoint-security' as ProductId,
      name: 'Kaspersky Endpoint Security',
      items: [
        checkItem('driver', 'driver_file', 'klif.sys'),
        checkItem('driver', 'driver_file', 'klhk.sys'),
        { ...checkItem('service', 'service_name', '^AVP.*$'), op: 'regex', example: 'AVP21.3' },
      ],
    },
  ],
  summary: {
    status: 'barred',
    verdicts: { barred: 15, undetermined: 3, 'barred-unless-licensed': 1 },
    levels: { identified: 18, probable: 1, lead: 1 },
    files: COVERAGE.length,
    filesIncomplete: coverageOf({ coverage: COVERAGE }),
    records: 1580,
    findings: FINDINGS.length,
    notCovered: [
      'software installed for one user only',
      'engines linked statically into other products',
      'DNS over HTTPS',
    ],
  },
};

/** The same county after somebody put hostile names into its inventory. */
export const HOSTILE_REPORT: Report = {
  ...COUNTY_REPORT,
  profile: { ...COUNTY_REPORT.profile, name: HOSTILE.script ?? '' },
  rules: COUNTY_REPORT.rules.map(({ id }) => ({
    id,
    title: `${HOSTILE.ansi} ${HOSTILE.script}`,
    issuer: HOSTILE.newline ?? '',
  })),
  parties: [{ id: 'kaspersky-lab-ao', name: HOSTILE.script ?? '' }],
  findings: [...FINDINGS, ...HOSTILES, ...HOSTILE_STATED],
  coverage: [
    ...COVERAGE,
    ...Object.values(HOSTILE).map((name) => ({
      path: `in/${name}`,
      format: name,
      status: 'partial' as const,
      records: 1,
      problems: [{ code: name.slice(0, 50), message: name, pointer: name }],
    })),
  ],
  hosts: [
    ...COUNTY_REPORT.hosts,
    ...Object.values(HOSTILE).map((host) =>
      hostReport(host, {
        findings: 1,
        verdict: 'barred',
        privilege: 2,
        protection: { status: 'weak', products: [], because: host },
        removal: {
          ...REMNANTS,
          left: [{ ...LEFT, value: host }],
        },
      }),
    ),
  ],
  summary: { ...COUNTY_REPORT.summary, notCovered: Object.values(HOSTILE) },
};

/** Nothing found, everything read. */
export const CLEAR_REPORT: Report = {
  ...COUNTY_REPORT,
  lists: COUNTY_REPORT.lists.filter(({ status }) => status === 'current'),
  coverage: COVERAGE.filter(({ status }) => status === 'read'),
  findings: [],
  toDo: [],
  hosts: [],
  checklists: [],
  summary: {
    ...COUNTY_REPORT.summary,
    status: 'clear',
    verdicts: {},
    levels: {},
    files: 4,
    filesIncomplete: 0,
    findings: 0,
    notCovered: [],
  },
};

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  assert,
  isIncomplete,
  parseWhen,
  type Coverage,
  type Finding,
  type Report,
} from '@interdict/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkPaths } from '../packages/app/src/check/index.ts';
import { loadEdition, UNKNOWN_PROFILE } from '../packages/app/src/edition/index.ts';
import { ROOT } from './program.fixture.ts';
import { describeWithShared } from './shared-data.ts';

// Real inventories from other projects, with what a correct detector finds in them.

interface Expectation {
  readonly purls?: Readonly<Record<string, { readonly count: number; readonly maker: string }>>;
  readonly macs_by_oui?: Readonly<Record<string, number>>;
  readonly device_platform?: string;
  readonly look_alike?: string;
  readonly winget?: string;
}

interface Expected {
  readonly expected: Readonly<Record<string, Expectation>>;
}

/**
 * Components that EXPECTED.json counts twice, because it counts the package URL inside the
 * `bom-ref` of a component besides the one in its `purl`.
 */
const COUNTED_TWICE: ReadonlySet<string> = new Set([
  'cyclonedx/syft-cyclonedx-docker.io-library-vault.latest.json',
]);

/** Files and formats that this version reads; a format that is lost would leave `skipped`. */
const READ_MIN: Readonly<Record<string, number>> = {
  'apk-installed': 1,
  'cyclonedx-json': 110,
  'cyclonedx-xml': 75,
  'in-toto': 1,
  'rpm-info': 2,
  'spdx-3-json': 5,
  'spdx-json': 18,
  'spdx-tag-value': 12,
  swid: 1,
  'winget-export': 4,
  'winget-manifest': 8,
  osquery: 11,
  'dpkg-status': 4,
  'dpkg-list': 2,
  csv: 1,
  certificate: 2,
  'device-output': 55,
  'host-export': 3,
  nmap: 8,
  lsmod: 1,
  'lspci-blocks': 1,
  lsusb: 2,
  'systemctl-unit-files': 1,
  systeminfo: 2,
  zeek: 25,
};

/** True findings that EXPECTED.json, which was made from package URLs and MACs, leaves out. */
const ALSO_TRUE: ReadonlySet<string> = new Set([
  // The USB number and the name of a Quectel EC25.
  'host-state/generic__lsusb-cdc-mbim.out',
]);

const CHECK_TIMEOUT_MS = 120_000;

function formatOf(vector: string): string {
  return `cyclonedx-${path.extname(vector).slice(1)}`;
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .toSorted();
}

describeWithShared('the reference inventories', (shared) => {
  const folder = path.join(shared, 'inventories');
  const { expected } = JSON.parse(
    readFileSync(path.join(folder, 'EXPECTED.json'), 'utf8'),
  ) as Expected;
  const files = filesBelow(folder);
  let report: Report;

  beforeAll(() => {
    const asOf = parseWhen('2026-11-24');
    assert(asOf !== undefined, 'the date exists');
    const edition = loadEdition(`${ROOT}packages/app/dist/data`);
    report = checkPaths([folder], { edition, profile: UNKNOWN_PROFILE, asOf });
  }, CHECK_TIMEOUT_MS);

  function nameOf(file: string): string {
    return path.relative(folder, file);
  }

  function coverageOf(name: string): Coverage {
    const found = report.coverage.find((one) => nameOf(one.path) === name);
    assert(found !== undefined, 'the coverage has every file');
    return found;
  }

  function findingsIn(name: string): readonly Finding[] {
    return report.findings.filter(({ subject }) => nameOf(subject.source.file) === name);
  }

  it('are all covered, each once', () => {
    const covered = report.coverage
      .map((one) => nameOf(one.path))
      // Files inside other files have lines of their own.
      .filter((name) => !name.includes('!/'))
      .toSorted();

    expect(files.length).toBeGreaterThan(400);
    expect(covered).toEqual(files);
  });

  it('are read, or are not read with a reason', () => {
    const silent = report.coverage.filter(
      ({ status, problems }) => status !== 'read' && problems.length === 0,
    );
    const withoutRecords = report.coverage.filter(
      ({ status, records }) => status === 'skipped' && records > 0,
    );

    expect(silent).toEqual([]);
    expect(withoutRecords).toEqual([]);
    for (const { problems } of report.coverage) {
      for (const { code, message } of problems) {
        expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(message).not.toBe('');
      }
    }
  });

  it('of the formats that are read are recognized by their content', () => {
    const counts = new Map<string, number>();
    for (const { format } of report.coverage) {
      if (format !== null) counts.set(format, (counts.get(format) ?? 0) + 1);
    }

    for (const [format, least] of Object.entries(READ_MIN)) {
      expect(counts.get(format) ?? 0, format).toBeGreaterThanOrEqual(least);
    }
    expect([...counts.keys()].toSorted()).toEqual(Object.keys(READ_MIN).toSorted());
    expect(report.summary.records).toBeGreaterThan(5_000);
  });

  it('are incomplete as a whole, since some are damaged', () => {
    expect(isIncomplete(report.coverage)).toBe(true);
    expect(report.summary.status).not.toBe('clear');
  });

  describe.each(
    Object.entries(expected).flatMap(([name, { purls }]) =>
      purls === undefined ? [] : [[name, purls] as const],
    ),
  )('%s', (name, purls) => {
    it('is read whole', () => {
      expect(coverageOf(name)).toMatchObject({ status: 'read' });
    });

    it.each(Object.entries(purls))('has %s as often as expected', (purl, { count, maker }) => {
      const found = findingsIn(name).filter((finding) =>
        finding.identified?.evidence.some(
          ({ field, value }) => field === 'purl' && value.split('@')[0] === purl,
        ),
      );

      expect(found).toHaveLength(COUNTED_TWICE.has(name) ? count / 2 : count);
      for (const { identified } of found) {
        expect(identified).toMatchObject({ level: 'identified', party: maker.toLowerCase() });
      }
    });

    it('has nothing else', () => {
      const values = findingsIn(name).flatMap(({ identified }) =>
        (identified?.evidence ?? [])
          .filter(({ field }) => field === 'purl')
          .map(({ value }) => value.split('@')[0] ?? ''),
      );

      expect([...new Set(values)].toSorted()).toEqual(Object.keys(purls).toSorted());
    });
  });

  describe('the manifests of the Windows Package Manager', () => {
    const makers = Object.entries(expected).flatMap(([name, { winget }]) =>
      winget === undefined ? [] : [[name, winget.replace('true: ', '')] as const],
    );

    it('are there', () => {
      expect(makers.length).toBe(8);
    });

    it.each(makers)('%s is identified as made by %s', (name, maker) => {
      const parties = findingsIn(name).map(({ identified }) => identified?.party);

      expect(coverageOf(name)).toMatchObject({ format: 'winget-manifest', status: 'read' });
      expect(parties.some((party) => party?.startsWith(maker.toLowerCase()))).toBe(true);
    });
  });

  it('give the records of a signed envelope, and say that nobody verified the signature', () => {
    const name = 'cyclonedx/centos-7-cyclonedx.intoto.jsonl';
    const inside = report.coverage.filter((one) => nameOf(one.path).startsWith(`${name}!/`));

    expect(coverageOf(name).problems.map(({ code }) => code)).toEqual(['signature-not-verified']);
    expect(inside.map(({ format, status }) => [format, status])).toEqual([
      ['in-toto', 'read'],
      ['cyclonedx-json', 'read'],
    ]);
    expect(inside[1]?.records).toBeGreaterThan(0);
  });

  describe.each(
    Object.entries(expected).flatMap(([name, { macs_by_oui: macs }]) =>
      macs === undefined ? [] : [[name, macs] as const],
    ),
  )('%s', (name, macs) => {
    it.each(Object.entries(macs))(
      'has addresses of %s as often as expected: %i',
      (maker, count) => {
        const values = findingsIn(name).flatMap(({ identified }) =>
          identified?.party?.startsWith(maker.toLowerCase()) === true
            ? identified.evidence.filter(({ field }) => field === 'mac_prefix')
            : [],
        );

        expect(values).toHaveLength(count);
        // Who made a network interface is not who made the device.
        for (const { identified } of findingsIn(name)) expect(identified?.level).toBe('lead');
      },
    );
  });

  it('know a device by what it says of itself, and by nothing else', () => {
    const devices = Object.entries(expected).filter(([, one]) => one.device_platform);
    const named = devices
      .filter(([name]) => findingsIn(name).some(({ identified }) => identified?.level !== 'lead'))
      .map(([name, { device_platform: platform }]) => [platform, path.basename(name)]);

    expect(devices.length).toBeGreaterThan(25);
    expect(named).toEqual([
      ['huawei_vrp', 'huawei_vrp__display_lldp_neighbor4.raw'],
      ['huawei_vrp', 'huawei_vrp__display_lldp_neighbor6.raw'],
      ['huawei_vrp', 'huawei_vrp__display_version.raw'],
      ['huawei_vrp', 'huawei_vrp__display_version2.raw'],
      ['huawei_vrp', 'huawei_vrp__display_version4.raw'],
      ['huawei_vrp', 'huawei_vrp__display_version6.raw'],
      ['zte_zxros', 'zte_zxros__show_version.raw'],
    ]);
  });

  it('give no finding, not even a lead, in a file that is not expected to hold one', () => {
    const strangers = report.findings.filter(
      ({ subject, identified }) =>
        identified?.level !== 'lead' &&
        expected[nameOf(subject.source.file)] === undefined &&
        !ALSO_TRUE.has(nameOf(subject.source.file)),
    );

    expect(strangers.map(({ subject }) => [subject.name, subject.source])).toEqual([]);
  });

  it('do not make a company of Dahua Lin, who is a person', () => {
    const named = files.filter((name) =>
      readFileSync(path.join(folder, name)).includes('Dahua Lin'),
    );
    const found = report.findings.filter(
      ({ subject, identified }) =>
        named.includes(nameOf(subject.source.file)) && identified?.party?.startsWith('dahua'),
    );

    expect(named).toContain('spdx/julia.spdx');
    expect(found).toEqual([]);
  });

  describe('the vectors of the CycloneDX specification', () => {
    const vectors = files
      .filter((name) => name.startsWith('cyclonedx-spec-vectors/'))
      .map((name) => [name] as const);

    it('are there', () => {
      expect(vectors.length).toBeGreaterThan(160);
    });

    it.each(vectors.filter(([name]) => path.basename(name).startsWith('valid-')))(
      '%s is read whole',
      (name) => {
        expect(coverageOf(name)).toMatchObject({ format: formatOf(name), status: 'read' });
      },
    );

    it.each(vectors.filter(([name]) => path.basename(name).startsWith('invalid-')))(
      '%s is refused with a reason',
      (name) => {
        const { format, status, problems } = coverageOf(name);

        expect(format).toBe(formatOf(name));
        expect(status).toBe('unreadable');
        expect(problems.map(({ code }) => code)).toSatisfy((codes: readonly string[]) =>
          codes.some((code) => code === 'schema' || code === 'not-this-format'),
        );
      },
    );
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { describeWithShared } from '../../../../../test/shared-data.ts';
import { readFile, type FileRead } from '../input/read.fixture.ts';
import { READERS } from './index.ts';

/** Folders with files of the formats that are read here, and the formats they may be taken for. */
const FORMATS: Readonly<Record<string, readonly string[]>> = {
  apk: ['apk-installed'],
  cyclonedx: ['cyclonedx-json', 'cyclonedx-xml', 'in-toto'],
  'cyclonedx-spec-vectors': ['cyclonedx-json', 'cyclonedx-xml'],
  dpkg: ['dpkg-status', 'dpkg-list'],
  'host-state': [
    'certificate',
    'lsusb',
    'lsmod',
    'lspci-blocks',
    'systemctl-unit-files',
    'systeminfo',
  ],
  mdm: ['csv', 'host-export'],
  'network-tables': ['device-output'],
  nmap: ['nmap'],
  osquery: ['osquery'],
  rpm: ['rpm-info'],
  spdx: ['spdx-json', 'spdx-tag-value', 'spdx-3-json'],
  swid: ['swid'],
  winget: ['winget-export'],
  'winget-manifests': ['winget-manifest'],
  zeek: ['zeek'],
};

describeWithShared('the readers, on real inventories', (folder) => {
  const root = path.join(folder, 'inventories');
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();

  function read(file: string): FileRead {
    const bytes = new Uint8Array(readFileSync(path.join(root, file)));
    return readFile(READERS, bytes, { file });
  }

  it('see them all', () => {
    expect(files.length).toBeGreaterThan(400);
  });

  it('never take a file for another format than its own', () => {
    for (const file of files) {
      const { format, coverage } = read(file);
      if (format === null) continue;

      expect(FORMATS[file.split(path.sep)[0] ?? ''], file).toContain(format);
      expect(coverage.path).toBe(file);
    }
  });

  it('leave other formats aside and say so', () => {
    for (const file of files) {
      const { format, coverage, codes } = read(file);
      if (format !== null || coverage.status === 'unreadable') continue;

      expect(coverage.status, file).toBe('skipped');
      expect(['format-unknown', 'binary', 'archive-not-opened'], file).toContain(codes[0]);
      expect(coverage.records).toBe(0);
    }
  });

  it('read every valid CycloneDX vector and refuse every invalid one with reason and place', () => {
    const vectors = files.filter((file) => /spec-vectors/.test(file));
    expect(vectors.length).toBeGreaterThan(160);
    for (const file of vectors) {
      const { format, coverage } = read(file);

      expect(format, file).toBe(`cyclonedx-${path.extname(file).slice(1)}`);
      if (path.basename(file).startsWith('valid-')) {
        expect(coverage.status, file).toBe('read');
        continue;
      }
      expect(coverage, file).toMatchObject({ status: 'unreadable', records: 0 });
      expect(coverage.problems[0]?.pointer, file).toMatch(/^(\/|line:\d+:\d+)/);
    }
  });

  it('read every real CycloneDX and SPDX document', () => {
    const documents = files.filter((file) => /^(cyclonedx|spdx)[/\\]/.test(file));
    const found = documents.map((file) => read(file)).filter(({ format }) => format !== null);

    expect(found.length).toBeGreaterThan(45);
    // Its tags are parted by carriage returns.
    const unreadable = found.filter(({ coverage }) => coverage.status === 'unreadable');
    expect(unreadable.map(({ coverage }) => path.basename(coverage.path))).toEqual([
      'xml2json-sbom.spdx',
    ]);
    // Components without version in a version that wants one, a nameless product three times, and
    // text behind the end of a document.
    const partial = found.filter(({ coverage }) => coverage.status === 'partial');
    expect(partial.map(({ coverage }) => path.basename(coverage.path))).toEqual([
      'bad-purls.cdx.xml',
      'bom-issue3936-author.json',
      'bom-issue3936-authors.json',
      'bom-issue3936-both.json',
      'powershell-2.2.6.spdx.json',
    ]);
  });

  it('find the package URLs that stand in the files', () => {
    for (const file of files.filter((one) => /^(cyclonedx|spdx)[/\\].*\.json$/.test(one))) {
      const { format, records, coverage } = read(file);
      if (format === null || coverage.status !== 'read') continue;
      const text = readFileSync(path.join(root, file), 'utf8');
      const written = new Set(
        Array.from(
          text.matchAll(/"(?:purl|referenceLocator)"\s*:\s*"(pkg:[^"\\]+)"/g),
          (one) => one[1],
        ),
      );
      const given = new Set(
        records.flatMap((record) =>
          record.kind === 'component'
            ? record.fields.filter(({ field }) => field === 'purl').map(({ value }) => value)
            : [],
        ),
      );

      for (const purl of written) expect(given, `${file}: ${purl}`).toContain(purl);
    }
  });

  it('read every Zeek log and every table of hardware addresses', () => {
    const read1 = files
      .filter((file) => /^zeek|(?:^host-state.*(?:ls|systemctl|systeminfo))/.test(file))
      .map((file) => read(file));

    expect(read1.length).toBeGreaterThan(28);
    for (const { coverage } of read1)
      expect(coverage, coverage.path).toMatchObject({ status: 'read' });
    const tables = files.filter((file) =>
      /^network-tables.*(?:_arp|mac-address|lease|lanmac)/.test(file),
    );
    expect(tables.length).toBeGreaterThan(30);
    for (const file of tables.filter((one) => !/relay|cisco_ios__show_dhcp_lease/.test(one))) {
      expect(read(file).format, file).toBe('device-output');
    }
  });

  it('are sure of damage whatever byte a file is cut at', () => {
    for (const file of [
      'cyclonedx/bom-service.json',
      'spdx/software__example8__spdx2.3__examplemaven-0.0.1.spdx.json',
    ]) {
      const bytes = new Uint8Array(readFileSync(path.join(root, file)));
      const end = new TextDecoder().decode(bytes).trimEnd().length;
      for (let length = 1; length < end; length += 7) {
        const { coverage } = readFile(READERS, bytes.subarray(0, length));

        expect(coverage.status, `${file} cut at ${length}`).not.toBe('read');
      }
    }
  });
});

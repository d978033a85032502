import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkSchema, type Report } from '@interdict/core';
import { APP_LIMITS } from '../limits.ts';
import { COMPONENTS } from './docs.ts';
import { COUNTY, editionForTests, problemOf, start, type Running } from './server.fixture.ts';

type Part = string | Uint8Array<ArrayBuffer>;
type Body = Part | FormData;

let server: Running;

beforeAll(async () => {
  server = await start(editionForTests());
});

afterAll(() => server.stop());

const SBOM = JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  version: 1,
  components: [
    { type: 'application', name: 'Kaspersky Endpoint Security', publisher: 'AO Kaspersky Lab' },
  ],
});

function send(query: string, body: Body, headers: Record<string, string> = {}) {
  return fetch(`${server.url}/check${query}`, { method: 'POST', body, headers });
}

function formOf(files: Readonly<Record<string, Part>>, profile?: string): FormData {
  const form = new FormData();
  for (const [name, part] of Object.entries(files)) form.append('file', new Blob([part]), name);
  if (profile !== undefined) form.append('profile', profile);
  return form;
}

async function reportOf(answer: Response): Promise<Report> {
  expect(answer.status).toBe(200);
  const report = (await answer.json()) as Report;
  expect(checkSchema(COMPONENTS.Report, report)).toEqual([]);
  return report;
}

describe('POST /check', () => {
  it('answers one file with a report that names it by what it was called', async () => {
    const report = await reportOf(
      await send('?name=hosts/fin-ws-014/sbom.json&as_of=2024-10-01', SBOM),
    );

    expect(report.coverage).toMatchObject([{ path: 'hosts/fin-ws-014/sbom.json', status: 'read' }]);
    expect(report.coverage[0]?.sha256).toBe(createHash('sha256').update(SBOM).digest('hex'));
    expect(report.findings[0]?.subject.host).toBe('fin-ws-014');
    expect(report.summary.status).toBe('barred');
    expect(report.profile).toEqual(COUNTY);
    expect(report.asOf).toBe('2024-10-01');
  });

  it('answers several files of a form, with folders in their names, for its profile', async () => {
    const profile = 'schema: interdict.profile/1\nname: somebody else\ncountry: DE\n';
    const files = { 'hosts/a/sbom.json': SBOM, 'b.cdx.json.gz': new Uint8Array(gzipSync(SBOM)) };

    const report = await reportOf(await send('', formOf(files, profile)));

    expect(report.coverage.map(({ path }) => path)).toEqual(['hosts/a/sbom.json', 'b.cdx.json.gz']);
    expect(report.profile.name).toBe('somebody else');
  });

  it('opens archives', async () => {
    const zip = zipSync({ 'inner/sbom.json': new TextEncoder().encode(SBOM) });

    const report = await reportOf(await send('?name=all.zip', new Uint8Array(zip)));

    expect(report.coverage.some(({ path }) => path.includes('inner/sbom.json'))).toBe(true);
    expect(report.findings.length).toBeGreaterThan(0);
  });

  it('gives the same bytes for the same bytes, and their digest as ETag', async () => {
    const first = await send('?as_of=2024-10-01', SBOM);
    const second = await send('?as_of=2024-10-01', SBOM);

    const [one, other] = [await first.text(), await second.text()];
    expect(other).toBe(one);
    expect(first.headers.get('etag')).toBe(second.headers.get('etag'));
    expect(first.headers.get('etag')).toBe(`"${createHash('sha256').update(one).digest('hex')}"`);
  });

  it('puts the check on record before it answers', async () => {
    server.entries.length = 0;

    const answer = await send('?as_of=2024-10-01', SBOM);

    expect(server.entries).toHaveLength(1);
    expect(server.entries[0]).toMatchObject({
      kind: 'answer',
      body: { command: 'check', status: 'barred', request: answer.headers.get('x-request-id') },
    });
  });

  it.each([
    ['table', 'text/plain'],
    ['json', 'application/json'],
    ['ndjson', 'application/x-ndjson'],
    ['csv', 'text/csv'],
    ['sarif', 'application/sarif+json'],
    ['html', 'text/html'],
  ])('writes the report as %s', async (format, mediaType) => {
    const answer = await send(`?format=${format}`, SBOM);

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain(mediaType);
    expect(await answer.text()).toContain('Kaspersky');
  });

  it.each<readonly [string, Body]>([
    ['nothing', ''],
    ['half a document', SBOM.slice(0, 60)],
    ['NUL and control bytes', new Uint8Array(64)],
    ['bad UTF-8', new Uint8Array([...Buffer.from(SBOM.slice(0, -40)), 0xff, 0xfe])],
    ['deep JSON', `{"bomFormat":"CycloneDX","components":${'['.repeat(100_000)}`],
    [
      'entities',
      '<!DOCTYPE a [<!ENTITY b "c">]><bom xmlns="http://cyclonedx.org/schema/bom/1.5"/>',
    ],
  ])('never says clear of %s', async (_, body) => {
    const { summary, coverage } = await reportOf(await send('', body));

    expect(summary.status).toBe('incomplete');
    expect(coverage[0]?.problems.length).toBeGreaterThan(0);
  });

  it('stops a compressed body that grows beyond the limit, and says so', async () => {
    const bomb = gzipSync(Buffer.alloc(APP_LIMITS.httpExpandedBytesMax + 1, ' '));

    const { summary, coverage } = await reportOf(await send('', new Uint8Array(bomb)));

    expect(summary.status).toBe('incomplete');
    expect(coverage[0]).toMatchObject({ status: 'unreadable' });
  });

  it.each<readonly [string, string, Body, string]>([
    ['a name with a control character', '?name=a%00b', SBOM, 'control character'],
    ['an empty name', '?name=', SBOM, 'name'],
    ['a format there is not', '?format=xml', SBOM, 'write one of'],
    ['a form without files', '', formOf({}, 'name: x'), 'has no file'],
    ['a form with a name in the query', '?name=a', formOf({ a: SBOM }), 'leave `name` out'],
    ['a profile that is none', '', formOf({ a: SBOM }, 'name: x'), 'profile:1'],
    ['a deep profile', '', formOf({ a: SBOM }, '['.repeat(50_000)), 'profile:1'],
    ['an unknown parameter', '?nam=a', SBOM, 'did you mean `name`?'],
  ])('refuses %s', async (_, query, body, message) => {
    const answer = await send(query, body);

    expect(answer.status).toBe(400);
    expect((await problemOf(answer))['detail']).toContain(message);
  });

  it('refuses two files of one name, and a field that is none of a form', async () => {
    const twins = formOf({ a: SBOM });
    twins.append('file', new Blob([SBOM]), 'a');
    const stranger = formOf({ a: SBOM });
    stranger.append('comment', 'x');

    const answers = [await send('', twins), await send('', stranger)];

    const details = await Promise.all(answers.map(async (one) => (await problemOf(one))['detail']));
    expect(details[0]).toContain('two files are called `a`');
    expect(details[1]).toContain('no field `comment`');
  });

  it('refuses a profile given twice, and one that is too large', async () => {
    const profile = JSON.stringify(COUNTY);
    const twice = await send(
      `?profile=${encodeURIComponent(profile)}`,
      formOf({ a: SBOM }, profile),
    );
    const large = await send(
      '',
      formOf({ a: SBOM }, 'x'.repeat(APP_LIMITS.httpProfileBytesMax + 1)),
    );

    expect((await problemOf(twice))['detail']).toContain('send it once');
    expect(large.status).toBe(413);
  });

  it('refuses more files than a form may have', async () => {
    const names = Array.from({ length: APP_LIMITS.httpFilesMax + 1 }, (_, index) => `f${index}`);

    const answer = await send('', formOf(Object.fromEntries(names.map((name) => [name, 'x']))));

    expect(answer.status).toBe(413);
    expect((await problemOf(answer))['detail']).toContain('archive');
  });

  it.each([
    ['without its boundary', 'multipart/form-data', 'boundary'],
    ['cut off', 'multipart/form-data; boundary=x', 'damaged'],
    ['with another boundary', 'multipart/form-data; boundary=y', 'damaged'],
  ])('refuses a form %s', async (_, type, message) => {
    const body = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf';

    const answer = await send('', body, { 'content-type': type });

    expect(answer.status).toBe(400);
    expect((await problemOf(answer))['detail']).toContain(message);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Edition } from '../edition/index.ts';
import { APP_LIMITS } from '../limits.ts';
import { COUNTY, editionForTests, problemOf, start, type Running } from './server.fixture.ts';

type Body = string | Uint8Array<ArrayBuffer>;

let server: Running;
let edition: Edition;

beforeAll(async () => {
  edition = editionForTests();
  server = await start(edition, { profile: undefined });
});

afterAll(() => server.stop());

interface Listed {
  readonly id: string;
  readonly jurisdiction: string;
  readonly binds?: string;
}

async function rulesOf(path: string, init?: RequestInit): Promise<readonly Listed[]> {
  const answer = await fetch(`${server.url}${path}`, init);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { readonly rules: readonly Listed[] }).rules;
}

const PROFILE = JSON.stringify(COUNTY);

describe('/rules', () => {
  it('lists them all', async () => {
    expect(await rulesOf('/rules')).toHaveLength(edition.compiled.rules.length);
  });

  it.each([
    ['jurisdiction=us-tx', (one: Listed) => one.jurisdiction === 'us-tx'],
    ['jurisdiction=us-tx,de', (one: Listed) => ['us-tx', 'de'].includes(one.jurisdiction)],
    ['status=in-force&as_of=2024-11-19', () => true],
    ['bound=federal-contractor', () => true],
    ['party=Hangzhou%20Hikvision', () => true],
  ])('keeps to the filter %s', async (query, isWanted) => {
    const rules = await rulesOf(`/rules?${query}`);

    expect(rules.length).toBeGreaterThan(0);
    expect(rules.length).toBeLessThan(edition.compiled.rules.length);
    expect(rules.every(isWanted)).toBe(true);
  });

  it('says whether they bind whoever is in the query or the body, to the same bytes', async () => {
    const inQuery = await rulesOf(`/rules?profile=${encodeURIComponent(PROFILE)}`);
    const inBody = await rulesOf('/rules', { method: 'POST', body: PROFILE });

    expect(inQuery.map(({ binds }) => binds)).not.toContain(undefined);
    expect(inBody).toEqual(inQuery);
  });

  it.each([
    ['?jurisdiction=us-tz', 'the nearest is'],
    ['?status=in-forc', 'the nearest is `in-force`'],
    ['?bound=federal-contracter', 'the nearest is `federal-contractor`'],
    ['?party=Kasperski%20Lab', 'the nearest name is'],
    ['?jurisdictions=us', 'did you mean `jurisdiction`?'],
    ['?as_of=2024', 'write it like'],
  ])('refuses %s, and says what is near', async (query, message) => {
    const answer = await fetch(`${server.url}/rules${query}`);

    expect(answer.status).toBe(400);
    expect((await problemOf(answer))['detail']).toContain(message);
  });

  it.each<readonly [string, Body, number]>([
    ['no profile', '{"name":"x"}', 400],
    ['not YAML', 'a: [', 400],
    ['about folders', 'schema: interdict.profile/1\nname: a\noverlays: [/etc]', 400],
    ['deep', '['.repeat(60_000), 400],
    ['an alias', 'a: &a 1\nb: *a', 400],
    ['a prototype key', '__proto__: {polluted: true}', 400],
    ['not UTF-8', new Uint8Array([0x61, 0xff]), 400],
    ['too large', 'x'.repeat(APP_LIMITS.httpProfileBytesMax + 1), 413],
  ])('refuses a body that is %s', async (_, body, status) => {
    const answer = await fetch(`${server.url}/rules`, { method: 'POST', body });

    expect(answer.status).toBe(status);
    await problemOf(answer);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('/rules/{id}', () => {
  it('shows a rule as it stands at a time', async () => {
    const at = async (time: string): Promise<Record<string, unknown>> => {
      const path = `/rules/us-icts-kaspersky-2024?as_of=${time}`;
      return (await (await fetch(`${server.url}${path}`)).json()) as Record<string, unknown>;
    };

    const [before, after] = [await at('2024-06-01'), await at('2024-10-01')];

    expect(after).toMatchObject({ schema: 'interdict.rule-page/1', asOf: '2024-10-01' });
    expect(before['standing']).not.toEqual(after['standing']);
    expect(before['rule']).toEqual(after['rule']);
  });

  it.each(['us-icts-kaspersky-2042', '..%2F..%2Fetc%2Fpasswd', '__proto__', '%00'])(
    'says that there is no rule %s',
    async (id) => {
      const answer = await fetch(`${server.url}/rules/${id}`);

      expect(answer.status).toBe(404);
      expect(await problemOf(answer)).toMatchObject({ code: 'rule-unknown' });
    },
  );

  it('refuses an id that is too long or badly encoded', async () => {
    for (const id of ['x'.repeat(150), '%ff', '%']) {
      const answer = await fetch(`${server.url}/rules/${id}`);
      expect([400, 404]).toContain(answer.status);
      await problemOf(answer);
    }
  });
});

describe('/rules/timeline', () => {
  const DAYS = 'from=2024-06-01&to=2024-12-31';

  it('says what changes between two days, in both formats', async () => {
    const json = await fetch(`${server.url}/rules/timeline?${DAYS}`);
    const calendar = await fetch(`${server.url}/rules/timeline?${DAYS}&format=ics`);
    const accepted = await fetch(`${server.url}/rules/timeline?${DAYS}`, {
      headers: { accept: 'text/calendar' },
    });

    const { events } = (await json.json()) as { readonly events: readonly unknown[] };
    expect(events.length).toBeGreaterThan(0);
    const text = await calendar.text();
    expect(calendar.headers.get('content-type')).toContain('text/calendar');
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(text.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThanOrEqual(events.length);
    expect(await accepted.text()).toBe(text);
  });

  it('keeps to what binds a profile, unless all is asked for', async () => {
    const count = async (query: string): Promise<number> => {
      const path = `/rules/timeline?${DAYS}${query}`;
      const answer = await fetch(`${server.url}${path}`, { method: 'POST', body: PROFILE });
      return ((await answer.json()) as { readonly events: readonly unknown[] }).events.length;
    };

    expect(await count('')).toBeLessThan(await count('&all=true'));
  });

  it.each([
    ['?from=2024-02-01&to=2024-01-01', 'lies before'],
    ['?all=yes', 'write one of true, false'],
    ['?format=csv', 'write one of json, ics'],
  ])('refuses %s', async (query, message) => {
    const answer = await fetch(`${server.url}/rules/timeline${query}`);

    expect(answer.status).toBe(400);
    expect((await problemOf(answer))['detail']).toContain(message);
  });
});

describe('/vocabulary', () => {
  it('has every word with its meaning', async () => {
    const answer = await fetch(`${server.url}/vocabulary`);

    expect(await answer.json()).toMatchObject({
      schema: 'interdict.vocabulary/1',
      verdicts: { barred: { severity: 10 } },
      activities: { renew: { meaning: expect.any(String) as unknown } },
    });
    expect((await fetch(`${server.url}/vocabulary?x=1`)).status).toBe(400);
  });
});

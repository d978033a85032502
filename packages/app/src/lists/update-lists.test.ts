import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openHttp, type Http } from './fetch/index.ts';
import {
  cut,
  openPublisher,
  send,
  status,
  type Answer,
  type Publisher,
} from './fetch/publisher.fixture.ts';
import type { ImportOutcome } from './import-list.ts';
import type { FetchFile, ListSource } from './list-source.ts';
import { SOURCES } from './lists.fixture.ts';
import { ListStore } from './store/index.ts';
import { updateLists } from './update-lists.ts';

const NOW = '2026-11-24T12:00:00Z';

/** A made list in the format of Canada. */
const RECORD = '<record><Country>XY</Country><Entity>Nowhere Works</Entity><Item>1</Item></record>';
const LIST = `<data-set>${RECORD}</data-set>`;

let folder = '';
let store: ListStore;
let http: Http;
let publishers: Publisher[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'interdict-'));
  store = new ListStore(folder);
  http = await openHttp({ noProxy: '*' });
});

afterEach(async () => {
  for (const publisher of publishers) await publisher.close();
  publishers = [];
  await http.close();
  rmSync(folder, { recursive: true, force: true });
});

async function publish(...script: readonly Answer[]): Promise<Publisher> {
  const publisher = await openPublisher(script);
  publishers.push(publisher);
  return publisher;
}

/** The real sources, with one of them fetched from here. */
function sourcesWith(list: string, files: readonly FetchFile[]): readonly ListSource[] {
  const locate = async (): Promise<readonly FetchFile[]> => files;
  return SOURCES.map((source) =>
    source.list === list ? { ...source, fetch: { bytesMax: 100_000, locate } } : source,
  );
}

async function update(files: readonly FetchFile[]): Promise<ImportOutcome | undefined> {
  const [outcome] = await updateLists(store, sourcesWith('ca-sema', files), ['ca-sema'], {
    http,
    wait: async () => undefined,
    now: NOW,
    accept: new Set(),
    userAgent: 'test',
  });
  return outcome;
}

describe('updateLists', () => {
  it('fetches a list and puts it in use', async () => {
    const publisher = await publish(send(LIST, { etag: '"1"' }));

    const outcome = await update([{ url: publisher.url }]);

    expect(outcome).toMatchObject({ kind: 'stored', version: { origin: publisher.url } });
    expect(store.state('ca-sema').confirmed).toBe(NOW);
    expect(publisher.requests[0]?.headers['user-agent']).toBe('test');
  });

  it('takes the answer that nothing changed for a confirmation', async () => {
    const publisher = await publish(send(LIST, { etag: '"1"' }), status(304));
    await update([{ url: publisher.url }]);

    const outcome = await update([{ url: publisher.url }]);

    expect(outcome?.kind).toBe('unchanged');
    expect(publisher.requests[1]?.headers['if-none-match']).toBe('"1"');
  });

  it('keeps the old list and says why when a publisher is out of order', async () => {
    const publisher = await publish(send(LIST), status(500));
    await update([{ url: publisher.url }]);

    const outcome = await update([{ url: publisher.url }]);

    expect(outcome).toMatchObject({ kind: 'refused', kept: { entries: 1 } });
    expect(outcome?.problems[0]?.code).toBe('list-fetch');
    expect(store.state('ca-sema').failure?.message).toContain('answers 500');
  });

  it('keeps the old list when the new one comes cut', async () => {
    const publisher = await publish(send(LIST), cut(LIST, 60), send(LIST.slice(0, 60)));
    await update([{ url: publisher.url }]);

    const outcome = await update([{ url: publisher.url }]);

    expect(outcome).toMatchObject({ kind: 'refused', kept: { entries: 1 } });
    expect(outcome?.problems[0]?.code).toBe('list-truncated');
  });

  it('does not take an older version that comes for a confirmation', async () => {
    const of = (date: string): string =>
      `<CONSOLIDATED_LIST dateGenerated="${date}"><ENTITIES><ENTITY><FIRST_NAME>A</FIRST_NAME>` +
      '<REFERENCE_NUMBER>XYe.1</REFERENCE_NUMBER></ENTITY></ENTITIES></CONSOLIDATED_LIST>';
    const publisher = await publish(send(of('2026-02-01')), send(of('2026-01-01')));
    const settings = {
      http,
      wait: async () => undefined,
      accept: new Set<never>(),
      userAgent: 'x',
    };
    const from = [publisher.url];
    await updateLists(store, SOURCES, ['un-sc'], { ...settings, from, now: NOW });

    const later = { ...settings, from, now: '2026-11-25T12:00:00Z' };
    const [outcome] = await updateLists(store, SOURCES, ['un-sc'], later);

    expect(outcome).toMatchObject({ kind: 'stored', isCurrent: false });
    expect(store.state('un-sc')).toMatchObject({
      confirmed: NOW,
      failure: { code: 'list-older' },
    });
  });

  it('does not take a page for a list', async () => {
    const publisher = await publish(send('<html><body>Log in to go on</body></html>'));

    const outcome = await update([{ url: publisher.url }]);

    expect(outcome?.kind).toBe('refused');
    expect(outcome?.problems[0]).toMatchObject({ code: 'list-format' });
  });

  it('compares the bytes with the checksum the publisher names', async () => {
    const publisher = await publish(send(LIST));
    const wrong = 'a'.repeat(40);

    const outcome = await update([{ url: publisher.url, checksum: wrong }]);

    expect(outcome?.problems[0]).toMatchObject({ code: 'list-checksum' });
  });

  it('refuses more than one list may be large', async () => {
    const publisher = await publish(send(`<data-set>${RECORD.repeat(2000)}</data-set>`));

    const outcome = await update([{ url: publisher.url }]);

    expect(outcome?.problems[0]?.message).toContain('larger than 100000 bytes');
  });

  it('leaves nothing of a failed download behind', async () => {
    const publisher = await publish(cut(LIST, 20));

    await update([{ url: publisher.url }]);

    expect(readdirSync(join(folder, 'ca-sema'))).toEqual(['state.json']);
  });

  it('refuses an id there is no way to fetch, before anything is fetched', async () => {
    const asking = updateLists(store, SOURCES, ['uk-ofsi'], {
      http,
      wait: async () => undefined,
      now: NOW,
      accept: new Set(),
      userAgent: 'test',
    });

    await expect(asking).rejects.toThrow('`uk-ofsi` cannot be fetched');
  });
});

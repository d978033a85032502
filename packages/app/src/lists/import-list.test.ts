import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importList, type Acceptance, type ImportOutcome } from './import-list.ts';
import { openListFiles, recognizeFiles } from './recognize-files.ts';
import { SOURCES } from './lists.fixture.ts';
import { LIST_SOURCES } from './sources.ts';
import { ListStore } from './store/index.ts';

let folder = '';
let store: ListStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'interdict-'));
  store = new ListStore(join(folder, 'lists'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A made list in the format of the Security Council. */
function unList(date: string, names: readonly string[]): string {
  const individuals = names.map(
    (name) =>
      `<INDIVIDUAL><DATAID>${name}</DATAID><FIRST_NAME>${name}</FIRST_NAME>` +
      `<REFERENCE_NUMBER>XYi.${name}</REFERENCE_NUMBER></INDIVIDUAL>`,
  );
  return (
    `<CONSOLIDATED_LIST dateGenerated="${date}"><INDIVIDUALS>${individuals.join('\n')}` +
    '</INDIVIDUALS></CONSOLIDATED_LIST>'
  );
}

function namesTo(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `Nobody ${index}`);
}

interface Settings {
  readonly accept?: readonly Acceptance[];
  readonly list?: string;
}

function importBytes(
  files: Readonly<Record<string, string | Uint8Array>>,
  settings: Settings = {},
): ImportOutcome {
  const paths = Object.entries(files).map(([name, bytes]) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
  const opened = openListFiles(paths);
  try {
    const [found] = recognizeFiles(SOURCES, settings.list ?? 'un-sc', opened);
    if (found === undefined) throw new Error('not recognized');
    const accept = new Set(settings.accept ?? []);
    return importList(store, found, { now: '2026-11-24T12:00:00Z', accept, origin: 'import' });
  } finally {
    for (const file of opened) file.close();
  }
}

function captions(list = 'un-sc'): readonly string[] {
  const current = store.current(list);
  if (current === undefined) return [];
  return [...store.entries(list, current.digest)].map(({ caption }) => caption);
}

function codesOf(outcome: ImportOutcome): readonly string[] {
  return outcome.problems.map(({ code }) => code);
}

describe('importList', () => {
  it('puts a list in use', () => {
    const outcome = importBytes({ 'a.xml': unList('2026-01-01', ['A', 'B']) });

    expect(outcome).toMatchObject({ kind: 'stored', isCurrent: true });
    expect(captions()).toEqual(['A', 'B']);
    expect(store.current('un-sc')).toMatchObject({
      published: '2026-01-01',
      entries: 2,
      names: 2,
      format: 'un-xml',
    });
  });

  it('knows the same bytes again, packed or not', () => {
    const text = unList('2026-01-01', ['A', 'B']);
    importBytes({ 'a.xml': text });

    expect(importBytes({ 'b.gz': gzipSync(text) }).kind).toBe('unchanged');
    const zip = zipSync({ 'list.xml': new TextEncoder().encode(text) });
    expect(importBytes({ 'c.zip': zip }).kind).toBe('unchanged');
    expect(store.versions('un-sc')).toHaveLength(1);
  });

  it('does not quietly pass over undated bytes that were in use before the present ones', () => {
    const first = { 'a.csv': 'id,name\n1,A\n2,B\n' };
    importBytes(first, { list: 'own.mine' });
    importBytes({ 'b.csv': 'id,name\n1,A\n3,C\n' }, { list: 'own.mine' });

    const again = importBytes(first, { list: 'own.mine' });

    expect(again.kind).toBe('refused');
    expect(codesOf(again)).toContain('list-older');
    expect(captions('own.mine')).toEqual(['A', 'C']);
  });

  it('keeps the old list when the new one is cut, wherever it is cut', () => {
    const text = unList('2026-02-01', namesTo(3));
    importBytes({ 'a.xml': unList('2026-01-01', ['A', 'B']) });

    for (let at = 60; at < text.length; at += 11) {
      const outcome = importBytes({ 'b.xml': text.slice(0, at) });

      expect(outcome).toMatchObject({ kind: 'refused', kept: { published: '2026-01-01' } });
      expect(codesOf(outcome)).toContain('list-truncated');
    }
    expect(captions()).toEqual(['A', 'B']);
    expect(readdirSync(join(folder, 'lists/un-sc/versions'))).toHaveLength(1);
  });

  it('keeps the old list when a packed one is cut or altered', () => {
    importBytes({ 'a.xml': unList('2026-01-01', ['A', 'B']) });
    const packed = gzipSync(unList('2026-02-01', namesTo(500)));
    const altered = Uint8Array.from(packed);
    altered[altered.length - 6] = (altered[altered.length - 6] ?? 0) ^ 0xff;
    const zip = zipSync({
      'list.xml': new TextEncoder().encode(unList('2026-02-01', namesTo(500))),
    });

    for (const bytes of [packed.subarray(0, -20), altered, zip.subarray(0, 400)]) {
      const outcome = importBytes({ 'b.xml.gz': bytes });

      expect(outcome.kind).toBe('refused');
      expect(codesOf(outcome)).toContain('list-unreadable');
    }
    expect(captions()).toEqual(['A', 'B']);
  });

  it('says where markup goes wrong', () => {
    const text = unList('2026-01-01', ['A']).replace('</FIRST_NAME>', '</LAST_NAME>');

    const outcome = importBytes({ 'a.xml': text });

    expect(outcome.kind).toBe('refused');
    expect(outcome.problems[0]).toMatchObject({ code: 'list-syntax', pointer: 'line:1:115' });
  });

  it('expands no entity and reads no document type', () => {
    const bomb = `<!DOCTYPE a [<!ENTITY b "x">]>${unList('2026-01-01', ['&b;'])}`;

    expect(codesOf(importBytes({ 'a.xml': bomb }))).toContain('list-markup');
    expect(codesOf(importBytes({ 'b.xml': unList('2026-01-01', ['&b;']) }))).toContain(
      'list-syntax',
    );
  });

  it('refuses a list that lost more than a tenth, and takes it when told to', () => {
    importBytes({ 'a.xml': unList('2026-01-01', namesTo(100)) });

    const short = { 'b.xml': unList('2026-01-02', namesTo(89)) };
    const outcome = importBytes(short);

    expect(outcome).toMatchObject({ kind: 'refused', kept: { entries: 100 } });
    expect(codesOf(outcome)).toContain('list-shrank');
    expect(captions()).toHaveLength(100);
    expect(importBytes(short, { accept: ['shrunk'] }).kind).toBe('stored');
    expect(captions()).toHaveLength(89);
  });

  it('measures a first version by what the list has had for years', () => {
    const path = join(folder, 'a.xml');
    writeFileSync(path, unList('2026-01-01', namesTo(499)));
    const opened = openListFiles([path]);
    const [files] = recognizeFiles(LIST_SOURCES, 'un-sc', opened);
    if (files === undefined) throw new Error('not recognized');
    const options = { now: '2026-11-24T12:00:00Z', accept: new Set<never>(), origin: 'import' };

    const outcome = importList(store, files, options);
    for (const file of opened) file.close();

    expect(outcome).toMatchObject({ kind: 'refused', kept: undefined });
    expect(codesOf(outcome)).toEqual(['list-shrank']);
  });

  it('takes a list that lost a tenth and no more', () => {
    importBytes({ 'a.xml': unList('2026-01-01', namesTo(100)) });

    expect(importBytes({ 'b.xml': unList('2026-01-02', namesTo(90)) }).kind).toBe('stored');
  });

  it('refuses a list that names nobody', () => {
    const outcome = importBytes({ 'a.xml': unList('2026-01-01', []) });

    expect(outcome.kind).toBe('refused');
    expect(codesOf(outcome)).toEqual(['list-empty']);
  });

  it('refuses an entry without a name rather than leave it out', () => {
    const outcome = importBytes({ 'a.xml': unList('2026-01-01', ['A', '']) });

    expect(codesOf(outcome)).toContain('list-no-name');
    expect(store.current('un-sc')).toBeUndefined();
  });

  it('does not accept damage behind a hundred missing parts', () => {
    const rows = Array.from({ length: 300 }, (_, index) => `${index + 10},1,"aka","X",-0- \r\n`);
    const files = {
      'sdn.csv': '1,"A",-0- ,"XYZ",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n1,"B"\r\n',
      'add.csv': '1,1,"Main",-0- ,"Iran",-0- \r\n',
      'alt.csv': rows.join(''),
    };

    const outcome = importBytes(files, { list: 'us-ofac-sdn', accept: ['partial'] });

    expect(outcome.kind).toBe('refused');
  });

  it('keeps an older version for its time and not in use', () => {
    importBytes({ 'b.xml': unList('2026-02-01', ['A', 'B']) });

    const outcome = importBytes({ 'a.xml': unList('2026-01-01', ['A', 'C']) });

    expect(outcome).toMatchObject({ kind: 'stored', isCurrent: false });
    expect(captions()).toEqual(['A', 'B']);
    expect(store.versionAt('un-sc', '2026-01-15')?.version.published).toBe('2026-01-01');
    expect(store.versionAt('un-sc', '2025-12-31')).toBeUndefined();
    const times = [...store.history('un-sc')].map(({ caption, statements }) => {
      return [caption, statements[0]?.seenFrom, statements[0]?.seenTo];
    });
    expect(times).toEqual([
      ['A', undefined, undefined],
      ['C', undefined, '2026-02-01'],
      ['B', '2026-02-01', undefined],
    ]);
  });

  it('lays the history anew after a process died between version and history', () => {
    importBytes({ 'a.xml': unList('2026-01-01', ['A']) });
    importBytes({ 'b.xml': unList('2026-02-01', ['A', 'B']) });
    rmSync(join(folder, 'lists/un-sc/history.ndjson.gz'));
    rmSync(join(folder, 'lists/un-sc/current.json'));

    importBytes({ 'c.xml': unList('2026-03-01', ['A', 'B', 'C']) });

    const times = [...store.history('un-sc')].map(({ statements }) => statements[0]?.seenFrom);
    expect(times).toEqual([undefined, '2026-02-01', '2026-03-01']);
    expect(captions()).toEqual(['A', 'B', 'C']);
  });

  it('leaves a list alone that another process is changing, and takes over from a dead one', () => {
    importBytes({ 'a.xml': unList('2026-01-01', ['A']) });
    const lock = join(folder, 'lists/un-sc/lock');
    const change = (): ImportOutcome => importBytes({ 'b.xml': unList('2026-02-01', ['A', 'B']) });

    writeFileSync(lock, '1');
    expect(change).toThrow('is held by process 1');
    writeFileSync(lock, '4194999');
    expect(change().kind).toBe('stored');
  });

  it('takes no id that leads out of the folder', () => {
    const csv = { 'a.csv': 'Name\nNowhere Works\n' };

    expect(() => importBytes(csv, { list: 'own.../../x' })).toThrow('there is no list');
    expect(() => importBytes(csv, { list: 'own.a/b' })).toThrow('there is no list');
    expect(importBytes(csv, { list: 'own.a-b' }).kind).toBe('stored');
  });

  it('clears away what a process left that died on the way', () => {
    const versions = join(folder, 'lists/un-sc/versions');
    mkdirSync(join(versions, '.new-4194999-abc/raw'), { recursive: true });

    importBytes({ 'a.xml': unList('2026-01-01', ['A']) });

    expect(readdirSync(versions)).toEqual([store.current('un-sc')?.digest]);
  });

  it('says what the disk refuses', () => {
    mkdirSync(join(folder, 'lists'));
    writeFileSync(join(folder, 'lists/un-sc'), 'a file where the folder should be');

    expect(() => importBytes({ 'a.xml': unList('2026-01-01', ['A']) })).toThrow(
      'the lists could not be written',
    );
  });
});

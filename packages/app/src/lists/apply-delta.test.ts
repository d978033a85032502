import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListEntry } from '@interdict/core';
import { importList, type ImportOutcome } from './import-list.ts';
import { SOURCES, valuesOf } from './lists.fixture.ts';
import { openListFiles, recognizeFiles } from './recognize-files.ts';
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

function importText(list: string, text: string, published?: string): ImportOutcome {
  const path = join(folder, 'file');
  writeFileSync(path, text);
  const files = openListFiles([path]);
  try {
    const [found] = recognizeFiles(SOURCES, list, files);
    if (found === undefined) throw new Error('not recognized');
    return importList(store, found, {
      now: '2026-11-24T12:00:00Z',
      accept: new Set(),
      origin: 'import',
      ...(published === undefined ? {} : { published }),
    });
  } finally {
    for (const file of files) file.close();
  }
}

function entriesOf(list: string): readonly ListEntry[] {
  const current = store.current(list);
  return current === undefined ? [] : [...store.entries(list, current.digest)];
}

/** Made entities in the ENHANCED format. */
function name(text: string, attributes = ''): string {
  return (
    `<name${attributes}><isPrimary>true</isPrimary><isLowQuality>false</isLowQuality>` +
    `<translations><translation><script>Latin</script><formattedLastName>${text}` +
    '</formattedLastName></translation></translations></name>'
  );
}

function entity(id: number, inside: string, attributes = ''): string {
  return (
    `<entity id="${id}"${attributes}><generalInfo><entityType>Entity</entityType></generalInfo>` +
    `<names>${inside}</names></entity>`
  );
}

const SDN =
  '<sanctionsData xmlns="https://x/exports/ENHANCED_XML"><publicationInfo>' +
  '<dataAsOf>2026-01-01T00:00:00</dataAsOf></publicationInfo><entities>' +
  `${entity(1, name('ALPHA WORKS'))}${entity(2, name('BETA WORKS'))}</entities></sanctionsData>`;

function deltaOf(date: string, entities: string): string {
  return (
    '<sanctionsData xmlns="https://www.treasury.gov/ofac/DeltaFile/1.0"><publicationInfo>' +
    `<datePublished>${date}</datePublished></publicationInfo><entities>${entities}` +
    '</entities></sanctionsData>'
  );
}

describe('a delta of OFAC', () => {
  const LIST = 'us-ofac-sdn';

  it('adds, removes and changes entries of the version in use', () => {
    importText(LIST, SDN);
    const changes =
      entity(3, name('GAMMA WORKS'), ' action="add"') +
      entity(2, '', ' action="remove"') +
      entity(1, name('ALPHA TRADING', ' action="add"'), ' action="modify"');

    const outcome = importText(LIST, deltaOf('2026-02-01', changes));

    expect(outcome).toMatchObject({ kind: 'stored', version: { entries: 2, names: 3 } });
    expect(entriesOf(LIST).map((entry) => valuesOf(entry, 'name'))).toEqual([
      ['ALPHA WORKS', 'ALPHA TRADING'],
      ['GAMMA WORKS'],
    ]);
  });

  it('takes away only what is said to be removed', () => {
    importText(LIST, SDN);
    const names = name('ALPHA WORKS', ' action="remove"') + name('ALPHA NEW', ' action="add"');

    importText(LIST, deltaOf('2026-02-01', entity(1, names, ' action="modify"')));

    expect(valuesOf(entriesOf(LIST)[0], 'name')).toEqual(['ALPHA NEW']);
  });

  it.each([
    ['is laid upon nothing', false, '2026-02-01', 1],
    ['is older than the version', true, '2025-12-31', 1],
    ['changes an entry nobody knows', true, '2026-02-01', 9],
  ])('is refused when it %s', (_name, hasBase, date, id) => {
    if (hasBase) importText(LIST, SDN);
    const before = entriesOf(LIST);

    const outcome = importText(LIST, deltaOf(date, entity(id, name('X'), ' action="modify"')));

    expect(outcome.kind).toBe('refused');
    expect(outcome.problems.map(({ code }) => code)).toContain('list-delta-base');
    expect(entriesOf(LIST)).toEqual(before);
  });
});

describe('a delta of OpenSanctions', () => {
  const LIST = 'opensanctions.made';
  const target = (id: string, names: readonly string[]): object => {
    return { id, schema: 'Company', caption: names[0], properties: { name: names }, target: true };
  };
  const sanction = { entity: ['A'], programId: ['XYZ'], startDate: ['2020-01-02'] };
  const BASE = [
    target('A', ['Alpha']),
    target('B', ['Beta']),
    { id: 's1', schema: 'Sanction', caption: 's', properties: sanction, target: false },
  ];
  const lines = (values: readonly object[]): string =>
    values.map((value) => `${JSON.stringify(value)}\n`).join('');

  it('states entities anew and keeps what their sanctions say', () => {
    importText(LIST, lines(BASE), '2026-01-01');
    const operations = [
      { op: 'MOD', entity: target('A', ['Alpha', 'Alfa']) },
      { op: 'DEL', entity: { id: 'B' } },
      { op: 'ADD', entity: target('C', ['Gamma']) },
    ];

    const outcome = importText(LIST, lines(operations), '2026-01-02');

    const [alpha, gamma] = entriesOf(LIST);
    expect(outcome).toMatchObject({ kind: 'stored', version: { entries: 2 } });
    expect(valuesOf(alpha, 'name')).toEqual(['Alpha', 'Alfa']);
    expect(valuesOf(alpha, 'startDate')).toEqual(['2020-01-02']);
    expect(alpha?.programs).toEqual(['XYZ']);
    expect(gamma?.caption).toBe('Gamma');
  });

  it('is refused where a line is no operation', () => {
    importText(LIST, lines(BASE), '2026-01-01');
    const operations = `${lines([{ op: 'DEL', entity: { id: 'B' } }])}{"op":"ADD","entity":{"id":`;

    expect(importText(LIST, operations, '2026-01-02').kind).toBe('refused');
    expect(entriesOf(LIST)).toHaveLength(2);
  });
});

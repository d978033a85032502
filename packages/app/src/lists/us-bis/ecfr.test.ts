import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { describeWithShared } from '../../../../../test/shared-data.ts';
import { readTexts, valuesOf } from '../lists.fixture.ts';
import { ECFR_XML } from './ecfr.fixture.ts';
import { ecfrSupplement } from './ecfr-xml.ts';
import { parseEntityText } from './entity-cell.ts';

const ENTITY_LIST = ecfrSupplement({ number: '4', program: 'EL', format: 'test' });
const UVL = ecfrSupplement({ number: '6', program: 'UVL', format: 'test' });

describe('supplements to part 744', () => {
  const { entries, summary } = readTexts(ENTITY_LIST, { list: ECFR_XML }, 'us-bis-entity-list');
  const [works, trading, address] = entries;

  it('reads the rows of its own supplement, and no reserved ones', () => {
    expect(summary.problems).toEqual([]);
    expect(entries.map(({ id }) => id)).toEqual([
      'us-bis-entity-list:IRAN/Nowhere Works Co., Ltd.',
      'us-bis-entity-list:IRAN/Nobody Trading',
      "us-bis-entity-list:CHINA, PEOPLE'S REPUBLIC OF/Address 01",
    ]);
  });

  it('tells the name from the addresses behind it', () => {
    expect(valuesOf(works, 'name')).toEqual(['Nowhere Works Co., Ltd.']);
    expect(valuesOf(works, 'address')).toEqual([
      '1 Main Street, Nowhere, Iran',
      '2 Main Street, Nowhere, Iran',
    ]);
    expect(valuesOf(works, 'notes')).toEqual(['See alternate addresses under China']);
  });

  it('takes the first date of the citations for that of the listing', () => {
    expect(works?.from).toBe('2011-11-21');
    expect(trading?.from).toBe('1999-03-04');
  });

  it('reads aliases with a dash before each, and footnotes that widen the requirement', () => {
    expect(valuesOf(trading, 'alias')).toEqual(['Nobody Import', 'NT Co., Ltd.']);
    expect(valuesOf(trading, 'address')).toEqual(['P.O. Box 1, Nowhere, Iran']);
    expect(valuesOf(trading, 'provisions')).toContain('footnote 4');
  });

  it('carries the country on where its cell is blank', () => {
    expect(valuesOf(trading, 'country')).toEqual(['ir']);
    expect(valuesOf(address, 'country')).toEqual(['cn']);
  });

  it('knows an address that is listed without anybody at it', () => {
    expect(address).toMatchObject({ schema: 'Address', caption: 'Unit 9, 1 Main Street, Nowhere' });
  });

  it('reads a table with other columns', () => {
    const uvl = readTexts(UVL, { list: ECFR_XML }, 'us-bis-uvl');

    expect(uvl.summary.problems).toEqual([]);
    expect(valuesOf(uvl.entries[0], 'name')).toEqual(['Unseen Optics']);
    expect(valuesOf(uvl.entries[0], 'alias')).toEqual(['Optics Unseen']);
  });

  it('refuses a file without the supplement, and a row without its cells', () => {
    const other = ecfrSupplement({ number: '7', program: 'MEU', format: 'test' });
    const short = ECFR_XML.replace('<TD align="left">Case by case</TD>', '');

    const missing = readTexts(other, { list: ECFR_XML }, 'us-bis-meu').summary;
    const broken = readTexts(ENTITY_LIST, { list: short }, 'us-bis-entity-list').summary;

    expect(missing.problems[0]).toMatchObject({ code: 'list-syntax' });
    expect(broken.problems[0]).toMatchObject({ code: 'list-row', pointer: 'line:11' });
  });
});

describe('parseEntityText', () => {
  it('takes aliases in parentheses out of the name', () => {
    const cell = parseEntityText(
      'Nowhere, OAO (a.k.a. NW (Old) OAO; and NWO), Address: 1 Main St.',
    );

    expect(cell).toMatchObject({ name: 'Nowhere, OAO', aliases: ['NW (Old) OAO', 'NWO'] });
  });

  it('finds institutions behind the addresses, and dashes inside names', () => {
    const cell = parseEntityText(
      'Academy of Nothing, a.k.a., the following two aliases:\n—Institut Nil—Nord; and\n' +
        '—AON.\n9 Main Street, Nowhere; and the following two subordinate institutions:\n' +
        '—Naught Factory, a.k.a., Zero Works; and\n—Void Plant.',
    );

    expect(cell.aliases).toEqual([
      'Institut Nil—Nord',
      'AON',
      'Naught Factory',
      'Zero Works',
      'Void Plant',
    ]);
    expect(cell.addresses).toEqual(['9 Main Street, Nowhere']);
    expect(cell.notes).toEqual(['the following two subordinate institutions:']);
  });

  it('keeps both readings where a part or an address may stand behind the name', () => {
    const cell = parseEntityText('Academy of Nothing, Institute of Naught, 9 Main Street, Nowhere');

    expect(cell).toMatchObject({
      name: 'Academy of Nothing',
      aliases: ['Academy of Nothing, Institute of Naught'],
    });
  });
});

interface Extracted {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly address: string | null;
}

describeWithShared('names of the real Entity List', (folder) => {
  it('are found in the cells made of them for 999 in 1000', () => {
    const path = join(folder, 'lists/us_supplychain_2026-07/bis_entity_list.json.gz');
    const text = gunzipSync(readFileSync(path)).toString('utf8');
    const { entities } = JSON.parse(text) as { readonly entities: readonly Extracted[] };
    let wrong = 0;
    // What was extracted breaks some cells off inside a parenthesis.
    const whole = entities.filter(({ name }) => !/\((?:[af]\.k\.a|See\b)/.test(name));
    for (const { name, aliases, address } of whole) {
      const follow = ', a.k.a., the following aliases:';
      const list = aliases
        .map((alias) => `\n—${alias};`)
        .join('')
        .replace(/;$/, '.');
      const cell = `${name}${aliases.length > 0 ? `${follow}${list}\n` : ', '}${address ?? ''}`;
      const found = parseEntityText(cell);
      if (found.name !== name && !found.aliases.includes(name)) wrong += 1;
    }

    expect(entities.length).toBe(3409);
    expect(whole.length).toBeGreaterThan(3300);
    expect(wrong).toBeLessThan(whole.length / 1000);
  });
});

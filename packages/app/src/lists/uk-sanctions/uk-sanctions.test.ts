import { describe, expect, it } from 'vitest';
import { readTexts, valuesOf } from '../lists.fixture.ts';
import { ukCsv } from './uk-csv.ts';
import { UK_CSV, UK_XML } from './uk-sanctions.fixture.ts';
import { ukXml } from './uk-xml.ts';

const LIST = 'uk-sanctions';

describe('the UK Sanctions List', () => {
  it('gathers the rows of a designation, also when others stand between them', () => {
    const { entries, summary } = readTexts(ukCsv, { list: UK_CSV }, LIST);
    const [person] = entries;

    expect(summary.problems).toEqual([]);
    expect(summary.published).toBe('2026-03-13');
    expect(entries.map(({ id }) => id)).toEqual(['uk-sanctions:XYZ0001', 'uk-sanctions:XYZ0002']);
    expect(valuesOf(person, 'name')).toEqual(['Iwan Nobodovich NOBODOV', 'Иван НОБОДОВ']);
    expect(valuesOf(person, 'alias')).toEqual(['Ivan NOBODOFF']);
    expect(valuesOf(person, 'weakAlias')).toEqual(['THE NOBODY']);
    expect(valuesOf(person, 'address')).toEqual(['1 Nowhere Street, "the House", Russia']);
    expect(person?.references).toEqual(['uk-ofsi:99001', 'un-sc:XYi.001']);
    expect(person?.from).toBe('2020-12-31');
  });

  it('knows that a day or a month is not known', () => {
    const { entries } = readTexts(ukCsv, { list: UK_CSV }, LIST);

    expect(valuesOf(entries[0], 'birthDate')).toEqual(['1975', '1976-04']);
  });

  it('takes numbered values apart', () => {
    const { entries } = readTexts(ukCsv, { list: UK_CSV }, LIST);

    expect(valuesOf(entries[0], 'nationality')).toEqual(['ru', 'cy']);
    expect(valuesOf(entries[0], 'provisions')).toEqual(['Asset freeze', 'Travel ban']);
  });

  it('reads ships', () => {
    const { entries } = readTexts(ukCsv, { list: UK_CSV }, LIST);

    expect(entries[1]).toMatchObject({ schema: 'Vessel', caption: 'NOWHERE STAR' });
    expect(valuesOf(entries[1], 'imoNumber')).toEqual(['1234567']);
    expect(valuesOf(entries[1], 'buildDate')).toEqual(['1999']);
  });

  it('says the same of a designation in XML', () => {
    const { entries, summary } = readTexts(ukXml, { list: UK_XML }, LIST);
    const [person] = entries;

    expect(summary.problems).toEqual([]);
    expect(valuesOf(person, 'name')).toEqual(['Iwan Nobodovich NOBODOV', 'Иван НОБОДОВ']);
    expect(valuesOf(person, 'weakAlias')).toEqual(['Ivan NOBODOFF']);
    expect(valuesOf(person, 'birthDate')).toEqual(['1975']);
    expect(valuesOf(person, 'passportNumber')).toEqual(['123456']);
    expect(valuesOf(person, 'provisions')).toEqual(['AssetFreeze']);
    expect(person?.references).toEqual(['uk-ofsi:99001', 'un-sc:XYi.001']);
  });

  it('refuses a file that is cut anywhere inside a row', () => {
    const rows = UK_CSV.trimEnd();
    for (let end = rows.lastIndexOf('\n') + 2; end < rows.length; end += 1) {
      const { summary } = readTexts(ukCsv, { list: rows.slice(0, end) }, LIST);

      expect(summary.isLost, rows.slice(end - 20, end)).toBe(true);
    }
  });
});

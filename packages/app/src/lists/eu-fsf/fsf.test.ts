import { describe, expect, it } from 'vitest';
import { readTexts, valuesOf } from '../lists.fixture.ts';
import { fsfCsv } from './fsf-csv.ts';
import { fsfXml } from './fsf-xml.ts';
import { FSF_CSV, FSF_XML } from './fsf.fixture.ts';

const LIST = 'eu-fsf';

describe('the Financial Sanctions File', () => {
  const { entries, summary } = readTexts(fsfXml, { list: FSF_XML }, LIST);
  const [entry] = entries;

  it('is dated by its publisher', () => {
    expect(summary.problems).toEqual([]);
    expect(summary.published).toBe('2026-03-18T14:52:26.947+01:00');
  });

  it('tells a weak alias from a strong one, and dates each by its regulation', () => {
    expect(valuesOf(entry, 'name')).toEqual(['Iwan Nobodov']);
    expect(entry?.statements.find(({ property }) => property === 'weakAlias')).toMatchObject({
      value: 'Abu Nobody',
      from: '2021-01-02',
    });
    expect(entry?.from).toBe('2020-07-07');
  });

  it('takes the country 00 for not known', () => {
    expect(valuesOf(entry, 'citizenship')).toEqual([]);
    expect(valuesOf(entry, 'birthPlace')).toEqual(['Nowhere', 'RUSSIAN FEDERATION']);
  });

  it('compares no year of another calendar', () => {
    expect(valuesOf(entry, 'birthDate')).toEqual(['1965', '1960', '1961', '1962']);
    expect(entry?.statements.find(({ value }) => value === '1343')).toMatchObject({
      property: 'notes',
      detail: 'birthDate, ISLAMIC calendar',
    });
  });

  it('keeps what is said against a document', () => {
    expect(entry?.statements.find(({ property }) => property === 'passportNumber')).toMatchObject({
      value: 'P-1',
      detail: 'passport: National passport; ru; knownExpired',
    });
  });

  it('says the same in CSV, one row for each child', () => {
    const csv = readTexts(fsfCsv, { list: FSF_CSV }, LIST);
    const [same] = csv.entries;

    expect(csv.summary.problems).toEqual([]);
    expect(csv.summary.published).toBe('2026-03-18');
    expect(csv.entries).toHaveLength(1);
    expect(same).toMatchObject({ id: entry?.id, schema: 'Person', from: '2020-07-07' });
    expect(same?.references).toEqual(['EU.1.2', 'un-sc:XYi.006']);
    expect(valuesOf(same, 'name')).toEqual(['Iwan Nobodov']);
    expect(valuesOf(same, 'birthDate')).toEqual(['1965-02-03']);
    expect(valuesOf(same, 'email')).toEqual(['nobody@example.org']);
    expect(valuesOf(same, 'citizenship')).toEqual(['ru']);
  });

  it('refuses a file that is cut anywhere', () => {
    for (let end = FSF_XML.indexOf('>') + 1; end < FSF_XML.trimEnd().length; end += 7) {
      const cut = readTexts(fsfXml, { list: FSF_XML.slice(0, end) }, LIST);

      expect(cut.summary.isLost).toBe(true);
    }
  });
});

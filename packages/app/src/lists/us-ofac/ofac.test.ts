import { describe, expect, it } from 'vitest';
import { readTexts, valuesOf } from '../lists.fixture.ts';
import { ADVANCED_XML } from './advanced.fixture.ts';
import { ofacAdvanced } from './advanced-xml.ts';
import { ofacCsv } from './sdn-csv.ts';

const LIST = 'us-ofac-sdn';

/** Made rows in the layout of dat_spec.txt; nobody in them exists. */
const MAIN =
  '901,"NOBODOV, Iwan","individual","XYZ] [QQQ","Captain",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,' +
  '"DOB circa 1960; alt. DOB 02 Mar 1961; POB Nowhere, Iran; nationality Iran; Gender Male; ' +
  "Passport N123 (Iran) issued 01 Feb 2000 expires 31 Jan 2010; a.k.a. 'NOBODY'; " +
  'Digital Currency Address - XBT 1madeup; Secondary sanctions risk: made up; ' +
  'Linked To: NOWHERE WORKS."\r\n' +
  '902,"NOWHERE STAR","vessel","XYZ",-0- ,"ABCD","Tanker","100","90","Iran","NOWHERE WORKS",' +
  '"Vessel Registration Identification IMO 1234567; MMSI 123456789."\r\n\u001a';
const ADDRESS = '901,1,"1 Main St","Nowhere 123","Iran",-0- \r\n\u001a';
const ALIAS = '901,1,"aka","NOBODOFF, Ivan",-0- \r\n901,2,"fka","NEMO, Iwan",-0- \r\n\u001a';
const PARTS = { main: MAIN, address: ADDRESS, alias: ALIAS };

describe('OFAC CSV', () => {
  const { entries, summary } = readTexts(ofacCsv, PARTS, LIST);
  const [person, vessel] = entries;

  it('joins the files by the number of the entry', () => {
    expect(summary.problems).toEqual([]);
    expect(entries.map(({ id }) => id)).toEqual(['us-ofac-sdn:901', 'us-ofac-sdn:902']);
    expect(person).toMatchObject({ schema: 'Person', programs: ['XYZ', 'QQQ'] });
    expect(valuesOf(person, 'name')).toEqual(['Iwan NOBODOV']);
    expect(valuesOf(person, 'alias')).toEqual(['Ivan NOBODOFF']);
    expect(valuesOf(person, 'previousName')).toEqual(['Iwan NEMO']);
    expect(valuesOf(person, 'address')).toEqual(['1 Main St, Nowhere 123, Iran']);
  });

  it('reads the facts of a remark', () => {
    expect(valuesOf(person, 'birthDate')).toEqual(['1960', '1961-03-02']);
    expect(valuesOf(person, 'weakAlias')).toEqual(['NOBODY']);
    expect(valuesOf(person, 'unknownLinkTo')).toEqual(['NOWHERE WORKS']);
    expect(person?.statements.find(({ property }) => property === 'passportNumber')).toMatchObject({
      value: 'N123',
      detail: 'Passport; ir; issued 2000-02-01; expires 2010-01-31',
      original: 'Passport N123 (Iran) issued 01 Feb 2000 expires 31 Jan 2010',
    });
    expect(person?.statements.find(({ property }) => property === 'publicKey')).toMatchObject({
      value: '1madeup',
      detail: 'XBT',
    });
    expect(valuesOf(person, 'notes')).toEqual(['Secondary sanctions risk: made up']);
  });

  it('takes `-0- ` for nothing', () => {
    expect(valuesOf(vessel, 'position')).toEqual([]);
    expect(vessel?.statements.some(({ value }) => value.includes('-0-'))).toBe(false);
  });

  it('reads vessels', () => {
    expect(vessel?.schema).toBe('Vessel');
    expect(valuesOf(vessel, 'imoNumber')).toEqual(['1234567']);
    expect(valuesOf(vessel, 'mmsi')).toEqual(['123456789']);
    expect(valuesOf(vessel, 'flag')).toEqual(['ir']);
  });

  it('goes on with a long remark in the comments, in the middle of a word', () => {
    const remark = "; a.k.a. 'NEM".padStart(1000, 'x');
    const main = `901,"NEMO",-0- ,"XYZ",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"${remark}"\r\n`;
    const parts = { main, address: '', alias: '' };

    const joined = readTexts(ofacCsv, { ...parts, comment: '901,"O CO\'."\r\n' }, LIST);
    const without = readTexts(ofacCsv, parts, LIST).summary;

    expect(valuesOf(joined.entries[0], 'weakAlias')).toEqual(['NEMO CO']);
    expect(without.problems.map(({ code }) => code)).toContain('list-part-missing');
    expect(without.isLost).toBe(true);
  });

  it('refuses parts of different days', () => {
    const { summary: mixed } = readTexts(
      ofacCsv,
      { ...PARTS, alias: '903,1,"aka","X",-0- \r\n' },
      LIST,
    );

    expect(mixed.isLost).toBe(true);
    expect(mixed.problems[0]).toMatchObject({ code: 'list-orphan', pointer: 'alias.txt#line:1' });
  });

  it('refuses a list without one of its files', () => {
    const { summary: short } = readTexts(ofacCsv, { main: MAIN, address: ADDRESS }, LIST);

    expect(short.problems[0]).toMatchObject({ code: 'list-part-missing' });
  });

  it('names the line of a row that is cut', () => {
    const { summary: cut } = readTexts(ofacCsv, { ...PARTS, main: MAIN.slice(0, -60) }, LIST);

    expect(cut.isLost).toBe(true);
    expect(cut.problems[0]?.pointer).toBe('line:2');
  });
});

describe('OFAC ADVANCED XML', () => {
  const { entries, summary } = readTexts(ofacAdvanced, { list: ADVANCED_XML }, LIST);
  const [person, works] = entries;

  it('resolves everything through the reference sets', () => {
    expect(summary.problems).toEqual([]);
    expect(summary.published).toBe('2026-09-04');
    expect(person).toMatchObject({
      id: 'us-ofac-sdn:901',
      schema: 'Person',
      programs: ['XYZ'],
      from: '2020-02-03',
    });
    expect(valuesOf(person, 'name')).toEqual(['Iwan Nobodov', 'نوبودوف']);
    expect(valuesOf(person, 'weakAlias')).toEqual(['Nobody']);
    expect(valuesOf(person, 'gender')).toEqual(['male']);
    expect(valuesOf(person, 'nationality')).toEqual(['ir']);
    expect(valuesOf(person, 'address')).toEqual(['Nowhere, Iran']);
    expect(valuesOf(person, 'provisions')).toEqual(['Executive Order 0', 'Block']);
  });

  it('keeps that a date is about right', () => {
    expect(person?.statements.find(({ property }) => property === 'birthDate')).toMatchObject({
      value: '1960',
      detail: 'circa',
    });
  });

  it('reads documents and links', () => {
    expect(person?.statements.find(({ property }) => property === 'passportNumber')).toMatchObject({
      value: 'N123',
      detail: 'Passport; ir; expires 2028-05-01',
    });
    expect(works?.statements.find(({ property }) => property === 'unknownLinkTo')).toMatchObject({
      value: 'Iwan Nobodov',
      detail: 'Owned or Controlled By; 901',
    });
  });
});

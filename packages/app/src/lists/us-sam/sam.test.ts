import { describe, expect, it } from 'vitest';
import { readTexts, valuesOf } from '../lists.fixture.ts';
import { samCsv } from './sam-csv.ts';

/** Made rows; nobody in them exists. */
const HEADER =
  'Classification,Name,Prefix,First,Middle,Last,Suffix,Address 1,City,State / Province,Country,' +
  'Zip Code,Unique Entity ID,Exclusion Program,Excluding Agency,CT Code,Exclusion Type,' +
  'Additional Comments,Active Date,Termination Date,Record Status,SAM Number,CAGE';
const TEXT = [
  HEADER,
  '"Firm","Nowhere Works","","","","","","1 Main","Nowhere","VA","USA","1","ABCDEFGHIJK1",' +
    '"Reciprocal","GSA","A","Ineligible (Proceedings Completed)","none","01/02/2020",' +
    '"Indefinite","Active","S4MR1","1ABC2"',
  '"Individual","","Mr","Iwan","","Nobodov","","","Nowhere","VA","USA","1","","Reciprocal",' +
    '"GSA","A","Prohibition/Restriction","","03/04/2021","03/04/2024","Active","S4MR2",""',
  '',
].join('\n');

describe('SAM.gov exclusions', () => {
  const { entries, summary } = readTexts(samCsv, { list: TEXT }, 'us-sam-exclusions');

  it('reads firms and persons', () => {
    expect(summary.problems).toEqual([]);
    expect(entries.map(({ id, schema, caption }) => [id, schema, caption])).toEqual([
      ['us-sam-exclusions:S4MR1', 'Company', 'Nowhere Works'],
      ['us-sam-exclusions:S4MR2', 'Person', 'Iwan Nobodov'],
    ]);
    expect(valuesOf(entries[0], 'uniqueEntityId')).toEqual(['ABCDEFGHIJK1']);
  });

  it('holds to the end of the last day, and for good where there is none', () => {
    expect(entries[0]).toMatchObject({ from: '2020-01-02' });
    expect(entries[0]?.to).toBeUndefined();
    expect(entries[1]).toMatchObject({ from: '2021-03-04', to: '2024-03-05' });
  });

  it('keeps a column nobody knows', () => {
    expect(entries[1]?.statements.find(({ field }) => field === 'Prefix')).toMatchObject({
      value: 'Mr',
      detail: 'Prefix',
    });
  });
});

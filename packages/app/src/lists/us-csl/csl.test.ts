import { describe, expect, it } from 'vitest';
import { readTexts, valuesOf } from '../lists.fixture.ts';
import { cslCsv } from './csl-csv.ts';
import { cslJson } from './csl-json.ts';
import { parseIds } from './ids.ts';

const HEADER =
  '_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,' +
  'start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,' +
  'gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,' +
  'alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,' +
  'source_information_url,ids';

/** Made rows; nobody in them exists. */
const ROWS = [
  HEADER,
  'abc,Entity List (EL) - Bureau of Industry and Security,,,,Nowhere Works,,' +
    '"1 Main St, Nowhere, RU; 2 Main St, Nowhere, RU",99 FR 1,2021-01-02,,,For all items,' +
    'Presumption of denial,,,,,,,,u,"NW JSC; and Works, Nowhere",,,,,u,',
  '36,Specially Designated Nationals (SDN) - Treasury Department,36,Individual,XYZ; QQQ,' +
    '"NOBODOV, Iwan",,RU,,,,,,,,,,,,,,u,"\'NOBODY\'; NOBODOFF, Ivan",,1960 to 1961,RU,,u,' +
    '"CN, 1-2, 3, Passport; 02 Aug 2021, Effective Date (CMIC)"',
  '',
].join('\n');

describe('the Consolidated Screening List', () => {
  it('splits names, addresses and programs and drops the word before the last alias', () => {
    const { entries, summary } = readTexts(cslCsv, { list: ROWS }, 'us-csl');
    const [works, person] = entries;

    expect(summary.problems).toEqual([]);
    expect(summary.groups).toEqual({ EL: 1, SDN: 1 });
    expect(valuesOf(works, 'alias')).toEqual(['NW JSC', 'Works, Nowhere']);
    expect(valuesOf(works, 'address')).toHaveLength(2);
    expect(works).toMatchObject({ programs: ['EL'], from: '2021-01-02' });
    expect(person).toMatchObject({ id: 'us-csl:SDN-36', caption: 'Iwan NOBODOV' });
    expect(person?.references).toEqual(['us-ofac-sdn:36']);
    expect(valuesOf(person, 'weakAlias')).toEqual(['NOBODY']);
    expect(valuesOf(person, 'birthDate')).toEqual(['1960', '1961']);
  });

  it('finds the dates that stand among the identifiers', () => {
    const { entries } = readTexts(cslCsv, { list: ROWS }, 'us-csl');

    expect(valuesOf(entries[1], 'startDate')).toEqual(['2021-08-02']);
    expect(valuesOf(entries[1], 'passportNumber')).toEqual(['1-2, 3']);
  });

  it('reads identifiers in the order of either time', () => {
    const old = parseIds('CN, 911, Unified Social Credit Code (USCC); Male, Gender');
    const now = parseIds('Unified Social Credit Code (USCC), 911, CN; Gender, Male');

    expect(old).toEqual(now);
  });

  it('keeps a comma inside a value', () => {
    expect(parseIds('Nowhere Co., Ltd, Issuer Name')[0]).toMatchObject({
      label: 'Issuer Name',
      value: 'Nowhere Co., Ltd',
    });
  });

  it('says the same of an entry in JSON', () => {
    const json = JSON.stringify({
      results: [
        {
          id: '36',
          source: 'Specially Designated Nationals (SDN) - Treasury Department',
          entity_number: 36,
          type: 'Individual',
          programs: ['XYZ', 'QQQ'],
          name: 'NOBODOV, Iwan',
          alt_names: ["'NOBODY'"],
          addresses: [{ address: '1 Main', city: 'Nowhere', country: 'RU' }],
          dates_of_birth: ['1960'],
          ids: [{ type: 'Passport', number: '12', country: 'CN' }],
        },
      ],
    });
    const { entries, summary } = readTexts(cslJson, { list: json }, 'us-csl');

    expect(summary.problems).toEqual([]);
    expect(entries[0]).toMatchObject({ id: 'us-csl:SDN-36', programs: ['SDN', 'XYZ', 'QQQ'] });
    expect(valuesOf(entries[0], 'weakAlias')).toEqual(['NOBODY']);
    expect(valuesOf(entries[0], 'address')).toEqual(['1 Main, Nowhere, RU']);
    expect(readTexts(cslJson, { list: json.slice(0, -3) }, 'us-csl').summary.isLost).toBe(true);
  });
});

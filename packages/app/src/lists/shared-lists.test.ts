import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeWithShared } from '../../../../test/shared-data.ts';
import { readPaths } from './lists.fixture.ts';

/** Lists of real files, with entries and names counted by a program of its own in Python. */
const READ = [
  {
    list: 'us-ofac-sdn',
    files: ['add.csv.gz', 'alt.csv.gz', 'sdn.csv.gz', 'sdn_comments.csv'].map(
      (name) => `us_ofac/trio_2021-07/${name}`,
    ),
    entries: 8976,
  },
  {
    list: 'us-ofac-cons',
    files: ['cons_add.csv.gz', 'cons_alt.csv.gz', 'cons_prim.csv.gz', 'cons_comments.csv'].map(
      (name) => `us_ofac/2025-12_nonsdn/${name}`,
    ),
    entries: 442,
  },
  { list: 'us-ofac-cons', files: ['us_ofac/xml/consolidated_2018-04.xml.gz'], entries: 639 },
  { list: 'us-ofac-cons', files: ['us_ofac/xml/consolidated_2024-05.xml.gz'], entries: 443 },
  { list: 'us-ofac-cons', files: ['us_ofac/xml/CONS_ENHANCED_2025-01.zip'], entries: 443 },
  { list: 'us-csl', files: ['us_csl/consolidated_2022-04.csv.gz'], entries: 14160, names: 34159 },
  { list: 'us-bis-dpl', files: ['us_bis/dpl_2022.txt.gz'], entries: 581, names: 581 },
  { list: 'us-bis-dpl', files: ['us_bis/dpl_2023-11.txt.gz'], entries: 546, names: 546 },
  { list: 'un-sc', files: ['un/consolidated_2018-08-24.xml.gz'], entries: 701 + 397 },
  { list: 'un-sc', files: ['un/consolidated_2025-11-18.xml.gz'], entries: 727 + 273 },
  { list: 'un-sc', files: ['un/consolidated_2026-02-27.xml.gz'], entries: 730 + 273 },
  { list: 'uk-ofsi', files: ['uk/ofsi_conlist_2020-04-27.csv.gz'], entries: 2114, names: 5781 },
  { list: 'ca-sema', files: ['ca/sema-lmes_2022.xml.gz'], entries: 2606 },
  {
    list: 'opensanctions.zala',
    files: ['opensanctions/zala.entities.ftm.json.gz'],
    entries: 14,
    names: 275,
  },
  {
    list: 'opensanctions.parteispenden',
    files: ['opensanctions/parteispenden.entities.ftm.json.gz'],
    entries: 96,
    names: 96,
  },
  {
    list: 'opensanctions.sample',
    files: ['opensanctions/targets.nested.sample.json.gz'],
    entries: 20,
  },
  {
    list: 'opensanctions.ua-war-sanctions',
    files: ['opensanctions/ua_war_sanctions.targets.simple.csv.gz'],
    entries: 5600,
  },
  { list: 'own.dod-1260h', files: ['us_dod/section1260h.csv.gz'], entries: 397 },
  { list: 'own.bis-mieu', files: ['us_bis/mieu.csv'], entries: 13 },
] as const;

/** Real files that must not be put to use, and why. */
const REFUSED = [
  {
    list: 'us-ofac-sdn',
    files: ['add.csv.gz', 'alt.csv.gz', 'sdn.csv.gz'].map((name) => `us_ofac/trio_2019/${name}`),
    code: 'list-truncated',
  },
  {
    list: 'us-ofac-sdn',
    files: ['add.csv.gz', 'sdn.csv.gz'].map((name) => `us_ofac/2024-06/${name}`),
    code: 'list-part-missing',
  },
  {
    list: 'us-ofac-sdn',
    files: ['us_ofac/xml/sdn_enhanced_irgc_2024-08.xml.gz'],
    code: 'list-part-missing',
  },
  { list: 'us-csl', files: ['us_csl/csl_2023-11.csv.gz'], code: 'list-truncated' },
  {
    list: 'eu-fsf',
    files: ['eu/fsf_full_2022-03-18_truncated.xml.gz'],
    code: 'list-truncated',
  },
] as const;

describeWithShared('real lists', (folder) => {
  const paths = (files: readonly string[]): readonly string[] =>
    files.map((file) => join(folder, 'lists', file));

  it.each(READ)('$list $files.0 is read whole', ({ list, files, entries, ...counted }) => {
    const { summary } = readPaths(list, paths(files));

    expect(summary.problems.filter(({ isLost }) => isLost)).toEqual([]);
    expect(summary.entries).toBe(entries);
    if ('names' in counted) expect(summary.names).toBe(counted.names);
  });

  it.each(REFUSED)('$list $files.0 is refused: $code', ({ list, files, code }) => {
    const { summary } = readPaths(list, paths(files));

    expect(summary.isLost).toBe(true);
    expect(summary.problems.map((problem) => problem.code)).toContain(code);
  });
});

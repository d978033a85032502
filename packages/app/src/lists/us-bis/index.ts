import type { FetchContext, FetchFile, FetchPlan, ListSource } from '../list-source.ts';
import { dplTsv } from './dpl.ts';
import { ecfrSupplement } from './ecfr-xml.ts';

const PUBLISHER = 'US Department of Commerce, Bureau of Industry and Security';

/** The XML of part 744 has some megabytes. */
const BYTES_MAX = 128 * 1024 * 1024;

/** The newest day the eCFR has of title 15, and part 744 of that day. */
async function locate({ getText }: FetchContext): Promise<readonly FetchFile[] | undefined> {
  const api = 'https://www.ecfr.gov/api/versioner/v1';
  const titles = JSON.parse(await getText(`${api}/titles.json`)) as unknown;
  const day = upToDateDay(titles);
  if (day === undefined) return undefined;
  return [{ url: `${api}/full/${day}/title-15.xml?part=744`, published: day }];
}

/** `up_to_date_as_of` of title 15 in `titles.json`. */
function upToDateDay(titles: unknown): string | undefined {
  const list = (titles as { readonly titles?: unknown } | null)?.titles;
  if (!Array.isArray(list)) return undefined;
  for (const title of list as readonly unknown[]) {
    const { number, up_to_date_as_of: day } = (title ?? {}) as Readonly<Record<string, unknown>>;
    if (number === 15 && typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
  }
  return undefined;
}

const ECFR: FetchPlan = { bytesMax: BYTES_MAX, locate };

export const US_BIS_ENTITY_LIST: ListSource = {
  list: 'us-bis-entity-list',
  title: 'Entity List (supplement no. 4 to part 744)',
  publisher: PUBLISHER,
  formats: [ecfrSupplement({ number: '4', program: 'EL', format: 'ecfr-entity-list' })],
  entriesMin: 1500,
  staleAfterDays: 7,
  isExpected: true,
  fetch: ECFR,
};

export const US_BIS_UVL: ListSource = {
  list: 'us-bis-uvl',
  title: 'Unverified List (supplement no. 6 to part 744)',
  publisher: PUBLISHER,
  formats: [ecfrSupplement({ number: '6', program: 'UVL', format: 'ecfr-uvl' })],
  staleAfterDays: 7,
  isExpected: true,
  fetch: ECFR,
};

export const US_BIS_MEU: ListSource = {
  list: 'us-bis-meu',
  title: 'Military End-User List (supplement no. 7 to part 744)',
  publisher: PUBLISHER,
  formats: [ecfrSupplement({ number: '7', program: 'MEU', format: 'ecfr-meu' })],
  staleAfterDays: 7,
  isExpected: true,
  fetch: ECFR,
};

export const US_BIS_DPL: ListSource = {
  list: 'us-bis-dpl',
  title: 'Denied Persons List',
  publisher: PUBLISHER,
  formats: [dplTsv],
  staleAfterDays: 7,
  // Its rows are in the Consolidated Screening List too.
  isExpected: false,
  note: 'no address to fetch it from is verified: import the file, or use us-csl',
};

import { isItem } from './entity.ts';
import type { FetchContext, FetchFile, ListSource } from '../list-source.ts';
import { deltaJson } from './delta-json.ts';
import { ftmJson, nestedJson } from './ftm-json.ts';
import { targetsCsv } from './targets-csv.ts';

/** The whole of OpenSanctions is some gigabytes; its parts are much smaller. */
const BYTES_MAX = 4 * 1024 * 1024 * 1024;

/** The nested file of a dataset, by the index of the dataset, with its checksum. */
async function locate({ list, getText }: FetchContext): Promise<readonly FetchFile[] | undefined> {
  const dataset = list.replace(/^[^.]*\.?/, '').replaceAll('-', '_');
  if (dataset === '') return undefined;
  const index = `https://data.opensanctions.org/datasets/latest/${dataset}/index.json`;
  return nestedOf(JSON.parse(await getText(index)) as unknown);
}

/** The address and checksum of `targets.nested.json` in an index. */
function nestedOf(index: unknown): readonly FetchFile[] | undefined {
  const resources = isItem(index) ? index['resources'] : undefined;
  if (!Array.isArray(resources)) return undefined;
  for (const resource of resources as readonly unknown[]) {
    if (!isItem(resource) || resource['name'] !== 'targets.nested.json') continue;
    const { url, checksum } = resource;
    if (typeof url !== 'string') return undefined;
    return [typeof checksum === 'string' ? { url, checksum } : { url }];
  }
  return undefined;
}

/** Any dataset of OpenSanctions, or of one's own in its formats: `opensanctions.us-ofac-sdn`. */
export const OPENSANCTIONS: ListSource = {
  list: 'opensanctions',
  isFamily: true,
  title: 'OpenSanctions dataset',
  publisher: 'OpenSanctions',
  formats: [ftmJson, nestedJson, targetsCsv, deltaJson],
  staleAfterDays: 3,
  isExpected: false,
  fetch: { bytesMax: BYTES_MAX, locate },
  note: 'CC BY-NC 4.0: commercial use needs a license of OpenSanctions',
};

import { CA_SEMA } from './ca-sema/index.ts';
import { EU_FSF } from './eu-fsf/index.ts';
import type { ListSource } from './list-source.ts';
import { OPENSANCTIONS } from './opensanctions/index.ts';
import { OWN } from './own/index.ts';
import { UK_OFSI } from './uk-ofsi/index.ts';
import { UK_SANCTIONS } from './uk-sanctions/index.ts';
import { UN_SC } from './un-sc/index.ts';
import { US_BIS_DPL, US_BIS_ENTITY_LIST, US_BIS_MEU, US_BIS_UVL } from './us-bis/index.ts';
import { US_CSL } from './us-csl/index.ts';
import { US_OFAC_CONS, US_OFAC_SDN } from './us-ofac/index.ts';
import { US_SAM } from './us-sam/index.ts';

/** Every list there is, in the order they are shown. */
export const LIST_SOURCES: readonly ListSource[] = [
  US_OFAC_SDN,
  US_OFAC_CONS,
  US_CSL,
  US_BIS_ENTITY_LIST,
  US_BIS_UVL,
  US_BIS_MEU,
  US_BIS_DPL,
  US_SAM,
  EU_FSF,
  UN_SC,
  UK_SANCTIONS,
  UK_OFSI,
  CA_SEMA,
  OPENSANCTIONS,
  OWN,
];

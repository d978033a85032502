import { LIMITS } from '../../limits.ts';

/** Words of one name that are looked up at most; each is a bit of a mask. */
export const QUERY_TOKENS_MAX: number = LIMITS.screening.nameTokensMax;

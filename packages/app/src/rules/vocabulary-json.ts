import {
  ACTIVITIES,
  BOUND_CLASS_IMPLIES,
  BOUND_CLASSES,
  FACTS,
  PRESENCES,
  PRIVILEGES,
  PRODUCT_CLASSES,
  SIGN_FIELDS,
  STATUSES,
  VERDICTS,
} from '@interdict/core';

/** Every closed vocabulary as a JSON value, `interdict.vocabulary/1`: words with their meaning. */
export function vocabularyJson(): Readonly<Record<string, unknown>> {
  return {
    schema: 'interdict.vocabulary/1',
    activities: ACTIVITIES,
    boundClasses: BOUND_CLASSES,
    boundClassImplies: BOUND_CLASS_IMPLIES,
    productClasses: PRODUCT_CLASSES,
    facts: FACTS,
    statuses: STATUSES,
    verdicts: VERDICTS,
    presences: PRESENCES,
    privileges: PRIVILEGES,
    signFields: SIGN_FIELDS,
  };
}

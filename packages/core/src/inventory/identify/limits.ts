/** Every limit of identification, by name. What is cut is further evidence, never a finding. */
export const IDENTIFY_LIMITS = {
  /** Pieces of evidence kept for one sign in one finding: a log says the same a million times. */
  evidencePerSignMax: 3,
  /** Pieces of evidence kept in one finding, strongest first. */
  evidenceMax: 60,
  /** UTF-16 code units of a value that are quoted as evidence. */
  evidenceValueLengthMax: 1_000,
  /** Items inside items that are looked up. */
  embeddedMax: 1_000,
  /** Days of a visitor that are told apart; more than count say nothing more. */
  visitDaysMax: 31,
} as const;

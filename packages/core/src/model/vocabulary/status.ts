import type { Word } from './word.ts';

/** How a status bears on the force of a rule. */
export type Force = 'not-yet' | 'in-force' | 'ended';

export interface StatusWord extends Word {
  readonly force: Force;
}

/** States of a rule over time, version 1. */
export const STATUSES = {
  proposed: { force: 'not-yet', meaning: 'Put forward, not adopted.' },
  enacted: { force: 'not-yet', meaning: 'Adopted, not in effect.' },
  published: { force: 'not-yet', meaning: 'Published, no phase in effect.' },
  effective: { force: 'in-force', meaning: 'In effect, as far as its phases have begun.' },
  amended: { force: 'in-force', meaning: 'In effect with changed text.' },
  advisory: { force: 'in-force', meaning: 'Advice stands; nothing is barred by it.' },
  'enforcement-paused': {
    force: 'in-force',
    meaning: 'The law is unchanged; the executive has said it will not enforce it.',
  },
  stayed: { force: 'ended', meaning: 'A court has held it off.' },
  suspended: { force: 'ended', meaning: 'Its issuer has suspended it.' },
  waived: { force: 'ended', meaning: 'Waived for everyone for a time.' },
  superseded: { force: 'ended', meaning: 'Another rule has taken its place.' },
  vacated: { force: 'ended', meaning: 'A court has set it aside.' },
  rescinded: { force: 'ended', meaning: 'Its issuer has withdrawn it after effect.' },
  expired: { force: 'ended', meaning: 'It has run out by its own terms.' },
  withdrawn: { force: 'ended', meaning: 'Withdrawn before it took effect.' },
} as const satisfies Readonly<Record<string, StatusWord>>;

export type Status = keyof typeof STATUSES;

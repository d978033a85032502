import type { Word } from './word.ts';

/** What is known of the protection of a host, version 1, worst first. */
export const PROTECTIONS = {
  gap: {
    meaning:
      'A barred security product is gone, or gets no updates by law, and what is registered ' +
      'besides is off or out of date.',
  },
  'possible-gap': {
    meaning:
      'A barred security product is gone, or gets no updates by law, and nothing says what ' +
      'protects the host instead.',
  },
  weak: { meaning: 'What is registered is off or out of date.' },
  unknown: { meaning: 'Nothing says what protects the host.' },
  protected: { meaning: 'A security product is registered, on and up to date.' },
} as const satisfies Readonly<Record<string, Word>>;

export type Protection = keyof typeof PROTECTIONS;

/** How far products of watched makers are gone from a host, version 1. */
export const REMOVALS = {
  'still-installed': { meaning: 'A product is there.' },
  remnants: { meaning: 'The product is gone and something of it stayed.' },
  unverified: { meaning: 'Nothing was found, and not everything that can stay was looked at.' },
  clean: { meaning: 'Programs, drivers, services and certificates were looked at: nothing there.' },
} as const satisfies Readonly<Record<string, Word>>;

export type Removal = keyof typeof REMOVALS;

/** What a product leaves on a host, version 1. */
export const TRACE_KINDS = {
  program: { meaning: 'An entry in a list of programs or packages.' },
  driver: { meaning: 'A kernel driver.' },
  service: { meaning: 'A service or unit.' },
  certificate: { meaning: 'A trusted certificate.' },
  extension: { meaning: 'A browser extension or what it talks to.' },
  file: { meaning: 'A file or folder.' },
} as const satisfies Readonly<Record<string, Word>>;

export type TraceKind = keyof typeof TRACE_KINDS;

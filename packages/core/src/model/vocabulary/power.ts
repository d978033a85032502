import type { Word } from './word.ts';

/** What a hostile vendor could do through a product, version 1: why such products are barred. */
export const POWERS = {
  'read-data': { meaning: 'Read everything on the system.' },
  'install-code': { meaning: 'Install code of its choice.' },
  'intercept-tls': { meaning: 'Read and change encrypted traffic.' },
  'withhold-updates': { meaning: 'Withhold the updates others rely on.' },
} as const satisfies Readonly<Record<string, Word>>;

export type Power = keyof typeof POWERS;

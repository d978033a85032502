import type { Power, Presence, Privilege } from '../../model/index.ts';

/** The least privilege that brings a power with it; interception shows itself. */
const LEAST: Readonly<Record<Exclude<Power, 'intercept-tls'>, Privilege>> = {
  'read-data': 4,
  'install-code': 3,
  'withhold-updates': 3,
};

/** What a product of a privilege, in these states, would let its vendor do. */
export function powersOf(privilege: Privilege, states: readonly Presence[]): readonly Power[] {
  const powers: Power[] = [];
  if (privilege >= LEAST['read-data']) powers.push('read-data');
  if (privilege >= LEAST['install-code']) powers.push('install-code');
  if (states.includes('intercepting')) powers.push('intercept-tls');
  if (privilege >= LEAST['withhold-updates']) powers.push('withhold-updates');
  return powers;
}

import { describe, expect, it } from 'vitest';
import { PartyDirectory } from '../rulebook/index.ts';
import { resolvePerson } from './person.ts';
import { usStateOf } from './us-state.ts';

const directory = new PartyDirectory([]);

function person(actor: { readonly country?: string; readonly state?: string }) {
  return resolvePerson(actor, 'actor', directory);
}

describe('a US state', () => {
  it.each(['TX', 'tx', 'US-TX', 'us-tx', 'Texas', 'TEXAS', ' Texas '])(
    'is the same written as %j',
    (state) => {
      expect(usStateOf(state)).toBe('TX');
      expect(person({ state })).toMatchObject({ state: 'TX', country: 'US' });
    },
  );

  it.each(['', 'Texas County', 'TXX', '__proto__', 'constructor'])('is not %j', (state) => {
    expect(usStateOf(state)).toBeUndefined();
  });

  // Taken as another state, it would clear the actor of the rules of its own.
  it('is not known when somebody in the United States states none that there is', () => {
    expect(person({ country: 'US', state: 'Lone Star State' }).state).toBeUndefined();
  });

  it('is left as it is for somebody in another country', () => {
    expect(person({ country: 'AU', state: 'wa' })).toMatchObject({ state: 'WA', country: 'AU' });
    expect(person({ country: 'AU', state: 'NSW' }).state).toBe('NSW');
  });
});

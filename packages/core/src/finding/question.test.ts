import { describe, expect, it } from 'vitest';
import type { Identification } from '../model/index.ts';
import { identificationOf, NAMES, partyOf, productOf, profileOf } from './finding.fixture.ts';
import { questionOf } from './question.ts';

const EVIDENCE: Identification['evidence'] = [
  {
    sign: 'a.sign' as never,
    field: 'publisher',
    value: 'AO Kaspersky Lab',
    strength: 'A',
    source: { file: 'programs.json', pointer: '/0' },
    cite: [],
  },
];

describe('questionOf', () => {
  it('asks about the thing itself, on the level it was identified at, with its evidence', () => {
    const profile = profileOf();
    const identification = identificationOf({ level: 'probable', evidence: EVIDENCE });

    const question = questionOf(identification, 'use', profile, NAMES);

    expect(question).toEqual({
      transaction: { id: 'use', activity: 'use' },
      item: {
        name: 'Kaspersky Endpoint Security',
        maker: 'kaspersky-lab',
        makerLevel: 'probable',
        product: 'kaspersky-endpoint-security',
        class: 'endpoint-protection',
        evidence: EVIDENCE,
      },
      profile,
    });
  });

  it('asks about a thing inside another as what the other holds', () => {
    const identification = identificationOf({ embeddedIn: 'MailWarden 400', evidence: EVIDENCE });

    const { item } = questionOf(identification, 'resell', profileOf(), NAMES);

    expect(item).toMatchObject({
      name: 'MailWarden 400',
      makerLevel: 'stated',
      evidence: [],
      embedded: [{ maker: 'kaspersky-lab', makerLevel: 'identified', evidence: EVIDENCE }],
    });
    expect(item).not.toHaveProperty('maker');
  });

  it('says of a product what the catalog knows and identification does not carry', () => {
    const informational = {
      ...NAMES,
      product: () => ({ name: 'Reports', purelyInformational: true }),
    };

    const { item } = questionOf(identificationOf(), 'use', profileOf(), informational);

    expect(item?.purelyInformational).toBe(true);
  });

  it.each([
    ['the name read', identificationOf(), 'Kaspersky Endpoint Security'],
    [
      'the name of the catalog',
      without(identificationOf({ product: productOf('kes') }), 'productName'),
      'product kes',
    ],
    [
      'words for what is only known by its maker',
      without(without(identificationOf(), 'productName'), 'product'),
      'a product of this maker',
    ],
  ])('calls the item by %s', (_, identification, name) => {
    expect(questionOf(identification, 'use', profileOf(), NAMES).item?.name).toBe(name);
  });

  it('renews with the maker, when the maker is known', () => {
    const known = questionOf(identificationOf(), 'renew', profileOf(), NAMES);
    const stranger = identificationOf({ party: partyOf('nobody') });
    const unknown = questionOf(stranger, 'renew', profileOf(), NAMES);

    expect(known.transaction.counterparty).toEqual({
      name: 'Kaspersky Lab',
      party: 'kaspersky-lab',
    });
    expect(unknown.transaction).not.toHaveProperty('counterparty');
  });

  it('resells to any customer of the own country, if that is known', () => {
    const { country: _, ...nowhere } = profileOf();

    const here = questionOf(identificationOf(), 'resell', profileOf(), NAMES);
    const anywhere = questionOf(identificationOf(), 'resell', nowhere, NAMES);

    expect(here.transaction.counterparty).toEqual({ name: 'any customer', country: 'US' });
    expect(anywhere.transaction.counterparty).toEqual({ name: 'any customer' });
  });

  it.each(['use', 'update-signature', 'present-on-system', 'procure'] as const)(
    'has nobody on the other side of %s',
    (activity) => {
      const { transaction } = questionOf(identificationOf(), activity, profileOf(), NAMES);

      expect(transaction).toEqual({ id: activity, activity });
    },
  );
});

/** An identification that does not say something. */
function without(identification: Identification, key: 'productName' | 'product'): Identification {
  const { [key]: _, ...rest } = identification;
  return rest;
}

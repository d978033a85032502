import type { Finding } from '@interdict/core';
import { describe, expect, it } from 'vitest';
import { COUNTY_REPORT } from '../report.fixture.ts';
import { nameBookOf } from './name-book.ts';
import { thingsOf, titleOf } from './thing.ts';
import { thingsWords } from './thing-words.ts';

const NAMES = nameBookOf(COUNTY_REPORT);

function findings(pattern: RegExp): Finding[] {
  return COUNTY_REPORT.findings.filter(({ id }) => pattern.test(id));
}

function order(name: string): Finding {
  const [first] = findings(/^f-order$/u);
  if (first === undefined) throw new Error('no order');
  return { ...first, subject: { ...first.subject, name } };
}

describe('thingsOf', () => {
  it('makes one thing of a product on many hosts', () => {
    const [thing, ...rest] = thingsOf(findings(/^f-endpoint/u), NAMES);

    expect(rest).toEqual([]);
    expect(thing).toMatchObject({
      kind: 'product',
      title: 'Kaspersky Endpoint Security',
      what: 'endpoint protection',
      privilege: 5,
      state: 'running or installed',
    });
    expect(thing?.place.hosts).toHaveLength(14);
    expect(thing?.readAs).toEqual([
      'Kaspersky Endpoint Security for Windows 11.10.0.399',
      'Kaspersky Endpoint Security for Windows 12.1.0.506',
    ]);
  });

  it('says the level where it is not proven', () => {
    expect(thingsOf(findings(/^f-camera/u), NAMES)[0]?.state).toBe('running; probable');
  });

  it('reads id, act, item and other side from the title of an order', () => {
    const [thing] = thingsOf([order('PB-7: renew Endpoint, 1 year (Larkspur Supply)')], NAMES);

    expect(thing).toMatchObject({
      kind: 'order',
      title: 'PB-7',
      what: 'renewal',
      about: 'Endpoint, 1 year (Larkspur Supply)',
    });
  });

  it('keeps a title of another shape whole', () => {
    expect(thingsOf([order('PO-2026-0042')], NAMES)[0]).toMatchObject({
      title: 'PO-2026-0042',
      what: '',
      about: '',
    });
    expect(thingsOf([order('A: toString this')], NAMES)[0]).toMatchObject({
      title: 'A',
      what: '',
      about: 'toString this',
    });
  });
});

describe('titleOf', () => {
  it('names the maker where the product is not known', () => {
    const [lead] = findings(/^f-lead/u);
    if (lead === undefined) throw new Error('no lead');

    expect(titleOf(lead, NAMES)).toBe('Something made by Kaspersky Lab');
  });
});

describe('thingsWords', () => {
  it('counts products, with their maker, and names the first orders and parties', () => {
    const orders = ['PB-1: pay', 'PB-2: pay', 'PB-3: pay', 'PB-4: pay'].map(order);

    expect(thingsWords([...findings(/^f-(endpoint|supplier)/u), ...orders], NAMES)).toBe(
      'Kaspersky Endpoint Security on 14 hosts; 4 orders: PB-1, PB-2, PB-3 … and 1 more; ' +
        '1 party: OOO Kaspersky Group',
    );
    expect(thingsWords(findings(/^f-(endpoint|camera|drone|backup)/u), NAMES)).toBe(
      '4 products on 17 hosts',
    );
  });
});

import { FACTS, wordsOf } from '@interdict/core';
import { describe, expect, it } from 'vitest';
import { COUNTY_REPORT } from '../report.fixture.ts';
import { missingQuestion } from './question.ts';

const { profile } = COUNTY_REPORT;

describe('missingQuestion', () => {
  it('asks every fact in its own words, with or without its prefix', () => {
    for (const fact of wordsOf(FACTS)) {
      expect(missingQuestion(`facts.${fact}`, profile)).toBe(FACTS[fact].question);
      expect(missingQuestion(fact, profile)).toBe(FACTS[fact].question);
    }
  });

  it('asks about the classes the profile leaves open', () => {
    expect(missingQuestion('actor.classes', profile)).toBe(
      'Does any of these apply to you: grantee, federal contractor?',
    );
    expect(missingQuestion('customer.classes', profile)).toBe(
      'Which classes of person apply to the customer?',
    );
  });

  it.each([
    ['actor.country', 'In which country are you?'],
    ['supplier.country', 'In which country is the supplier?'],
    ['counterparty', 'Who is the other side of the deal?'],
    ['counterparty.ownership.percent', 'in percent'],
    ['facts.endUser.ownership', 'Who owns the end user'],
    ['item', 'What is the item?'],
    ['item.maker', 'Who makes the item?'],
    ['embedded.product', 'Which product is what is inside the item?'],
    ['item.function', 'What kind of product is the item?'],
    ['activity', 'What is done with it?'],
  ])('asks for `%s` in words', (path, question) => {
    expect(missingQuestion(path, profile)).toContain(question);
  });

  it('still asks when it does not know the path', () => {
    expect(missingQuestion('facts.newer', profile)).toBe('What is the value of facts.newer?');
    expect(missingQuestion('constructor', profile)).toBe('What is the value of constructor?');
    expect(missingQuestion('x\u001b[2J', profile)).not.toContain('\u001b');
  });
});

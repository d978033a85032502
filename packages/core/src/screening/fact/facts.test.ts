import { describe, expect, it } from 'vitest';
import { buildCountries, countryText, readCountry } from './country.ts';
import { dayCount, readDay, relateDays } from './date.ts';
import { readGender } from './gender.ts';
import { readIdentifier } from './identifier.ts';

describe('dates of birth', () => {
  it.each([
    ['1961-04-09', '1961-04-09', 'same'],
    ['1961-04', '1961-04-09', 'same-month'],
    ['1961', '1961-04-09', 'same-year'],
    ['1961-09-04', '1961-04-09', 'swapped'],
    ['1961-04-08', '1961-04-09', 'one-digit'],
    ['1971-04-09', '1961-04-09', 'one-digit'],
    ['1962', '1961-04-09', 'year-near'],
    ['1961-11-23', '1961-04-09', 'other-day'],
    ['1988-01-30', '1961-04-09', 'other'],
  ])('%s and %s are %s', (left, right, relation) => {
    expect(relateDays(readDay(left) ?? 0, readDay(right) ?? 0)).toBe(relation);
  });

  it.each(['', 'circa 1960', '61', '1961-13-01', '19610409'])('does not read `%s`', (text) => {
    expect(readDay(text)).toBeUndefined();
  });

  it('counts days from 1970', () => {
    expect(dayCount('1970-01-02')).toBe(1);
    expect(dayCount('1969')).toBe(-365);
  });
});

describe('identifiers', () => {
  it.each([
    ['leiCode', '529900T8BM49AURSDO55', true],
    ['leiCode', '529900T8BM49AURSDO56', false],
    ['imoNumber', 'IMO 9074729', true],
    ['imoNumber', '9074728', false],
    ['isinCode', 'US0378331005', true],
    ['isinCode', 'US0378331006', false],
  ])('checks the last digit of %s %s', (property, value, isChecked) => {
    expect(readIdentifier(property, value)).toMatchObject({ isChecked, strength: 'global' });
  });

  it('spells numbers, addresses and hosts one way', () => {
    expect(readIdentifier('passportNumber', 'ab 123-456')?.value).toBe('AB123456');
    expect(readIdentifier('website', 'https://www.Example.com/about')?.value).toBe('example.com');
    expect(readIdentifier('phone', '+7 (495) 123-45-67')?.value).toBe('74951234567');
    expect(readIdentifier('swiftBic', 'ABCDRUMM500')?.value).toBe('ABCDRUMM');
  });

  it('takes nothing for an identifier that many have', () => {
    expect(readIdentifier('website', 'https://facebook.com/somebody')).toBeUndefined();
    expect(readIdentifier('registrationNumber', 'none')).toBeUndefined();
    expect(readIdentifier('name', 'AB123456')).toBeUndefined();
  });

  it('keeps the letters of a crypto address as they are', () => {
    const address = '1MadeUpAddressForTestsOnlyabcdeABCDE';

    expect(readIdentifier('publicKey', ` ${address} `)).toMatchObject({ value: address });
  });
});

describe('countries', () => {
  const countries = buildCountries();

  it.each([
    ['ru', 'ru'],
    ['Russian Federation', 'ru'],
    ['IRAN, ISLAMIC REPUBLIC OF', 'ir'],
    ['UK', 'gb'],
    ["Democratic People's Republic of Korea", 'kp'],
  ])('reads %s as %s', (text, code) => {
    expect(countryText(readCountry(countries, text) ?? 0)).toBe(code);
  });

  it.each(['00', '', 'Nowhere', 'zz'])('does not read `%s`', (text) => {
    expect(readCountry(countries, text)).toBeUndefined();
  });
});

describe('gender', () => {
  it('is read where it is stated', () => {
    expect(readGender(' Male')).toBe(readGender('m'));
    expect(readGender('female')).not.toBe(readGender('male'));
    expect(readGender('unknown')).toBeUndefined();
  });
});

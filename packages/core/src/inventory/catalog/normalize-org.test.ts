import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldConfusables, foldOrg, normalizeOrg } from './normalize-org.ts';

describe('normalizeOrg', () => {
  it.each([
    ['Kaspersky Lab, Inc.', 'kaspersky lab'],
    ['AO Kaspersky Lab', 'kaspersky lab'],
    ['JSC "Kaspersky Lab"', 'kaspersky lab'],
    ['Kaspersky Lab Middle-East FZ-LLC', 'kaspersky lab middle east'],
    ['АО «Лаборатория Касперского»', 'лаборатория касперского'],
    ['HUAWEI TECHNOLOGIES CO.,LTD', 'huawei technologies'],
    ['Huawei Technologies Co., Ltd.', 'huawei technologies'],
    ['Huawei Technologies Company', 'huawei technologies'],
    ['Hytera Communications Co .,ltd', 'hytera communications'],
    ['Hytera Communications Corporation Limited', 'hytera communications'],
    ['Prama Hikvision India Private Limited', 'prama hikvision india'],
    ['zte corporation', 'zte'],
    ['Acronis International GmbH', 'acronis international'],
    ['Philips Medical Systems Nederland B.V.', 'philips medical systems nederland'],
    ['Ｋａｓｐｅｒｓｋｙ　Ｌａｂ', 'kaspersky lab'],
  ])('folds %s', (name, bare) => {
    expect(normalizeOrg(name)).toBe(bare);
  });

  it('keeps a name that is nothing but a legal form', () => {
    expect(normalizeOrg('Limited')).toBe('limited');
    expect(normalizeOrg('AO')).toBe('ao');
    expect(normalizeOrg('')).toBe('');
  });

  it('drops a form at the start only where forms stand before names', () => {
    expect(normalizeOrg('OOO Kaspersky Group')).toBe('kaspersky group');
    expect(normalizeOrg('AG Neovo Technology')).toBe('ag neovo technology');
    expect(normalizeOrg('SA Power Networks')).toBe('sa power networks');
  });

  it('is the same when applied twice, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const once = normalizeOrg(name);
        // Dropping a form can uncover another only at the ends, which are dropped at once.
        expect(foldOrg(once).bare).toBe(once);
      }),
    );
  });
});

describe('foldOrg', () => {
  it('tells sister companies apart by their form, wherever it stands and in any writing', () => {
    expect(foldOrg('AO Kaspersky Lab').form).toBe(foldOrg('Kaspersky Lab AO').form);
    expect(foldOrg('Kaspersky Labs Limited').form).toBe(foldOrg('Kaspersky Labs Ltd').form);
    expect(foldOrg('Kaspersky Lab ZAO').form).not.toBe(foldOrg('Kaspersky Lab, Inc.').form);
    expect(foldOrg('Kaspersky Lab').form).toBe('');
  });
});

describe('foldConfusables', () => {
  it('folds letters that look alike', () => {
    expect(foldConfusables('autel lntelligent')).toBe(foldConfusables('autel intelligent'));
  });
});

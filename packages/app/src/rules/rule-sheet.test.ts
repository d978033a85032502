import { fileURLToPath } from 'node:url';
import { parseWhen } from '@interdict/core';
import { describe, expect, it } from 'vitest';
import { loadEdition } from '../edition/index.ts';
import { sheetHtml, sheetMarkdown, sheetText } from '../report/index.ts';
import { findRule, ruleSheet } from './index.ts';

const DATA = fileURLToPath(new URL('../../dist/data', import.meta.url));
const edition = loadEdition(DATA);

function page(id: string, columns = 80): string {
  const asOf = parseWhen('2026-11-24');
  if (asOf === undefined) throw new Error('no time');
  return sheetText(ruleSheet(findRule(id, edition), edition, asOf), { columns, color: false });
}

/** A page without its line breaks, to look for sentences in. */
function prose(text: string): string {
  return text.replaceAll(/\s+/gu, ' ');
}

const IDS = edition.compiled.rules.map(({ rule }) => rule.id);

describe('the page of a rule', () => {
  it.each(IDS)('of %s says who, what, when, how sure and on what authority, in words', (id) => {
    const text = page(id);
    const { rule } = findRule(id, edition);

    for (const title of ['WHO IS BOUND', 'WHAT IS BARRED', 'WHEN', 'HOW SURE THIS IS', 'SOURCES']) {
      expect(text).toContain(`\n${title} ─`);
    }
    expect(prose(text)).toContain(prose(rule.summary).trim());
    for (const one of rule.prohibitions) expect(prose(text)).toContain(prose(one.because).trim());
    for (const one of rule.examples) expect(text).toContain(`[${one.id}]`);
    for (const one of rule.openPoints ?? []) expect(text).toContain(`- ${one.id}:`);
    expect(text).not.toMatch(/undefined|\[object|NaN|[{}]/u);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('gives dates with the hour and place of the law, and its own words', () => {
    expect(prose(page('us-icts-kaspersky-2024'))).toContain(
      'from 29 September 2024 00:00 New York (“12:00 a.m. Eastern Daylight Time”)',
    );
  });

  it('puts conditions into sentences, and exceptions with their conditions', () => {
    const text = prose(page('us-icts-kaspersky-2024', 120));

    expect(text).toContain('The customer is a US person, or it is stated to happen in the United');
    expect(text).toContain('Permitted, if: Threat intelligence, security training, or consulting');
    expect(text).toContain('Binds the supplier, if The supplier is one of the group “Kaspersky');
  });

  it('shows the periods of a duty, by the version of the clause and its calendar', () => {
    expect(prose(page('us-far-52.204-23', 120))).toMatch(
      /By when \d+ business days? \(US federal calendar\) in clauses from 2018-07 on/u,
    );
  });

  it('counts citations by their mark and lists those that were not seen', () => {
    const text = prose(page('us-fascsa-order-acronis-2025'));

    expect(text).toContain('Of 12 citations, 10 seen in the instrument, 0 recorded');
    expect(text).toContain('Not seen in the instrument, or unsettled');
  });

  it('can be set as Markdown and HTML', () => {
    const asOf = parseWhen('2026-11-24');
    if (asOf === undefined) throw new Error('no time');
    const sheet = ruleSheet(findRule('us-pafaca', edition), edition, asOf);

    expect(sheetMarkdown(sheet)).toMatch(/^# Protecting Americans/u);
    expect(sheetHtml(sheet)).toContain('<h2 id="s');
  });
});

describe('findRule', () => {
  it('names the nearest rule of an id that does not exist', () => {
    expect(() => findRule('us-icts-kaspersky-2042', edition)).toThrow(
      'there is no rule `us-icts-kaspersky-2042`, the nearest is `us-icts-kaspersky-2024`',
    );
  });
});

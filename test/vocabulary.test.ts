import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  ACTIVITIES,
  BOUND_CLASSES,
  CAPACITIES,
  CASE_ACTS,
  CASE_GUARDS,
  CASE_STATES,
  DISMISSAL_REASONS,
  FACTS,
  PRODUCT_CLASSES,
  REOPENING_CAUSES,
  STATUSES,
  VERDICTS,
  vocabularyText,
  type Word,
} from '@interdict/core';

const PAGE = fileURLToPath(new URL('../docs/vocabulary.md', import.meta.url));

const TABLES: Readonly<Record<string, Readonly<Record<string, Word>>>> = {
  ACTIVITIES,
  BOUND_CLASSES,
  CAPACITIES,
  CASE_ACTS,
  CASE_GUARDS,
  CASE_STATES,
  DISMISSAL_REASONS,
  FACTS,
  PRODUCT_CLASSES,
  REOPENING_CAUSES,
  STATUSES,
  VERDICTS,
};

describe('docs/vocabulary.md', () => {
  it('is what the vocabularies say (after a change, run `npm run vocabulary`)', () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(vocabularyText());
  });

  it.each(Object.entries(TABLES))('has every word of %s with its sentence', (_, table) => {
    const lines = vocabularyText().split('\n');

    for (const [word, { meaning }] of Object.entries(table)) {
      const line = lines.find((one) => one.startsWith(`| \`${word}\` `) && one.includes(meaning));
      expect(line, word).toBeDefined();
      expect(meaning, word).toMatch(/^[A-Z].*[.]$/u);
    }
  });

  it('is a table of as many columns in every line', () => {
    const blocks = vocabularyText()
      .split('\n## ')
      .slice(1)
      .map((block) => block.split('\n').filter((line) => line.startsWith('|')));

    for (const lines of blocks) {
      const columns = lines.map((line) => line.replaceAll(String.raw`\|`, '').split('|').length);
      expect(new Set(columns).size).toBe(1);
      expect(lines.length).toBeGreaterThan(3);
    }
  });
});

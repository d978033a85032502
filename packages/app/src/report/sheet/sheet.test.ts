import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellWidth } from '../text/index.ts';
import {
  htmlPage,
  sheetHtml,
  sheetMarkdown,
  sheetText,
  type Sheet,
  type SheetPoint,
} from './index.ts';

const OBEYED = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

function sheetOf(text: string): Sheet {
  const point: SheetPoint = { lead: text, text, tone: 'bar', points: [{ text }] };
  return {
    title: text,
    blocks: [
      { kind: 'prose', text },
      { kind: 'pairs', pairs: [{ label: text, text, tone: 'warn' }] },
    ],
    sections: [
      {
        title: text,
        blocks: [
          { kind: 'points', points: [point, { text }] },
          {
            kind: 'table',
            columns: [
              { title: text, cellsMin: 5, weight: 1 },
              { title: 'b', cellsMin: 5, weight: 2 },
            ],
            rows: [[{ text }, { text, tone: 'ask' }]],
          },
          { kind: 'part', title: text, blocks: [{ kind: 'prose', text }] },
        ],
      },
    ],
  };
}

const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('a sheet', () => {
  it('fits the terminal at every width, whatever is in it', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 40, max: 160 }), (text, columns) => {
        const lines = sheetText(sheetOf(text), { columns, color: false }).split('\n');

        expect(lines.filter((line) => cellWidth(line) > columns)).toEqual([]);
      }),
    );
  });

  it('holds nothing that a terminal obeys but line breaks', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const sheet = sheetOf(text);

        for (const shown of [
          sheetText(sheet, { columns: 80, color: false }),
          sheetMarkdown(sheet),
          sheetHtml(sheet),
        ]) {
          expect(shown.replaceAll('\n', '')).not.toMatch(OBEYED);
        }
      }),
    );
  });

  it('is laid out with labels, leads and hanging lines', () => {
    const sheet: Sheet = {
      title: 'A rule',
      blocks: [
        { kind: 'pairs', pairs: [{ label: 'Issued by', text: 'An agency of some length' }] },
      ],
      sections: [
        {
          title: 'Bars',
          blocks: [
            {
              kind: 'points',
              points: [
                { lead: 'Why', text: 'so it is', points: [{ text: 'below' }] },
                { lead: 'Is it so?', text: '', points: [{ lead: 'Yes', text: '' }] },
              ],
            },
          ],
        },
      ],
    };

    expect(sheetText(sheet, { columns: 40, color: false }).split('\n')).toEqual([
      'A rule',
      'Issued by  An agency of some length',
      '',
      'BARS ───────────────────────────────────',
      '- Why: so it is',
      '  - below',
      '- Is it so?',
      '  - Yes',
      '',
    ]);
  });

  it('paints a lead only when colors are wanted', () => {
    const sheet = sheetOf('x');

    expect(sheetText(sheet, { columns: 80, color: true })).toContain('\u001b[1;31mx:\u001b[0m');
    expect(sheetText(sheet, { columns: 80, color: false })).not.toContain('\u001b');
  });

  it('escapes what Markdown and HTML would read as their own', () => {
    const markdown = sheetMarkdown(sheetOf('<b>*x*</b> | [y](z) `q`'));

    expect(markdown).toContain(String.raw`\<b\>\*x\*\</b\> \| \[y\](z) \`q\``);
    expect(sheetMarkdown(sheetOf('- no list'))).toContain(String.raw`\- no list`);
    expect(sheetMarkdown(sheetOf('1. no list'))).toContain(String.raw`1\. no list`);
    const html = sheetHtml(sheetOf('<script>alert(1)</script>'));
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
  });

  it('gives every heading and table of a page an id of its own, over several sheets', () => {
    const page = htmlPage('x');
    const text = [page.open(), page.add(sheetOf('x')), page.add(sheetOf('y')), page.close()].join(
      '',
    );

    const ids = [...text.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(text.match(/<html/gu)).toHaveLength(1);
    expect(text).toMatch(/<\/html>\n$/u);

    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(2);
  });
});

import type { Report } from '@interdict/core';
import { describe, expect, it } from 'vitest';
import { CLEAR_REPORT, COUNTY_REPORT, HOSTILE_REPORT } from '../report.fixture.ts';
import { renderHtml } from './render-html.ts';

function html(report: Report): string {
  return [...renderHtml(report)].join('');
}

const VOID = new Set(['meta', 'br', 'hr', 'img', 'input', 'link', 'wbr']);
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z][a-zA-Z0-9:-]*(?:="[^"<>]*")?)*)\s*(\/?)>/gu;

/** Names of tags in order; throws when one is opened or closed out of turn or `<` stands loose. */
function checkedTags(page: string): string[] {
  const open: string[] = [];
  const names: string[] = [];
  const style = /<style>[^<]*<\/style>/u;
  const body = page.replace('<!doctype html>', '').replace(style, '<style></style>');
  for (const [, close, name = '', , selfClosed] of body.matchAll(TAG)) {
    names.push(name);
    if (close === '/') {
      const last = open.pop();
      if (last !== name) throw new Error(`</${name}> closes <${String(last)}>`);
    } else if (!VOID.has(name) && selfClosed !== '/') open.push(name);
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(' ')}`);
  const rest = body.replace(TAG, '');
  if (/[<>]/u.test(rest)) throw new Error(`loose: ${/.{0,40}[<>].{0,40}/u.exec(rest)?.[0] ?? ''}`);
  return names;
}

function textOf(page: string): string {
  return page
    .replace(/<style>[\s\S]*?<\/style>/u, '')
    .replaceAll('<wbr>', '')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/\s+/gu, ' ');
}

const REPORTS: readonly (readonly [string, Report])[] = [
  ['county', COUNTY_REPORT],
  ['hostile', HOSTILE_REPORT],
  ['clear', CLEAR_REPORT],
];

describe.each(REPORTS)('renderHtml (%s)', (_, report) => {
  const page = html(report);

  it('is well formed and escapes everything', () => {
    const tags = new Set(checkedTags(page));

    expect(tags).not.toContain('script');
    expect(tags).not.toContain('img');
    expect(tags).toContain('main');
  });

  it('runs nothing, loads nothing and says so in its policy', () => {
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(page).not.toMatch(/<[^>]+\s(src|srcset|action|data|poster|on[a-z]+)=/u);
    expect(page).not.toMatch(/@import|url\(/u);
    for (const [, target = ''] of page.matchAll(/href="([^"]*)"/gu)) {
      expect(target).toMatch(/^#[a-z0-9-]+$/u);
    }
  });

  it('has each id once, and every link and label leads to one', () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/gu)].map(([, id = '']) => id);
    const used = [
      ...[...page.matchAll(/href="#([^"]*)"/gu)].map(([, id = '']) => id),
      ...[...page.matchAll(/aria-labelledby="([^"]*)"/gu)].flatMap(([, id = '']) => id.split(' ')),
    ];

    expect(new Set(ids).size).toBe(ids.length);
    for (const id of used) expect(ids).toContain(id);
  });

  it('gives every table a caption and every head a scope', () => {
    const tables = page.match(/<table[ >]/gu)?.length ?? 0;

    expect(page.match(/<caption /gu)?.length ?? 0).toBe(tables);
    expect(page.match(/<thead>/gu)?.length ?? 0).toBe(tables);
    expect(page).not.toMatch(/<th(?! scope="(col|row|rowgroup)")[ >]/u);
  });

  it('has language, title and landmarks', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/u);
    expect(page).toMatch(/<title>Interdict report: [^<]+<\/title>/u);
    for (const landmark of [
      '<header>',
      '<nav aria-label="Contents">',
      '<main id="main">',
      '<footer>',
    ]) {
      expect(page.split(landmark)).toHaveLength(2);
    }
  });
});

describe('renderHtml', () => {
  const text = textOf(html(COUNTY_REPORT));

  it('makes the argument of each finding from sign to duty', () => {
    for (const words of [
      'publisher is AO Kaspersky Lab',
      'B, strong, wants a second sign',
      '/0/image',
      'Anti-virus or endpoint security software.',
      '5 of 5, kernel driver',
      'since 29 September 2024 04:00 UTC before: not yet in force',
      'Under Kaspersky Final Determination ( us-icts-kaspersky-2024 ) (Secretary of Commerce)',
      'Kaspersky Lab may not renew with you new-agreements',
      'PB-9 purchase Kaspersky Endpoint Security, 20 seats (Larkspur Supply LLC) new-agreements',
      'The supplier may not renew with you or sell it to you',
      'Plan the replacement: Kaspersky Lab may not deliver signature updates to you',
      '89 FR 52434 (24 June 2024), section VII(b) [seen in the instrument]',
      'Texas model plan, Addendum A [unsettled]',
      'Caution: Whether the list binds a county outside covered apps is unsettled.',
      'Remove (owed to the state chief information officer)',
      'Find out: Is it used in making anything delivered under a federal contract?',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('names every host and every file', () => {
    for (const { host } of COUNTY_REPORT.hosts) expect(text).toContain(host);
    for (const { path } of COUNTY_REPORT.coverage) expect(text).toContain(path);
  });

  it('has the dated changes as a picture and as a table', () => {
    const page = html(COUNTY_REPORT);

    expect(page.match(/<svg /gu)).toHaveLength(1);
    expect(page.match(/class="edge"/gu)).toHaveLength(9);
    expect(text).toContain('as of 23 Nov 2026');
    expect(text).toContain('Dated changes, past and to come');
    expect(html(CLEAR_REPORT)).not.toContain('<svg');
  });

  it('does not say that nothing is barred without saying what was looked at', () => {
    expect(textOf(html(CLEAR_REPORT))).toContain(
      'Nothing barred found In what was covered, no rule bars or advises against anything. ' +
        'Covered: 4 files (4 read); 1,580 records;',
    );
  });

  it('stays small when many findings are alike', () => {
    const county = html(COUNTY_REPORT).length;
    const [first] = COUNTY_REPORT.findings;
    const many = Array.from({ length: 1000 }, (_, at) => ({ ...first, id: `f-${at}` }));
    const page = html({ ...COUNTY_REPORT, findings: many as unknown as Report['findings'] });

    expect(county).toBeLessThan(150_000);
    expect(page.length).toBeLessThan(1_500_000);
    expect(html(HOSTILE_REPORT).length).toBeLessThan(400_000);
  });
});

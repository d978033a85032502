import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, markup, named, pathNamed } from './markup.ts';

describe('markup', () => {
  it('escapes every text put into it', () => {
    const { safe } = markup`<p title="${'"><script>'}">${"<b>&'"}</p>`;

    expect(safe).toBe('<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&#39;</p>');
  });

  it('takes other markup, numbers, lists and nothing', () => {
    const item = markup`<li>${1}</li>`;

    expect(markup`<ul>${[item, item]}${undefined}</ul>`.safe).toBe('<ul><li>1</li><li>1</li></ul>');
  });

  it('leaves no character that has a meaning in HTML or is not allowed in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)|\p{Cc}|\p{Cs}/u);
      }),
    );
  });
});

describe('named', () => {
  it('isolates a name and bounds its length', () => {
    expect(named('x').safe).toBe('<bdi>x</bdi>');
    expect(named('x'.repeat(10_000)).safe.length).toBeLessThan(450);
  });
});

describe('pathNamed', () => {
  it('may be broken after slashes, and is escaped and bounded like any name', () => {
    expect(pathNamed('a/b<i>.csv').safe).toBe('<bdi>a/<wbr>b&lt;i&gt;.csv</bdi>');
    expect(pathNamed('x'.repeat(10_000)).safe.length).toBeLessThan(450);
  });
});

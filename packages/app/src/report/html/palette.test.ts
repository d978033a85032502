import { describe, expect, it } from 'vitest';
import { DARK, LIGHT, paletteCss, type Palette } from './palette.ts';

/** WCAG 2.2, relative luminance. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const SCHEMES: readonly (readonly [string, Palette])[] = [
  ['light', LIGHT],
  ['dark', DARK],
];

describe.each(SCHEMES)('palette %s', (_, palette) => {
  const pairs: readonly (readonly [keyof Palette, keyof Palette])[] = [
    ['ink', 'page'],
    ['ink', 'panel'],
    ['soft', 'page'],
    ['link', 'page'],
    ['bar', 'page'],
    ['ask', 'page'],
    ['bar', 'barFill'],
    ['warn', 'warnFill'],
    ['ask', 'askFill'],
    ['free', 'freeFill'],
    ['mute', 'muteFill'],
    ['ink', 'barFill'],
    ['ink', 'warnFill'],
    ['ink', 'askFill'],
    ['ink', 'freeFill'],
    ['ink', 'muteFill'],
  ];

  it.each(pairs)('has text %s on %s with a contrast of 4.5 or more', (text, ground) => {
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it('has bars of the picture that stand out from the page by 3 or more', () => {
    for (const tone of ['bar', 'warn', 'ask', 'free', 'mute'] as const) {
      expect(contrast(palette[tone], palette.page)).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('paletteCss', () => {
  it('names a custom property for each color', () => {
    expect(paletteCss(LIGHT)).toContain(`--bar-fill:${LIGHT.barFill};`);
  });
});

/** Colors of one scheme. Each pair that meets is checked for contrast by a test. */
export interface Palette {
  readonly page: string;
  readonly panel: string;
  readonly line: string;
  readonly ink: string;
  readonly soft: string;
  readonly link: string;
  readonly bar: string;
  readonly barFill: string;
  readonly warn: string;
  readonly warnFill: string;
  readonly ask: string;
  readonly askFill: string;
  readonly free: string;
  readonly freeFill: string;
  readonly mute: string;
  readonly muteFill: string;
}

export const LIGHT: Palette = {
  page: '#ffffff',
  panel: '#f5f6f7',
  line: '#c6cace',
  ink: '#1b1b1b',
  soft: '#4f545a',
  link: '#005ea2',
  bar: '#a50d0d',
  barFill: '#fdeceb',
  warn: '#775400',
  warnFill: '#fef2d5',
  ask: '#5b2f91',
  askFill: '#f3ecfb',
  free: '#1d6437',
  freeFill: '#e7f4ea',
  mute: '#4f545a',
  muteFill: '#eff1f2',
};

export const DARK: Palette = {
  page: '#15181c',
  panel: '#1e2227',
  line: '#4a515a',
  ink: '#ececec',
  soft: '#b4bac1',
  link: '#73b3e7',
  bar: '#ff9b93',
  barFill: '#421a1a',
  warn: '#f2c265',
  warnFill: '#3a2d0d',
  ask: '#d1b3f5',
  askFill: '#2f2142',
  free: '#84d39c',
  freeFill: '#15321f',
  mute: '#b4bac1',
  muteFill: '#282d33',
};

/** Custom properties of a palette: `--bar-fill:#fdeceb;…`. */
export function paletteCss(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, color]) => {
      const property = name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
      return `--${property}:${String(color)};`;
    })
    .join('');
}

import { dateWords } from '../report/index.ts';

/** `America/New_York` as the city by whose clock it is. */
function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** `2024-09-29 00:00` in `America/New_York` as `29 September 2024 00:00 New York`. */
export function edgeWords(local: string, zone: string, isWholeDay: boolean): string {
  const [date = '', time = ''] = local.split(' ');
  return isWholeDay ? dateWords(date) : `${dateWords(date)} ${time} ${placeOf(zone)}`;
}

/** The same of an edge as text, `2024-09-29 00:00 America/New_York`. */
export function edgeTextWords(text: string, isWholeDay = false): string {
  const at = text.lastIndexOf(' ');
  return edgeWords(text.slice(0, at), text.slice(at + 1), isWholeDay);
}

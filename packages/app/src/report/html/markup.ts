import { REPORT_LIMITS } from '../report-limits.ts';
import { shortenText, visibleText } from '../text/index.ts';

/** Markup that is known to be safe: made by the `markup` tag from text it has escaped. */
export interface Markup {
  readonly safe: string;
}

export type MarkupPart = Markup | string | number | undefined | readonly MarkupPart[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element or a quoted attribute; unseen characters are written out. */
export function escapeHtml(text: string): string {
  return visibleText(text).replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '');
}

function isMarkup(part: MarkupPart): part is Markup {
  return typeof part === 'object' && 'safe' in part;
}

function markupOf(part: MarkupPart): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return isMarkup(part) ? part.safe : part.map(markupOf).join('');
}

/**
 * The only way to make markup. INVARIANT: every string put into it is escaped; markup comes
 * only from the template itself or from another call.
 */
export function markup(template: TemplateStringsArray, ...parts: readonly MarkupPart[]): Markup {
  let safe = template[0] ?? '';
  for (const [at, part] of parts.entries()) safe += markupOf(part) + (template[at + 1] ?? '');
  return { safe };
}

/** A text of the input, isolated from the direction of its surroundings and bounded. */
export function named(text: string): Markup {
  return markup`<bdi>${shortenText(visibleText(text), REPORT_LIMITS.pageTextMax)}</bdi>`;
}

/** A path of the input, which breaks after its slashes before it breaks anywhere. */
export function pathNamed(path: string): Markup {
  const shown = shortenText(visibleText(path), REPORT_LIMITS.pageTextMax);
  const parts = shown.split(/(?<=[/\\])/u);
  return markup`<bdi>${separated(parts, markup`<wbr>`)}</bdi>`;
}

/** Parts with something between them. */
export function separated(parts: readonly MarkupPart[], separator: Markup): MarkupPart[] {
  return parts.flatMap((part, at) => (at === 0 ? [part] : [separator, part]));
}

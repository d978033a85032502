import { REPORT_LIMITS } from '../report-limits.ts';

/**
 * Characters a reader cannot see or a device obeys: controls (ESC among them), format characters
 * (direction overrides, zero-width, tags), line separators, lone surrogates, private use, and
 * the letters that are drawn as nothing.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]/gu;
const STACKED_MARKS = new RegExp(
  String.raw`(\p{M}{${REPORT_LIMITS.marksPerCharacterMax}})\p{M}+`,
  'gu',
);
const PICTURE_BEFORE = /(\p{Extended_Pictographic}|\p{Emoji_Modifier})\ufe0f?$/u;
const PICTURE_AFTER = /^\p{Extended_Pictographic}/u;
const ZERO_WIDTH_JOINER = '\u200d';

const NAMED_ESCAPES: Readonly<Record<string, string>> = {
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
};

function escapeOf(character: string): string {
  const named = NAMED_ESCAPES[character];
  if (named !== undefined) return named;
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length <= 2 ? String.raw`\x` + code.padStart(2, '0') : String.raw`\u{` + code + '}';
}

function joinsPictures(whole: string, at: number): boolean {
  return (
    PICTURE_BEFORE.test(whole.slice(Math.max(0, at - 4), at)) &&
    PICTURE_AFTER.test(whole.slice(at + 1, at + 3))
  );
}

/** Text from the input with every unseen or obeyed character written out, as `\x1b`. */
export function visibleText(text: string): string {
  return text
    .replace(UNSEEN, (character: string, at: number, whole: string) =>
      character === ZERO_WIDTH_JOINER && joinsPictures(whole, at) ? character : escapeOf(character),
    )
    .replace(STACKED_MARKS, '$1…');
}

/** Prose of the rulebook on one line: line breaks of its source file are spaces. */
export function proseText(text: string): string {
  return visibleText(text.replace(/\s+/gu, ' ').trim());
}

/** Text shortened in the middle to a number of code points. */
export function shortenText(text: string, codePointsMax: number): string {
  if (text.length <= codePointsMax) return text;
  const points = Array.from(text);
  if (points.length <= codePointsMax) return text;
  const head = Math.ceil((codePointsMax - 1) / 2);
  const tail = codePointsMax - 1 - head;
  return `${points.slice(0, head).join('')}…${points.slice(points.length - tail).join('')}`;
}

/** JSON text without characters that a terminal obeys; it parses to the same value. */
export function quietJson(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu,
    (character) => String.raw`\u` + (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0'),
  );
}

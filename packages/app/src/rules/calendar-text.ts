/** One entry of a calendar. */
export interface CalendarEntry {
  /** Stable and unique in the world: a later edition of the entry has the same. */
  readonly uid: string;
  /** A day as `2026-11-10`, or an instant in UTC as `2026-11-10T05:00:00Z`. */
  readonly start: string;
  readonly summary: string;
  readonly description: string;
  readonly categories: readonly string[];
}

export interface CalendarOptions {
  readonly name: string;
  /** When the entries were made, as an instant in UTC: of the answer, never of the machine. */
  readonly stamp: string;
}

/** RFC 5545 3.1: lines longer than 75 octets, without the line break, are folded. */
const LINE_OCTETS_MAX = 75;

/** RFC 5545 3.3.11: backslash, semicolon, comma and line break have a meaning of their own. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/[\\;,]/gu, (character) => `\\${character}`)
    .replaceAll('\n', String.raw`\n`)
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ');
}

/** Octets of a character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x8_00 ? 2 : code < 0x1_00_00 ? 3 : 4;
}

/** A content line, folded between characters; a continued line begins with a space. */
function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > LINE_OCTETS_MAX) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += more;
  }
  return `${text}\r\n`;
}

/** `20261110` of a day, `20261110T050000Z` of an instant. */
function basic(at: string): string {
  return at.replaceAll(/[-:]/gu, '');
}

function startLine(start: string): string {
  return start.includes('T') ? `DTSTART:${basic(start)}` : `DTSTART;VALUE=DATE:${basic(start)}`;
}

function entryLines(entry: CalendarEntry, stamp: string): readonly string[] {
  const { uid, start, summary, description, categories } = entry;
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${basic(stamp)}`,
    startLine(start),
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    ...(categories.length === 0 ? [] : [`CATEGORIES:${categories.map(escaped).join(',')}`]),
    // What changes in the law makes nobody busy (RFC 5545 3.8.2.7).
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Entries as a calendar after RFC 5545. */
export function calendarText(entries: readonly CalendarEntry[], options: CalendarOptions): string {
  const { name, stamp } = options;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Interdict//rules timeline//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // RFC 7986 5.1, and the older name that most programs read.
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((entry) => entryLines(entry, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map(folded).join('');
}

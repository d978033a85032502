import { splitNames } from '../field/index.ts';
import { textOf, type XmlElement } from '../xml/index.ts';

/** What the cell of an entity says, taken apart. */
export interface EntityCell {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly addresses: readonly string[];
  /** Notes in parentheses, such as `See alternate addresses under Pakistan`. */
  readonly notes: readonly string[];
  /** Footnotes that widen the license requirement to foreign-produced items. */
  readonly footnotes: readonly string[];
  /** The address is what is listed, not somebody at it. */
  readonly isAddress: boolean;
}

/** Elements that begin a line of their own. */
const BREAKS = /^(?:br|p|fp|li|div)$/i;
const RAISED = /^(?:su|sup|fr)$/i;

/** Text of a cell with its lines kept, and the footnote marks apart. */
export function cellText(cell: XmlElement): {
  readonly text: string;
  readonly footnotes: readonly string[];
} {
  const footnotes: string[] = [];
  function walk(element: XmlElement): string {
    let text = '';
    for (const part of element.content) {
      if (typeof part === 'string') text += part.replaceAll(/\s+/g, ' ');
      else if (RAISED.test(part.name)) footnotes.push(textOf(part));
      else text += BREAKS.test(part.name) ? `\n${walk(part)}` : walk(part);
    }
    return text;
  }
  return { text: walk(cell).trim(), footnotes: footnotes.filter((mark) => mark !== '') };
}

/** `a.k.a., the following two aliases:`, also with `f.k.a.` or without the number. */
const ALIASES_FOLLOW =
  /[,;]?\s*(?:[af]\.?k\.?a\.?),?\s*(?:and\s+f\.?k\.?a\.?,?\s*)?the following\b[^:]{0,60}:/i;

/** `a.k.a.,` with one alias behind it. */
const ALIAS_FOLLOWS = /[,;]\s*(?:a\.?k\.?a\.?|f\.?k\.?a\.?),?\s+/i;

/** `(See alternate addresses under Pakistan)`. */
const NOTE_INSIDE = /\s*\(((?:See|This|Also listed)\b[^()]*(?:\([^()]*\)[^()]*)*)\)\.?/gi;

/** `(a.k.a. one name; and another)` inside the name. */
const ALIASES_INSIDE = /\s*\(\s*(?:a\.?k\.?a\.?|f\.?k\.?a\.?),?\s+((?:[^()]|\([^()]*\))*)\)/gi;

/** Words behind a comma that still belong to the name of a company. */
const LEGAL_FORMS =
  'co company corp corporation ltd limited inc incorporated llc l.l.c lp llp plc pte pty pvt ' +
  'private gmbh ag kg s.a sa s.a.r.l sarl sas s.r.l srl s.p.a spa b.v bv n.v nv a.s as sdn bhd ' +
  'ooo oao zao pao ao jsc ojsc pjsc cjsc fze fzc fzco fz-llc fzllc sal est jr sr i ii iii dept ' +
  'kft d.o.o doo a.d ad s.a.l ltda eood ood lda k.k kk';
const LEGAL_FORM = new RegExp(
  `^(?:${LEGAL_FORMS.replaceAll('.', String.raw`\.?`)
    .split(' ')
    .join('|')})(?![\\w-])\\.?`,
  'i',
);

export function parseEntityCell(cell: XmlElement): EntityCell {
  const { text, footnotes } = cellText(cell);
  return { ...parseEntityText(text), footnotes };
}

/** Takes the text of a cell apart; line breaks are kept in it. */
export function parseEntityText(raw: string): Omit<EntityCell, 'footnotes'> {
  const notes: string[] = [];
  const text = raw.replaceAll(NOTE_INSIDE, (_, note: string) => {
    notes.push(note.trim());
    return '';
  });
  const inside: string[] = [];
  const bare = text.replaceAll(ALIASES_INSIDE, (_, names: string) => {
    inside.push(...splitNames(names));
    return '';
  });
  const cell = withoutInside(bare, notes);
  return { ...cell, aliases: [...inside, ...cell.aliases] };
}

function withoutInside(text: string, notes: readonly string[]): Omit<EntityCell, 'footnotes'> {
  const follow = ALIASES_FOLLOW.exec(text);
  if (follow !== null) return withList(text, follow, notes);
  const single = ALIAS_FOLLOWS.exec(text);
  if (single !== null) {
    const [alias, rest] = splitName(text.slice(single.index + single[0].length));
    return finish(text.slice(0, single.index), [alias], rest, notes);
  }
  const [name, rest] = splitName(text);
  return finish(name, longerName(name, rest), rest, notes);
}

/** A line break, or a dash behind the end of the name before it; a dash inside a name is none. */
const BULLET = /\n|(?<=[;:]\s*(?:and|or)?\s*)(?=[—–])/i;

/**
 * Every line that begins with a dash is a name: an alias, or an institution under the entity,
 * which is listed with it. The other lines are addresses, or announce more names.
 */
function withList(
  text: string,
  follow: RegExpExecArray,
  notes: readonly string[],
): Omit<EntityCell, 'footnotes'> {
  const name = text.slice(0, follow.index);
  const rest = text.slice(follow.index + follow[0].length);
  const lines = rest
    .split(BULLET)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const aliases: string[] = [];
  const addresses: string[] = [];
  const announced: string[] = [];
  for (const line of lines) {
    if (!/^[—–-]/.test(line)) {
      const more = /(?:^|[;,.]?\s*(?:and\s+)?)the following\b[^:]*:$/i.exec(line);
      if (more !== null) announced.push(more[0].replace(/^[;,.]?\s*(?:and\s+)?/i, ''));
      addresses.push(more === null ? line : line.slice(0, more.index));
      continue;
    }
    const bullet = line.replace(/^[—–-]\s*/, '');
    // Without line breaks the addresses stand behind the full stop of the last alias.
    const last = /^(.+?[^.A-Z]\.)\s+(\S.*)$/s.exec(bullet);
    aliases.push(...(last?.[1] ?? bullet).split(ALIAS_FOLLOWS).map(trimAlias));
    if (last?.[2] !== undefined) addresses.push(last[2]);
  }
  return finish(name, aliases, addresses.join(' '), [...notes, ...announced]);
}

function trimAlias(text: string): string {
  const bare = text.replace(/[;,]?\s*(?:and|or)?\s*$/i, '').trim();
  // A full stop ends the list; that of `Ltd.` and `Inc.` belongs to the name.
  return LEGAL_FORM.test(bare.split(/[\s,]+/).at(-1) ?? '') ? bare : bare.replace(/\.$/, '');
}

/** Words of a part of an organization. */
const PART =
  /\b(?:institut(?:e|ion)|academy|university|plant|enterprise|bureau|laboratory|department)\b/i;
const PART_FORM = /^(?:joint stock|jsc|npo|oao|ooo)\b/i;

/**
 * What stands behind the first comma may be a part of an organization or the beginning of its
 * address, and nobody can tell. Both readings are kept: the longer one as an alias.
 */
function longerName(name: string, rest: string): readonly string[] {
  const [next = ''] = rest.split(/[,;\n]/, 1);
  const isPart = !/\d/.test(next) && (PART.test(next) || PART_FORM.test(next.trim()));
  return isPart ? [`${name}, ${next.trim()}`] : [];
}

/** A name ends at the first comma that no legal form follows. */
function splitName(text: string): readonly [name: string, rest: string] {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    const isEnd = letter === '\n' || (letter === ',' && depth <= 0);
    if (!isEnd) continue;
    const rest = text.slice(at + 1).trimStart();
    if (letter === ',' && LEGAL_FORM.test(rest)) continue;
    return [text.slice(0, at), text.slice(at + 1)];
  }
  return [text, ''];
}

function finish(
  rawName: string,
  aliases: readonly string[],
  rest: string,
  notes: readonly string[],
): Omit<EntityCell, 'footnotes'> {
  const name = rawName
    .replace(/[,;:]\s*$/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const addresses = rest
    .split(/;\s*(?:and\s+)?|\s+and\s+(?=\d)|\.\s*\n/)
    .map((address) =>
      address
        .replaceAll(/\s+/g, ' ')
        .replace(/^(?:and|or)\s+/i, '')
        .replace(/[.,;]\s*$/, '')
        .trim(),
    )
    .filter((address) => address !== '');
  const isAddress = /^address \d+$/i.test(name);
  return { name, aliases: aliases.filter((alias) => alias !== ''), addresses, notes, isAddress };
}

import { LIMITS } from '../../../limits.ts';
import { isProblem, lostProblem, type LineItem, type ReadProblem } from '../../input/index.ts';

/** A tag with its value, which may go over several lines. */
export interface TagValue {
  readonly kind: 'tag';
  readonly tag: string;
  readonly value: string;
  /** Line it begins on. */
  readonly line: number;
  /** False when the file ends in it without a line break, so that it may be cut. */
  readonly isEnded: boolean;
}

// SPDX 2.3 annex H: a tag, a colon and a value.
const TAG = /^([A-Za-z][A-Za-z0-9-]*)\s*:\s?(.*)$/;
const TEXT_START = '<text>';
const TEXT_END = '</text>';

/** The tags of a document; texts between `<text>` and `</text>` count as one value. */
export function* readTags(lines: Iterable<LineItem>): Generator<TagValue | ReadProblem> {
  let open: OpenText | undefined;
  const strays = new Strays();
  for (const item of lines) {
    if (isProblem(item)) {
      yield item;
      continue;
    }
    const { text, number: line, isEnded } = item;
    if (open !== undefined) {
      open.add(text);
      if (!text.includes(TEXT_END)) continue;
      yield open.tag();
      open = undefined;
      continue;
    }
    const trimmed = text.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    if (trimmed.includes('\r')) {
      yield runTogether(line);
      return;
    }
    const [, tag, rest = ''] = TAG.exec(trimmed) ?? [];
    if (tag === undefined) {
      strays.add(line);
      continue;
    }
    const value = rest.trim();
    if (!value.startsWith(TEXT_START)) yield { kind: 'tag', tag, value, line, isEnded };
    else if (value.includes(TEXT_END)) yield new OpenText(tag, value, line).tag();
    else open = new OpenText(tag, value, line);
  }
  if (open !== undefined) yield open.cut();
  yield* strays.problems();
}

/** Tags parted by nothing but carriage returns: where a value ends is not guessed. */
function runTogether(line: number): ReadProblem {
  const message =
    `line ${line} holds several tags parted by carriage returns; ` +
    'save the file with line breaks and give it again';
  return lostProblem('row-shape', message, `line:${line}`);
}

/** A text that goes on over lines, cut at the length a value may have. */
class OpenText {
  readonly #tag: string;
  readonly #line: number;
  #value: string;

  constructor(tag: string, value: string, line: number) {
    this.#tag = tag;
    this.#value = value;
    this.#line = line;
  }

  add(text: string): void {
    if (this.#value.length < LIMITS.textLengthMax) this.#value += `\n${text}`;
  }

  /** The tag, whose text has its end and so is whole. */
  tag(): TagValue {
    const value = this.#value.replace(TEXT_START, '').split(TEXT_END, 1)[0] ?? '';
    return { kind: 'tag', tag: this.#tag, value: value.trim(), line: this.#line, isEnded: true };
  }

  cut(): ReadProblem {
    const message = `the text that begins on line ${this.#line} has no end and hides the rest`;
    return lostProblem('truncated', message, `line:${this.#line}`);
  }
}

/** Lines that are no tags: the first is named, the others counted. */
class Strays {
  #first: number | undefined;
  #count = 0;

  add(line: number): void {
    this.#first ??= line;
    this.#count += 1;
  }

  *problems(): Generator<ReadProblem> {
    if (this.#first === undefined) return;
    const more = this.#count === 1 ? '' : `, and ${this.#count - 1} more lines are none either`;
    const message = `line ${this.#first} is no tag with a value${more}`;
    yield lostProblem('row-shape', message, `line:${this.#first}`);
  }
}

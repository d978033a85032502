import { LIMITS } from '../../../limits.ts';
import { isProblem, type LineItem, type ReadProblem } from '../../input/index.ts';

/** Keys with their values, from one first key to the next. */
export interface Block {
  readonly kind: 'block';
  /** Line it begins on. */
  readonly line: number;
  readonly fields: ReadonlyMap<string, string>;
  /** The key the file ends in without a line break; it may be cut. */
  readonly cutKey?: string;
}

// `Key      : value`; rpm writes the space before the colon, PowerShell too.
const FIELD = /^([A-Za-z][A-Za-z ]*?)\s*:(?:\s(.*))?$/;

/** How the blocks of a format are told apart. */
export interface BlockShape {
  /** Each block begins with this key. */
  readonly firstKey: string;
  /** Keys that are kept. */
  readonly kept: ReadonlySet<string>;
  /** A key whose value is text over all lines up to the next block. */
  readonly textKey?: string;
}

/**
 * Reads blocks of `Key : value`. A value goes on over lines that have no key, which were broken
 * between words; what stands
 * behind a text key is passed over until the next block begins.
 */
export function* readBlocks(
  lines: Iterable<LineItem>,
  { firstKey, kept, textKey }: BlockShape,
): Generator<Block | ReadProblem> {
  let fields: Map<string, string> | undefined;
  let line = 0;
  let key = '';
  let cutKey: string | undefined;
  for (const item of lines) {
    if (isProblem(item)) {
      yield item;
      continue;
    }
    const { text, number, isEnded } = item;
    const [, found, value = ''] = FIELD.exec(text) ?? [];
    if (found === firstKey) {
      if (fields !== undefined) yield { kind: 'block', line, fields };
      fields = new Map();
      line = number;
      key = found;
      fields.set(key, value.trim());
    } else if (fields !== undefined && key !== textKey) {
      if (found !== undefined) {
        key = found;
        if (kept.has(key) && !fields.has(key)) fields.set(key, value.trim());
      } else if (text.trim() !== '' && kept.has(key)) {
        const before = fields.get(key) ?? '';
        if (before.length < LIMITS.textLengthMax)
          fields.set(key, `${before} ${text.trim()}`.trim());
      }
    }
    if (!isEnded) cutKey = key;
  }
  if (fields === undefined) return;
  yield { kind: 'block', line, fields, ...(cutKey === undefined ? {} : { cutKey }) };
}

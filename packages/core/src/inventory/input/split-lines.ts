import { LIMITS } from '../../limits.ts';
import type { ByteSource } from '../reader.ts';
import { decodeText, type Decoded } from './decode-text.ts';
import { isProblem, lostProblem, type ReadProblem } from './problem.ts';

interface Line {
  readonly kind: 'line';
  /** Counts from 1. */
  readonly number: number;
  readonly text: string;
  /** False for a last line without a line break: the file may have been cut inside it. */
  readonly isEnded: boolean;
}

export type LineItem = Line | ReadProblem;

/** The lines of a file, without their line breaks. */
export function readLines(source: ByteSource): Generator<LineItem> {
  return splitLines(decodeText(source));
}

/**
 * Splits text at LF and CR LF. A line that is longer than the limit, or holds a NUL, is lost
 * and reported; it is never held whole.
 */
export function* splitLines(
  pieces: Iterable<Decoded>,
  lengthMax: number = LIMITS.lineLengthMax,
): Generator<LineItem> {
  let number = 1;
  let begun = '';
  let isTooLong = false;
  for (const piece of pieces) {
    if (isProblem(piece)) {
      yield piece;
      continue;
    }
    let start = 0;
    for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', start)) {
      const isLong = isTooLong || begun.length + end - start > lengthMax;
      yield isLong
        ? lineTooLong(number, lengthMax)
        : lineOf(begun + piece.slice(start, end), number);
      begun = '';
      isTooLong = false;
      number += 1;
      start = end + 1;
    }
    if (begun.length + piece.length - start > lengthMax) isTooLong = true;
    begun = isTooLong ? '' : begun + piece.slice(start);
  }
  if (isTooLong) yield lineTooLong(number, lengthMax);
  else if (begun !== '') yield lineOf(begun, number, false);
}

function lineOf(raw: string, number: number, isEnded = true): LineItem {
  const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
  if (text.includes('\0')) {
    const message = `line ${number} holds NUL bytes and was left out`;
    return lostProblem('nul-bytes', message, `line:${number}`);
  }
  return { kind: 'line', number, text, isEnded };
}

function lineTooLong(number: number, lengthMax: number): ReadProblem {
  const message = `line ${number} is longer than ${lengthMax} characters and was left out`;
  return lostProblem('line-limit', message, `line:${number}`);
}

/**
 * Lines that end with a line break. A last line without one may be cut anywhere: it is left out
 * and said to be lost.
 */
export function* readWholeLines(source: ByteSource): Generator<LineItem> {
  for (const item of readLines(source)) {
    if (isProblem(item) || item.isEnded) {
      yield item;
      continue;
    }
    const { number } = item;
    const message = `the file ends without a line break on line ${number}, which was left out`;
    yield lostProblem('truncated', message, `line:${number}`);
  }
}

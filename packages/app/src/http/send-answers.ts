import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { Problem } from '@interdict/core';
import type { TransactionsRead } from '../check/index.ts';
import { APP_LIMITS } from '../limits.ts';
import { InterdictError } from '../problems.ts';
import { quietJson } from '../report/index.ts';

export const LINES_TYPE = 'application/x-ndjson';

/** Answers that are put on record and sent together. */
interface AnswerPart {
  readonly text: string;
  /** Answers in it. */
  readonly count: number;
  /** From 1. */
  readonly number: number;
}

interface SendOptions {
  readonly monotonicMs: () => number;
  /** Called with each part before it is sent, which waits for it. */
  readonly onPart: (part: AnswerPart) => Promise<void>;
}

/** A line that stands among answers and says what is not among them. */
function problemLine(problem: Problem): string {
  return `${quietJson(JSON.stringify({ problem }))}\n`;
}

/** An empty answer could be taken for one that nothing is barred. */
function refuseNothing({ count, problems }: TransactionsRead): void {
  if (count > 0) return;
  const [first] = problems;
  const place = first?.pointer === undefined ? '' : ` at \`${first.pointer}\``;
  const why = first?.message ?? 'there is none in the body';
  const message = `no transaction could be read${place}: ${why}`;
  throw new InterdictError('input-unreadable', message, { problems });
}

/**
 * Puts answers together to parts, and lets other requests have a turn meanwhile.
 * @throws InterdictError `input-unreadable` before the first part, when there is no answer.
 */
async function* partsOf(
  answers: Generator<string, TransactionsRead>,
  monotonicMs: () => number,
): AsyncGenerator<AnswerPart> {
  let text = '';
  let count = 0;
  let number = 1;
  let turnMs = monotonicMs();
  for (;;) {
    const next = answers.next();
    if (next.done === true) {
      refuseNothing(next.value);
      yield { text: text + next.value.problems.map(problemLine).join(''), count, number };
      return;
    }
    text += next.value;
    count += 1;
    if (text.length >= APP_LIMITS.httpPartLength) {
      yield { text, count, number };
      text = '';
      count = 0;
      number += 1;
    }
    if (monotonicMs() - turnMs > APP_LIMITS.httpSliceMs) {
      await nextTurn();
      turnMs = monotonicMs();
    }
  }
}

async function* recorded(
  parts: AsyncGenerator<AnswerPart>,
  onPart: SendOptions['onPart'],
): AsyncGenerator<string> {
  for await (const part of parts) {
    await onPart(part);
    yield part.text;
  }
}

/**
 * Sends answers as lines of JSON as they come. What fails before the first part is on record is
 * an error; what fails later cuts the connection, so that nobody takes a part for the whole.
 */
export async function sendAnswers(
  reply: FastifyReply,
  answers: Generator<string, TransactionsRead>,
  options: SendOptions,
): Promise<FastifyReply> {
  const texts = recorded(partsOf(answers, options.monotonicMs), options.onPart);
  const first = await texts.next();
  const text = first.done === true ? '' : first.value;
  reply.type(LINES_TYPE);
  if (text.length < APP_LIMITS.httpPartLength) return reply.send(text);
  async function* all(): AsyncGenerator<string> {
    yield text;
    yield* texts;
  }
  return reply.send(Readable.from(all(), { objectMode: false }));
}

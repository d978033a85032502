import { createHash } from 'node:crypto';
import Type from 'typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Transaction, When } from '@interdict/core';
import { answersIn, decideTransaction, entryOfAnswers } from '../../check/index.ts';
import { openBytes } from '../../files/index.ts';
import { APP_LIMITS } from '../../limits.ts';
import { quietJson } from '../../report/index.ts';
import { explainTransaction, explanationJson, findRule } from '../../rules/index.ts';
import { bodyOf } from '../body.ts';
import { componentRef, type RouteDocs } from '../docs.ts';
import { askerOf } from '../guard.ts';
import { LINES_TYPE, sendAnswers } from '../send-answers.ts';
import type { App, Service } from '../service.ts';
import { AS_OF, asOfParam, optionalWhen, PROFILE, profileParam, whenParam } from './params.ts';

const EXAMPLE = {
  id: '1',
  activity: 'renew',
  at: '2024-08-01',
  actor: { country: 'US', classes: ['local-government'] },
  counterparty: { name: 'Kaspersky Lab, Inc.', country: 'US' },
  item: { product: 'Kaspersky Endpoint Security' },
};

const QUERY = {
  ...AS_OF,
  known_at: Type.Optional(
    whenParam('Answer from what the rulebook had recorded by then.', '2026-11-24'),
  ),
  ...PROFILE,
};

const DecideQuery = Type.Object(QUERY, { additionalProperties: false });
const ExplainQuery = Type.Object(
  {
    ...QUERY,
    rule: Type.Optional(
      Type.String({
        maxLength: 200,
        description: 'Only this rule, also where it does not reach the transaction.',
        examples: ['us-icts-kaspersky-2024'],
      }),
    ),
  },
  { additionalProperties: false },
);

const BODY = {
  description:
    'One transaction, an array, or one on each line (interdict.transaction/1); CSV of orders is ' +
    'read too, and all of them gzip-compressed. Told by content, not by Content-Type.',
  types: {
    'application/json': Type.Union([
      componentRef('Transaction'),
      Type.Array(componentRef('Transaction')),
    ]),
    'application/x-ndjson': Type.String(),
    'text/csv': Type.String(),
  },
  examples: {
    renewal: { summary: 'A renewal after the first phase', value: EXAMPLE },
  },
} satisfies RouteDocs['body'];

const NOT_READ =
  'A transaction that cannot be read is a line `{"problem": {code, message, pointer}}` after the ' +
  'answers; when none can be read the status is 422.';

const DECIDE_DOCS: RouteDocs = {
  id: 'decide',
  tag: 'answers',
  summary: 'Say what the rules say to transactions',
  description: NOT_READ,
  body: BODY,
  answer: 'One line of JSON for each transaction, with a row for every rule.',
  answers: { [LINES_TYPE]: componentRef('Decision') },
};

const EXPLAIN_DOCS: RouteDocs = {
  id: 'explain',
  tag: 'answers',
  summary: 'Say why transactions are answered as they are',
  description: NOT_READ,
  body: BODY,
  answer: 'One line of JSON for each transaction, interdict.explanation/1.',
  answers: { [LINES_TYPE]: Type.Object({ schema: Type.Literal('interdict.explanation/1') }) },
};

/** What stands in messages and pointers where a file name would. */
const NAME = 'body';

/** Sends an answer to each transaction of the body, put on record as far as it is sent. */
function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { command, service, asOf, line }: AnswerOptions,
): Promise<FastifyReply> {
  const body = bodyOf(request);
  const input = createHash('sha256').update(body).digest('hex');
  const answers = answersIn(openBytes(body), NAME, (transaction) => {
    return `${line(transaction)}\n`;
  });
  return sendAnswers(reply, answers, {
    monotonicMs: service.monotonicMs,
    onPart: ({ text, count, number }) => {
      const output = createHash('sha256').update(text).digest('hex');
      const given = { command, edition: service.edition, asOf, decided: count, output };
      const asking = { by: askerOf(request, service), at: service.now() };
      const more = { request: request.id, input, part: number };
      return service.put(entryOfAnswers(given, asking, more));
    },
  });
}

interface AnswerOptions {
  readonly command: 'decide' | 'explain';
  readonly service: Service;
  readonly asOf: When;
  readonly line: (transaction: Transaction) => string;
}

/** Adds POST /decide and POST /explain. */
export function addTransactionRoutes(app: App, service: Service): void {
  const { edition } = service;
  const bodyLimit = APP_LIMITS.httpTransactionsBytesMax;
  app.post(
    '/decide',
    {
      bodyLimit,
      schema: { querystring: DecideQuery },
      config: { needs: 'decide', docs: DECIDE_DOCS },
    },
    async (request, reply) => {
      const { as_of, known_at, profile: whose } = request.query;
      const profile = profileParam(whose, service);
      const asOf = asOfParam(as_of, service);
      const asked = { edition, profile, asOf, knownAt: optionalWhen('known_at', known_at) };
      const line = (one: Transaction) => JSON.stringify(decideTransaction(one, asked));
      return answer(request, reply, { command: 'decide', service, asOf, line });
    },
  );
  app.post(
    '/explain',
    {
      bodyLimit,
      schema: { querystring: ExplainQuery },
      config: { needs: 'decide', docs: EXPLAIN_DOCS },
    },
    async (request, reply) => {
      const { as_of, known_at, profile: whose, rule: id } = request.query;
      const profile = profileParam(whose, service);
      const knownAt = optionalWhen('known_at', known_at);
      const asOf = asOfParam(as_of, service);
      const asked = {
        edition,
        asOf,
        ...(knownAt === undefined ? {} : { knownAt }),
        ...(profile === undefined ? {} : { profile }),
        ...(id === undefined ? {} : { rule: findRule(id, edition).rule.id }),
      };
      const line = (one: Transaction) =>
        quietJson(JSON.stringify(explanationJson(explainTransaction(one, asked), edition)));
      return answer(request, reply, { command: 'explain', service, asOf, line });
    },
  );
}

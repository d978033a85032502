import Type from 'typebox';
import type { Static } from 'typebox';
import type { FastifyReply } from 'fastify';
import { BOUND_CLASSES, wordsOf, type BoundClass, type Profile } from '@interdict/core';
import { APP_LIMITS } from '../../limits.ts';
import { parseWordOption } from '../../parse-options.ts';
import { InterdictError } from '../../problems.ts';
import { quietJson } from '../../report/index.ts';
import {
  findRule,
  listJson,
  listRules,
  rulePageJson,
  STATUS_FILTERS,
  timelineCalendar,
  timelineJson,
  timelineOf,
  vocabularyJson,
} from '../../rules/index.ts';
import { bodyOf } from '../body.ts';
import { componentRef, type RouteDocs } from '../docs.ts';
import type { App, Service } from '../service.ts';
import {
  AS_OF,
  asOfParam,
  optionalWhen,
  PROFILE,
  profileBody,
  profileParam,
  whenParam,
} from './params.ts';

const FILTERS = {
  ...AS_OF,
  jurisdiction: Type.Optional(
    Type.String({
      maxLength: 1000,
      description: 'Only these, separated by commas. `us` takes in the states, `us-tx` is one.',
      examples: ['us-tx,de'],
    }),
  ),
  status: Type.Optional(
    Type.String({
      maxLength: 1000,
      description: `Only rules in these states at the time: ${STATUS_FILTERS.join(', ')}.`,
      examples: ['in-force,overdue'],
    }),
  ),
  bound: Type.Optional(
    Type.Unsafe<BoundClass>({
      type: 'string',
      enum: wordsOf(BOUND_CLASSES),
      description: 'Only rules that bind this class of person, or may.',
      examples: ['federal-contractor'],
    }),
  ),
  party: Type.Optional(
    Type.String({
      maxLength: 1000,
      description: 'Only rules that name this party, its group, its owners, or a product of its.',
      examples: ['Hangzhou Hikvision'],
    }),
  ),
};
const FiltersQuery = Type.Object(FILTERS, { additionalProperties: false });
const ListQuery = Type.Object({ ...FILTERS, ...PROFILE }, { additionalProperties: false });

const DAYS = {
  ...AS_OF,
  from: Type.Optional(whenParam('First day. Default: the day of as_of.', '2024-06-01')),
  to: Type.Optional(whenParam('Last day. Default: 90 days later.', '2026-12-31')),
  all: Type.Optional(
    Type.Unsafe<'true' | 'false'>({
      type: 'string',
      enum: ['true', 'false'],
      description: 'With a profile, also what does not bind it. Default: false.',
      examples: ['true'],
    }),
  ),
  format: Type.Optional(
    Type.Unsafe<'json' | 'ics'>({
      type: 'string',
      enum: ['json', 'ics'],
      description: 'Default: json, or ics when only text/calendar is accepted.',
      examples: ['ics'],
    }),
  ),
};
const DaysQuery = Type.Object(DAYS, { additionalProperties: false });
const TimelineQuery = Type.Object({ ...DAYS, ...PROFILE }, { additionalProperties: false });

const PageQuery = Type.Object(AS_OF, { additionalProperties: false });
const PageParams = Type.Object(
  {
    id: Type.String({
      maxLength: 200,
      description: 'Id of the rule, or one it had before.',
      examples: ['us-icts-kaspersky-2024'],
    }),
  },
  { additionalProperties: false },
);
const NoQuery = Type.Object({}, { additionalProperties: false });

const JSON_TYPE = 'application/json; charset=utf-8';
const CALENDAR_TYPE = 'text/calendar; charset=utf-8';

/** A value as JSON in the form the command line prints. */
function sendJson(reply: FastifyReply, value: unknown): FastifyReply {
  return reply.type(JSON_TYPE).send(`${quietJson(JSON.stringify(value, undefined, 2))}\n`);
}

function wordsIn(text: string | undefined): readonly string[] | undefined {
  return text?.split(',').map((word) => word.trim());
}

function sendList(
  reply: FastifyReply,
  query: Static<typeof FiltersQuery>,
  profile: Profile | undefined,
  service: Service,
): FastifyReply {
  const { edition } = service;
  const asOf = asOfParam(query.as_of, service);
  const jurisdictions = wordsIn(query.jurisdiction);
  const statuses = wordsIn(query.status)?.map((word) =>
    parseWordOption('status', word, STATUS_FILTERS),
  );
  const { bound, party } = query;
  const listings = listRules(edition, {
    asOf,
    ...(jurisdictions === undefined ? {} : { jurisdictions }),
    ...(statuses === undefined ? {} : { statuses }),
    ...(bound === undefined ? {} : { bound }),
    ...(party === undefined ? {} : { party }),
    ...(profile === undefined ? {} : { profile }),
  });
  return sendJson(reply, listJson(listings, edition, asOf));
}

/** The format asked for by name, or else by what the client accepts. */
function timelineFormat(format: 'json' | 'ics' | undefined, accept = ''): 'json' | 'ics' {
  if (format !== undefined) return format;
  return /text\/calendar/iu.test(accept) && !/json|\*\/\*/iu.test(accept) ? 'ics' : 'json';
}

function sendTimeline(
  reply: FastifyReply,
  query: Static<typeof DaysQuery>,
  profile: Profile | undefined,
  service: Service,
): FastifyReply {
  const { edition } = service;
  const asOf = asOfParam(query.as_of, service);
  const from = optionalWhen('from', query.from) ?? asOf;
  const to = optionalWhen('to', query.to);
  if (to !== undefined && to.local < from.local) {
    throw new InterdictError('usage', `to \`${to.text}\` lies before \`${from.text}\``);
  }
  const timeline = timelineOf(edition, {
    asOf,
    from,
    ...(to === undefined ? {} : { to }),
    ...(profile === undefined ? {} : { profile }),
    isAll: query.all === 'true',
  });
  const format = timelineFormat(query.format, reply.request.headers.accept);
  if (format === 'json') return sendJson(reply, timelineJson(timeline, edition, asOf));
  return reply.type(CALENDAR_TYPE).send(timelineCalendar(timeline, asOf, profile));
}

function answerOf(schema: string): RouteDocs['answers'] {
  return { 'application/json': Type.Object({ schema: Type.Literal(schema) }) };
}

const LIST_DOCS: RouteDocs = {
  id: 'listRules',
  tag: 'rulebook',
  summary: 'List the rules as they stand, and whether they bind you',
  answer: 'The rules that pass every filter, interdict.rule-list/1.',
  answers: answerOf('interdict.rule-list/1'),
};

const TIMELINE_DOCS: RouteDocs = {
  id: 'timeline',
  tag: 'rulebook',
  summary: 'Say what changes in the law between two days',
  answer: 'What changes, interdict.timeline/1, or as a calendar.',
  answers: { ...answerOf('interdict.timeline/1'), 'text/calendar': Type.String() },
};

const PAGE_DOCS: RouteDocs = {
  id: 'showRule',
  tag: 'rulebook',
  summary: 'Show one rule',
  answer: 'The rule as it stands in the rulebook, interdict.rule-page/1.',
  answers: answerOf('interdict.rule-page/1'),
};

const VOCABULARY_DOCS: RouteDocs = {
  id: 'vocabulary',
  tag: 'rulebook',
  summary: 'Every word that rules, profiles and transactions use',
  answer: 'The closed vocabularies with their meanings, interdict.vocabulary/1.',
  answers: answerOf('interdict.vocabulary/1'),
};

const PROFILE_BODY: NonNullable<RouteDocs['body']> = {
  description: 'The profile, interdict.profile/1; for one too long for the query.',
  types: { 'application/json': componentRef('Profile'), 'application/yaml': Type.String() },
  examples: {
    county: {
      summary: 'A county',
      value: {
        schema: 'interdict.profile/1',
        name: 'Pawpaw Bend County',
        country: 'US',
        classes: ['local-government'],
      },
    },
  },
};

function posted(docs: RouteDocs): RouteDocs {
  return { ...docs, id: `${docs.id}For`, body: PROFILE_BODY };
}

/** Adds the routes about the rulebook itself. */
export function addRuleRoutes(app: App, service: Service): void {
  const bodyLimit = APP_LIMITS.httpProfileBytesMax;
  app.get(
    '/rules',
    { schema: { querystring: ListQuery }, config: { needs: 'read', docs: LIST_DOCS } },
    async ({ query }, reply) =>
      sendList(reply, query, profileParam(query.profile, service), service),
  );
  app.post(
    '/rules',
    {
      bodyLimit,
      schema: { querystring: FiltersQuery },
      config: { needs: 'read', docs: posted(LIST_DOCS) },
    },
    async (request, reply) =>
      sendList(reply, request.query, profileBody(bodyOf(request), service), service),
  );
  app.get(
    '/rules/timeline',
    { schema: { querystring: TimelineQuery }, config: { needs: 'read', docs: TIMELINE_DOCS } },
    async ({ query }, reply) =>
      sendTimeline(reply, query, profileParam(query.profile, service), service),
  );
  app.post(
    '/rules/timeline',
    {
      bodyLimit,
      schema: { querystring: DaysQuery },
      config: { needs: 'read', docs: posted(TIMELINE_DOCS) },
    },
    async (request, reply) =>
      sendTimeline(reply, request.query, profileBody(bodyOf(request), service), service),
  );
  app.get(
    '/rules/:id',
    {
      schema: { querystring: PageQuery, params: PageParams },
      config: { needs: 'read', docs: PAGE_DOCS },
    },
    async ({ query, params }, reply) => {
      const rule = findRule(params.id, service.edition);
      const page = rulePageJson(rule, service.edition, asOfParam(query.as_of, service));
      return sendJson(reply, page);
    },
  );
  app.get(
    '/vocabulary',
    { schema: { querystring: NoQuery }, config: { needs: 'read', docs: VOCABULARY_DOCS } },
    async (_, reply) => sendJson(reply, vocabularyJson()),
  );
}

import { STATUS_CODES } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { Problem } from '@interdict/core';
import { APP_PROBLEMS, InterdictError, type AppProblemCode } from '../problems.ts';
import { quietJson } from '../report/index.ts';

export const PROBLEM_TYPE = 'application/problem+json';

/** Statuses of the failures a client can do something about; any other failure is ours, 500. */
const STATUSES: Readonly<Partial<Record<AppProblemCode, number>>> = {
  usage: 400,
  'profile-invalid': 400,
  'request-invalid': 400,
  'digest-mismatch': 400,
  'key-missing': 401,
  'access-denied': 403,
  'rule-unknown': 404,
  'route-unknown': 404,
  'method-not-allowed': 405,
  'body-too-large': 413,
  'media-type-unsupported': 415,
  'input-unreadable': 422,
  'too-many-requests': 429,
  overloaded: 503,
  'journal-failed': 503,
};

/** Codes a client may meet, with their statuses, for the documentation. */
export const PROBLEM_STATUSES: readonly (readonly [AppProblemCode, number])[] = [
  ...(Object.entries(STATUSES) as [AppProblemCode, number][]),
  ['defect', 500],
];

/** What Fastify itself refuses, in our codes. */
const FASTIFY_CODES: Readonly<Record<string, AppProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type-unsupported',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request-invalid',
  FST_ERR_BAD_URL: 'request-invalid',
  FST_ERR_MAX_PARAM_LENGTH: 'request-invalid',
};

const ADVICE: Readonly<Partial<Record<AppProblemCode, string>>> = {
  'body-too-large': 'the body is larger than this path takes: send it in parts, see `docs/http.md`',
  'media-type-unsupported': 'leave out Content-Type, or name the type of what is sent',
  'request-invalid': 'the path or a header of the request is damaged: encode it anew',
};

/** Failures of ours whose message is meant for a client; others may name files of the machine. */
const SAYABLE: ReadonlySet<AppProblemCode> = new Set(['defect', 'overloaded']);

function statusOf(error: InterdictError): number {
  return STATUSES[error.code] ?? 500;
}

/** Whatever was thrown, as a failure that has a code; what has none is a defect. */
export function asProblem(error: unknown): InterdictError {
  if (error instanceof InterdictError) return error;
  const { code } = error as { readonly code?: unknown };
  const known = typeof code === 'string' ? FASTIFY_CODES[code] : undefined;
  if (known !== undefined) {
    return new InterdictError(known, ADVICE[known] ?? APP_PROBLEMS[known], { cause: error });
  }
  const message = 'a defect of the program: the log has it under the id of this request';
  return new InterdictError('defect', message, { cause: error });
}

/** The body of an answer that is an error, after RFC 9457. */
interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: AppProblemCode;
  readonly requestId?: string;
  readonly problems?: readonly Problem[];
}

function problemBody(error: InterdictError, requestId?: string): ProblemBody {
  const { code, problems } = error;
  const status = statusOf(error);
  const detail = status < 500 || SAYABLE.has(code) ? error.message : APP_PROBLEMS[code];
  return {
    type: `urn:interdict:problem:${code}`,
    title: APP_PROBLEMS[code],
    status,
    detail,
    code,
    ...(requestId === undefined ? {} : { requestId }),
    ...(problems.length === 0 ? {} : { problems }),
  };
}

/** Sends a failure. */
export function sendProblem(reply: FastifyReply, error: InterdictError): FastifyReply {
  const body = problemBody(error, reply.request.id);
  if (body.status === 401) reply.header('www-authenticate', 'Bearer realm="interdict"');
  if (body.status === 429 || body.status === 503) reply.header('retry-after', retryAfter(reply));
  return reply
    .code(body.status)
    .type(PROBLEM_TYPE)
    .send(`${quietJson(JSON.stringify(body))}\n`);
}

function retryAfter(reply: FastifyReply): string {
  return String(reply.getHeader('retry-after') ?? 1);
}

/** A whole answer for a connection whose request could not even be read. */
export function rawProblem(status: number, detail: string): string {
  const title = STATUS_CODES[status] ?? 'Bad Request';
  const body = `${JSON.stringify({
    type: 'urn:interdict:problem:request-invalid',
    title: APP_PROBLEMS['request-invalid'],
    status,
    detail,
    code: 'request-invalid',
  })}\n`;
  return [
    `HTTP/1.1 ${status} ${title}`,
    `content-type: ${PROBLEM_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');
}

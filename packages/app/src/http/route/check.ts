import { createHash } from 'node:crypto';
import Type from 'typebox';
import type { FastifyRequest } from 'fastify';
import { LIMITS } from '@interdict/core';
import { checkInputs, entryOfCheck, type CheckInput } from '../../check/index.ts';
import { UNKNOWN_PROFILE } from '../../edition/index.ts';
import { openBytes } from '../../files/index.ts';
import { APP_LIMITS } from '../../limits.ts';
import { InterdictError } from '../../problems.ts';
import { REPORT_FORMATS, renderReportParts, type ReportFormatName } from '../../report/index.ts';
import { bodyOf, isMultipart, wholeBody } from '../body.ts';
import { componentRef, type RouteDocs } from '../docs.ts';
import { readForm, type Form, type FormFile } from '../form.ts';
import { askerOf } from '../guard.ts';
import type { App, Service } from '../service.ts';
import { AS_OF, asOfParam, PROFILE, profileParam } from './params.ts';

/** Width of a report set for a terminal, which the server does not have. */
const COLUMNS = 100;

/** What an input is called that its sender gave no name. */
const UNNAMED = 'body';

const CheckQuery = Type.Object(
  {
    ...AS_OF,
    ...PROFILE,
    name: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: APP_LIMITS.httpNameLengthMax,
        description: 'Name of the file in the body, which may hold folders. Not for forms.',
        examples: ['hosts/fin-ws-014/sbom.json'],
      }),
    ),
    format: Type.Optional(
      Type.Unsafe<ReportFormatName>({
        type: 'string',
        enum: REPORT_FORMATS.map(({ name }) => name),
        description: 'Format of the report. Default: json.',
        examples: ['json'],
      }),
    ),
  },
  { additionalProperties: false },
);

const EXAMPLE = {
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  version: 1,
  components: [
    { type: 'application', name: 'Kaspersky Endpoint Security', publisher: 'AO Kaspersky Lab' },
  ],
};

const DOCS: RouteDocs = {
  id: 'check',
  tag: 'answers',
  summary: 'Look through files for what is barred',
  description:
    'The same bytes under the same names, for the same moment and profile, give the same report: ' +
    'sending again is harmless, and the ETag is the SHA-256 of the report. The status is 200 ' +
    'whatever is found: `summary.status` is the answer, and `coverage` says what was read.',
  body: {
    description:
      'One file as it is, or a form (multipart/form-data) of several, whose file names may hold ' +
      'folders, with a field `profile` if wanted. Archives are opened.',
    types: {
      'application/json': Type.Unknown(),
      'application/octet-stream': Type.String(),
      'multipart/form-data': Type.Object({
        file: Type.Array(Type.String({ contentMediaType: 'application/octet-stream' })),
        profile: Type.Optional(Type.String()),
      }),
    },
    examples: { sbom: { summary: 'A bill of materials', value: EXAMPLE } },
  },
  answer: 'The report, interdict.report/1, or in another format.',
  answers: Object.fromEntries(
    REPORT_FORMATS.map(({ name, mediaType }) => [
      mediaType.replace(/;.*/u, ''),
      name === 'json' ? componentRef('Report') : Type.Unknown(),
    ]),
  ),
};

const UNSAFE_NAME = /\p{Cc}/u;

function inputOf({ name, bytes }: FormFile): CheckInput {
  if (name === '' || name.length > APP_LIMITS.httpNameLengthMax || UNSAFE_NAME.test(name)) {
    const message =
      `the name of a file has 1 to ${APP_LIMITS.httpNameLengthMax} characters, none of them a ` +
      'control character';
    throw new InterdictError('request-invalid', message);
  }
  return { path: name, open: () => openBytes(bytes) };
}

/** Two inputs of one name could not be told apart in the report. */
function refuseTwins(inputs: readonly CheckInput[]): void {
  const names = new Set<string>();
  for (const { path } of inputs) {
    if (names.has(path)) {
      const message = `two files are called \`${path}\`: give each a name of its own`;
      throw new InterdictError('request-invalid', message);
    }
    names.add(path);
  }
}

async function formOf(request: FastifyRequest, name: string | undefined): Promise<Form> {
  if (!isMultipart(request)) {
    return { files: [{ name: name ?? UNNAMED, bytes: bodyOf(request) }] };
  }
  if (name !== undefined) {
    const message = 'the files of a form have their names with them: leave `name` out';
    throw new InterdictError('request-invalid', message);
  }
  const form = await readForm(wholeBody(request), request.headers['content-type'] ?? '');
  if (form.files.length > 0) return form;
  throw new InterdictError('request-invalid', 'the form has no file: add one with a file name');
}

/** Adds POST /check. */
export function addCheckRoute(app: App, service: Service): void {
  app.post(
    '/check',
    {
      bodyLimit: APP_LIMITS.httpFilesBytesMax,
      schema: { querystring: CheckQuery },
      config: { needs: 'decide', docs: DOCS },
    },
    async (request, reply) => {
      const { as_of, profile: whose, name, format = 'json' } = request.query;
      const asOf = asOfParam(as_of, service);
      const form = await formOf(request, name);
      if (form.profile !== undefined && whose !== undefined) {
        const message = 'the profile stands in the form and in the query: send it once';
        throw new InterdictError('request-invalid', message);
      }
      const inputs = form.files.map(inputOf);
      refuseTwins(inputs);
      const report = checkInputs(inputs, {
        edition: service.edition,
        profile: profileParam(form.profile ?? whose, service) ?? UNKNOWN_PROFILE,
        asOf,
        limits: { ...LIMITS, expandedBytesMax: APP_LIMITS.httpExpandedBytesMax },
      });
      const shown = { columns: COLUMNS, color: false };
      const text = [...renderReportParts(report, format, shown)].join('');
      const asking = { by: askerOf(request, service), at: service.now() };
      await service.put(entryOfCheck(report, asking, { request: request.id }));
      const digest = createHash('sha256').update(text).digest('hex');
      const mediaType = REPORT_FORMATS.find((one) => one.name === format)?.mediaType;
      return reply
        .header('etag', `"${digest}"`)
        .type(mediaType ?? 'application/json')
        .send(text);
    },
  );
}

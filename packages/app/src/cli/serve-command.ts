import type { Command } from 'commander';
import { addEditionOptions, type EditionOptions } from './edition-options.ts';
import { parseNumberOption } from './parse-number.ts';
import type { Finish } from './program.ts';
import { EXIT, type ExitCode, type World } from './streams.ts';

const HOST = '127.0.0.1';
const PORT = '8210';
const PORT_MAX = 65_535;
const RATE_MAX = 100_000_000;

const EXAMPLES = `
Examples:
  interdict serve
  interdict serve --port 0 --profile profile.yaml --journal journal/
  interdict keys create --name crm --role decide --keys keys.ndjson
  interdict serve --host 0.0.0.0 --keys keys.ndjson

  curl --data-binary @orders.ndjson http://127.0.0.1:8210/decide
  curl --data-binary @sbom.json 'http://127.0.0.1:8210/check?name=sbom.json&as_of=2024-09-28'

Without --host the server answers this machine alone and asks for no key. On any other address it
needs --keys, and each request a key. It speaks plain HTTP: put a server that speaks TLS before it.
Without as_of an answer is for the time of its request. The page of the API is at /docs. The server
stops at SIGINT or SIGTERM, after the requests under way.`;

interface ServeOptions extends EditionOptions {
  readonly host: string;
  readonly port: string;
  readonly journal?: string;
  readonly keys?: string;
  readonly rateLimit?: string;
}

async function runServe(options: ServeOptions, world: World): Promise<ExitCode> {
  const { port, rateLimit, ...rest } = options;
  const settings = {
    ...rest,
    port: parseNumberOption('--port', port, { min: 0, max: PORT_MAX }),
    ...(rateLimit === undefined
      ? {}
      : {
          requestsPerMinute: parseNumberOption('--rate-limit', rateLimit, {
            min: 1,
            max: RATE_MAX,
          }),
        }),
  };
  await world.serve(settings, (address) => {
    world.stdout.write(`listening on ${address}\n`);
  });
  return EXIT.nothingFound;
}

/** Adds `interdict serve`. */
export function addServeCommand(program: Command, world: World, finish: Finish): void {
  const serve = program
    .command('serve')
    .summary('answer over HTTP')
    .description('Answers over HTTP what the other commands answer, with the same bytes.')
    .option('--host <address>', 'address to listen on', HOST)
    .option('--port <number>', 'port to listen on; 0 takes any that is free', PORT)
    .option('--profile <file>', 'who acts where a request does not say');
  addEditionOptions(serve)
    .option('--journal <folder>', 'put every answer on record in the journal of a folder')
    .option('--keys <file>', 'answer only to keys of this file')
    .option('--rate-limit <number>', 'requests of one address in a minute')
    .addHelpText('after', EXAMPLES)
    .action(async (options: ServeOptions) => finish(await runServe(options, world)));
}

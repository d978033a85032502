/**
 * Runs the built program as its users do. `npm test` builds it before the tests; a test that
 * runs without it says so instead of failing somewhere else.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT: string = fileURLToPath(new URL('..', import.meta.url));
export const PROGRAM: string = `${ROOT}packages/app/dist/interdict.mjs`;

/** Long enough for a machine that runs everything else at the same time. */
const RUN_TIMEOUT_MS = 120_000;
const OUTPUT_BYTES_MAX = 256 * 1024 * 1024;

/** Variables that change what the program or Node prints. */
const LOOKED_AT: ReadonlySet<string> = new Set([
  'NO_COLOR',
  'FORCE_COLOR',
  'COLUMNS',
  'NODE_OPTIONS',
]);

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Options of Node itself. */
  readonly node?: readonly string[];
}

/** The environment without what would change the output of the program. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env);
  return Object.fromEntries(entries.filter(([name]) => !LOOKED_AT.has(name)));
}

function assertBuilt(): void {
  if (existsSync(PROGRAM)) return;
  throw new Error(`the program is not built: ${PROGRAM} is missing; run \`npm run build\` first`);
}

function run(command: string, args: readonly string[], options: RunOptions): Run {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: options.cwd ?? ROOT,
    env: { ...plainEnvironment(), ...options.env },
    input: options.input ?? '',
    encoding: 'utf8',
    timeout: RUN_TIMEOUT_MS,
    maxBuffer: OUTPUT_BYTES_MAX,
  });
  if (error !== undefined) throw error;
  return { status, stdout, stderr };
}

/** Runs `interdict` with the given arguments, from the root of the repository. */
export function interdict(args: readonly string[], options: RunOptions = {}): Run {
  assertBuilt();
  return run(process.execPath, [...(options.node ?? []), PROGRAM, ...args], options);
}

/** Runs a line of shell in which `$INTERDICT` is the program. */
export function shell(line: string, options: RunOptions = {}): Run {
  assertBuilt();
  const env = { ...options.env, INTERDICT: `${process.execPath} ${PROGRAM}` };
  return run('sh', ['-c', line], { ...options, env });
}

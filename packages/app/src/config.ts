import { homedir } from 'node:os';
import { join } from 'node:path';

/** What the environment may set. The only place that reads it. */
export interface Config {
  /** Colors as the NO_COLOR and FORCE_COLOR conventions ask; undefined leaves it to the TTY. */
  readonly color: boolean | undefined;
  /** Width to lay out for when the output is no terminal. */
  readonly columns: number | undefined;
  /** Folder of what is kept between runs, such as official lists. */
  readonly storeFolder: string;
  /** Proxies to fetch through. */
  readonly proxies: Proxies;
  /** URL of a PostgreSQL database; it may hold a password, which no command line should. */
  readonly databaseUrl: string | undefined;
}

/** Proxies as HTTP_PROXY, HTTPS_PROXY and NO_PROXY name them, in capital or small letters. */
export interface Proxies {
  readonly httpProxy?: string;
  readonly httpsProxy?: string;
  readonly noProxy?: string;
}

/** Reads the configuration from the environment of the process. */
export function readConfig(): Config {
  const { NO_COLOR, FORCE_COLOR, COLUMNS, INTERDICT_DATABASE_URL } = process.env;
  const columns = Number(COLUMNS);
  const isForced = FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0';
  const isOff = NO_COLOR !== undefined && NO_COLOR !== '';
  return {
    color: isOff ? false : isForced ? true : undefined,
    columns: Number.isInteger(columns) && columns > 0 ? columns : undefined,
    storeFolder: storeFolder(),
    proxies: readProxies(),
    databaseUrl: INTERDICT_DATABASE_URL === '' ? undefined : INTERDICT_DATABASE_URL,
  };
}

function readProxies(): Proxies {
  const { env } = process;
  const httpProxy = env['http_proxy'] ?? env['HTTP_PROXY'] ?? '';
  const httpsProxy = env['https_proxy'] ?? env['HTTPS_PROXY'] ?? '';
  const noProxy = env['no_proxy'] ?? env['NO_PROXY'] ?? '';
  return {
    ...(httpProxy === '' ? {} : { httpProxy }),
    ...(httpsProxy === '' ? {} : { httpsProxy }),
    ...(noProxy === '' ? {} : { noProxy }),
  };
}

/** INTERDICT_DATA, or the place the XDG Base Directory Specification gives. */
function storeFolder(): string {
  const { INTERDICT_DATA, XDG_DATA_HOME } = process.env;
  if (INTERDICT_DATA !== undefined && INTERDICT_DATA !== '') return INTERDICT_DATA;
  const isSet = XDG_DATA_HOME !== undefined && XDG_DATA_HOME !== '';
  return join(isSet ? XDG_DATA_HOME : join(homedir(), '.local', 'share'), 'interdict');
}

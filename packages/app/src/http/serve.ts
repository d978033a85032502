import { isIP } from 'node:net';
import type { AddressInfo } from 'node:net';
import { formatInstant, type InstantText } from '@interdict/core';
import { readKeyFile } from '../access/index.ts';
import { loadEdition, overlaysOf, readProfile } from '../edition/index.ts';
import { messageOf } from '../files/index.ts';
import { JournalWriter } from '../journal/index.ts';
import { APP_LIMITS } from '../limits.ts';
import { parseWhenOption } from '../parse-options.ts';
import { InterdictError } from '../problems.ts';
import { buildApp } from './build-app.ts';
import type { AccessPolicy, App, ServerLimits, Service } from './service.ts';

/** How the server is to run, as its command line says it. */
export interface ServeSettings {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  readonly rulebook?: string;
  readonly overlay?: readonly string[];
  readonly profile?: string;
  readonly journal?: string;
  readonly keys?: string;
  readonly requestsPerMinute?: number;
}

/** The world the server runs in; everything it may not ask for itself. */
export interface ServerWorld {
  readonly dataFolder: string;
  readonly version: string;
  readonly user: string;
  readonly nowText: () => string;
  readonly monotonicMs: () => number;
  readonly newId: () => string;
  readonly log: Service['log'];
  /** Called with the address once requests are answered. */
  readonly onListening: (address: string) => void;
  /** Resolves when the server is to stop. */
  readonly untilStopped: () => Promise<unknown>;
}

/** Whether an address is reached from this machine only. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

function accessOf({ host, keys }: ServeSettings): AccessPolicy {
  if (keys !== undefined) return { kind: 'keys', entries: readKeyFile(keys) };
  if (isLoopback(host)) return { kind: 'this-machine' };
  const message =
    `on \`${host}\` others can ask: make a key with \`interdict keys create\` and give --keys, ` +
    'or leave --host out to answer this machine alone';
  throw new InterdictError('usage', message);
}

function limitsOf({ host, requestsPerMinute }: ServeSettings): ServerLimits {
  const open = isLoopback(host) ? undefined : APP_LIMITS.httpRequestsPerMinute;
  return {
    headersMs: APP_LIMITS.httpHeadersMsMax,
    requestMs: APP_LIMITS.httpRequestMsMax,
    lateCheckMs: APP_LIMITS.httpLateCheckMs,
    bodies: APP_LIMITS.httpBodiesMax,
    requestsPerMinute: requestsPerMinute ?? open,
  };
}

/** The journal of a server, and whether it still takes what is put on record. */
interface Recorder {
  readonly put: Service['put'];
  readonly trouble: () => string | undefined;
  readonly close: () => void;
}

function openRecorder(folder: string | undefined, now: () => InstantText, by: string): Recorder {
  if (folder === undefined) {
    return { put: async () => undefined, trouble: () => undefined, close: () => undefined };
  }
  const journal = JournalWriter.open(folder, { now, by });
  let trouble: string | undefined;
  return {
    put: async (entry) => {
      try {
        await journal.append(entry);
      } catch (error) {
        trouble = 'the journal could not be written: start the server anew';
        throw error;
      }
    },
    trouble: () => trouble,
    close: () => journal.close(),
  };
}

/** What answers rest on, as the commands put it together from the same options. */
function basisOf(
  { profile: path, rulebook, overlay = [] }: ServeSettings,
  { dataFolder }: ServerWorld,
): Pick<Service, 'edition' | 'profile'> {
  const profile = path === undefined ? undefined : readProfile(path);
  const own = path === undefined || profile === undefined ? [] : overlaysOf(profile, path);
  return { profile, edition: loadEdition(dataFolder, rulebook, [...own, ...overlay]) };
}

async function listen(app: App, { host, port }: ServeSettings): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    const message = `cannot listen on ${host}, port ${port}: ${messageOf(cause)}`;
    throw new InterdictError('listen-failed', message, { cause });
  }
  const { address, family, port: taken } = app.server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`;
}

/** Waits for requests under way, and at the end of the time given cuts what is left of them. */
async function close(app: App): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), APP_LIMITS.httpStopMsMax);
  try {
    await app.close();
  } finally {
    clearTimeout(cut);
  }
}

/**
 * Runs the server until it is told to stop, and lets requests under way end.
 * @throws InterdictError as `loadEdition`, `readProfile`, `readKeyFile` and `JournalWriter` do,
 * `usage` where others could ask without a key, and `listen-failed`.
 */
export async function serve(settings: ServeSettings, world: ServerWorld): Promise<void> {
  const access = accessOf(settings);
  const now = (): InstantText => formatInstant(parseWhenOption('the clock', world.nowText()).utc);
  const { profile, edition } = basisOf(settings, world);
  const recorder = openRecorder(settings.journal, now, world.user);
  try {
    let isStopping = false;
    const app = await buildApp({
      ...world,
      edition,
      profile,
      access,
      now,
      limits: limitsOf(settings),
      put: recorder.put,
      trouble: () => (isStopping ? 'the server is stopping' : recorder.trouble()),
    });
    try {
      world.onListening(await listen(app, settings));
      await world.untilStopped();
      isStopping = true;
    } finally {
      await close(app);
    }
  } finally {
    recorder.close();
  }
}

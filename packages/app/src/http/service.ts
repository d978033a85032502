import type { FastifyInstance, RawServerDefault } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger } from 'fastify';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { InstantText, JournalEntry, Profile } from '@interdict/core';
import type { KeyEntry } from '../access/index.ts';
import type { Edition } from '../edition/index.ts';

/** The server as routes know it: parameters have the types of their schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** Puts an entry on record; resolves when it is on the disk, at once where there is no journal. */
type PutOnRecord = (entry: JournalEntry) => Promise<void>;

/** Who may ask. */
export type AccessPolicy =
  /** Everybody on this machine; requests that name another host are refused. */
  | { readonly kind: 'this-machine' }
  | { readonly kind: 'keys'; readonly entries: readonly KeyEntry[] };

/** Limits of time and number that whoever starts the server may set. */
export interface ServerLimits {
  readonly headersMs: number;
  readonly requestMs: number;
  readonly lateCheckMs: number;
  readonly bodies: number;
  /** Undefined: as many as come. */
  readonly requestsPerMinute: number | undefined;
}

/** What the routes work with. */
export interface Service {
  readonly edition: Edition;
  /** Who acts where a request does not say. */
  readonly profile: Profile | undefined;
  readonly access: AccessPolicy;
  readonly limits: ServerLimits;
  readonly put: PutOnRecord;
  /** Why the server cannot answer now; undefined while it can. */
  readonly trouble: () => string | undefined;
  /** The time, asked for at each request. */
  readonly now: () => InstantText;
  readonly monotonicMs: () => number;
  readonly newId: () => string;
  readonly version: string;
  /** Who is named in the journal where no key says it. */
  readonly user: string;
  /** Takes the log, one line of JSON at a time; undefined keeps none. */
  readonly log: { readonly write: (line: string) => unknown } | undefined;
}

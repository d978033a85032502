import type { Proxies } from '../config.ts';

/** A stream the command line writes to. */
interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** How a server is to run. */
interface ServeSettings {
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

/** The world a command runs in; everything it may not ask for itself. */
export interface World {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** Current time as text in UTC, for a default as-of. */
  readonly nowText: () => string;
  /** Waits so many milliseconds, between attempts of a download. */
  readonly wait: (ms: number) => Promise<void>;
  /** Milliseconds of a steady clock, for progress. */
  readonly monotonicMs: () => number;
  /** A line typed at the terminal; absent where nobody sits at one. */
  readonly readLine?: () => string | undefined;
  readonly color: boolean | undefined;
  readonly columns: number | undefined;
  /** Folder of the compiled rulebook and catalog. */
  readonly dataFolder: string;
  /** Folder of what is kept between runs, such as official lists. */
  readonly storeFolder: string;
  /** Proxies to fetch through. */
  readonly proxies: Proxies;
  /** URL of the database, where the environment gives one. */
  readonly databaseUrl: string | undefined;
  readonly version: string;
  /** Who runs the command, for the journal. */
  readonly user: string;
  /** Bytes of chance, for keys. */
  readonly randomBytes: (count: number) => Uint8Array;
  /** Runs a server until it is told to stop. Its code is loaded by nothing else. */
  readonly serve: (
    settings: ServeSettings,
    onListening: (address: string) => void,
  ) => Promise<void>;
}

/** Exit codes, stable: other programs rely on them. */
export const EXIT = {
  nothingFound: 0,
  found: 1,
  usage: 2,
  incomplete: 3,
  /** A defect of the program itself, as sysexits.h names it: EX_SOFTWARE. */
  defect: 70,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

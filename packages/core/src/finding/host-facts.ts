import {
  PRESENCES,
  type ComponentRecord,
  type ObservationRecord,
  type SourcePointer,
  type TraceKind,
} from '../model/index.ts';
import { recordKindOf } from '../inventory/index.ts';

/** A security product that is registered with the system of a host. */
export interface Registration {
  readonly name: string;
  readonly isOn?: boolean;
  readonly isCurrent?: boolean;
  readonly source: SourcePointer;
}

/** What the records of one host say of it, whether or not anything is found. */
export interface HostFacts {
  readonly host: string;
  records: number;
  readonly registrations: Registration[];
  /** Kinds of things some record lists. */
  readonly lookedAt: Set<TraceKind>;
}

/** Registrations kept for a host; no system has as many. */
const REGISTRATIONS_MAX = 50;

/** Names of hosts are one whatever their case, as in identification. */
export function hostKey(host: string): string {
  return host.toLowerCase();
}

/** Gathers what is known of each host while records go by; memory grows with hosts. */
export class HostBook {
  readonly #byHost = new Map<string, HostFacts>();

  add(record: ComponentRecord | ObservationRecord): void {
    if (record.host === undefined) return;
    const facts = this.#factsOf(record.host);
    facts.records += 1;
    if (record.kind === 'observation') return;
    facts.lookedAt.add(recordKindOf(record));
    const isThere = PRESENCES[record.presence].rank >= PRESENCES.installed.rank;
    if (record.registered === undefined || !isThere) return;
    if (facts.registrations.length >= REGISTRATIONS_MAX) return;
    const { name, source, registered } = record;
    facts.registrations.push({ name, source, ...registered });
  }

  #factsOf(host: string): HostFacts {
    const known = this.#byHost.get(hostKey(host));
    if (known !== undefined) return known;
    const made = { host, records: 0, registrations: [], lookedAt: new Set<TraceKind>() };
    this.#byHost.set(hostKey(host), made);
    return made;
  }

  hosts(): Iterable<HostFacts> {
    return this.#byHost.values();
  }
}

import type { ComponentRecord, InventoryRecord } from '../../model/index.ts';
import type { Catalog } from '../catalog/index.ts';
import { identifyEmbedded } from './embedding.ts';
import { HostLedger } from './host-ledger.ts';
import { matchRecord } from './match-record.ts';
import type { Identified } from './settle.ts';
import type { IdentifiableRecord, Unit } from './unit.ts';
import { unitsOf } from './units-of.ts';

/**
 * The product a component was found inside, when that is another maker's: a library in the bill
 * of materials of the maker's own program is not embedded in anything.
 */
function foreignParent(
  catalog: Catalog,
  record: IdentifiableRecord,
  unit: Unit,
): string | undefined {
  if (record.kind !== 'component' || record.parent === undefined) return undefined;
  const { name } = record.parent;
  const isOwn = (catalog.fields.name?.lookUp(name) ?? []).some(
    ({ sign }) => sign.maker === unit.maker,
  );
  return isOwn ? undefined : name;
}

/** Gathers evidence by subject: a host and maker, or a record that stands for itself. */
class Ledgers {
  readonly #byHost = new Map<string, HostLedger>();
  readonly #all: HostLedger[] = [];

  add(host: string | undefined, unit: Unit, embeddedIn: string | undefined): void {
    this.#ledger(host, unit, embeddedIn).add(unit);
  }

  #ledger(host: string | undefined, unit: Unit, embeddedIn: string | undefined): HostLedger {
    const key = JSON.stringify([host?.toLowerCase(), unit.maker, embeddedIn]);
    const known = host === undefined ? undefined : this.#byHost.get(key);
    if (known !== undefined) return known;
    const made = new HostLedger(embeddedIn);
    this.#all.push(made);
    if (host !== undefined) this.#byHost.set(key, made);
    return made;
  }

  settle(): readonly Identified[] {
    return this.#all.flatMap((ledger) => ledger.settle());
  }
}

function addRecord(catalog: Catalog, record: IdentifiableRecord, ledgers: Ledgers): void {
  const matches = matchRecord(catalog, record);
  if (matches.length === 0) return;
  const units = unitsOf(catalog, record, matches);
  // Products that one record without a host shows are settled together: it is one subject.
  const host = record.host;
  for (const unit of units) ledgers.add(host, unit, foreignParent(catalog, record, unit));
}

/**
 * Identifies what is in an inventory. Records of one host are weighed together for each maker;
 * records without a host stand for themselves. What was found comes in the order in which it was
 * first met. Memory grows with what is found, not with what is read.
 */
export function identify(
  catalog: Catalog,
  records: Iterable<InventoryRecord>,
): readonly Identified[] {
  const ledgers = new Ledgers();
  const embedded: Identified[] = [];
  for (const record of records) {
    if (record.kind !== 'component' && record.kind !== 'observation') continue;
    addRecord(catalog, record, ledgers);
    if (isHostProduct(record)) embedded.push(...identifyEmbedded(catalog, record));
  }
  return [...ledgers.settle(), ...withoutNested(embedded)];
}

/**
 * Leaves out what was found in a part of something in which it was found already: the operating
 * system inside a device holds the same engine as the device.
 */
function withoutNested(found: readonly Identified[]): readonly Identified[] {
  return found.filter(({ subject, identification: { product } }) => {
    const { file, pointer } = subject.source;
    return !found.some(
      (other) =>
        other.identification.product === product &&
        other.subject.source.file === file &&
        pointer.startsWith(`${other.subject.source.pointer}/`),
    );
  });
}

function isHostProduct(record: IdentifiableRecord): record is ComponentRecord {
  return record.kind === 'component' && !record.supporting && record.presence !== 'remnant';
}

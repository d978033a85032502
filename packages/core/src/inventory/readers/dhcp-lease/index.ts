import { LIMITS } from '../../../limits.ts';
import { lostProblem, type ReadProblem } from '../../input/index.ts';
import type { FileHead, Reader } from '../../reader.ts';
import {
  FOREIGN,
  LEASED,
  lineReader,
  NOTHING,
  type LineParser,
  type LineReading,
  type LineRow,
} from '../rows/index.ts';

function rowOf(mac: string, host: string | undefined, line: number): LineRow {
  return { kind: 'row', use: LEASED, row: { mac }, host, line };
}

// Expiry (0 for ever), hardware address with its type when that is not Ethernet, address, name
// and client id; `*` for what is not known. A line `duid` stands before those of IPv6.
const LEASE_LINE =
  /^\d+ (?:[0-9a-f]{2}-)?(?<mac>[0-9a-f:]{11,}) (?<address>\S+) (?<name>\S+) \S+$/i;
const LEASE_LINE_IPV6 = /^(?:duid \S+|\d+ \d+ [0-9a-f:.]+ \S+ \S+)$/i;

/** The leases of dnsmasq, `dnsmasq.leases`. */
const dnsmasqLeases = lineReader({
  format: 'dnsmasq-leases',
  title: 'leases of dnsmasq',
  recognize: ({ text }: FileHead) => (LEASE_LINE.test(text.split(/\r?\n/, 1)[0] ?? '') ? 0.9 : 0),
  begin: () => ({
    take(line, number) {
      const { mac, address, name } = LEASE_LINE.exec(line)?.groups ?? {};
      if (mac === undefined) return LEASE_LINE_IPV6.test(line) ? NOTHING : FOREIGN;
      return rowOf(mac, name === '*' ? address : name, number);
    },
  }),
});

const KEA_HEADING = /^address,hwaddr,client_id,valid_lifetime,expire,/;
/** Kea writes a comma inside a value as this. */
const KEA_COMMA = '&#x2c';

/** The leases of Kea, `kea-leases4.csv`; later lines of an address replace earlier ones. */
const keaLeases = lineReader({
  format: 'kea-leases',
  title: 'leases of Kea',
  recognize: ({ text }: FileHead) => (KEA_HEADING.test(text) ? 0.95 : 0),
  begin: () => new KeaParser(),
});

class KeaParser implements LineParser {
  readonly #latest = new LatestLeases();
  #columns: readonly string[] = [];

  take(line: string, number: number): LineReading {
    const cells = line.split(',');
    if (number === 1) {
      this.#columns = cells;
      return NOTHING;
    }
    if (cells.length !== this.#columns.length) return FOREIGN;
    const cell = (name: string): string => cells[this.#columns.indexOf(name)] ?? '';
    const address = cell('address');
    const name = cell('hostname').replaceAll(KEA_COMMA, ',');
    this.#latest.set(address, rowOf(cell('hwaddr'), name === '' ? address : name, number));
    return NOTHING;
  }

  end(): Iterable<LineRow> {
    return this.#latest.rows();
  }

  problems(): Iterable<ReadProblem> {
    return this.#latest.problems();
  }
}

const LEASE_BLOCK = /^\s*lease (\S+) \{/;
const HARDWARE = /^\s*hardware ethernet ([0-9a-f:]+);/i;
const CLIENT_NAME = /^\s*client-hostname "((?:[^"\\]|\\.)*)";/;
/** Comments, and statements and blocks with what ends them. */
const STATEMENT = /^\s*(?:#.*|.*[;{}])?\s*$/;

/** The leases of ISC dhcpd, `dhcpd.leases`: of the blocks of an address the last one counts. */
const iscLeases = lineReader({
  format: 'isc-leases',
  title: 'leases of ISC dhcpd',
  recognize: ({ text }: FileHead) =>
    /^\s*lease [0-9a-f.:]+ \{/m.test(text) && /^\s*(?:starts|ends|hardware|binding) /m.test(text)
      ? 0.95
      : 0,
  begin: () => new IscParser(),
});

class IscParser implements LineParser {
  readonly #latest = new LatestLeases();
  #address: string | undefined;
  #line = 0;
  #mac = '';
  #name: string | undefined;

  take(line: string, number: number): LineReading {
    const [, address] = LEASE_BLOCK.exec(line) ?? [];
    if (address !== undefined) {
      this.#address = address;
      this.#line = number;
      this.#mac = '';
      this.#name = undefined;
      return NOTHING;
    }
    if (this.#address !== undefined) {
      this.#mac = HARDWARE.exec(line)?.[1] ?? this.#mac;
      this.#name = CLIENT_NAME.exec(line)?.[1] ?? this.#name;
      if (line.trim() === '}') this.#close(this.#address);
    }
    return STATEMENT.test(line) ? NOTHING : FOREIGN;
  }

  #close(address: string): void {
    if (this.#mac !== '') {
      this.#latest.set(address, rowOf(this.#mac, this.#name ?? address, this.#line));
    }
    this.#address = undefined;
  }

  end(): Iterable<LineRow> {
    return this.#latest.rows();
  }

  *problems(): Generator<ReadProblem> {
    yield* this.#latest.problems();
    if (this.#address === undefined) return;
    const message = `the file ends inside the lease of ${this.#address}, line ${this.#line}`;
    yield lostProblem('truncated', message, `line:${this.#line}`);
  }
}

/** The last lease of each address; files of leases are journals. */
class LatestLeases {
  readonly #rows = new Map<string, LineRow>();
  #notHeld = 0;

  set(address: string, row: LineRow): void {
    if (this.#rows.size < LIMITS.rowsHeldMax || this.#rows.has(address)) {
      this.#rows.set(address, row);
    } else {
      this.#notHeld += 1;
    }
  }

  rows(): Iterable<LineRow> {
    return this.#rows.values();
  }

  *problems(): Generator<ReadProblem> {
    if (this.#notHeld === 0) return;
    const message = `${this.#notHeld} leases beyond ${LIMITS.rowsHeldMax} were left out`;
    yield lostProblem('state-limit', message);
  }
}

export const dhcpLeases: readonly Reader[] = [iscLeases, keaLeases, dnsmasqLeases];

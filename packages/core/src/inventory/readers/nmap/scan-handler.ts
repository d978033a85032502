import { LIMITS } from '../../../limits.ts';
import type { XmlHandler, XmlTag } from '../../input/xml/index.ts';
import { ADDRESSED, tableUse, type HostRow, type TableUse } from '../rows/index.ts';
import { scriptColumns } from './script-columns.ts';

/** A row of a scan and where it stands. */
export interface ScanRow {
  readonly kind: 'row';
  readonly row: HostRow;
  readonly use: TableUse;
  readonly host: string | undefined;
  readonly pointer: string;
  readonly places?: ReadonlyMap<string, string>;
}

/** What an open port says. */
const SERVICE = tableUse('service', {
  uses: [
    'product > name',
    'cpe > cpe.vendor (cpe)',
    'server > http_server',
    'realm > http_realm',
    'rtsp > rtsp_server',
    'subject > tls_subject',
    'issuer > cert.issuer (common-name)',
  ],
  observes: 'service',
});

interface Found {
  readonly row: Record<string, string>;
  readonly use: TableUse;
  readonly pointer: string;
}

/** Rows of one host; a host has 65,536 ports and mostly a few that answer. */
const ROWS_MAX = LIMITS.problemsMax * 1_000;

/** The hosts of a scan, each told when it has come to its end. */
export class ScanHandler implements XmlHandler<ScanRow> {
  #ready: ScanRow[] = [];
  #path: string[] = [];
  #address: string | undefined;
  #found: Found[] = [];
  #port: Found | undefined;
  #isOpen = false;
  #cpe = '';

  open(tag: XmlTag): void {
    this.#path.push(tag.name);
    switch (tag.name) {
      case 'host':
        this.#address = undefined;
        this.#found = [];
        break;
      case 'address':
        this.#takeAddress(tag);
        break;
      case 'port':
        this.#port = { row: {}, use: SERVICE, pointer: tag.pointer() };
        this.#isOpen = false;
        break;
      case 'state':
        this.#isOpen = tag.attribute('state') === 'open';
        break;
      case 'service':
        this.#put({ product: tag.attribute('product') });
        break;
      case 'script':
        this.#put(scriptColumns(tag.attribute('id') ?? '', tag.attribute('output') ?? ''));
        break;
      case 'cpe':
        this.#cpe = '';
        break;
      default:
    }
  }

  text(text: string): void {
    if (this.#path.at(-1) === 'cpe') this.#cpe += text;
  }

  close(): void {
    switch (this.#path.pop()) {
      case 'cpe':
        this.#takeCpe();
        break;
      case 'port':
        if (this.#port !== undefined && this.#isOpen) this.#add(this.#port);
        this.#port = undefined;
        break;
      case 'host':
        this.#finish();
        break;
      default:
    }
  }

  take(): readonly ScanRow[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  /** An address stands in `hosthint` too, of which nothing more is known. */
  #takeAddress(tag: XmlTag): void {
    if (this.#path.at(-2) !== 'host') return;
    const address = tag.attribute('addr');
    if (address === undefined) return;
    if (tag.attribute('addrtype') !== 'mac') this.#address ??= address;
    else this.#add({ row: { mac: address }, use: ADDRESSED, pointer: tag.pointer() });
  }

  /** Of services and not of guesses at the system. */
  #takeCpe(): void {
    const port = this.#port;
    if (port === undefined || !this.#isOpen) return;
    const cpe = this.#cpe.trim();
    if (port.row['cpe'] === undefined) port.row['cpe'] = cpe;
    else this.#add({ row: { cpe }, use: SERVICE, pointer: port.pointer });
  }

  #put(columns: Readonly<Record<string, string | undefined>>): void {
    if (this.#port === undefined) return;
    for (const [column, value] of Object.entries(columns)) {
      if (value !== undefined) this.#port.row[column] ??= value;
    }
  }

  #add(found: Found): void {
    if (this.#found.length < ROWS_MAX) this.#found.push(found);
  }

  #finish(): void {
    for (const { row, use, pointer } of this.#found) {
      this.#ready.push({ kind: 'row', row, use, host: this.#address, pointer });
    }
    this.#found = [];
  }
}

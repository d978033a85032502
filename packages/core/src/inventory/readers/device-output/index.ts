import type { FileHead } from '../../reader.ts';
import { lineReader, NOTHING, type LineReading } from '../rows/index.ts';
import { addressRows, showsAddresses } from './addresses.ts';
import { deviceRow, showsDevice } from './banners.ts';

/**
 * What `arp`, `ip neigh`, and the commands of switches and routers print: tables of hardware
 * addresses, neighbors, versions. The outputs of all these systems differ in everything but
 * this: a line holds an address, in one of few notations, and mostly the internet address it
 * goes with; and a device names itself and its maker.
 */
export const deviceOutput = lineReader({
  format: 'device-output',
  title: 'output of a network command',
  recognize,
  begin: () => ({ take }),
});

function recognize({ text }: FileHead): number {
  // Documents hold such words too; they have readers of their own, or none.
  if (/^\s*[<[{]/.test(text)) return 0;
  return showsAddresses(text) || showsDevice(text) ? 0.3 : 0;
}

function take(line: string): LineReading {
  const device = deviceRow(line);
  if (device !== undefined) return device;
  const rows = addressRows(line);
  return rows.length === 0 ? NOTHING : { kind: 'rows', rows };
}

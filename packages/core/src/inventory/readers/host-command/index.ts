// long lines: patterns of rows
/**
 * What commands print about a host: its devices, drivers and services.
 *
 * Each command is an entry of a table: how its output is recognized, what a row looks like, and
 * which table of osquery the row is one of. `lspci -vmm` and `systeminfo` print a block of keys
 * and values for each thing and are read in `key-block.ts`.
 */
import type { Reader } from '../../reader.ts';
import { keyBlockReaders } from './key-block.ts';
import { patternReader } from './row-pattern.ts';

const UNIT = String.raw`(?:[●○×*]\s*|\s*)(?<id>\S+\.(?:service|socket|target|device|mount|automount|swap|timer|path|slice|scope))`;

export const hostCommands: readonly Reader[] = [
  patternReader({
    format: 'lsusb',
    title: 'output of lsusb',
    table: 'usb_devices',
    mark: /^Bus \d{3} Device \d{3}: ID [0-9a-f]{4}:[0-9a-f]{4}/m,
    row: /^Bus \d{3} Device \d{3}: ID (?<vendor_id>[0-9a-f]{4}):(?<model_id>[0-9a-f]{4})\s*(?<model>.*)$/,
    // With -v the descriptors of a device stand below it.
    passes: /^(?!Bus )/,
  }),
  patternReader({
    format: 'lspci',
    title: 'output of lspci',
    table: 'pci_devices',
    mark: /^(?:[0-9a-f]{4}:)?[0-9a-f]{2}:[0-9a-f]{2}\.[0-7] \S[^:"]*: \S/m,
    row: /^(?<pci_slot>(?:[0-9a-f]{4}:)?[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]) [^:]+: (?<model>\S.*)$/,
    passes: /^(?:\s.*)?$/,
  }),
  patternReader({
    format: 'lspci-machine',
    title: 'output of lspci -mm',
    table: 'pci_devices',
    mark: /^(?:[0-9a-f]{4}:)?[0-9a-f]{2}:[0-9a-f]{2}\.[0-7] "[^"]*" "/m,
    row: /^(?<pci_slot>\S+) "[^"]*" "(?<vendor>[^"[]*?)(?: \[[0-9a-f]{4}\])?" "(?<model>[^"]*)"/,
    passes: /^\s*$/,
  }),
  patternReader({
    format: 'lsmod',
    title: 'output of lsmod',
    table: 'kernel_modules',
    mark: /^Module +Size +Used by/m,
    row: /^(?<name>[\w-]+) +\d+ +-?\d+/,
    passes: /^(?:Module +Size +Used by.*)?\s*$/,
  }),
  patternReader({
    format: 'systemctl-unit-files',
    title: 'output of systemctl list-unit-files',
    table: 'systemd_units',
    mark: /^UNIT FILE +(?:VENDOR PRESET +|PRESET +)?STATE\b/m,
    row: new RegExp(String.raw`^${UNIT}\s+(?<unit_file_state>[a-z-]+)(?:\s.*)?$`),
    passes: /^(?:UNIT FILE +.*|\d+ unit files listed\.)?\s*$/,
  }),
  patternReader({
    format: 'systemctl-units',
    title: 'output of systemctl list-units',
    table: 'systemd_units',
    mark: /^\s*UNIT +LOAD +ACTIVE +SUB\b/m,
    row: new RegExp(
      String.raw`^${UNIT}\s+(?<load_state>[a-z-]+)\s+(?<active_state>[a-z-]+)\s+[a-z-]+(?:\s.*)?$`,
    ),
    passes:
      /^\s*(?:UNIT +LOAD +.*|Legend: .*|(?:LOAD|ACTIVE|SUB|JOB) +(?:=|→) .*|\d+ loaded units listed\..*|To show all installed unit files .*|Pass --all to see .*)?\s*$/,
  }),
  ...keyBlockReaders,
];

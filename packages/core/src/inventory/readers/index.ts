/**
 * The readers: one folder for each input format, each with its `Reader` in `index.ts`.
 *
 * A new format is a folder and a line in READERS. Readers are asked by content and the surest
 * one reads; among equals the first of the list. A reader knows its own format, and `field/`,
 * `rows/`, `text/` and `der/`, and no other reader.
 */
import type { Reader } from '../reader.ts';
import { apkInstalled } from './apk/index.ts';
import { browserExtension } from './browser-extension/index.ts';
import { certificate } from './certificate/index.ts';
import { csv } from './csv/index.ts';
import { cyclonedxJson, cyclonedxXml } from './cyclonedx/index.ts';
import { deviceOutput } from './device-output/index.ts';
import { dhcpLeases } from './dhcp-lease/index.ts';
import { dnsmasqLog } from './dnsmasq-log/index.ts';
import { dpkgList } from './dpkg-list/index.ts';
import { dpkgStatus } from './dpkg-status/index.ts';
import { homebrewInfo, homebrewList } from './homebrew/index.ts';
import { hostCommands } from './host-command/index.ts';
import { hostExport } from './host-export/index.ts';
import { interdictParties } from './interdict-parties/index.ts';
import { interdictTransactions } from './interdict-transactions/index.ts';
import { macProgram } from './mac-program/index.ts';
import { nmap } from './nmap/index.ts';
import { osquery } from './osquery/index.ts';
import { powershellJson, powershellList, powershellTable } from './powershell/index.ts';
import { registry } from './registry/index.ts';
import { rpmInfo, rpmList } from './rpm/index.ts';
import { scoopExport } from './scoop/index.ts';
import { spdx3, spdxJson, spdxTagValue } from './spdx/index.ts';
import { squidLog } from './squid-log/index.ts';
import { swid } from './swid/index.ts';
import { windowsProgram } from './windows-program/index.ts';
import { wingetExport, wingetList, wingetManifest } from './winget/index.ts';
import { zeek } from './zeek/index.ts';

export const READERS: readonly Reader[] = [
  cyclonedxJson,
  cyclonedxXml,
  spdxJson,
  spdxTagValue,
  spdx3,
  osquery,
  interdictTransactions,
  interdictParties,
  dpkgStatus,
  dpkgList,
  apkInstalled,
  rpmInfo,
  rpmList,
  wingetExport,
  wingetList,
  wingetManifest,
  scoopExport,
  powershellTable,
  powershellList,
  powershellJson,
  homebrewInfo,
  homebrewList,
  swid,
  windowsProgram,
  macProgram,
  certificate,
  browserExtension,
  hostExport,
  nmap,
  registry,
  zeek,
  dnsmasqLog,
  squidLog,
  ...dhcpLeases,
  ...hostCommands,
  csv,
  deviceOutput,
];

import { tableUse, type LineRow } from '../rows/index.ts';

const DEVICE = tableUse('network_device', {
  uses: ['vendor > manufacturer', 'model > name'],
  named: 'model',
  version: 'version',
  presence: () => 'running',
});

/**
 * Lines in which a device says whose it is and what, as its commands print them. Only what
 * stands in the line is taken: a table of makers by the look of an output would be a guess.
 */
const BANNERS: readonly RegExp[] = [
  /^(?:System description *: *)?(?<model>(?<vendor>Huawei) Versatile Routing Platform) Software/i,
  /^(?<model>(?<vendor>Huawei) \S.*?) uptime is /i,
  /^(?<model>(?<vendor>ZTE) \S+) Software, Version: (?<version>[^,]+)/,
  /^Copyright \([cC]\) [\d-]+ by (?<model>(?<vendor>ZTE Corporation))/,
];

/** Whether a device presents itself in a text. */
export function showsDevice(text: string): boolean {
  return BANNERS.some((banner) => new RegExp(banner.source, `${banner.flags}m`).test(text));
}

/** The device that presents itself on a line. */
export function deviceRow(line: string): LineRow | undefined {
  for (const banner of BANNERS) {
    const groups = banner.exec(line)?.groups;
    if (groups !== undefined) return { kind: 'row', use: DEVICE, row: { ...groups } };
  }
  return undefined;
}

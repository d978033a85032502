import type { ComponentRecord, Presence } from '../../../model/index.ts';
import { cellOf, type HostRow } from './cell.ts';
import { tableUse, type TableUse } from './table-use.ts';

function running(): Presence {
  return 'running';
}

/** Windows writes that a product runs as `On`. */
function productState(row: HostRow): Presence {
  return lowerCell(row, 'state') === 'on' ? 'running' : 'installed';
}

/** Of what registers as a firewall or for updates, nothing follows about protection. */
function registration(row: HostRow): ComponentRecord['registered'] | undefined {
  const type = lowerCell(row, 'type');
  if (type !== 'antivirus' && type !== 'av') return undefined;
  const state = lowerCell(row, 'state');
  const current = lowerCell(row, 'signatures_up_to_date');
  return {
    ...(state === '' ? {} : { isOn: state === 'on' }),
    ...(current === '' ? {} : { isCurrent: current === '1' }),
  };
}

function lowerCell(row: HostRow, column: string): string {
  return cellOf(row, column)?.toLowerCase() ?? '';
}

/** dpkg's state, `install ok installed`; without one the row says that it is installed. */
function dpkgState(row: HostRow): Presence | undefined {
  switch (lowerCell(row, 'status').split(' ')[2]) {
    case 'config-files':
      return 'remnant';
    case 'not-installed':
      return undefined;
    default:
      return 'installed';
  }
}

function serviceState(row: HostRow): Presence {
  if (lowerCell(row, 'status') === 'running') return 'running';
  const isDisabled = lowerCell(row, 'start_type') === 'disabled';
  // What is registered, barred from starting and has no program is what a removal left behind.
  const hasProgram = cellOf(row, 'path') !== undefined || cellOf(row, 'module_path') !== undefined;
  return isDisabled && 'path' in row && !hasProgram ? 'remnant' : 'installed';
}

function unitState(row: HostRow): Presence | undefined {
  // A unit that others name and that is nowhere.
  if (lowerCell(row, 'load_state') === 'not-found') return undefined;
  return lowerCell(row, 'active_state') === 'active' ? 'running' : 'installed';
}

/** A store of certificates a machine must not trust, in Windows and as osquery names it. */
const DISTRUSTING = /^(?:disallowed|untrusted certificates)$/i;

/** A certificate that is barred intercepts nothing; it shows what was there. */
function certificateState(row: HostRow): Presence {
  return DISTRUSTING.test(cellOf(row, 'store') ?? '') ? 'remnant' : 'installed';
}

/** macOS keeps the state of a system extension in words, `activated_enabled`. */
function extensionState(row: HostRow): Presence {
  const state = lowerCell(row, 'state');
  if (state === 'activated_enabled') return 'running';
  return state.startsWith('terminated') ? 'remnant' : 'installed';
}

/**
 * Windows says who signed even when the signature does not hold. `distrusted` is a signature
 * that holds, of a signer this machine bars; without a result the row says nothing against it.
 */
function isAuthentic(row: HostRow): boolean {
  const result = cellOf(row, 'result');
  return result === undefined || ['trusted', 'valid', 'distrusted'].includes(result);
}

function isSigned(row: HostRow): boolean {
  const signed = cellOf(row, 'signed');
  return signed === undefined || signed === '1';
}

/**
 * Tables of osquery 5 with columns that signs are bound to. Other sources about hosts are read
 * as rows of these tables, so that what a column means is said once.
 */
export const TABLES: readonly TableUse[] = [
  tableUse('programs', {
    marks: [
      'name publisher',
      'name identifying_number',
      'name install_source',
      'name uninstall_string',
      'name upgrade_code',
    ],
    uses: [
      'name > name',
      'publisher > publisher',
      'identifying_number > product_code',
      'upgrade_code > upgrade_code',
      'install_location > path',
      'uninstall_string > path (command-path)',
    ],
    version: 'version',
  }),
  tableUse('deb_packages', {
    marks: ['name version maintainer', 'name version revision', 'name version section priority'],
    uses: ['name > package_name'],
    version: 'version',
    presence: dpkgState,
  }),
  tableUse('rpm_packages', {
    marks: [
      'name version release arch',
      'name version vendor epoch',
      'name version release vendor',
    ],
    uses: ['name > package_name', 'vendor > supplier'],
    version: 'version',
  }),
  tableUse('apps', {
    marks: ['bundle_identifier', 'bundle_name bundle_version', 'bundle_executable'],
    uses: [
      'bundle_name > name',
      'display_name > name',
      'name > name',
      'bundle_identifier > bundle_id',
      'path > path',
    ],
    named: 'bundle_name display_name name bundle_identifier path',
    version: 'bundle_short_version',
  }),
  tableUse('drivers', {
    marks: ['device_id image', 'device_name image', 'service_key image', 'image provider'],
    uses: [
      'device_name > name',
      'image > driver_file (driver)',
      'service > service_name',
      'provider > publisher',
      'manufacturer > manufacturer',
    ],
    named: 'device_name image service device_id',
    version: 'version',
    supporting: true,
  }),
  tableUse('services', {
    marks: ['name service_type', 'name start_type', 'name module_path', 'name user_account'],
    uses: [
      'name > service_name',
      'display_name > name',
      'path > exe_file (command)',
      'module_path > file_name (path)',
    ],
    named: 'name display_name',
    supporting: true,
    presence: serviceState,
  }),
  tableUse('systemd_units', {
    marks: ['id load_state', 'id active_state', 'id fragment_path', 'id unit_file_state'],
    uses: ['id > service_name', 'fragment_path > path'],
    named: 'id',
    supporting: true,
    presence: unitState,
  }),
  tableUse('launchd', {
    marks: ['label program_arguments', 'label run_at_load', 'label keep_alive'],
    uses: ['label > service_name', 'program > exe_file (program)', 'path > path'],
    named: 'label name path',
    supporting: true,
  }),
  tableUse('certificates', {
    marks: ['common_name issuer', 'common_name subject', 'common_name self_signed', 'subject ca'],
    uses: [
      'common_name > cert.subject',
      'subject > cert.subject (common-name)',
      'issuer > cert.issuer (common-name)',
    ],
    named: 'common_name subject sha1',
    supporting: true,
    presence: certificateState,
  }),
  tableUse('chrome_extensions', {
    marks: [
      'identifier browser_type',
      'identifier update_url',
      'identifier permissions',
      'identifier from_webstore',
    ],
    uses: ['identifier > chrome_id', 'name > name', 'author > author', 'path > path'],
    named: 'name identifier',
    version: 'version',
  }),
  tableUse('firefox_addons', {
    marks: ['identifier creator', 'identifier source_url', 'identifier autoupdate'],
    uses: ['identifier > firefox_id', 'name > name', 'creator > author', 'path > path'],
    named: 'name identifier',
    version: 'version',
  }),
  tableUse('safari_extensions', {
    marks: ['identifier developer_id', 'identifier sdk', 'identifier bundle_version'],
    uses: ['identifier > bundle_id', 'name > name', 'path > path'],
    named: 'name identifier',
    version: 'version',
  }),
  tableUse('windows_security_products', {
    marks: ['name type state', 'name signatures_up_to_date', 'name remediation_path'],
    uses: ['name > security_product', 'remediation_path > exe_file (command)'],
    presence: productState,
    registers: registration,
  }),
  tableUse('authenticode', {
    marks: ['subject_name issuer_name', 'path original_program_name', 'path subject_name'],
    uses: [
      'path > file_name (path)',
      'original_program_name > name',
      'subject_name > signer.cn (common-name)',
    ],
    named: 'path original_program_name',
    supporting: true,
    trusts: isAuthentic,
  }),
  tableUse('signature', {
    marks: ['team_identifier', 'path signed', 'path cdhash', 'path authority'],
    uses: [
      'path > file_name (path)',
      'identifier > bundle_id',
      'team_identifier > team_id',
      'authority > signer.cn',
    ],
    named: 'path identifier',
    supporting: true,
    trusts: isSigned,
  }),
  tableUse('system_extensions', {
    marks: ['identifier team', 'identifier category state', 'identifier mdm_managed'],
    uses: ['identifier > bundle_id', 'team > team_id', 'bundle_path > path', 'path > path'],
    named: 'identifier',
    version: 'version',
    supporting: true,
    presence: extensionState,
  }),
  tableUse('kernel_extensions', {
    marks: ['name linked_against', 'name idx refs'],
    uses: ['name > bundle_id', 'path > path'],
    version: 'version',
    supporting: true,
    presence: running,
  }),
  tableUse('kernel_modules', {
    marks: ['name used_by'],
    uses: ['name > name'],
    supporting: true,
    presence: running,
  }),
  tableUse('processes', {
    marks: ['pid path', 'pid cmdline', 'pid name'],
    uses: ['name > name', 'path > exe_file (program)'],
    named: 'name path',
    presence: running,
  }),
  tableUse('startup_items', {
    marks: ['name path args source'],
    uses: ['name > name', 'path > exe_file (command)'],
    named: 'name path',
  }),
  tableUse('hash', {
    marks: ['path sha256', 'directory sha256'],
    uses: ['path > file_name (path)', 'sha256 > file_sha256'],
    named: 'path',
    supporting: true,
  }),
  tableUse('file', {
    marks: ['path inode', 'path filename', 'directory filename'],
    uses: ['path > file_name (path)', 'original_filename > file_name'],
    named: 'path filename',
    supporting: true,
  }),
  tableUse('chocolatey_packages', {
    uses: ['name > name', 'author > author'],
    version: 'version',
  }),
  tableUse('homebrew_packages', {
    marks: ['name version prefix', 'name version auto_updates'],
    uses: ['name > name', 'app_name > name', 'path > path'],
    version: 'version',
  }),
  tableUse('npm_packages', {
    marks: ['name version homepage'],
    uses: ['name > name', 'name > purl (npm)', 'author > author'],
    version: 'version',
  }),
  tableUse('python_packages', {
    uses: ['name > name', 'name > purl (pypi)', 'author > author'],
    version: 'version',
  }),
  tableUse('vscode_extensions', {
    marks: ['publisher uuid', 'publisher_id', 'name prerelease'],
    uses: ['name > name', 'publisher > publisher', 'path > path'],
    version: 'version',
  }),
  tableUse('usb_devices', {
    marks: ['vendor_id usb_address', 'vendor_id usb_port', 'vendor_id removable'],
    uses: ['vendor_id > usb_vid (usb-id)', 'vendor > manufacturer', 'model > name'],
    named: 'model vendor vendor_id',
    version: 'version',
  }),
  tableUse('pci_devices', {
    marks: ['vendor_id pci_slot', 'vendor_id pci_class', 'vendor pci_slot'],
    uses: ['vendor > manufacturer', 'model > name'],
    named: 'model vendor vendor_id',
  }),
  tableUse('dns_cache', {
    marks: ['name type flags'],
    uses: ['name > host'],
    observes: 'dns',
  }),
  tableUse('arp_cache', {
    marks: ['address mac'],
    uses: ['mac > mac_prefix (mac)'],
    observes: 'arp',
  }),
  tableUse('interface_details', {
    marks: ['interface mac'],
    uses: ['mac > mac_prefix (mac)', 'manufacturer > manufacturer'],
    observes: 'interface',
  }),
];

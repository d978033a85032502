// long lines: outputs as they are printed
import type { Sample } from '../sample.fixture.ts';

function output(format: string, lines: readonly string[], records: readonly string[]): Sample {
  return { title: `what ${format} prints`, format, content: `${lines.join('\n')}\n`, records };
}

export const COMMAND_SAMPLES: readonly Sample[] = [
  output(
    'lsusb',
    [
      'Bus 001 Device 003: ID 2c7c:0125 Quectel Wireless Solutions Co., Ltd. EC25 LTE modem',
      'Device Descriptor:',
      '  bLength                18',
      'Bus 001 Device 001: ID 1d6b:0002 ',
    ],
    [
      ' | Quectel Wireless Solutions Co., Ltd. EC25 LTE modem | usb_vid=2c7c, name=Quectel Wireless Solutions Co., Ltd. EC25 LTE modem',
      ' | 1d6b | usb_vid=1d6b',
    ],
  ),
  output(
    'lspci',
    ['00:00.0 Host bridge: Intel Corporation 440BX (rev 01)', '\tSubsystem: VMware'],
    [' | Intel Corporation 440BX (rev 01) | name=Intel Corporation 440BX (rev 01)'],
  ),
  output(
    'lspci-machine',
    ['01:00.0 "Network controller" "Huawei Technologies Co., Ltd. [19e5]" "Hi1822" -r45 "" ""'],
    [' | Hi1822 | manufacturer=Huawei Technologies Co., Ltd., name=Hi1822'],
  ),
  output(
    'lspci-blocks',
    [
      'Slot:\t01:00.0',
      'Class:\tNetwork controller [0200]',
      'Vendor:\tHuawei Technologies Co., Ltd. [19e5]',
      'Device:\tHi1822 [1822]',
      '',
      'Slot:\t02:00.0',
      'Class:\tBridge [0604]',
      'Vendor:\tIntel Corporation [8086]',
      'Device:\t440BX [7190]',
    ],
    [
      ' | Hi1822 | manufacturer=Huawei Technologies Co., Ltd., name=Hi1822',
      ' | 440BX | manufacturer=Intel Corporation, name=440BX',
    ],
  ),
  output(
    'lsmod',
    [
      'Module                  Size  Used by',
      'klflt 40960 1 redirfs',
      'ufs                    77824  0',
    ],
    [' | klflt | name=klflt', ' | ufs | name=ufs'],
  ),
  output(
    'systemctl-unit-files',
    [
      'UNIT FILE                              STATE           PRESET',
      'kesl.service                           enabled         enabled',
      'system-getty.slice                     static          -',
      '',
      '2 unit files listed.',
    ],
    [
      ' | kesl.service | service_name=kesl.service',
      ' | system-getty.slice | service_name=system-getty.slice',
    ],
  ),
  output(
    'systemctl-units',
    [
      '  UNIT               LOAD      ACTIVE   SUB     DESCRIPTION',
      '  kesl.service       loaded    active   running Kaspersky Endpoint Security',
      '● klnagent64.service loaded    failed   failed  Network Agent',
      '● gone.service       not-found inactive dead    gone.service',
      '',
      'LOAD   = Reflects whether the unit definition was properly loaded.',
      '3 loaded units listed. Pass --all to see loaded but inactive units, too.',
      "To show all installed unit files use 'systemctl list-unit-files'.",
    ],
    [
      ' | kesl.service | service_name=kesl.service',
      ' | klnagent64.service | service_name=klnagent64.service',
    ],
  ),
  output(
    'systeminfo',
    [
      '',
      'Host Name:                 LT-7',
      'OS Name:                   Microsoft Windows 11 Pro',
      'System Manufacturer:       HUAWEI',
      'System Model:              KLVL-WXX9',
      'System Type:               x64-based PC',
      'Processor(s):              1 Processor(s) Installed.',
      '                           [01]: Intel64 Family 6',
    ],
    ['LT-7 | KLVL-WXX9 | manufacturer=HUAWEI, name=KLVL-WXX9'],
  ),
];

// long lines: the programs write them
/** One made file for each format that was added as text, with what it holds. */
export interface MadeFile {
  readonly format: string;
  readonly text: string;
  /** Name and version of each record. */
  readonly holds: readonly (readonly [name: string, version: string | undefined])[];
  /** Fields of the records, as `field=value`. */
  readonly fields: readonly string[];
}

/** Made for tests, in the forms the programs write. */
export const MADE_FILES: readonly MadeFile[] = [
  {
    format: 'apk-installed',
    text: `C:Q11otALzX1d1D0kVawy06IairTXS0=
P:musl
V:1.2.4-r2
A:x86_64
m:A Maintainer <m@alpine.example>
F:lib
R:ld-musl-x86_64.so.1
Z:Q1KUwsFGLHn/enpN9+QIpK/FmixtQ=

C:Q1yhJHGSZ80L7cL0y4UKKGrBPwrUQ=
P:kesl
V:12.0

`,
    holds: [
      ['musl', '1.2.4-r2'],
      ['kesl', '12.0'],
    ],
    fields: ['package_name=musl', 'package_name=kesl'],
  },
  {
    format: 'rpm-info',
    text: `Name        : make
Epoch       : 1
Version     : 3.82
Release     : 24.el7
Architecture: x86_64
Packager    : A Packager <p@centos.example>
Vendor      : CentOS
Summary     : A tool
Description :
Version     : of the description
Vendor      : Nobody
Name        : klnagent64
Version     : 14.0.0
Release     : 4646
Architecture: x86_64
Vendor      : (none)
Description :
An agent.
`,
    holds: [
      ['make', '3.82'],
      ['klnagent64', '14.0.0'],
    ],
    fields: ['package_name=make', 'supplier=CentOS', 'package_name=klnagent64'],
  },
  {
    format: 'rpm-list',
    text: `bash-4.2.46-33.el7.x86_64
gpg-pubkey-f4a80eb5-53a7ff4b
java-1.8.0-openjdk-1.8.0.222.b10-0.el7_6.x86_64
kesl-11.2.0-4528.x86_64
`,
    holds: [
      ['bash', '4.2.46'],
      ['gpg-pubkey', 'f4a80eb5'],
      ['java-1.8.0-openjdk', '1.8.0.222.b10'],
      ['kesl', '11.2.0'],
    ],
    fields: [
      'package_name=bash',
      'package_name=gpg-pubkey',
      'package_name=java-1.8.0-openjdk',
      'package_name=kesl',
    ],
  },
  {
    format: 'rpm-list',
    text: `bash\t0\t4.2.46\t33.el7\tx86_64\tCentOS\tA Packager\tRSA/SHA256
kesl\t(none)\t11.2.0\t4528\tx86_64\tKaspersky Lab\t(none)\t(none)
gpg-pubkey\t0\tf4a80eb5\t53a7ff4b\t(none)\t(none)\t(none)\t(none)
`,
    holds: [
      ['bash', '4.2.46'],
      ['kesl', '11.2.0'],
      ['gpg-pubkey', 'f4a80eb5'],
    ],
    fields: [
      'package_name=bash',
      'supplier=CentOS',
      'package_name=kesl',
      'supplier=Kaspersky Lab',
      'package_name=gpg-pubkey',
    ],
  },
  {
    format: 'winget-export',
    text: `{
  "$schema": "https://aka.ms/winget-packages.schema.2.0.json",
  "Sources": [
    {
      "Packages": [
        { "PackageIdentifier": "Kaspersky.Kaspersky", "Version": "21.9" },
        { "Id": "Git.Git" }
      ],
      "SourceDetails": { "Name": "winget" }
    }
  ]
}
`,
    holds: [
      ['Kaspersky.Kaspersky', '21.9'],
      ['Git.Git', undefined],
    ],
    fields: ['winget_id=Kaspersky.Kaspersky', 'winget_id=Git.Git'],
  },
  {
    format: 'winget-list',
    text: `   - \r   \\ \rName              Id                                     Version   Available Source
---------------------------------------------------------------------------------
Kaspersky         ARP\\Machine\\X64\\{4C5B5DA2-2E55-43F4}    21.3.10
漢字ソフト        Kanji.Soft                             1.0       1.1       winget
A name that is c… Long.Name                              2.0                 winget
App               MSIX\\App_1.0_x64__8wekyb3d8bbwe         1.0
`,
    holds: [
      ['Kaspersky', '21.3.10'],
      ['漢字ソフト', '1.0'],
      ['A name that is c…', '2.0'],
      ['App', '1.0'],
    ],
    fields: [
      'name=Kaspersky',
      'product_code={4C5B5DA2-2E55-43F4}',
      'name=漢字ソフト',
      'winget_id=Kanji.Soft',
      'name=A name that is c',
      'winget_id=Long.Name',
      'name=App',
    ],
  },
  {
    format: 'winget-manifest',
    text: `# Made for tests.
PackageIdentifier: Dahua.SmartPSSLite
PackageVersion: 1.003
Publisher: Dahua Technology
PackageName: SmartPSS Lite
AppsAndFeaturesEntries:
- DisplayName: SmartPSSLite 1
  Publisher: Dahua Technology Co.,Ltd
  ProductCode: SmartPSSLite
Installers:
- Architecture: x64
  InstallerSha256: B4730AF7DD84A383C70A69807E411B056B29A92343D539C4CA38D443EAFBE300
ManifestType: singleton
`,
    holds: [['SmartPSS Lite', '1.003']],
    fields: [
      'winget_id=Dahua.SmartPSSLite',
      'name=SmartPSS Lite',
      'publisher=Dahua Technology',
      'name=SmartPSSLite 1',
      'publisher=Dahua Technology Co.,Ltd',
      'product_code=SmartPSSLite',
      'file_sha256=b4730af7dd84a383c70a69807e411b056b29a92343d539c4ca38d443eafbe300',
    ],
  },
  {
    format: 'scoop-export',
    text: `{
  "buckets": [{ "Name": "main", "Source": "https://example.invalid", "Manifests": 1300 }],
  "apps": [
    { "Name": "git", "Version": "2.44.0", "Source": "main", "Info": "" },
    { "Name": "kvrt", "Version": "20.0", "Source": "extras" }
  ]
}
`,
    holds: [
      ['git', '2.44.0'],
      ['kvrt', '20.0'],
    ],
    fields: ['name=git', 'name=kvrt'],
  },
  {
    format: 'powershell-table',
    text: `PS C:\\> Get-Package

Name                           Version          Source                           ProviderName
----                           -------          ------                           ------------
Kaspersky Endpoint Security... 11.6.0.394       C:\\Program Files                 msi
7-Zip 19.00 (x64)              19.00                                             Programs

`,
    holds: [
      ['Kaspersky Endpoint Security...', '11.6.0.394'],
      ['7-Zip 19.00 (x64)', '19.00'],
    ],
    fields: ['name=Kaspersky Endpoint Security...', 'name=7-Zip 19.00 (x64)'],
  },
  {
    format: 'powershell-list',
    text: `

DisplayName    : Kaspersky Endpoint
                  Security for Windows
DisplayVersion : 11.6.0.394
Publisher      : AO Kaspersky Lab

DisplayName    : 7-Zip
DisplayVersion : 19.00
Publisher      :

`,
    holds: [
      ['Kaspersky Endpoint Security for Windows', '11.6.0.394'],
      ['7-Zip', '19.00'],
    ],
    fields: [
      'name=Kaspersky Endpoint Security for Windows',
      'publisher=AO Kaspersky Lab',
      'name=7-Zip',
    ],
  },
  {
    format: 'powershell-json',
    text: `[
  { "Name": "7-Zip", "Version": "19.00", "ProviderName": "msi", "Meta": [] },
  { "Name": "Kaspersky", "Version": "21", "ProviderName": "Programs" }
]
`,
    holds: [
      ['7-Zip', '19.00'],
      ['Kaspersky', '21'],
    ],
    fields: ['name=7-Zip', 'name=Kaspersky'],
  },
  {
    format: 'homebrew-json',
    text: `{
  "formulae": [
    { "name": "git", "full_name": "git", "installed": [{ "version": "2.44" }, { "version": "2.43" }] },
    { "name": "wget", "full_name": "wget", "installed": [] }
  ],
  "casks": [
    {
      "token": "made-antivirus",
      "name": ["Made Anti-Virus"],
      "installed": "21.1",
      "artifacts": [
        { "app": ["Made.app"] },
        { "uninstall": [{ "pkgutil": "com.example.made", "launchctl": ["com.example.made.agent"] }] }
      ]
    },
    { "token": "not-there", "installed": null }
  ]
}
`,
    holds: [
      ['git', '2.44'],
      ['git', '2.43'],
      ['made-antivirus', '21.1'],
    ],
    fields: [
      'name=git',
      'name=git',
      'name=Made Anti-Virus',
      'file_name=Made.app',
      'bundle_id=com.example.made',
      'service_name=com.example.made.agent',
      'name=made-antivirus',
    ],
  },
  {
    format: 'homebrew-list',
    text: `git 2.44.0
openssl@3 3.2.1 3.2.0_1
python@3.12 3.12.2
wget 1.24.5
xz 5.6.1
`,
    holds: [
      ['git', '2.44.0'],
      ['openssl@3', '3.2.1'],
      ['openssl@3', '3.2.0_1'],
      ['python@3.12', '3.12.2'],
      ['wget', '1.24.5'],
      ['xz', '5.6.1'],
    ],
    fields: [
      'name=git',
      'name=openssl@3',
      'name=openssl@3',
      'name=python@3.12',
      'name=wget',
      'name=xz',
    ],
  },
  {
    format: 'swid',
    text: `<?xml version="1.0" encoding="UTF-8"?>
<SoftwareIdentity xmlns="http://standards.iso.org/iso/19770/-2/2015/schema.xsd"
  name="Made Scanner" tagId="example.made-1" version="1.2">
  <Entity name="Tag Maker" regid="tags.example" role="tagCreator" />
  <Entity name="AO Kaspersky Lab" regid="kaspersky.example" role="softwareCreator licensor" />
  <Entity name="A Shop" role="distributor" />
  <Meta product="Scanner" />
  <Payload xmlns:SHA256="http://www.w3.org/2001/04/xmlenc#sha256">
    <Directory name="bin">
      <File location="drivers" name="klif.sys" version="5"
        SHA256:hash="abab9565a2593aa037b0054d0a84dbf4d23795840f1321e9476fa7b8eb5d432b" />
    </Directory>
  </Payload>
</SoftwareIdentity>
`,
    holds: [
      ['klif.sys', '5'],
      ['Made Scanner', '1.2'],
    ],
    fields: [
      'driver_file=klif.sys',
      'path=drivers/klif.sys',
      'file_sha256=abab9565a2593aa037b0054d0a84dbf4d23795840f1321e9476fa7b8eb5d432b',
      'name=Made Scanner',
      'name=Scanner',
      'manufacturer=AO Kaspersky Lab',
      'supplier=A Shop',
    ],
  },
];

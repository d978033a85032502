// long lines: elements as nmap writes them
import type { Sample } from '../sample.fixture.ts';

export const NMAP_SAMPLES: readonly Sample[] = [
  {
    title: 'a scan by nmap',
    format: 'nmap',
    content: `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nmaprun>
<?xml-stylesheet href="file:///usr/share/nmap/nmap.xsl" type="text/xsl"?>
<!-- made for a test -->
<nmaprun scanner="nmap" version="7.92" xmloutputversion="1.05">
<hosthint><address addr="192.0.2.90" addrtype="ipv4"/></hosthint>
<host><status state="up" reason="arp-response"/>
<address addr="192.0.2.90" addrtype="ipv4"/>
<address addr="00:18:82:01:02:03" addrtype="mac" vendor="Huawei"/>
<ports>
<port protocol="tcp" portid="80"><state state="open"/><service name="http" product="Hikvision IP camera httpd"><cpe>cpe:/h:hikvision:ds-2cd</cpe><cpe>cpe:/o:linux:linux_kernel</cpe></service><script id="http-server-header" output="DNVRS-Webs"/><script id="http-auth" output="&#xa;HTTP/1.1 401 Unauthorized&#xa;  Digest nonce=1 realm=hikvision qop=auth"/></port>
<port protocol="tcp" portid="443"><state state="open"/><service name="https"/><script id="ssl-cert" output="Subject: commonName=www.hikvision.com/organizationName=HIKVISION/countryName=CN&#xa;Issuer: commonName=root&#xa;Public Key type: rsa"/></port>
<port protocol="tcp" portid="554"><state state="closed"/><service name="rtsp" product="Dahua Rtsp Server"/></port>
<port protocol="tcp" portid="555"><state state="open"/><service name="rtsp"/><script id="rtsp-methods" output="&#xa;  Server: Dahua Rtsp Server"/></port>
</ports>
<os><osmatch name="Huawei switch" accuracy="90"><osclass vendor="Huawei" type="switch"><cpe>cpe:/h:huawei:s5700</cpe></osclass></osmatch></os>
</host>
</nmaprun>
`,
    records: [
      '192.0.2.90 | arp | mac_prefix=001882010203',
      '192.0.2.90 | service | cpe.vendor=linux, cpe.product=linux:linux_kernel',
      '192.0.2.90 | service | name=Hikvision IP camera httpd, cpe.vendor=hikvision, cpe.product=hikvision:ds-2cd, http_server=DNVRS-Webs, http_realm=hikvision',
      '192.0.2.90 | service | tls_subject=CN=www.hikvision.com,O=HIKVISION,C=CN, cert.issuer=root',
      '192.0.2.90 | service | rtsp_server=Dahua Rtsp Server',
    ],
  },
];

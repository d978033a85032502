// long lines: lines as they stand in logs
import type { Sample } from '../sample.fixture.ts';

export const SQUID_SAMPLES: readonly Sample[] = [
  {
    title: 'an access log of Squid in its own format',
    format: 'squid-log',
    content: [
      '1725328735.123    512 192.0.2.61 TCP_MISS/200 3411 GET http://s01.upd.kaspersky.com/index/u0607g.xml - HIER_DIRECT/203.0.113.9 text/xml',
      '1725328736.001  60012 192.0.2.62 TCP_TUNNEL/200 8123 CONNECT touch.kaspersky.com:443 jdoe HIER_DIRECT/203.0.113.8 -',
      '1725328737.500      0 192.0.2.63 TCP_DENIED/407 3901 GET http://user@[2001:db8::1]:8080/ - HIER_NONE/- text/html',
      '',
    ].join('\n'),
    records: [
      '192.0.2.61 | http | host=s01.upd.kaspersky.com',
      '192.0.2.62 | http | host=touch.kaspersky.com',
      '192.0.2.63 | http | host=[2001:db8::1]',
    ],
  },
  {
    title: 'an access log of Squid in the combined format',
    format: 'squid-log',
    content: [
      '192.0.2.61 - - [03/Sep/2024:01:58:55 +0000] "CONNECT touch.kaspersky.com:443 HTTP/1.1" 200 8123 "-" "agent \\"x\\"" TCP_TUNNEL:HIER_DIRECT',
      '',
    ].join('\n'),
    records: ['192.0.2.61 | http | host=touch.kaspersky.com'],
  },
];

/** Names of parts of a distinguished name as the script writes them, and as RFC 4514 does. */
const PARTS: Readonly<Record<string, string>> = {
  commonName: 'CN',
  organizationName: 'O',
  organizationalUnitName: 'OU',
  countryName: 'C',
  stateOrProvinceName: 'ST',
  localityName: 'L',
};

/** `Subject: commonName=www.hikvision.com/organizationName=HIKVISION`. */
function distinguishedName(output: string, label: string): string | undefined {
  const text = new RegExp(String.raw`^\s*${label}: (\S.*)$`, 'm').exec(output)?.[1];
  return text?.replaceAll(/(^|\/)([A-Za-z]+)=/g, (_, before: string, name: string) => {
    const short = Object.hasOwn(PARTS, name) ? PARTS[name] : name;
    return `${before === '' ? '' : ','}${short ?? name}=`;
  });
}

/** Value of a header in a list of them. */
function header(output: string, name: string): string | undefined {
  return new RegExp(String.raw`^\s*${name}:[ \t]*(\S.*)$`, 'im').exec(output)?.[1]?.trim();
}

/** Parameters of a challenge stand in a row, `realm=IP camera nonce=…`; some are quoted. */
const REALM = /\brealm="?([^"\r\n]*?)(?="|,| [a-z]+=|$)/im;

/** What a script of nmap found out that signs speak of; nothing for other scripts. */
export function scriptColumns(
  id: string,
  output: string,
): Readonly<Record<string, string | undefined>> {
  switch (id) {
    case 'http-server-header':
      return { server: output.trim().split('\n', 1)[0] };
    case 'http-headers':
      return { server: header(output, 'Server') };
    case 'http-auth':
      return { realm: REALM.exec(output)?.[1]?.trim() };
    case 'rtsp-methods':
      return { rtsp: header(output, 'Server') };
    case 'ssl-cert':
      return {
        subject: distinguishedName(output, 'Subject'),
        issuer: distinguishedName(output, 'Issuer'),
      };
    default:
      return {};
  }
}

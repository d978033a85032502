/** Who a supplier or originator of SPDX 2 is. */
export interface SpdxAgent {
  readonly kind: 'organization' | 'person';
  readonly name: string;
}

// SPDX 2.3 7.5.3: `Organization: name (mail)` or `Person: name (mail)`; the mail may be left out.
const AGENT = /^\s*(Organization|Person)\s*:\s*(.*?)\s*(?:\(([^()]*)\))?\s*$/is;
const MAIL = /^\s*$|@/;

/**
 * Reads a supplier or originator. `NOASSERTION` and `NONE` name nobody. A bracket without a
 * mail address belongs to the name: `Organization: Example (UK)`.
 */
export function readAgent(value: string): SpdxAgent | undefined {
  const text = value.trim();
  if (text === '' || text === 'NOASSERTION' || text === 'NONE') return undefined;
  const [, kind, name = '', bracket] = AGENT.exec(text) ?? [];
  // Some tools leave the word out; what remains is a name.
  if (kind === undefined) return { kind: 'organization', name: text };
  const isMail = bracket === undefined || MAIL.test(bracket);
  const whole = isMail ? name : `${name} (${bracket})`;
  if (whole === '') return undefined;
  return { kind: kind.toLowerCase() === 'person' ? 'person' : 'organization', name: whole };
}

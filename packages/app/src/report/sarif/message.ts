export type SarifLevel = 'error' | 'warning' | 'note';

export interface Message {
  readonly text: string;
}

/**
 * A plain text message. SARIF 2.1.0 reads `{0}` as a placeholder (3.11.5) and `[text](uri)` as
 * a link (3.11.6), so both are escaped: names from the input must not become either.
 */
export function message(text: string): Message {
  return {
    text: text
      .replaceAll('{', '{{')
      .replaceAll('}', '}}')
      .replace(/[[\]]/gu, String.raw`\$&`),
  };
}

import type { NormalName } from '../normalize/name.ts';
import { KINDS, LAST_WEIGHED_KIND, LEGAL_CLASSES, codeOf } from '../snapshot/codes.ts';
import { TOKEN_ABJAD } from '../snapshot/tables.ts';
import { type Growing, growingU32, growingU8 } from './growing.ts';

/** Distinct names and distinct tokens, in the order in which they were first seen. */
export class NameCollector {
  readonly tokens: string[] = [];
  readonly tokenFlags: Growing<Uint8Array> = growingU8();
  readonly nameStart: Growing<Uint32Array> = growingU32();
  readonly nameTokens: Growing<Uint32Array> = growingU32();
  readonly nameKinds: Growing<Uint8Array> = growingU8();
  readonly nameMode: Growing<Uint8Array> = growingU8();
  readonly #tokenIds = new Map<string, number>();
  readonly #nameIds = new Map<string, number>();

  constructor() {
    this.nameStart.push(0);
  }

  get names(): number {
    return this.nameMode.length;
  }

  /** Id of the name; a name of the same tokens, read in the same way, is the same name. */
  add(name: NormalName, mode: number): number {
    let key = String(mode);
    for (const token of name.tokens) key += ` ${token.text}${codeOf(KINDS, token.kind)}`;
    const known = this.#nameIds.get(key);
    if (known !== undefined) return known;
    const id = this.names;
    this.#nameIds.set(key, id);
    this.nameMode.push(mode);
    for (const token of name.tokens) {
      const kind = codeOf(KINDS, token.kind);
      const legal =
        token.legalClass === undefined ? 0 : codeOf(LEGAL_CLASSES, token.legalClass) + 1;
      this.nameTokens.push(this.#tokenId(token.text, token.isAbjad));
      this.nameKinds.push(kind + legal * 16);
    }
    this.nameStart.push(this.nameTokens.length);
    return id;
  }

  #tokenId(text: string, isAbjad: boolean): number {
    const known = this.#tokenIds.get(text);
    if (known !== undefined) return known;
    const id = this.tokens.length;
    this.#tokenIds.set(text, id);
    this.tokens.push(text);
    this.tokenFlags.push(isAbjad ? TOKEN_ABJAD : 0);
    return id;
  }
}

/** Whether the token at a place of a name is looked up and weighed. */
export function isWeighed(kind: number): boolean {
  return kind % 16 <= LAST_WEIGHED_KIND;
}

/** Every text once; id 0 is no text. */
export class StringPool {
  readonly #ids = new Map<string, number>([['', 0]]);
  readonly #texts: string[] = [''];

  add(text: string | undefined): number {
    if (text === undefined || text === '') return 0;
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.#texts.length;
    this.#ids.set(text, id);
    this.#texts.push(text);
    return id;
  }

  tables(): { readonly stringStart: Uint32Array; readonly stringBytes: Uint8Array } {
    const encoder = new TextEncoder();
    const start = new Uint32Array(this.#texts.length + 1);
    let bytes = new Uint8Array(4096);
    let length = 0;
    for (const [id, text] of this.#texts.entries()) {
      // One UTF-16 unit takes three bytes at most.
      if (bytes.length < length + text.length * 3) {
        const larger = new Uint8Array(Math.max(bytes.length * 2, length + text.length * 3));
        larger.set(bytes);
        bytes = larger;
      }
      length += encoder.encodeInto(text, bytes.subarray(length)).written;
      start[id + 1] = length;
    }
    return { stringStart: start, stringBytes: bytes.slice(0, length) };
  }
}

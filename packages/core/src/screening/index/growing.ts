/** Numbers that are appended one by one, in a typed array that grows. */
export class Growing<Numbers extends Uint8Array | Uint32Array | Int32Array | Float32Array> {
  length = 0;
  #numbers: Numbers;
  readonly #make: (length: number) => Numbers;

  constructor(make: (length: number) => Numbers) {
    this.#make = make;
    this.#numbers = make(1024);
  }

  push(value: number): void {
    if (this.length === this.#numbers.length) {
      const larger = this.#make(this.#numbers.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.length] = value;
    this.length += 1;
  }

  at(place: number): number {
    return this.#numbers[place] as number;
  }

  set(place: number, value: number): void {
    this.#numbers[place] = value;
  }

  take(): Numbers {
    return this.#numbers.slice(0, this.length) as Numbers;
  }
}

export function growingU8(): Growing<Uint8Array> {
  return new Growing<Uint8Array>((length) => new Uint8Array(length));
}

export function growingU32(): Growing<Uint32Array> {
  return new Growing<Uint32Array>((length) => new Uint32Array(length));
}

export function growingI32(): Growing<Int32Array> {
  return new Growing<Int32Array>((length) => new Int32Array(length));
}

/** Values in the order of their keys: where each key starts, and the values. */
export interface Grouped {
  readonly start: Uint32Array;
  readonly values: Uint32Array;
}

/** Sorts pairs by key, stable, by counting. */
export function groupByKey(keys: Uint32Array, values: Uint32Array, count: number): Grouped {
  const start = new Uint32Array(count + 1);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] as number;
    start[key + 1] = (start[key + 1] as number) + 1;
  }
  for (let key = 0; key < count; key += 1) {
    start[key + 1] = (start[key + 1] as number) + (start[key] as number);
  }
  const place = start.slice();
  const grouped = new Uint32Array(values.length);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] as number;
    grouped[place[key] as number] = values[at] as number;
    place[key] = (place[key] as number) + 1;
  }
  return { start, values: grouped };
}

/** The smallest power of two that is not smaller. */
export function powerOfTwo(size: number): number {
  let power = 1;
  while (power < size) power *= 2;
  return power;
}

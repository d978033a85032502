import { quietJson } from './text/index.ts';

function isList(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}

function whole(value: unknown, indent: string): string {
  return quietJson(JSON.stringify(value, undefined, 2)).replaceAll('\n', `\n${indent}`);
}

function* members(value: object): Generator<readonly [string, unknown]> {
  if (isList(value)) for (const one of value) yield ['', one];
  else {
    for (const [name, one] of Object.entries(value)) {
      if (one !== undefined) yield [`${quietJson(JSON.stringify(name))}: `, one];
    }
  }
}

/**
 * JSON with two spaces, in parts: what is nested less deeply than `depth` is never held as one
 * text, so that a report may be longer than the longest string. Lists may be made while they
 * are written.
 */
export function* jsonText(value: unknown, depth: number, indent = ''): Generator<string> {
  if (depth === 0 || typeof value !== 'object' || value === null) {
    yield whole(value, indent);
    return;
  }
  const [open, close] = isList(value) ? ['[', ']'] : ['{', '}'];
  const inner = `${indent}  `;
  let isEmpty = true;
  for (const [name, one] of members(value)) {
    yield `${isEmpty ? open : ','}\n${inner}${name}`;
    yield* jsonText(one, depth - 1, inner);
    isEmpty = false;
  }
  yield isEmpty ? `${open}${close}` : `\n${indent}${close}`;
}

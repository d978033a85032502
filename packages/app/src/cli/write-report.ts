import { closeSync, openSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { messageOf } from '../files/index.ts';
import { InterdictError } from '../problems.ts';
import type { RenderOptions } from '../report/index.ts';
import { renderOptions } from './print.ts';
import type { World } from './streams.ts';

/** How the place a text goes to is laid out; a file is never in color. */
export function renderOptionsFor(output: string | undefined, world: World): RenderOptions {
  const shown = renderOptions(world);
  return output === undefined || output === '-' ? shown : { ...shown, color: false };
}

/** Does something to a file; only what the system refuses is reported as a failure of output. */
function onDisk<T>(act: () => T): T {
  try {
    return act();
  } catch (cause) {
    throw new InterdictError('output-failed', `cannot write the report: ${messageOf(cause)}`, {
      cause,
    });
  }
}

/** Writes all of a text, also when the system takes only a part of it at a time. */
function writeWhole(file: number, text: string): void {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}

/** A report can be longer than the longest string, so it is written part by part. */
export function writeReport(
  parts: Iterable<string>,
  output: string | undefined,
  world: World,
): void {
  if (output === undefined || output === '-') {
    for (const part of parts) world.stdout.write(part);
    return;
  }
  const file = onDisk(() => openSync(output, 'w'));
  try {
    for (const part of parts) onDisk(() => writeWhole(file, part));
  } finally {
    closeSync(file);
  }
  world.stderr.write(`interdict: report written to ${output}\n`);
}

/** A report in the place of the inventory it is about would destroy what it rests on. */
export function refuseToOverwrite(
  read: readonly { readonly path: string }[],
  output?: string,
): void {
  if (output === undefined || output === '-') return;
  if (!read.some(({ path }) => path !== '-' && resolve(path) === resolve(output))) return;
  const message = `\`${output}\` is one of the files checked: give another file for the report`;
  throw new InterdictError('output-failed', message);
}

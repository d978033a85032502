import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runProgram } from './cli/index.ts';
import { readConfig } from './config.ts';

function versionOf(): string {
  const path = fileURLToPath(new URL('../package.json', import.meta.url));
  const { version } = JSON.parse(readFileSync(path, 'utf8')) as { readonly version: string };
  return version;
}

function nowText(): string {
  return new Date().toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** A reader that goes away early, as `head` does, is no failure of ours. */
function endQuietlyOnBrokenPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

endQuietlyOnBrokenPipe(process.stdout);
process.exitCode = runProgram(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  nowText,
  monotonicMs: () => performance.now(),
  ...readConfig(),
  dataFolder: fileURLToPath(new URL('data/', import.meta.url)),
  version: versionOf(),
});

/**
 * Packs the compiled rulebook into one file named after its content, in
 * `packages/app/dist/release`. With `npm run build -- --key edition-key.pem` it is signed. Without
 * a key it is not, and says so: no key lies in the repository.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = `${ROOT}packages/app/dist/release/`;

/** @param {readonly string[]} args @returns {string | undefined} */
function keyOf(args) {
  const at = args.indexOf('--key');
  if (at === -1) return undefined;
  const key = args[at + 1];
  if (key === undefined) throw new Error('--key needs the file of a private key');
  return key;
}

export async function packEdition() {
  // Imported here, since the compiler writes it in the step before.
  const { packToFile, readBooks } = await import('../packages/app/dist/edition/index.js');
  const key = keyOf(process.argv.slice(2));
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const { rulebook } = readBooks(`${ROOT}packages/app/dist/data`);
  const { path } = packToFile(rulebook, FOLDER, key);
  const mark = key === undefined ? 'unsigned' : 'signed';
  process.stderr.write(`build: ${path.slice(ROOT.length)} (${mark})\n`);
}

/**
 * Compiles the rulebook and the catalog from YAML to JSON, so that no command waits for YAML.
 * Everything wrong in them is printed with file, line and column, and the build fails.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = `${ROOT}packages/app/dist/data/`;

/** @param {string} folder @returns {{ file: string, text: string }[]} */
function yamlTexts(folder) {
  return readdirSync(`${ROOT}${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(ROOT.length))
    .filter((file) => !file.startsWith('rulebook/cases/'))
    .toSorted()
    .map((file) => ({ file, text: readFileSync(`${ROOT}${file}`, 'utf8') }));
}

/** @param {readonly string[]} lines */
function fail(lines) {
  throw new Error(`the rulebook or catalog is not valid\n${lines.join('\n')}`);
}

export async function compileData() {
  // Imported here, since the compiler writes it in the step before.
  const core = await import('../packages/core/dist/index.js');
  const rulebook = core.loadRulebook(yamlTexts('rulebook'));
  if (!rulebook.ok) return fail(rulebook.problems.map(core.formatLocated));
  const catalog = core.loadCatalog(yamlTexts('catalog'), rulebook.rulebook.groups);
  if (!catalog.ok) return fail(catalog.problems.map(core.formatLocated));
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}rulebook.json`, JSON.stringify(rulebook.rulebook));
  writeFileSync(`${FOLDER}catalog.json`, JSON.stringify(catalog.book));
}

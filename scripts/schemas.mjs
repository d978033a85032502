/** Writes the published JSON Schemas; run after a change of the model, then read the diff. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PUBLISHED_SCHEMAS, schemaFileName, schemaFileText } from '../packages/core/dist/index.js';

const FOLDER = fileURLToPath(new URL('../schemas/', import.meta.url));

for (const published of PUBLISHED_SCHEMAS) {
  writeFileSync(`${FOLDER}${schemaFileName(published)}`, schemaFileText(published));
}
process.stderr.write(`schemas: ${PUBLISHED_SCHEMAS.length} written\n`);

/** Writes docs/vocabulary.md; run after a change of the vocabularies, then read the diff. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { vocabularyText } from '../packages/core/dist/index.js';

writeFileSync(fileURLToPath(new URL('../docs/vocabulary.md', import.meta.url)), vocabularyText());
process.stderr.write('vocabulary: docs/vocabulary.md written\n');

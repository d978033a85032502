import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { PUBLISHED_SCHEMAS, schemaFileName, schemaFileText } from '@interdict/core';

const FOLDER = fileURLToPath(new URL('../schemas/', import.meta.url));

describe('published schemas', () => {
  it.each(PUBLISHED_SCHEMAS.map((one) => [schemaFileName(one), one] as const))(
    '%s is what the model says (after a change, run `npm run schemas` and read the diff)',
    (fileName, published) => {
      const onDisk = readFileSync(`${FOLDER}${fileName}`, 'utf8');

      expect(onDisk).toBe(schemaFileText(published));
    },
  );

  it('are all there, and older versions are kept', () => {
    const onDisk = readdirSync(FOLDER).filter((name) => name.endsWith('.schema.json'));

    expect(onDisk.length).toBeGreaterThanOrEqual(PUBLISHED_SCHEMAS.length);
    expect(onDisk).toEqual(expect.arrayContaining(PUBLISHED_SCHEMAS.map(schemaFileName)));
  });

  it('describe every property of the report', () => {
    const text = JSON.stringify(PUBLISHED_SCHEMAS.find(({ name }) => name === 'report')?.schema);

    expect(text).toContain('"description"');
    expect(JSON.parse(text)).toMatchObject({ type: 'object', additionalProperties: false });
  });
});

import type { ReadItem } from '../../reader.ts';
import type { RecordMaker } from '../field/index.ts';

/** Headings and properties that are read, in lower case, with what they say. */
export const PROPERTIES: ReadonlyMap<string, ProgramProperty> = new Map<string, ProgramProperty>([
  ['name', 'name'],
  ['displayname', 'name'],
  ['version', 'version'],
  ['displayversion', 'version'],
  ['publisher', 'publisher'],
  ['vendor', 'publisher'],
  ['identifyingnumber', 'productCode'],
  ['pscomputername', 'host'],
]);

type ProgramProperty = 'name' | 'version' | 'publisher' | 'productCode' | 'host';

/** A program and where it stands; `headings` are the names of its properties in the file. */
export interface Program {
  readonly pointer: string;
  readonly values: ReadonlyMap<ProgramProperty, string>;
  readonly headings: ReadonlyMap<ProgramProperty, string>;
}

/** Keeps of named values those that are read. */
export function programOf(
  pointer: string,
  named: Iterable<readonly [heading: string, value: string]>,
): Program {
  const values = new Map<ProgramProperty, string>();
  const headings = new Map<ProgramProperty, string>();
  for (const [heading, value] of named) {
    const property = PROPERTIES.get(heading.toLowerCase());
    if (property === undefined || value === '' || values.has(property)) continue;
    values.set(property, value);
    headings.set(property, heading);
  }
  return { pointer, values, headings };
}

/** The record of a program; undefined when it has no name. */
export function programRecord(
  { pointer, values, headings }: Program,
  maker: RecordMaker,
): ReadItem | undefined {
  const name = values.get('name');
  if (name === undefined) return undefined;
  maker.add('name', name, `:${headings.get('name')}`);
  maker.add('publisher', values.get('publisher'), `:${headings.get('publisher')}`);
  maker.add('product_code', values.get('productCode'), `:${headings.get('productCode')}`);
  return maker.component({
    pointer,
    name,
    version: values.get('version'),
    host: values.get('host'),
    presence: 'installed',
    supporting: false,
  });
}

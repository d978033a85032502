import { EntryMaker, parsePartialDate } from '../field/index.ts';
import { schemaOf } from '../own/index.ts';

/** An entity of FollowTheMoney as OpenSanctions writes one on a line. */
export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly caption: string;
  readonly isTarget: boolean;
  readonly properties: Readonly<Record<string, readonly unknown[]>>;
  readonly referents: readonly string[];
}

type Item = Readonly<Record<string, unknown>>;

export function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An entity; undefined when the value is none. A file without `target` means all of them. */
export function parseFtm(value: unknown): FtmEntity | undefined {
  if (!isItem(value)) return undefined;
  const { id, schema, caption, target, properties, referents } = value;
  if (typeof id !== 'string' || typeof schema !== 'string' || !isItem(properties)) return undefined;
  const held: Record<string, readonly unknown[]> = Object.create(null) as typeof held;
  for (const [name, values] of Object.entries(properties)) {
    if (Array.isArray(values)) held[name] = values as readonly unknown[];
  }
  return {
    id,
    schema,
    caption: typeof caption === 'string' ? caption : id,
    isTarget: target !== false,
    properties: held,
    referents: Array.isArray(referents) ? referents.filter((one) => typeof one === 'string') : [],
  };
}

/** Schemata that connect others, or say something of them; they are no entries of their own. */
const RELATED: ReadonlySet<string> = new Set([
  'Sanction',
  'Address',
  'Ownership',
  'Directorship',
  'Membership',
  'Employment',
  'Family',
  'Associate',
  'Representation',
  'UnknownLink',
  'Succession',
  'Occupancy',
  'Position',
  'Identification',
  'Passport',
  'Payment',
  'Debt',
  'Documentation',
  'ProjectParticipant',
]);

export function isRelated({ schema }: FtmEntity): boolean {
  return RELATED.has(schema);
}

/** Where a line stands, and the list it is an entry of. */
export interface FtmPlace {
  readonly list: string;
  readonly pointer: string;
}

/** The entry of an entity with its own values, and not yet those of what is related. */
export function makeFtmEntry(entity: FtmEntity, { list, pointer }: FtmPlace): EntryMaker {
  const maker = new EntryMaker(list, entity.id, schemaOf(entity.schema));
  // The order of names in a file is none; the caption is the one chosen for showing.
  const names = strings(entity, 'name');
  if (names.includes(entity.caption)) {
    maker.add('name', entity.caption, { field: 'properties.name', pointer });
  }
  for (const property of Object.keys(entity.properties)) {
    for (const value of strings(entity, property)) {
      maker.add(property, value, { field: `properties.${property}`, pointer });
    }
  }
  for (const program of strings(entity, 'programId')) maker.addProgram(program);
  for (const referent of entity.referents) maker.addReference(referent);
  if (schemaOf(entity.schema) !== entity.schema) {
    maker.add('notes', entity.schema, { field: 'schema', pointer, detail: 'schema' });
  }
  return maker;
}

/** The plain values of a property. */
export function strings({ properties }: FtmEntity, property: string): readonly string[] {
  const values = properties[property] ?? [];
  return values.filter((value) => typeof value === 'string');
}

const SANCTION_DATES = ['listingDate', 'startDate', 'endDate'] as const;
const SANCTION_TEXTS = ['provisions', 'reason', 'status', 'duration', 'recordId', 'sourceUrl'];

/** Adds what a related entity says: a sanction, an address, a link to somebody else. */
export function addRelated(maker: EntryMaker, related: FtmEntity, pointer: string): void {
  switch (related.schema) {
    case 'Sanction':
      addSanction(maker, related, pointer);
      return;
    case 'Address': {
      const full = strings(related, 'full');
      const lines = full.length === 0 ? [related.caption] : full;
      const detail = strings(related, 'country')[0];
      for (const line of lines) {
        maker.add('address', line, { field: 'Address.full', pointer, detail });
      }
      return;
    }
    default:
      addLink(maker, related, pointer);
  }
}

function addSanction(maker: EntryMaker, sanction: FtmEntity, pointer: string): void {
  const programs = [...strings(sanction, 'programId'), ...strings(sanction, 'program')];
  for (const program of programs) maker.addProgram(program);
  const authority = strings(sanction, 'authority')[0];
  const place = (property: string): { field: string; pointer: string; detail?: string } => {
    const field = `Sanction.${property}`;
    return authority === undefined ? { field, pointer } : { field, pointer, detail: authority };
  };
  for (const property of [...SANCTION_TEXTS, ...SANCTION_DATES]) {
    for (const value of strings(sanction, property)) maker.add(property, value, place(property));
  }
  for (const property of ['listingDate', 'startDate']) {
    for (const value of strings(sanction, property)) {
      const date = parsePartialDate(value, 'day-first');
      const isDay = date?.length === 10;
      if (isDay && (maker.from === undefined || date < maker.from)) maker.from = date;
    }
  }
}

/** Properties by which each connecting schema names its two ends. */
const ENDS: readonly string[] = [
  'owner',
  'asset',
  'director',
  'organization',
  'member',
  'employee',
  'employer',
  'person',
  'relative',
  'associate',
  'agent',
  'client',
  'subject',
  'object',
  'predecessor',
  'successor',
  'holder',
];

function addLink(maker: EntryMaker, link: FtmEntity, pointer: string): void {
  const share = strings(link, 'percentage')[0];
  const role = [...strings(link, 'role'), ...strings(link, 'relationship')][0];
  for (const end of ENDS) {
    for (const value of link.properties[end] ?? []) {
      const other = typeof value === 'string' ? value : isItem(value) ? String(value['id']) : '';
      if (other === '' || other === maker.key) continue;
      const detail = [link.schema, end, role, share].filter((one) => one !== undefined).join('; ');
      maker.add('unknownLinkTo', other, { field: `${link.schema}.${end}`, pointer, detail });
    }
  }
}

/** Ids of the entities a related one is about. */
export function aboutIds(related: FtmEntity): readonly string[] {
  const ids: string[] = [];
  for (const end of ['entity', ...ENDS]) ids.push(...strings(related, end));
  return ids;
}

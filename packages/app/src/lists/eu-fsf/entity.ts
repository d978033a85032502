import { EntryMaker, parsePartialDate } from '../field/index.ts';

/** What stands on an entity itself, and on each of its regulations. */
export interface EuEntity {
  readonly logicalId: string;
  readonly reference: string;
  readonly unitedNationId: string;
  readonly designationDate: string;
  readonly details: string;
  /** `P` for persons, `E` for everything else. */
  readonly classification: string;
  readonly pointer: string;
}

export interface EuRegulation {
  readonly programme: string;
  readonly title: string;
  readonly published: string;
  readonly inForce: string;
  readonly url: string;
  readonly pointer: string;
}

export function makeEuEntity(list: string, entity: EuEntity): EntryMaker {
  const isPerson = entity.classification === 'P' || entity.classification === 'person';
  const maker = new EntryMaker(list, entity.logicalId, isPerson ? 'Person' : 'LegalEntity');
  const { pointer } = entity;
  maker.add('notes', entity.details, { field: 'designationDetails', pointer });
  maker.addReference(entity.reference);
  if (entity.unitedNationId !== '') maker.addReference(`un-sc:${entity.unitedNationId}`);
  maker.from = dateText(entity.designationDate);
  return maker;
}

/** Adds a regulation; without a date of designation the first one into force is taken for it. */
export function addRegulation(maker: EntryMaker, regulation: EuRegulation): void {
  const { programme, title, published, inForce, url, pointer } = regulation;
  maker.addProgram(programme);
  const from = dateText(inForce) ?? dateText(published);
  maker.add('recordId', title, { field: 'regulation', pointer, from });
  maker.add('sourceUrl', url, { field: 'publicationUrl', pointer });
  if (from !== undefined && (maker.from === undefined || from < maker.from)) maker.from = from;
}

function dateText(text: string): string | undefined {
  const date = parsePartialDate(text.slice(0, 10), 'day-first');
  return date !== undefined && date.length === 10 ? date : undefined;
}

import { APP_LIMITS } from '../../limits.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  childText,
  elementsAt,
  textOf,
  type XmlElement,
} from '../xml/index.ts';

/** Sets of reference values by the name of their elements; an id counts in its own set only. */
export const REFERENCE_SETS: readonly string[] = [
  'AliasType',
  'AreaCode',
  'Country',
  'DetailReference',
  'FeatureType',
  'IDRegDocDateType',
  'IDRegDocType',
  'LegalBasis',
  'List',
  'LocPartType',
  'NamePartType',
  'PartySubType',
  'RelationType',
  'SanctionsType',
  'Script',
];

/** An address or area of SDN_ADVANCED.XML. */
export interface AdvancedLocation {
  readonly parts: readonly string[];
  readonly country: string;
}

/** A document of an identity. */
export interface AdvancedDocument {
  readonly type: string;
  readonly number: string;
  readonly country: string;
  readonly authority: string;
  readonly issued: string;
  readonly expires: string;
  readonly pointer: string;
}

/** What the parties of SDN_ADVANCED.XML point at; it stands before them in the file. */
export class AdvancedReference {
  readonly #values = new Map<string, string>();
  readonly #locations = new Map<string, AdvancedLocation>();
  readonly #documents = new Map<string, AdvancedDocument[]>();
  #held = 0;

  /** Whether more is held than is allowed. */
  get isFull(): boolean {
    return this.#held > APP_LIMITS.listRowsHeldMax;
  }

  add(element: XmlElement): void {
    this.#held += 1;
    if (element.name === 'Location') this.#addLocation(element);
    else if (element.name === 'IDRegDocument') this.#addDocument(element);
    else this.#values.set(`${element.name} ${attributeOf(element, 'ID')}`, textOf(element));
  }

  /** Text of a reference value; empty for an id nobody defined. */
  text(set: string, id: string): string {
    return this.#values.get(`${set} ${id}`) ?? '';
  }

  location(id: string): AdvancedLocation | undefined {
    return this.#locations.get(id);
  }

  documentsOf(identity: string): readonly AdvancedDocument[] {
    return this.#documents.get(identity) ?? [];
  }

  #addLocation(element: XmlElement): void {
    const parts = childrenOf(element, 'LocationPart').map((part) =>
      elementsAt(part, 'LocationPartValue', 'Value').map(textOf).join(' '),
    );
    const country = this.text(
      'Country',
      attributeOf(childOf(element, 'LocationCountry'), 'CountryID'),
    );
    const areaId = attributeOf(childOf(element, 'LocationAreaCode'), 'AreaCodeID');
    const area = this.text('AreaCode', areaId);
    this.#locations.set(attributeOf(element, 'ID'), { parts, country: country || area });
  }

  #addDocument(element: XmlElement): void {
    const dates = { issued: '', expires: '' };
    for (const one of childrenOf(element, 'DocumentDate')) {
      const kind = this.text('IDRegDocDateType', attributeOf(one, 'IDRegDocDateTypeID'));
      const period = periodOf(childOf(one, 'DatePeriod'));
      if (/expir/i.test(kind)) dates.expires = period?.to ?? '';
      else dates.issued = period?.from ?? '';
    }
    const document = {
      type: this.text('IDRegDocType', attributeOf(element, 'IDRegDocTypeID')),
      number: childText(element, 'IDRegistrationNo'),
      country: this.text('Country', attributeOf(element, 'IssuedBy-CountryID')),
      authority: childText(element, 'IssuingAuthority'),
      ...dates,
      pointer: `line:${element.line}`,
    };
    const identity = attributeOf(element, 'IdentityID');
    const documents = this.#documents.get(identity);
    if (documents === undefined) this.#documents.set(identity, [document]);
    else documents.push(document);
  }
}

/** A period of days, both ends included. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly isCirca: boolean;
}

/** The days between the first possible start of a period and its last possible end. */
export function periodOf(period: XmlElement | undefined): Period | undefined {
  const start = childOf(period, 'Start');
  const end = childOf(period, 'End') ?? start;
  const from = dayOf(childOf(start, 'From') ?? childOf(start, 'To'));
  const to = dayOf(childOf(end, 'To') ?? childOf(end, 'From'));
  if (from === undefined || to === undefined) return undefined;
  const isCirca = [start, end].some((one) => attributeOf(one, 'Approximate') === 'true');
  return { from, to, isCirca };
}

function dayOf(element: XmlElement | undefined): string | undefined {
  const year = childText(element, 'Year');
  const month = childText(element, 'Month').padStart(2, '0');
  const day = childText(element, 'Day').padStart(2, '0');
  return /^\d{4}$/.test(year) ? `${year}-${month}-${day}` : undefined;
}

/** A period in words: a day, a month, a year, or from one to another. */
export function periodText({ from, to, isCirca }: Period): string {
  const circa = isCirca ? 'circa ' : '';
  if (from === to) return `${circa}${from}`;
  const isMonth =
    from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') && Number(to.slice(8)) > 27;
  if (isMonth) return `${circa}${from.slice(0, 7)}`;
  const isYears = from.endsWith('-01-01') && to.endsWith('-12-31');
  const [first, last] = isYears ? [from.slice(0, 4), to.slice(0, 4)] : [from, to];
  return first === last ? `${circa}${first}` : `${circa}${first} to ${last}`;
}

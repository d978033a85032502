import type { FileHead } from '@interdict/core';
import type { EntryMaker } from '../field/index.ts';
import { SINGLE_PART, type ListFormat, type ListItem } from '../list-source.ts';
import { lost } from '../problems.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  childText,
  elementsAt,
  readXml,
  textOf,
  type XmlElement,
} from '../xml/index.ts';
import { makeAdvancedEntry } from './advanced-party.ts';
import { AdvancedReference, REFERENCE_SETS } from './advanced-reference.ts';

const WHOLE = [
  ...REFERENCE_SETS,
  'DateOfIssue',
  'Location',
  'IDRegDocument',
  'DistinctParty',
  'ProfileRelationship',
  'SanctionsEntry',
];

/**
 * SDN_ADVANCED.XML and CONS_ADVANCED.XML. Programs stand behind the parties, so entries are held
 * until the end of the file.
 */
export const ofacAdvanced: ListFormat = {
  format: 'ofac-advanced-xml',
  title: 'OFAC SDN_ADVANCED.XML or CONS_ADVANCED.XML',
  parts: SINGLE_PART,
  recognize: ({ text }: FileHead) =>
    /<Sanctions[\s>]/.test(text) && text.includes('ADVANCED_XML') ? 'list' : undefined,
  *read(parts, list) {
    const file = parts.get('list');
    if (file === undefined) return;
    const reference = new AdvancedReference();
    const parties = new Parties(reference, list);
    for (const item of readXml(file, { whole: WHOLE })) {
      if (item.kind === 'problem') yield item;
      else if (item.element.name === 'DateOfIssue') {
        yield { kind: 'published', date: dateOf(item.element) };
      } else parties.take(item.element);
      if (!reference.isFull) continue;
      yield lost('list-limit', 'the file refers to more than is held', { file: file.name });
      return;
    }
    yield* parties.finish(file.name);
  },
};

function dateOf(element: XmlElement | undefined): string {
  const [year, month, day] = ['Year', 'Month', 'Day'].map((name) => childText(element, name));
  return `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
}

class Parties {
  readonly #reference: AdvancedReference;
  readonly #list: string;
  readonly #makers = new Map<string, EntryMaker>();

  constructor(reference: AdvancedReference, list: string) {
    this.#reference = reference;
    this.#list = list;
  }

  take(element: XmlElement): void {
    switch (element.name) {
      case 'DistinctParty': {
        const profile = attributeOf(childOf(element, 'Profile'), 'ID');
        this.#makers.set(profile, makeAdvancedEntry(element, this.#reference, this.#list));
        return;
      }
      case 'ProfileRelationship':
        this.#link(element);
        return;
      case 'SanctionsEntry':
        this.#sanction(element);
        return;
      default:
        this.#reference.add(element);
    }
  }

  *finish(file: string): Generator<ListItem> {
    for (const [profile, maker] of this.#makers) {
      const entry = maker.finish();
      if (entry !== undefined && maker.key !== '') yield { kind: 'entry', entry };
      else yield lost('list-no-name', `profile ${profile} has no name or no FixedRef`, { file });
    }
  }

  #link(element: XmlElement): void {
    const maker = this.#makers.get(attributeOf(element, 'From-ProfileID'));
    const to = attributeOf(element, 'To-ProfileID');
    if (maker === undefined) return;
    const type = this.#reference.text('RelationType', attributeOf(element, 'RelationTypeID'));
    const name = this.#makers.get(to)?.finish()?.caption ?? to;
    const place = { field: 'ProfileRelationship', pointer: `line:${element.line}` };
    maker.add('unknownLinkTo', name, { ...place, detail: `${type}; ${to}` });
  }

  #sanction(element: XmlElement): void {
    const maker = this.#makers.get(attributeOf(element, 'ProfileID'));
    if (maker === undefined) return;
    const pointer = `line:${element.line}`;
    const list = this.#reference.text('List', attributeOf(element, 'ListID'));
    for (const event of childrenOf(element, 'EntryEvent')) {
      const date = dateOf(childOf(event, 'Date'));
      const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date);
      if (isDay) maker.add('listingDate', date, { field: 'EntryEvent', pointer, detail: list });
      if (isDay && (maker.from === undefined || date < maker.from)) maker.from = date;
      const law = this.#reference.text('LegalBasis', attributeOf(event, 'LegalBasisID'));
      maker.add('provisions', law, { field: 'EntryEvent', pointer, detail: 'legal authority' });
    }
    for (const measure of childrenOf(element, 'SanctionsMeasure')) {
      const id = attributeOf(measure, 'SanctionsTypeID');
      const type = this.#reference.text('SanctionsType', id);
      const comments = elementsAt(measure, 'Comment').map(textOf);
      // The program stands as the comment of a measure of that type.
      if (/^program$/i.test(type)) for (const comment of comments) maker.addProgram(comment);
      else maker.add('provisions', type, { field: 'SanctionsMeasure', pointer });
    }
  }
}

import type { FileHead } from '@interdict/core';
import { APP_LIMITS } from '../../limits.ts';
import { addCountry, EntryMaker, parsePartialDate } from '../field/index.ts';
import { SINGLE_PART, type ListFormat, type ListItem } from '../list-source.ts';
import { lost } from '../problems.ts';
import { attributeOf, childrenOf, readXml, textOf, type XmlElement } from '../xml/index.ts';
import { cellText, parseEntityCell, type EntityCell } from './entity-cell.ts';

/** A list that stands as a supplement to 15 CFR part 744. */
export interface Supplement {
  /** Number of the supplement: 4 is the Entity List, 6 the UVL, 7 the MEU List. */
  readonly number: string;
  /** Program its entries get. */
  readonly program: string;
  readonly format: string;
}

/** What a column holds, by words of its heading. */
const COLUMNS: readonly (readonly [words: RegExp, column: Column])[] = [
  [/country/i, 'country'],
  [/entity|person/i, 'entity'],
  [/review policy/i, 'policy'],
  [/requirement/i, 'requirement'],
  [/federal register|citation/i, 'citation'],
];

type Column = 'country' | 'entity' | 'requirement' | 'policy' | 'citation';

/**
 * One supplement of part 744 in the XML of the eCFR. Any past day is served, so what it says can
 * be had as of a day.
 */
export function ecfrSupplement({ number, program, format }: Supplement): ListFormat {
  return {
    format,
    title: `eCFR XML of part 744 with supplement ${number}`,
    parts: SINGLE_PART,
    recognize: ({ text }: FileHead) =>
      /<DIV[1-9][\s>]/.test(text) && /N="744"/.test(text) ? 'list' : undefined,
    *read(parts, list) {
      const file = parts.get('list');
      if (file === undefined) return;
      const table = new SupplementTable(list, program, file.name);
      let isInside = false;
      let isFound = false;
      for (const item of readXml(file, { whole: ['TR'], starts: ['DIV8', 'DIV9'] })) {
        if (item.kind === 'problem') yield item;
        else if (item.kind === 'open') {
          isInside = isSupplement(item.element, number);
          isFound ||= isInside;
        } else if (isInside) yield* table.row(item.element);
      }
      if (isFound) return;
      const message = `there is no supplement no. ${number} to part 744 in the file`;
      yield lost('list-syntax', message, { file: file.name });
    },
  };
}

function isSupplement(element: XmlElement, number: string): boolean {
  const name = attributeOf(element, 'N');
  return new RegExp(`^Supplement No\\. ${number} to Part 744$`, 'i').test(name.trim());
}

class SupplementTable {
  readonly #list: string;
  readonly #program: string;
  readonly #file: string;
  #columns: readonly (Column | undefined)[] = [];
  #country = '';

  constructor(list: string, program: string, file: string) {
    this.#list = list;
    this.#program = program;
    this.#file = file;
  }

  *row(row: XmlElement): Generator<ListItem> {
    const headings = childrenOf(row, 'TH');
    if (headings.length > 0) {
      this.#columns = headings.map(columnOf);
      return;
    }
    const cells = childrenOf(row, 'TD');
    const place = { file: this.#file, pointer: `line:${row.line}` };
    if (cells.every((cell) => /^(?:\[Reserved\])?$/i.test(textOf(cell)))) return;
    if (cells.length !== this.#columns.length) {
      const message = `the row has ${cells.length} cells and not ${this.#columns.length}`;
      yield lost('list-row', message, place);
      return;
    }
    const cell = (column: Column): XmlElement | undefined => cells[this.#columns.indexOf(column)];
    const country = plainText(cell('country'));
    if (country !== '') this.#country = country;
    const entity = cell('entity');
    if (entity === undefined || /^\[Reserved\]$/i.test(textOf(entity)) || textOf(entity) === '')
      return;
    const { length } = textOf(entity);
    if (length > APP_LIMITS.listCellLengthMax) {
      yield lost('list-limit', `a cell is longer than ${APP_LIMITS.listCellLengthMax}`, place);
      return;
    }
    const maker = this.#entry(parseEntityCell(entity), entity);
    this.#addLaw(maker, cell, place.pointer);
    const entry = maker.finish();
    if (entry === undefined) yield lost('list-no-name', 'the row has no name', place);
    else yield { kind: 'entry', entry };
  }

  #entry(cell: EntityCell, element: XmlElement): EntryMaker {
    const { name, aliases, addresses, notes, footnotes, isAddress } = cell;
    const schema = isAddress ? 'Address' : 'LegalEntity';
    const maker = new EntryMaker(this.#list, `${this.#country}/${name}`, schema);
    const pointer = `line:${element.line}`;
    const place = { field: 'Entity', pointer };
    maker.addProgram(this.#program);
    // Where an address is what is listed, it is the name as well.
    const names = isAddress ? addresses : [name];
    for (const one of names) maker.add('name', one, { ...place, original: cellText(element).text });
    for (const alias of aliases) maker.add('alias', alias, place);
    for (const address of addresses) maker.add('address', address, place);
    for (const note of notes) maker.add('notes', note, place);
    for (const mark of footnotes) maker.add('provisions', `footnote ${mark}`, place);
    addCountry(maker, 'country', this.#country, { field: 'Country', pointer });
    return maker;
  }

  #addLaw(
    maker: EntryMaker,
    cell: (column: Column) => XmlElement | undefined,
    pointer: string,
  ): void {
    maker.add('provisions', plainText(cell('requirement')), {
      field: 'License requirement',
      pointer,
    });
    const policy = plainText(cell('policy'));
    maker.add('provisions', policy, {
      field: 'License review policy',
      pointer,
      detail: 'review policy',
    });
    const citation = plainText(cell('citation'));
    maker.add('recordId', citation, { field: 'Federal Register citation', pointer });
    maker.from = firstDate(citation);
  }
}

function columnOf(heading: XmlElement): Column | undefined {
  const text = textOf(heading);
  return COLUMNS.find(([words]) => words.test(text))?.[1];
}

function plainText(cell: XmlElement | undefined): string {
  return cell === undefined ? '' : cellText(cell).text.replaceAll(/\s+/g, ' ');
}

/** `76 FR 71869, 11/21/11. 87 FR …`: the first date is that of the listing. */
function firstDate(citation: string): string | undefined {
  const found = /\b(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})\b/.exec(citation);
  const [, month = '', day = '', year = ''] = found ?? [];
  if (year === '') return undefined;
  // The lists began in 1997.
  const full = year.length === 4 ? year : Number(year) >= 90 ? `19${year}` : `20${year}`;
  return parsePartialDate(`${full}-${month}-${day}`, 'day-first');
}

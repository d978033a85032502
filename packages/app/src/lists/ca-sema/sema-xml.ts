import type { FileHead } from '@interdict/core';
import { addDate, EntryMaker, parsePartialDate, splitNames } from '../field/index.ts';
import { SINGLE_PART, type ListFormat, type ListItem } from '../list-source.ts';
import { lost } from '../problems.ts';
import { childrenOf, childText, readXml, textOf, type XmlElement } from '../xml/index.ts';

/** Canada's autonomous sanctions, with the words of 2022 and of today for entities and ships. */
export const semaXml: ListFormat = {
  format: 'ca-sema-xml',
  title: 'Consolidated Canadian Autonomous Sanctions List XML',
  parts: SINGLE_PART,
  recognize: ({ text }: FileHead) =>
    /<data-set[\s>]/.test(text) && /<record>\s*<Country>/.test(text) ? 'list' : undefined,
  *read(parts, list) {
    const file = parts.get('list');
    if (file === undefined) return;
    for (const item of readXml(file, { whole: ['record'] })) {
      if (item.kind === 'problem') yield item;
      else if (item.kind === 'element') yield readRecord(item.element, list, file.name);
    }
  },
};

function readRecord(record: XmlElement, list: string, file: string): ListItem {
  const text = (name: string): string => childText(record, name);
  const place = (field: string): { field: string; pointer: string } => {
    return { field, pointer: `line:${record.line}` };
  };
  const entity = text('Entity') || text('EntityOrShip');
  const ship = text('ShipIMONumber');
  const schema = ship !== '' ? 'Vessel' : entity !== '' ? 'LegalEntity' : 'Person';
  const maker = new EntryMaker(list, keyOf(text), schema);
  // The country is that of the regulations, not of who is listed.
  maker.addProgram(text('Country'));
  maker.from = parsePartialDate(text('DateOfListing'), 'day-first');
  const [given, last] = [text('GivenName'), text('LastName')];
  maker.add('name', entity === '' ? `${given} ${last}` : entity, place('Entity'));
  if (entity === '') {
    maker.add('firstName', given, place('GivenName'));
    maker.add('lastName', last, place('LastName'));
  }
  for (const aliases of childrenOf(record, 'Aliases')) {
    for (const name of splitNames(textOf(aliases))) {
      maker.add('alias', name, { ...place('Aliases'), original: textOf(aliases) });
    }
  }
  addDate(maker, 'birthDate', text('DateOfBirth'), place('DateOfBirth'));
  maker.add(schema === 'Person' ? 'title' : 'notes', text('Title'), place('Title'));
  maker.add(schema === 'Person' ? 'title' : 'notes', text('TitleOrShip'), place('TitleOrShip'));
  maker.add('imoNumber', ship.replace(/^IMO\s*/i, ''), {
    ...place('ShipIMONumber'),
    original: ship,
  });
  const entry = maker.finish();
  if (entry !== undefined) return { kind: 'entry', entry };
  return lost('list-no-name', 'a record has no name', { file, pointer: `line:${record.line}` });
}

/** Regulations, schedule and item number make a record; some have no item. */
function keyOf(text: (name: string) => string): string {
  const [country = ''] = text('Country').split('/');
  const short = /\(([A-Z]{3,})\)/.exec(country)?.[1] ?? country.trim();
  const item = [short, text('Schedule'), text('Item')].filter((part) => part !== '').join('/');
  if (text('Item') !== '') return item;
  return `${item}/${text('LastName') || text('Entity') || text('EntityOrShip')}`;
}

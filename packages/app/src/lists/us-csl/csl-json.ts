import { readJson, type FileHead } from '@interdict/core';
import {
  addAddress,
  addCountry,
  addDate,
  addLabelledFact,
  type EntryMaker,
} from '../field/index.ts';
import { SINGLE_PART, type ListFile, type ListFormat, type ListItem } from '../list-source.ts';
import { fromProblem, lost, type ListProblem } from '../problems.ts';
import { addName, keyOf, makeEntry, sourceCode, type Fields } from './entry.ts';

type Item = Readonly<Record<string, unknown>>;

/** The Consolidated Screening List as JSON. */
export const cslJson: ListFormat = {
  format: 'csl-json',
  title: 'Consolidated Screening List JSON',
  parts: SINGLE_PART,
  recognize: ({ text }: FileHead) =>
    /^\s*\{[^[]*"results"\s*:\s*\[/.test(text) && /"source_list_url"|"source"\s*:/.test(text)
      ? 'list'
      : undefined,
  *read(parts, list) {
    const file = parts.get('list');
    if (file === undefined) return;
    const document = readJson(file.source);
    for (const { problem, lost: isLost } of document.problems) {
      yield fromProblem(problem, file.name, isLost);
    }
    const results = isItem(document.value) ? document.value['results'] : undefined;
    if (!Array.isArray(results)) {
      yield lost('list-syntax', 'there is no array `results`', { file: file.name });
      return;
    }
    if (!document.isComplete(results)) yield cut(file);
    for (let index = 0; index < results.length; index += 1) {
      const result: unknown = results[index];
      const pointer = `/results/${index}`;
      if (isItem(result)) yield readEntry(result, list, { file: file.name, pointer });
      else yield lost('list-syntax', 'a result is no object', { file: file.name, pointer });
    }
  },
};

function cut(file: ListFile): ListProblem {
  return lost('list-truncated', 'the list of results breaks off; get it again', {
    file: file.name,
  });
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textAt(item: Item, name: string): string {
  const value = Object.hasOwn(item, name) ? item[name] : undefined;
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function valuesAt(item: Item, name: string): readonly unknown[] {
  const value = Object.hasOwn(item, name) ? item[name] : undefined;
  return Array.isArray(value) ? value : [];
}

function textsAt(item: Item, name: string): readonly string[] {
  return valuesAt(item, name).filter((value) => typeof value === 'string');
}

function itemsAt(item: Item, name: string): readonly Item[] {
  return valuesAt(item, name).filter(isItem);
}

function readEntry(
  item: Item,
  list: string,
  place: { readonly file: string; readonly pointer: string },
): ListItem {
  const { pointer } = place;
  const fields: Fields = (name) => textAt(item, name);
  const key = keyOf(fields('id') || fields('_id'), fields);
  const maker = makeEntry(list, key, fields, pointer);
  for (const program of textsAt(item, 'programs')) maker.addProgram(program);
  const code = sourceCode(textAt(item, 'source'));
  for (const [index, name] of textsAt(item, 'alt_names').entries()) {
    addName(maker, 'alias', name, { field: 'alt_names', pointer: `${pointer}/alt_names/${index}` });
  }
  addLists(maker, item, pointer);
  const entry = maker.finish();
  if (entry !== undefined && key !== '') return { kind: 'entry', entry, group: code };
  return lost('list-no-name', 'a result has no name or no id', place);
}

function addLists(maker: EntryMaker, item: Item, pointer: string): void {
  for (const [index, address] of itemsAt(item, 'addresses').entries()) {
    const parts = ['address', 'city', 'state', 'postal_code'].map((name) => textAt(address, name));
    const place = { field: 'addresses', pointer: `${pointer}/addresses/${index}` };
    addAddress(maker, { parts, country: textAt(address, 'country') }, place);
  }
  for (const [field, property] of [
    ['citizenships', 'citizenship'],
    ['nationalities', 'nationality'],
  ] as const) {
    for (const country of textsAt(item, field)) {
      addCountry(maker, property, country, { field, pointer });
    }
  }
  for (const date of textsAt(item, 'dates_of_birth')) {
    addDate(maker, 'birthDate', date, { field: 'dates_of_birth', pointer });
  }
  for (const place of textsAt(item, 'places_of_birth')) {
    maker.add('birthPlace', place, { field: 'places_of_birth', pointer });
  }
  for (const [index, id] of itemsAt(item, 'ids').entries()) {
    addLabelledFact(maker, {
      label: textAt(id, 'type'),
      value: textAt(id, 'number'),
      country: textAt(id, 'country'),
      issued: textAt(id, 'issue_date'),
      expires: textAt(id, 'expiration_date'),
      field: 'ids',
      pointer: `${pointer}/ids/${index}`,
    });
  }
}

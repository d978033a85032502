import { readJsonValues, type FileHead } from '@interdict/core';
import { APP_LIMITS } from '../../limits.ts';
import type { EntryMaker } from '../field/index.ts';
import { SINGLE_PART, type ListFile, type ListFormat, type ListItem } from '../list-source.ts';
import { fromProblem, lost, noted, type ListProblem } from '../problems.ts';
import {
  aboutIds,
  addRelated,
  isRelated,
  makeFtmEntry,
  parseFtm,
  strings,
  type FtmEntity,
} from './entity.ts';

/** One entity of a file, or a problem with its line. */
type FtmLine =
  | { readonly kind: 'ftm'; readonly entity: FtmEntity; readonly pointer: string }
  | ListProblem;

/** The entities of a file, each with its line. */
function* readFtmLines(file: ListFile): Generator<FtmLine> {
  for (const item of readJsonValues(file.source)) {
    if (item.kind === 'problem') {
      yield fromProblem(item.problem, file.name, item.lost);
      continue;
    }
    const { value, pointer } = item;
    const entity = parseFtm(value);
    if (entity !== undefined) yield { kind: 'ftm', entity, pointer };
    else yield lost('list-syntax', 'this is no entity', { file: file.name, pointer });
  }
}

/**
 * `entities.ftm.json`: entities, sanctions and addresses on lines of their own, in any order. They
 * are held until the end, so a file of all the world is read as `targets.nested.json` instead.
 */
export const ftmJson: ListFormat = {
  format: 'opensanctions-ftm',
  title: 'OpenSanctions entities.ftm.json',
  parts: SINGLE_PART,
  recognize: ({ text }: FileHead) => (isFtm(text) && !isNested(text) ? 'list' : undefined),
  *read(parts, list) {
    const file = parts.get('list');
    if (file === undefined) return;
    const held = new HeldEntities(list);
    for (const line of readFtmLines(file)) {
      if (line.kind === 'problem') yield line;
      else if (!held.add(line.entity, line.pointer)) {
        const most = APP_LIMITS.listRowsHeldMax;
        const message = `more than ${most} entities; import targets.nested.json instead`;
        yield lost('list-limit', message, { file: file.name, pointer: line.pointer });
        return;
      }
    }
    yield* held.finish(file.name);
  },
};

class HeldEntities {
  readonly #list: string;
  readonly #makers = new Map<string, { readonly maker: EntryMaker; readonly entity: FtmEntity }>();
  readonly #related: { readonly entity: FtmEntity; readonly pointer: string }[] = [];

  constructor(list: string) {
    this.#list = list;
  }

  add(entity: FtmEntity, pointer: string): boolean {
    if (this.#makers.size + this.#related.length >= APP_LIMITS.listRowsHeldMax) return false;
    if (isRelated(entity)) this.#related.push({ entity, pointer });
    else if (entity.isTarget) {
      const maker = makeFtmEntry(entity, { list: this.#list, pointer });
      this.#makers.set(entity.id, { maker, entity });
    }
    return true;
  }

  *finish(file: string): Generator<ListItem> {
    const addresses = new Map<string, FtmEntity>();
    for (const { entity, pointer } of this.#related) {
      if (entity.schema === 'Address') addresses.set(entity.id, entity);
      for (const id of aboutIds(entity)) {
        const about = this.#makers.get(id);
        if (about !== undefined) addRelated(about.maker, entity, pointer);
      }
    }
    for (const { maker, entity } of this.#makers.values()) {
      for (const id of strings(entity, 'addressEntity')) {
        const address = addresses.get(id);
        if (address !== undefined) addRelated(maker, address, `#${id}`);
      }
      yield finishFtm(maker, file);
    }
  }
}

/** The entry, or a note: OpenSanctions lists crypto wallets and securities without a name. */
function finishFtm(maker: EntryMaker, file: string): ListItem {
  const entry = maker.finish();
  if (entry !== undefined) return { kind: 'entry', entry };
  return noted('list-no-name', `\`${maker.key}\` has no name and was left out`, { file });
}

/** `targets.nested.json`: one target on a line, with everything related inside it. */
export const nestedJson: ListFormat = {
  format: 'opensanctions-nested',
  title: 'OpenSanctions targets.nested.json',
  parts: SINGLE_PART,
  recognize: ({ text }: FileHead) => (isFtm(text) && isNested(text) ? 'list' : undefined),
  *read(parts, list) {
    const file = parts.get('list');
    if (file === undefined) return;
    for (const line of readFtmLines(file)) {
      if (line.kind === 'problem') {
        yield line;
        continue;
      }
      const { entity, pointer } = line;
      const maker = makeFtmEntry(entity, { list, pointer });
      for (const [property, values] of Object.entries(entity.properties)) {
        for (const value of values) {
          const related = parseFtm(value);
          if (related !== undefined) addRelated(maker, related, `${pointer}/${property}`);
        }
      }
      yield finishFtm(maker, file.name);
    }
  },
};

function isFtm(text: string): boolean {
  const [first = ''] = text.trimStart().split('\n', 1);
  const hasAll = /"schema"\s*:\s*"/.test(first) && /"properties"\s*:\s*\{/.test(first);
  return first.startsWith('{') && hasAll && !/^\{\s*"op"\s*:/.test(first);
}

/** In the nested form some property holds objects. */
function isNested(text: string): boolean {
  return /"properties"\s*:\s*\{.*\[\s*\{\s*"/.test(text);
}

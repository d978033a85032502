import { readJsonValues, type FileHead } from '@interdict/core';
import { SINGLE_PART, type ListFile, type ListFormat, type ListItem } from '../list-source.ts';
import { fromProblem, lost, noted } from '../problems.ts';
import { isItem, isRelated, makeFtmEntry, parseFtm, type FtmEntity } from './entity.ts';

/**
 * `entities.delta.json`: entities that were added, modified or deleted, one on a line. Sanctions
 * and addresses stand on lines of their own; what they say of an entry is not changed by it.
 */
export const deltaJson: ListFormat = {
  format: 'opensanctions-delta',
  title: 'OpenSanctions entities.delta.json',
  parts: SINGLE_PART,
  isDelta: true,
  // What sanctions, addresses and links said of the entry; they have lines of their own.
  stays: ({ field }) => /^[A-Z]\w*\./.test(field),
  recognize: ({ text }: FileHead) =>
    /^\s*\{\s*"op"\s*:\s*"(?:ADD|MOD|DEL)"/.test(text) ? 'list' : undefined,
  *read(parts, list) {
    const file = parts.get('list');
    if (file === undefined) return;
    let related = 0;
    for (const line of readOperations(file)) {
      if (line.kind === 'problem') yield line;
      else if (line.op === 'DEL') yield { kind: 'removed', id: `${list}:${line.id}` };
      else if (isRelated(line.entity)) related += 1;
      else if (line.entity.isTarget) yield changeOf(line.entity, list, line.pointer);
      // What is no target any more is no entry any more.
      else yield { kind: 'removed', id: `${list}:${line.id}` };
    }
    if (related === 0) return;
    const message = `${related} sanctions, addresses and links changed; fetch the list for them`;
    yield noted('list-partial-change', message, { file: file.name });
  },
};

type Operation =
  | { readonly kind: 'operation'; readonly op: 'DEL'; readonly id: string }
  | {
      readonly kind: 'operation';
      readonly op: 'ADD' | 'MOD';
      readonly id: string;
      readonly entity: FtmEntity;
      readonly pointer: string;
    };

function* readOperations(file: ListFile): Generator<Operation | (ListItem & { kind: 'problem' })> {
  for (const item of readJsonValues(file.source)) {
    if (item.kind === 'problem') {
      yield fromProblem(item.problem, file.name, item.lost);
      continue;
    }
    const { value, pointer } = item;
    const entity = isItem(value) ? value['entity'] : undefined;
    const op = isItem(value) ? value['op'] : undefined;
    const id = isItem(entity) ? entity['id'] : undefined;
    const whole = parseFtm(entity);
    if (op === 'DEL' && typeof id === 'string') yield { kind: 'operation', op, id };
    else if ((op === 'ADD' || op === 'MOD') && whole !== undefined) {
      yield { kind: 'operation', op, id: whole.id, entity: whole, pointer };
    } else
      yield lost('list-syntax', 'this is no operation of a delta', { file: file.name, pointer });
  }
}

/** The entity whole. What others say of it comes from their own lines and is not in here. */
function changeOf(entity: FtmEntity, list: string, pointer: string): ListItem {
  const entry = makeFtmEntry(entity, { list, pointer }).finish();
  if (entry !== undefined) return { kind: 'entry', entry };
  return lost('list-no-name', `\`${entity.id}\` has no name`, { pointer });
}

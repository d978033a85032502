import {
  powerSentence,
  privilegeMark,
  privilegeMeaning,
  answersByFinding,
  uniqueSorted,
  type Block,
  type Thing,
} from '../present/index.ts';
import { markup, named, pathNamed, type Markup, type MarkupPart } from './markup.ts';
import { nameList, remark, table, where, type TableColumn } from './piece.ts';

const PRODUCT_COLUMNS: readonly TableColumn[] = [
  { title: 'Product', kind: 'wide' },
  { title: 'Class' },
  { title: 'Can do' },
  { title: 'State' },
  { title: 'Where', kind: 'why' },
];

const ORDER_COLUMNS: readonly TableColumn[] = [
  { title: 'Order', kind: 'name' },
  { title: 'What' },
  { title: 'Item (other side)', kind: 'wide' },
  { title: 'Provision', kind: 'name' },
  { title: 'Stands in', kind: 'cite' },
];

const PARTY_COLUMNS: readonly TableColumn[] = [
  { title: 'Name', kind: 'name' },
  { title: 'Provision', kind: 'name' },
  { title: 'Stands in', kind: 'cite' },
];

function productCells(thing: Thing): MarkupPart[] {
  const { title, what, privilege, state, place, readAs } = thing;
  const can =
    privilege === undefined
      ? '-'
      : markup`<abbr title="${privilegeMeaning(privilege)}">${privilegeMark(privilege)}</abbr>`;
  const others = readAs.filter((name) => name !== title);
  const names =
    others.length === 0 ? undefined : markup`<p class="note small">read as ${nameList(others)}</p>`;
  return [[markup`<p>${named(title)}</p>`, names], what, can, state, where(place)];
}

function provisions(thing: Thing, answers: ReturnType<typeof answersByFinding>): MarkupPart {
  const found = thing.findings.flatMap((finding) => answers.get(finding) ?? []);
  const ids = uniqueSorted(found.map(({ prohibition }) => prohibition ?? '-'));
  return markup`<span class="rule">${ids.join(', ')}</span>`;
}

function pointers({ findings }: Thing): MarkupPart {
  return findings.map(({ subject: { source } }) => [
    markup`<p>${pathNamed(source.file)}</p>`,
    markup`<p class="rule">${named(source.pointer)}</p>`,
  ]);
}

function columnsOf({ kind }: Block): readonly TableColumn[] {
  if (kind === 'order') return ORDER_COLUMNS;
  return kind === 'party' ? PARTY_COLUMNS : PRODUCT_COLUMNS;
}

const CAPTIONS: Readonly<Record<Block['kind'], string>> = {
  product: 'Products, what they can do and where they are',
  order: 'Orders and where they stand',
  party: 'Parties and where they stand',
  record: 'Records',
};

/** What a block is about: its products, orders or parties. */
export function thingTable(block: Block, id: string): Markup {
  const answers = answersByFinding(block);
  const cells = block.things.map((thing) => {
    const { kind, title, what, about } = thing;
    if (kind === 'order') {
      return [named(title), what, named(about), provisions(thing, answers), pointers(thing)];
    }
    if (kind === 'party') return [named(title), provisions(thing, answers), pointers(thing)];
    return productCells(thing);
  });
  return table({ id, caption: CAPTIONS[block.kind], columns: columnsOf(block), rows: cells });
}

/** What the numbers of a block stand for, and why levels are held down. */
export function thingNotes(block: Block): MarkupPart {
  const levels = new Set(block.things.flatMap(({ privilege }) => privilege ?? []));
  const legend = [...levels]
    .toSorted((a, b) => b - a)
    .map((level) => `${privilegeMark(level)} ${privilegeMeaning(level)}`);
  const capped = uniqueSorted(block.things.flatMap((thing) => thing.capped));
  return [
    remark('Can do', legend.join('; ')),
    remark('Power', powerSentence(block.things.flatMap(({ findings }) => findings))),
    remark('Held down', capped.join('; ')),
  ];
}

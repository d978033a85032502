import {
  ACTIVITIES,
  FACTS,
  factWord,
  isBoundClass,
  isProductClass,
  wordsOf,
  type Activity,
  type Actor,
  type BoundClass,
  type FactName,
  type Item,
  type StatedFacts,
  type Transaction,
} from '../../../model/index.ts';
import type { ReadProblem } from '../../input/index.ts';
import { headingKey } from './columns.ts';
import { countryCode } from './country.ts';
import { activityOfType, activityWord } from './order-words.ts';
import { splitList } from './party-row.ts';
import { readBoolean, readNumber, readPercent } from './read-cell.ts';
import { readDate, type DateOrder } from './read-date.ts';
import type { TableRow } from './table-row.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What holds for all rows of a table of orders. */
export interface OrderTable {
  /** Which number of a date with strokes is the month, as far as the table shows it. */
  readonly dateOrder: DateOrder | undefined;
  /** Whether we sell: a customer is named and no supplier. */
  readonly isSelling: boolean | undefined;
  /** What every row is by its heading, as under `PO Number`. */
  readonly activityByHeading: Activity | undefined;
}

/** The transaction of a row, and what of it could not be read. */
export interface OrderReading {
  /** Undefined when the activity or the date is not known: both would be a guess. */
  readonly transaction?: Transaction;
  readonly problems: readonly ReadProblem[];
  /** True when a time of day without a zone was left out of the date. */
  readonly isTimeDropped: boolean;
}

/** Headings that name a fact of the vocabulary, `License held` for `licenseHeld`. */
export const FACT_HEADINGS: ReadonlyMap<string, FactName> = new Map(
  wordsOf(FACTS).map((name) => [headingKey(name), name]),
);

/** Name of the column of a fact in a header. */
export function factColumn(name: FactName): string {
  return `fact:${name}`;
}

export function readOrder(row: TableRow, table: OrderTable, fallbackId: string): OrderReading {
  return new OrderReader(row, table).read(fallbackId);
}

class OrderReader {
  readonly #row: TableRow;
  readonly #table: OrderTable;
  readonly #problems: ReadProblem[] = [];
  #isTimeDropped = false;

  constructor(row: TableRow, table: OrderTable) {
    this.#row = row;
    this.#table = table;
  }

  read(fallbackId: string): OrderReading {
    const activity = this.#activity();
    const at = this.#date('date');
    const hasDate = this.#row.text('date') !== undefined;
    const isGuess = activity === undefined || (hasDate && at === undefined);
    if (isGuess) return this.#reading();
    const transaction: Mutable<Transaction> = { id: this.#id(fallbackId), activity };
    if (at !== undefined) transaction.at = at;
    const counterparty = this.#counterparty(activity);
    if (counterparty !== undefined) transaction.counterparty = counterparty;
    const item = this.#item();
    if (item !== undefined) transaction.item = item;
    const facts = this.#facts();
    if (facts !== undefined) transaction.facts = facts;
    return { ...this.#reading(), transaction };
  }

  #reading(): OrderReading {
    return { problems: this.#problems, isTimeDropped: this.#isTimeDropped };
  }

  #id(fallbackId: string): string {
    const row = this.#row;
    const id = row.text('purchaseId') ?? row.text('salesId') ?? row.text('id');
    return (id ?? row.text('contract') ?? fallbackId).slice(0, 500);
  }

  #activity(): Activity | undefined {
    const row = this.#row;
    const word = row.text('activity');
    const type = row.text('orderType');
    const byWord = word === undefined ? undefined : activityWord(word);
    const byType = type === undefined ? undefined : activityOfType(type, this.#table.isSelling);
    if (byWord !== undefined) return byWord;
    if (byType !== undefined) return byType;
    if (word === undefined && type === undefined && this.#table.activityByHeading !== undefined) {
      return this.#table.activityByHeading;
    }
    const column = type === undefined ? 'activity' : 'orderType';
    this.#problems.push(row.unreadable(column, 'activity: say purchase, renewal, sale or a word'));
    return undefined;
  }

  /** A date of the table; a problem when it cannot be read as one. */
  #date(column: string): Transaction['at'] {
    const text = this.#row.text(column);
    if (text === undefined) return undefined;
    const reading = readDate(text, this.#table.dateOrder);
    if (reading === undefined) {
      this.#problems.push(this.#row.unreadable(column, 'date that can be read in one way only'));
      return undefined;
    }
    if (reading.isTimeDropped) this.#isTimeDropped = true;
    return reading.when;
  }

  /** Who is on the other side: the customer where we supply, else the supplier. */
  #counterparty(activity: Activity): Actor | undefined {
    const row = this.#row;
    const isSupply = ACTIVITIES[activity].side === 'supply';
    const sides = isSupply ? ['customer'] : ['supplier', 'customer'];
    const side = sides.find((one) => row.text(one) !== undefined) ?? 'counterparty';
    const isNamed = side !== 'counterparty';
    const actor: Mutable<Actor> = {};
    const name = row.text(side);
    if (name !== undefined) actor.name = name.slice(0, 1000);
    const country = this.#country(isNamed ? `${side}Country` : 'country', isNamed);
    if (country !== undefined) actor.country = country;
    const state = row.text(isNamed ? `${side}State` : 'state');
    if (state !== undefined) actor.state = state.slice(0, 100);
    const classes = this.#classes(`${side}Classes`);
    if (classes !== undefined) actor.classes = classes;
    const ownership = side === 'supplier' ? this.#ownership() : undefined;
    if (ownership !== undefined) actor.ownership = ownership;
    return Object.keys(actor).length === 0 ? undefined : actor;
  }

  #country(column: string, orPlain: boolean): string | undefined {
    const isPlain = orPlain && this.#row.text(column) === undefined;
    const from = isPlain ? 'country' : column;
    const text = this.#row.text(from);
    if (text === undefined) return undefined;
    const code = countryCode(text);
    if (code === undefined) this.#problems.push(this.#row.unreadable(from, 'country'));
    return code;
  }

  #classes(column: string): readonly BoundClass[] | undefined {
    const text = this.#row.text(column);
    if (text === undefined) return undefined;
    const words = splitList(text.replaceAll(',', ';'));
    const known = words.filter(isBoundClass);
    if (known.length < words.length) {
      this.#problems.push(this.#row.unreadable(column, 'list of known classes'));
      return undefined;
    }
    return known;
  }

  #ownership(): Actor['ownership'] {
    const owner = this.#row.text('supplierOwner');
    if (owner === undefined) return undefined;
    const percent = readPercent(this.#row.cell('supplierOwnerPercent'));
    if (percent.kind === 'value') return [{ owner, percent: percent.value }];
    if (percent.kind === 'unreadable') {
      this.#problems.push(this.#row.unreadable('supplierOwnerPercent', 'share from 0 to 100'));
    }
    return [{ owner }];
  }

  #item(): Item | undefined {
    const row = this.#row;
    const item: Mutable<Item> = {};
    const name = row.text('product');
    if (name !== undefined) item.name = name.slice(0, 1000);
    const version = row.text('version');
    if (version !== undefined) item.version = version.slice(0, 200);
    const maker = row.text('maker');
    if (maker !== undefined) item.maker = maker.slice(0, 1000);
    const kind = row.text('function')?.toLowerCase();
    if (kind !== undefined) {
      if (isProductClass(kind)) item.function = kind;
      else this.#problems.push(row.unreadable('function', 'known class of products'));
    }
    const purl = row.text('purl');
    if (purl !== undefined) item.purl = purl.slice(0, 4000);
    const cpe = row.text('cpe');
    if (cpe !== undefined) item.cpe = cpe.slice(0, 4000);
    const embeds = row.text('embeds');
    if (embeds !== undefined) item.embeds = splitList(embeds).map((one) => one.slice(0, 1000));
    return Object.keys(item).length === 0 ? undefined : item;
  }

  #facts(): StatedFacts | undefined {
    const facts: [string, string | number | boolean][] = [];
    for (const name of FACT_HEADINGS.values()) {
      const value = this.#fact(name);
      if (value !== undefined) facts.push([name, value]);
    }
    return facts.length === 0 ? undefined : Object.fromEntries(facts);
  }

  #fact(name: FactName): string | number | boolean | undefined {
    const column = factColumn(name);
    const text = this.#row.text(column);
    if (text === undefined) return undefined;
    const { type } = factWord(name);
    switch (type) {
      case 'text':
      case 'party':
        return text.slice(0, 1000);
      case 'date':
        return this.#date(column);
      case 'boolean':
      case 'number': {
        const reading = type === 'boolean' ? readBoolean(text) : readNumber(text);
        if (reading.kind === 'value') return reading.value;
        if (reading.kind === 'unreadable') {
          const needed = type === 'boolean' ? 'yes or no' : 'number';
          this.#problems.push(this.#row.unreadable(column, needed));
        }
        return undefined;
      }
    }
  }
}

import { factWord, isFactName, type Profile } from '@interdict/core';
import { visibleText } from '../text/index.ts';
import { plainWord } from './words.ts';

const ROLES: Readonly<Record<string, string>> = {
  actor: 'you',
  counterparty: 'the other side of the deal',
  supplier: 'the supplier',
  customer: 'the customer',
};

const ITEMS: Readonly<Record<string, string>> = {
  item: 'the item',
  embedded: 'what is inside the item',
};

function personQuestion(who: string, property: string, profile: Profile): string {
  const isYou = who === 'you';
  const be = isYou ? 'are' : 'is';
  switch (property) {
    case 'name':
    case 'party':
    case '':
      return `Who ${be} ${who}?`;
    case 'country':
      return `In which country ${be} ${who}?`;
    case 'state':
      return `In which state or province ${be} ${who}?`;
    case 'ownership':
      return `Who owns ${who}, with which shares and since when?`;
    case 'ownership.percent':
      return `Which share, in percent, does each owner of ${who} hold?`;
    case 'classes':
      return classesQuestion(who, isYou ? (profile.classesUnknown ?? []) : []);
    default:
      return `What is the ${plainWord(property)} of ${who}?`;
  }
}

function classesQuestion(who: string, open: readonly string[]): string {
  if (open.length === 0) return `Which classes of person apply to ${who}?`;
  return `Does any of these apply to ${who}: ${open.map(plainWord).join(', ')}?`;
}

function itemQuestion(what: string, property: string): string {
  switch (property) {
    case '':
      return `What is ${what}?`;
    case 'maker':
      return `Who makes ${what}?`;
    case 'product':
    case 'name':
      return `Which product is ${what}?`;
    case 'version':
      return `Which version is ${what}?`;
    case 'function':
    case 'class':
      return `What kind of product is ${what}?`;
    case 'embeds':
      return `What is built into ${what}?`;
    default:
      return `What is the ${plainWord(property)} of ${what}?`;
  }
}

/** A missing fact, named by its path, as the question that a person can answer. */
export function missingQuestion(path: string, profile: Profile): string {
  const dot = path.indexOf('.');
  const root = dot === -1 ? path : path.slice(0, dot);
  const property = dot === -1 ? '' : path.slice(dot + 1);
  if (root === 'facts') return factQuestion(property, profile) ?? unknownQuestion(path);
  const role = Object.hasOwn(ROLES, root) ? ROLES[root] : undefined;
  if (role !== undefined) return personQuestion(role, property, profile);
  const item = Object.hasOwn(ITEMS, root) ? ITEMS[root] : undefined;
  if (item !== undefined) return itemQuestion(item, property);
  if (path === 'activity') return 'What is done with it?';
  return factQuestion(path, profile) ?? unknownQuestion(path);
}

/** Question of a fact; `endUser.ownership` asks about the person that the fact names. */
function factQuestion(name: string, profile: Profile): string | undefined {
  if (isFactName(name)) return factWord(name).question;
  const dot = name.indexOf('.');
  const fact = dot === -1 ? name : name.slice(0, dot);
  if (!isFactName(fact) || factWord(fact).type !== 'party') return undefined;
  return personQuestion(`the ${words(fact)}`, name.slice(dot + 1), profile);
}

/** `ultimateConsignee` as `ultimate consignee`. */
function words(camel: string): string {
  return camel.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
}

function unknownQuestion(path: string): string {
  return `What is the value of ${visibleText(path)}?`;
}

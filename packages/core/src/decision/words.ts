import { factWord, isFactName } from '../model/index.ts';

const QUESTIONS: Readonly<Record<string, string>> = {
  item: 'what the transaction is about',
  'item.maker': 'who makes the item',
  'item.function': 'what kind of product it is',
  'item.product': 'which product it is',
  'item.embeds': 'what kind of thing is inside the item',
};

/** A missing fact in words, for the sentence that explains an `undetermined`. */
export function missingInWords(path: string): string {
  const known = QUESTIONS[path];
  if (known !== undefined) return known;
  const [role = '', ...rest] = path.split('.');
  const name = rest.join('.');
  if (role === 'facts' && isFactName(name)) return factWord(name).question;
  switch (name) {
    case 'name':
      return `who the ${role} is`;
    case 'identity':
      return `exactly who the ${role} is, since the name may mean others too`;
    case 'country':
      return `whether the ${role} is a US person`;
    case 'classes':
      return `what classes the ${role} belongs to`;
    case 'ownership':
      return `who owns the ${role}`;
    case 'ownership.identity':
      return `whether the owners of the ${role} are the persons whose names they bear`;
    case 'ownership.percent':
      return `how large the shares in the ${role} are`;
    default:
      return path;
  }
}

/** Each path once, in the order first met. */
export function distinct(paths: readonly string[]): readonly string[] {
  return paths.length < 2 ? paths : [...new Set(paths)];
}

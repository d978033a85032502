import {
  BOUND_CLASSES,
  factWord,
  wordsOf,
  type BoundClass,
  type FactName,
  type Profile,
} from '@interdict/core';

/** A text as YAML: a double-quoted scalar, which JSON is a part of (YAML 1.2, 7.3.1). */
function quoted(text: string): string {
  return JSON.stringify(text);
}

const COMMENT_COLUMNS = 96;

/** Lines of a comment, broken at spaces. */
function comment(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '#';
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > COMMENT_COLUMNS) {
      lines.push(line);
      line = '#';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}

function classLines(key: string, classes: readonly BoundClass[]): readonly string[] {
  if (classes.length === 0) return [`${key}: []`];
  return [
    `${key}:`,
    ...classes.flatMap((one) => [`  # ${BOUND_CLASSES[one].meaning}`, `  - ${one}`]),
  ];
}

function otherClasses({ classes = [], classesUnknown = [] }: Profile): readonly string[] {
  const named = new Set([...classes, ...classesUnknown]);
  return wordsOf(BOUND_CLASSES)
    .filter((one) => !named.has(one))
    .flatMap((one) => [`# - ${one}`, `#   ${BOUND_CLASSES[one].meaning}`]);
}

function factLines({ facts = {} }: Profile): readonly string[] {
  const stated = Object.entries(facts) as readonly [FactName, string | number | boolean][];
  const lead = comment(
    'Facts that hold for everything we do, as `name: value`. docs/vocabulary.md has the names. ' +
      'A fact that is absent is unknown, and an answer that hangs on it says so.',
  );
  if (stated.length === 0) return [...lead, '# facts:', '#   federalSystem: false'];
  return [
    ...lead,
    'facts:',
    ...stated.flatMap(([name, value]) => [
      `  # ${factWord(name).meaning}`,
      `  ${name}: ${typeof value === 'string' ? quoted(value) : String(value)}`,
    ]),
  ];
}

function placeLines({ country, state }: Profile): readonly string[] {
  return [
    '# Where we are: the country as two letters, and the state or province.',
    country === undefined ? '# country: US' : `country: ${quoted(country)}`,
    state === undefined ? '# state: OH' : `state: ${quoted(state)}`,
  ];
}

/** A profile as YAML that says what each line is for and what else could stand there. */
export function profileText(profile: Profile): string {
  const { name, classes, classesUnknown, activities } = profile;
  const lines = [
    ...comment('Who we are. Interdict reads this file to find out which rules bind us.'),
    'schema: interdict.profile/1',
    '',
    '# Our name, as it appears at the top of a report.',
    `name: ${quoted(name)}`,
    '',
    ...placeLines(profile),
    '',
    ...comment(
      'What we are: every class of person that applies to us. A class that stands neither here ' +
        'nor under classesUnknown is taken as one that does not apply. Without this list nothing ' +
        'is known, and much stays undetermined.',
    ),
    ...(classes === undefined ? ['# classes: []'] : classLines('classes', classes)),
    '',
    '# Classes of which we do not know whether they apply to us.',
    ...(classesUnknown === undefined
      ? ['# classesUnknown: []']
      : classLines('classesUnknown', classesUnknown)),
    '',
    '# The other classes there are:',
    ...otherClasses(profile),
    '',
    ...comment(
      'What to ask about each product that is found. Left out, it is chosen from the classes: ' +
        'use, updates, renewal, and resale for a reseller.',
    ),
    ...(activities === undefined
      ? ['# activities: [use, update-signature, renew]']
      : [`activities: [${activities.join(', ')}]`]),
    '',
    ...factLines(profile),
  ];
  return `${lines.join('\n')}\n`;
}

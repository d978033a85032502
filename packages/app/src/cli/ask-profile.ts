import {
  BOUND_CLASSES,
  wordsOf,
  type BoundClass,
  type Profile,
  nearestWord,
} from '@interdict/core';
import { InterdictError } from '../problems.ts';
import { visibleText } from '../report/index.ts';
import type { World } from './streams.ts';

/** Puts a question on standard error, where no result is, and gives what was typed. */
function ask({ stderr, readLine }: World, question: string): string {
  stderr.write(`${question} `);
  const line = readLine?.();
  if (line === undefined) throw new InterdictError('usage', 'no answer: nothing was written');
  return line.trim();
}

type Read<T> = (answer: string) => T | string;

/** Asks until the answer can be read; a text in place of a value says what is wrong with it. */
function askUntil<T extends object>(world: World, question: string, read: Read<T>): T {
  for (;;) {
    const result = read(ask(world, question));
    if (typeof result !== 'string') return result;
    world.stderr.write(`${visibleText(result)}\n`);
  }
}

const CLASSES: readonly BoundClass[] = wordsOf(BOUND_CLASSES);

interface Classes {
  /** Absent: not stated, which is not the same as none. */
  readonly classes?: readonly BoundClass[];
}

/** Numbers or words, separated by commas or spaces; `none` is a statement, nothing is not. */
function readClasses(answer: string): Classes | string {
  if (answer === '') return {};
  if (answer === 'none') return { classes: [] };
  const classes: BoundClass[] = [];
  for (const word of answer.split(/[\s,]+/u).filter((one) => one !== '')) {
    const found = CLASSES.find((one, at) => one === word || String(at + 1) === word);
    if (found === undefined) {
      const near = nearestWord(word, CLASSES);
      return `\`${word}\` is no class${near === undefined ? '' : `, the nearest is \`${near}\``}`;
    }
    if (!classes.includes(found)) classes.push(found);
  }
  return { classes };
}

interface Place {
  readonly country?: string;
}

function readCountry(answer: string): Place | string {
  if (answer === '') return {};
  return /^[a-z]{2}$/iu.test(answer)
    ? { country: answer.toUpperCase() }
    : 'write two letters, such as US or DE, or nothing';
}

/** Asks who we are, in five questions; what is left empty stays unknown. */
export function askProfile(world: World): Profile {
  const { name } = askUntil(world, 'Name of your organization?', (answer) =>
    answer === '' ? 'a profile needs a name' : { name: answer },
  );
  const place = askUntil(world, 'Country, as two letters (empty: not stated)?', readCountry);
  const state = ask(world, 'State or province, as its code (empty: none)?').toUpperCase();
  for (const [at, one] of CLASSES.entries()) {
    const number = String(at + 1).padStart(4);
    world.stderr.write(`${number}  ${one}: ${BOUND_CLASSES[one].meaning}\n`);
  }
  const which = 'Which of these are you? Numbers or words, or `none` (empty: not stated)?';
  const stated = askUntil(world, which, readClasses);
  const open = askUntil(
    world,
    'Of which do you not know whether you are (empty: none)?',
    readClasses,
  );
  const classesUnknown = (open.classes ?? []).filter(
    (one) => stated.classes?.includes(one) !== true,
  );
  return {
    schema: 'interdict.profile/1',
    name,
    ...place,
    ...(state === '' ? {} : { state }),
    ...stated,
    ...(classesUnknown.length === 0 ? {} : { classesUnknown }),
  };
}

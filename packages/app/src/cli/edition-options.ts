import { Option, type Command } from 'commander';
import type { Profile } from '@interdict/core';
import {
  openBooks,
  overlaysOf,
  readBooks,
  readProfile,
  type Books,
  type Edition,
} from '../edition/index.ts';
import type { World } from './streams.ts';

/** Options that say what answers rest on. */
export interface EditionOptions {
  readonly rulebook?: string;
  readonly overlay?: readonly string[];
  readonly profile?: string;
}

function gather(path: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), path];
}

/** `--overlay`, for every command that asks rules. */
export function overlayOption(): Option {
  return new Option(
    '--overlay <folder>',
    'add the rules, parties and products of a folder (may be repeated)',
  ).argParser(gather);
}

/** Adds `--rulebook` and `--overlay` to a command. */
export function addEditionOptions(command: Command): Command {
  return command
    .option(
      '--rulebook <path>',
      'use this folder of YAML rules, or packed edition, instead of the built-in rulebook',
    )
    .addOption(overlayOption());
}

/** Books as they are stored, and who asks when anybody says. */
interface StoredBasis {
  readonly books: Books;
  readonly profile: Profile | undefined;
}

/** Reads the profile, and the books with what profile and options lay over them, in that order. */
export function readBooksOf(options: EditionOptions, world: World): StoredBasis {
  const { profile: path, rulebook, overlay = [] } = options;
  const profile = path === undefined ? undefined : readProfile(path);
  const own = path === undefined || profile === undefined ? [] : overlaysOf(profile, path);
  return { books: readBooks(world.dataFolder, rulebook, [...own, ...overlay]), profile };
}

/** What answers rest on, and who asks when anybody says. */
interface Basis {
  readonly edition: Edition;
  readonly profile: Profile | undefined;
}

/** The same, ready to decide by. */
export function readBasis(options: EditionOptions, world: World): Basis {
  const { books, profile } = readBooksOf(options, world);
  return { edition: openBooks(books), profile };
}

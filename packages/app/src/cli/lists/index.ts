/**
 * The commands about official lists: `interdict lists ...`, one file each.
 *
 * A subcommand parses its options, calls a use case of ../../lists and prints; results go to
 * standard output, problems to standard error.
 */
import type { Command } from 'commander';
import type { Finish } from '../program.ts';
import type { World } from '../streams.ts';
import { addListsBuild } from './lists-build.ts';
import { addListsImport } from './lists-import.ts';
import { addListsStatus } from './lists-status.ts';
import { addListsUpdate } from './lists-update.ts';

const SUBCOMMANDS = [addListsUpdate, addListsImport, addListsStatus, addListsBuild];

/** Adds `interdict lists` with its subcommands. */
export function addListsCommand(program: Command, world: World, finish: Finish): void {
  const lists = program.command('lists').summary('fetch, import and look at official lists');
  for (const add of SUBCOMMANDS) add(lists, world, finish);
}

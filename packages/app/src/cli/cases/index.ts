/**
 * The commands about cases: `interdict cases ...`, one file each.
 *
 * A subcommand parses its options, calls a use case of ../../cases and prints; what the guards
 * of a case refuse is told with what is missing.
 */
import type { Command } from 'commander';
import type { Finish } from '../program.ts';
import type { World } from '../streams.ts';
import { addCasesAct } from './cases-act.ts';
import { addCasesList } from './cases-list.ts';
import { addCasesOpen } from './cases-open.ts';
import { addCasesShow } from './cases-show.ts';

const EXAMPLES = `
Examples:
  interdict cases open inventory/ --profile profile.yaml --journal journal/
  interdict cases list --journal journal/ --overdue
  interdict cases show case-0123456789abcdef --journal journal/
  interdict cases act case-0123456789abcdef flag --journal journal/

Every act goes into the journal first; the database is made from it. It is SQLite in the folder of
the journal, or in --data-dir, or PostgreSQL by --database-url or INTERDICT_DATABASE_URL.`;

const SUBCOMMANDS = [addCasesOpen, addCasesList, addCasesShow, addCasesAct];

/** Adds `interdict cases` with its subcommands. */
export function addCasesCommand(program: Command, world: World, finish: Finish): void {
  const cases = program
    .command('cases')
    .summary('work on what was found')
    .description('Cases: what becomes of a finding, who did what, and what is still owed.')
    .addHelpText('after', EXAMPLES);
  for (const add of SUBCOMMANDS) add(cases, world, finish);
}

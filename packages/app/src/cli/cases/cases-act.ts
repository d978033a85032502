import type { Command } from 'commander';
import { CASE_ACTS, caseAsOf, wordsOf } from '@interdict/core';
import { actOnCase, findCase } from '../../cases/index.ts';
import { instantOf } from '../journal-option.ts';
import { parseWordOption } from '../parse-options.ts';
import type { Finish } from '../program.ts';
import { EXIT, type ExitCode, type World } from '../streams.ts';
import { actOf, type ActOptions } from './act-options.ts';
import { addPlaceOptions, withDesk, type PlaceOptions } from './place.ts';

const ACTS = wordsOf(CASE_ACTS).filter((name) => name !== 'open');

const EXAMPLES = `
Acts: ${ACTS.slice(0, 9).join(', ')},
  ${ACTS.slice(9).join(', ')}.

Examples (ID is an id that \`interdict cases list\` shows):
  interdict cases act ID evaluate --report report.json --journal journal/
  interdict cases act ID clear --reason "evaluated as permitted" --journal journal/
  interdict cases act ID dismiss --because other-product --reason "a namesake" --journal journal/
  interdict cases act ID request-exception --reason "no other yet" --journal journal/
  interdict cases act ID approve --waiver W-12 --expires 2027-06-30T00:00-05:00 \\
    --reason "until it is replaced" --journal journal/
  interdict cases act ID report --rule us-ndaa-889 --duty report --to "contracting officer" \\
    --document sent.eml --journal journal/

An act is done by the account that runs the command, and refused, with what is missing, when a guard
does not hold (exit status 2): who asked for an exception cannot approve it. A date given as the end
of an exception is its first instant in UTC.`;

async function runAct(
  id: string,
  word: string,
  options: ActOptions & PlaceOptions,
  world: World,
): Promise<ExitCode> {
  const name = parseWordOption('the act', word, ACTS);
  return withDesk(options, world, async (desk) => {
    const at = instantOf(world);
    const before = caseAsOf(await findCase(desk.store, id), at);
    const act = actOf(name, before, options);
    const file = await actOnCase(desk, before.id, act, { by: world.user, at });
    world.stdout.write(`${file.id}: ${before.state} -> ${file.state}, record ${file.seq}\n`);
    return EXIT.nothingFound;
  });
}

function collect(text: string, texts: readonly string[]): readonly string[] {
  return [...texts, text];
}

/** Adds `interdict cases act`. */
export function addCasesAct(cases: Command, world: World, finish: Finish): void {
  const command = cases
    .command('act')
    .summary('do something with a case')
    .description('Acts on a case. The act is on record, or refused with what is missing.')
    .argument('<id>', 'id of the case')
    .argument('<act>', 'what is done, see below');
  addPlaceOptions(command)
    .option('--reason <text>', 'why, or what: also the plan, the remark and the note')
    .option('--because <word>', 'why a finding is dismissed, or a case reopened')
    .option('--report <file>', 'report of a check (JSON) that is the evidence, or the evaluation')
    .option('--scope <text>', 'something that was looked at; repeat for more', collect, [])
    .option('--evidence <file>', 'a file that is the evidence, put on record by its digest')
    .option('--evidence-as-of <time>', 'date or time the evidence shows')
    .option('--gap <text>', 'something that could not be looked at; repeat', collect, [])
    .option('--license <id>', 'license an exception rests on')
    .option('--waiver <id>', 'waiver an exception rests on')
    .option('--expires <time>', 'when the exception ends')
    .option('--rule <id>', 'rule a report is owed under')
    .option('--duty <id>', 'duty of the rule')
    .option('--to <name>', 'to whom a report is owed; who works on the case')
    .option('--identified <date>', 'day from which the clock of a report runs')
    .option('--within <period>', 'its period, as "3 business-days"')
    .option('--document <file>', 'a document, put on record by its digest')
    .addHelpText('after', EXAMPLES)
    .action(async (id: string, act: string, options: ActOptions & PlaceOptions) =>
      finish(await runAct(id, act, options, world)),
    );
}

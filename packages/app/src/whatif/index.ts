/**
 * What a proposed rule would change: the same check as always, asked twice, with the rule laid
 * over the edition and without it.
 *
 * Main entries: `readProposal`, then `whatIf`. Only what is answered more severely is told, with
 * the first time at which it is, and what hangs on a missing fact. It reads files through ../check
 * and decides nothing itself.
 */
export { readProposal } from './proposal.ts';
export { whatIf } from './what-if.ts';

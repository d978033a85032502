import type { PartyGroup } from '../../model/index.ts';
import { foldName } from '../party-directory.ts';
import type { RulePathProblem } from '../problem.ts';
import { lintCites } from './lint-cites.ts';
import { lintDates } from './lint-dates.ts';
import { lintSpans } from './lint-timeline.ts';

/** What has been seen in the files read before, since ids and names hold across files. */
export class PartyRegister {
  readonly ids = new Set<string>();
  readonly groups = new Set<string>();
  readonly #names = new Map<string, string>();

  /** Remembers the parties of a file and reports what two of them have in common. */
  add(file: PartyGroup): RulePathProblem[] {
    const problems: RulePathProblem[] = [];
    if (this.groups.has(file.group.id)) {
      const message = `group \`${file.group.id}\` is given twice`;
      problems.push({ code: 'duplicate-id', message, path: ['group', 'id'] });
    }
    this.groups.add(file.group.id);
    file.parties.forEach((party, index) => {
      if (this.ids.has(party.id)) {
        const message = `party \`${party.id}\` is given twice`;
        problems.push({ code: 'duplicate-id', message, path: ['parties', index, 'id'] });
      }
      this.ids.add(party.id);
      for (const name of [party.name, ...(party.aliases ?? [])]) {
        const other = this.#names.get(foldName(name));
        if (other !== undefined && other !== party.id) {
          const message = `\`${name}\` is a name of \`${other}\` too: only one can be found by it`;
          problems.push({ code: 'shared-name', message, path: ['parties', index] });
        }
        this.#names.set(foldName(name), party.id);
      }
      const weak = party.weakAliases?.find((name) => foldName(name) === foldName(party.id));
      if (weak !== undefined) {
        const message = `\`${weak}\` is weak, but the id finds the party by it: take another id`;
        problems.push({ code: 'shared-name', message, path: ['parties', index, 'id'] });
      }
    });
    return problems;
  }
}

/** References of a file to parties and groups, once all files are known. */
export function lintPartyReferences(file: PartyGroup, register: PartyRegister): RulePathProblem[] {
  const problems: RulePathProblem[] = [];
  file.group.members.forEach((member, index) => {
    if (register.ids.has(member)) return;
    const message = `member \`${member}\` is no party of rulebook/parties`;
    problems.push({ code: 'unknown-party', message, path: ['group', 'members', index] });
  });
  file.parties.forEach((party, index) => {
    for (const key of ['associatedWith', 'standsFor'] as const) {
      const group = party[key];
      if (group === undefined || register.groups.has(group)) continue;
      const message = `group \`${group}\` is in no file of rulebook/parties`;
      problems.push({ code: 'unknown-party', message, path: ['parties', index, key] });
    }
  });
  return problems;
}

/** Everything that can be wrong inside one file of parties. */
export function lintPartyFile(file: PartyGroup): RulePathProblem[] {
  return [...lintCites(file), ...lintDates(file), ...lintSpans(file)];
}

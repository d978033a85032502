import type { Party, PartyGroup } from '../../model/index.ts';
import { didYouMean, type DocumentPath } from '../../document/index.ts';
import { foldName } from '../party-directory.ts';
import type { RulePathProblem } from '../problem.ts';
import { lintCites } from './lint-cites.ts';
import { lintDates } from './lint-dates.ts';
import { lintSpans } from './lint-timeline.ts';

/** Where an id was given, for a message about a second one. */
type PlaceOfId = (kind: 'group' | 'party', id: string) => string;

/** What has been seen in the files read before, since ids and names hold across files. */
export class PartyRegister {
  readonly ids = new Set<string>();
  readonly groups = new Set<string>();
  readonly #names = new Map<string, string>();

  /** Remembers the parties of a file and reports what two of them have in common. */
  add(file: PartyGroup, placeOf: PlaceOfId): RulePathProblem[] {
    const problems: RulePathProblem[] = [];
    const { id: groupId } = file.group;
    if (this.groups.has(groupId)) {
      const place = placeOf('group', groupId);
      const message = `group \`${groupId}\` is already given in ${place}: give it another id`;
      problems.push({ code: 'duplicate-id', message, path: ['group', 'id'] });
    }
    this.groups.add(groupId);
    file.parties.forEach((party, index) => {
      if (this.ids.has(party.id)) {
        const place = placeOf('party', party.id);
        const message =
          `party \`${party.id}\` is already given in ${place}: name it as a member ` +
          'of your group, without giving it again';
        problems.push({ code: 'duplicate-id', message, path: ['parties', index, 'id'] });
      }
      this.ids.add(party.id);
      problems.push(...this.#addNames(party, ['parties', index], placeOf));
      const weak = party.weakAliases?.find((name) => foldName(name) === foldName(party.id));
      if (weak !== undefined) {
        const message = `\`${weak}\` is weak, but the id finds the party by it: take another id`;
        problems.push({ code: 'shared-name', message, path: ['parties', index, 'id'] });
      }
    });
    return problems;
  }

  #addNames(party: Party, path: DocumentPath, placeOf: PlaceOfId): RulePathProblem[] {
    const problems: RulePathProblem[] = [];
    for (const name of [party.name, ...(party.aliases ?? [])]) {
      const other = this.#names.get(foldName(name));
      if (other !== undefined && other !== party.id) {
        const message =
          `\`${name}\` is a name of \`${other}\` too (${placeOf('party', other)}): ` +
          'only one can be found by it';
        problems.push({ code: 'shared-name', message, path });
      }
      this.#names.set(foldName(name), party.id);
    }
    return problems;
  }
}

/** References of a file to parties and groups, once all files are known. */
export function lintPartyReferences(file: PartyGroup, register: PartyRegister): RulePathProblem[] {
  const problems: RulePathProblem[] = [];
  file.group.members.forEach((member, index) => {
    if (register.ids.has(member)) return;
    const near = didYouMean(member, register.ids);
    const message = `member \`${member}\` is no party of rulebook/parties${near}`;
    problems.push({ code: 'unknown-party', message, path: ['group', 'members', index] });
  });
  file.parties.forEach((party, index) => {
    for (const key of ['associatedWith', 'standsFor'] as const) {
      const group = party[key];
      if (group === undefined || register.groups.has(group)) continue;
      const near = didYouMean(group, register.groups);
      const message = `group \`${group}\` is in no file of rulebook/parties${near}`;
      problems.push({ code: 'unknown-party', message, path: ['parties', index, key] });
    }
  });
  return problems;
}

/** Everything that can be wrong inside one file of parties. */
export function lintPartyFile(file: PartyGroup): RulePathProblem[] {
  return [...lintCites(file), ...lintDates(file), ...lintSpans(file)];
}

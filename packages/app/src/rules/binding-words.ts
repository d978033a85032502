import type { ProvisionBinding, Reason, RuleBinding } from '@interdict/core';
import {
  activityWords,
  capitalized,
  foundWords,
  leafWords,
  roleInLaw,
  withoutStatedLeaves,
  type LawNames,
  type Tone,
  type Words,
} from '../report/index.ts';
import { changeWords } from './change-points.ts';

type Kind = RuleBinding['kind'];

/** How a rule stands to an organization, in a few words; the order in which rules are listed. */
export const BINDING_LABELS: Readonly<
  Record<Kind, { readonly label: string; readonly meaning: string; readonly tone: Tone }>
> = {
  binds: { label: 'Binds you', meaning: 'You must obey it, by what you are.', tone: 'bar' },
  open: {
    label: 'Open',
    meaning: 'Whether it binds you hangs on something that the profile does not say.',
    tone: 'ask',
  },
  'by-act': {
    label: 'Binds by the act',
    meaning: 'It binds you in an act of which a certain fact is so.',
    tone: 'warn',
  },
  touches: {
    label: 'Touches you',
    meaning: 'You need not obey it, but it binds others in their dealings with you.',
    tone: 'warn',
  },
  anyone: {
    label: 'Binds anyone who does it',
    meaning: 'It names an act and binds whoever does it, so you too if you do it.',
    tone: 'mute',
  },
  not: { label: 'Does not bind you', meaning: 'Nothing in it binds or touches you.', tone: 'mute' },
};

export const BINDING_KINDS: readonly Kind[] = [
  'binds',
  'open',
  'by-act',
  'touches',
  'anyone',
  'not',
];

/** The provision that speaks for its rule: of equals, the one that lacks least. */
function tellingProvision({ kind, provisions }: RuleBinding): ProvisionBinding | undefined {
  return provisions
    .filter((one) => one.kind === kind)
    .toSorted((a, b) => a.changes.length - b.changes.length)[0];
}

/** Names of a list after which a sentence about an organization counts the rest. */
const VALUES_MAX = 4;
/** Acts named before the rest is counted. */
const ACTS_MAX = 4;

function wordsFor({ self }: ProvisionBinding, names: LawNames): Words {
  function role(path: string): string {
    if (path === self) return 'you';
    return path === 'actor' || path === 'counterparty' ? 'the other side' : roleInLaw(path);
  }
  return { names, role, valuesMax: VALUES_MAX };
}

function andList(parts: readonly string[]): string {
  return [...new Set(parts)].join(' and ');
}

/** What is so, or not so, of the facts that carry an answer; the open ones as questions. */
function saidOf(reasons: readonly Reason[], words: Words): string {
  return andList(withoutStatedLeaves(reasons).map(({ leaf }) => foundWords(leaf, words)));
}

function wantedOf(reasons: readonly Reason[], words: Words): string {
  return andList(
    withoutStatedLeaves(reasons).map(({ leaf, wants }) => leafWords(leaf, words, wants)),
  );
}

function isMine({ leaf }: Reason, { self }: ProvisionBinding): boolean {
  return leaf.path.startsWith(`${self}.`);
}

function actWords({ activities }: ProvisionBinding): string {
  if (activities === 'any') return 'any dealing';
  const rest = activities.length - ACTS_MAX;
  const shown = activityWords(activities.slice(0, ACTS_MAX));
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}

function because(one: ProvisionBinding, words: Words): string {
  const { kind, reasons, where } = one;
  const open = where.length === 0 ? '' : `, where ${wantedOf(where, words)}`;
  switch (kind) {
    case 'binds':
      return `${saidOf(reasons, words)}${open}`;
    case 'open':
      return saidOf(
        [...reasons, ...where].filter((reason) => isMine(reason, one)),
        words,
      );
    case 'by-act':
      return `it binds you where ${wantedOf([...reasons, ...where], words)}`;
    case 'touches':
      return `it binds others in their dealings with you, since ${saidOf(reasons, words)}`;
    case 'anyone':
      return `it binds whoever does one of these: ${actWords(one)}${open}`;
    case 'not':
      return saidOf(reasons, words);
  }
}

/** Why a rule does or does not bind, and the facts that would change it. */
export interface BindingWords {
  readonly because: string;
  /** Empty where no fact about the organization would change it. */
  readonly change: string;
}

function changeOf(one: ProvisionBinding, words: Words): string {
  const change = changeWords(one.changes, words);
  if (change === '') return '';
  switch (one.kind) {
    case 'not':
      return `It would bind you if ${change}`;
    case 'binds':
      return `It would not bind you if ${change}`;
    case 'touches':
      return `It would not if ${change}`;
    // The facts that would settle these are those in the reason itself.
    case 'open':
    case 'by-act':
    case 'anyone':
      return '';
  }
}

/** Puts into words how a rule stands to an organization, by the provision that tells most. */
export function bindingWords(binding: RuleBinding, names: LawNames): BindingWords {
  const one = tellingProvision(binding);
  if (one === undefined) return { because: '', change: '' };
  const words = wordsFor(one, names);
  return { because: capitalized(because(one, words)), change: changeOf(one, words) };
}

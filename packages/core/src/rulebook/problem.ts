import type { LocatedProblem, PathProblem } from '../document/index.ts';

/** Codes of everything that can be wrong with a rulebook, with what each one means. */
export const RULEBOOK_PROBLEMS = {
  yaml: 'the file is not valid YAML',
  schema: 'a property is missing, unknown or has the wrong shape',
  'duplicate-id': 'two things have the same id',
  'unknown-source': 'a citation names a source that is not in the sources of the file',
  'missing-pinpoint': 'a citation does not say where in the source',
  'missing-zone': 'a dated edge has no time zone',
  'unknown-zone': 'the time zone does not exist',
  'zone-mismatch': 'utc and local time with zone do not agree',
  'no-such-time': 'the local time does not exist in the zone',
  'empty-span': 'an interval ends before it begins',
  'timeline-overlap': 'two states of the rule overlap',
  'timeline-gap': 'between two states of the rule there is a time without one',
  'unknown-fact': 'a condition names a fact that is not in the vocabulary',
  'unknown-term': 'a condition uses a term that is not defined, or is defined by itself',
  'unknown-word': 'a condition compares with a word that is not in the vocabulary',
  'wrong-operator': 'the operator does not fit the fact',
  'wrong-value': 'the value does not have the form its fact has',
  'shared-name': 'two parties have the same name',
  'no-rules': 'the rulebook has no rule',
  'no-edition': 'the rulebook has no edition, or more than one',
  'unknown-party': 'a party, group or list is not in rulebook/parties',
  'unknown-provision': 'an example names a provision, duty or edge that the rule does not have',
  'unknown-rule': 'another rule is named that does not exist',
  'exception-conflict': 'two exceptions of one rank have different effects',
  'duty-calendar': 'a period in business days names no calendar',
  'too-few-examples': 'a rule needs at least three worked examples',
  'missing-boundary': 'a dated edge has no pair of examples, one before and one at it',
  'same-boundary': 'the two examples at an edge expect the same',
  'bad-date': 'a date does not exist',
} as const;

export type RulebookProblemCode = keyof typeof RULEBOOK_PROBLEMS;

/** Something wrong with a rulebook file, and where. */
export type RulebookProblem = LocatedProblem<RulebookProblemCode>;

/** Something wrong in a rule, before its place in the text is known. */
export type RulePathProblem = PathProblem<RulebookProblemCode>;

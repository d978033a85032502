import type { When } from '../../calendar/index.ts';
import {
  ACTIVITIES,
  wordsOf,
  type Activity,
  type ActivityWord,
  type Cond,
  type Profile,
  type RuleId,
} from '../../model/index.ts';
import type { PartyDirectory } from '../../rulebook/index.ts';
import type { CompiledProhibition, CompiledRule } from '../compile-rule.ts';
import { personOf } from '../condition.ts';
import { newContext, type Context } from '../context.ts';
import { changesTo, reasonsOf, type FactChange, type Reason } from '../justify/changes.ts';
import { newTracer, traceCond, type Tracer } from '../justify/trace-cond.ts';
import type { Trace } from '../justify/trace.ts';
import { pointOf, type Point } from '../point.ts';
import { actorOfProfile, buildSituation, type Deal, type Situation } from '../situation.ts';
import type { Tri } from '../tri.ts';

/**
 * How a provision stands to an organization.
 * `binds`: it must obey, by what it is. `open`: that hangs on something not stated about it.
 * `by-act`: by what it does, as a fact of the act says. `anyone`: whoever does the act must obey.
 * `touches`: it binds others, in their dealings with such an organization. `not`: none of these.
 */
export type BindingKind = 'binds' | 'open' | 'by-act' | 'touches' | 'anyone' | 'not';

/** The strongest first: a rule stands to somebody as the strongest of its provisions does. */
const ORDER: readonly BindingKind[] = ['binds', 'open', 'by-act', 'touches', 'anyone', 'not'];

export interface ProvisionBinding {
  readonly id: string;
  readonly title: string;
  readonly kind: BindingKind;
  readonly activities: CompiledProhibition['source']['activities'];
  /** Where the organization stands in the act that was looked at. */
  readonly self: 'actor' | 'counterparty';
  /** What carries the answer: whom it binds, or why it does not reach. */
  readonly reasons: readonly Reason[];
  /** Facts of the act, not yet known, that it must meet for the provision to reach it. */
  readonly where: readonly Reason[];
  /** Facts about the organization or the act on which it hangs. */
  readonly missing: readonly string[];
  /** The fewest facts that would turn it: none where nothing about the organization would. */
  readonly changes: readonly FactChange[];
}

export interface RuleBinding {
  readonly rule: RuleId;
  readonly kind: BindingKind;
  readonly provisions: readonly ProvisionBinding[];
}

/** Somebody in a situation, standing where a profile is put. */
interface Place {
  readonly situation: Situation;
  readonly path: ProvisionBinding['self'];
}

/** An organization as each side of every act, worked out once for all rules. */
export interface PlacedProfile {
  readonly point: Point;
  readonly directory: PartyDirectory;
  /** The organization as actor, then as counterparty. */
  readonly places: ReadonlyMap<Activity, readonly Place[]>;
  /** Somebody of whom nothing is known, in the same places. */
  readonly strangers: ReadonlyMap<Activity, readonly Place[]>;
}

function placesOf(activity: Activity, profile: Profile | undefined, directory: PartyDirectory) {
  const id = 'who-is-bound';
  const facts = profile?.facts === undefined ? {} : { facts: profile.facts };
  const us = profile === undefined ? {} : actorOfProfile(profile);
  const asActor = { transaction: { id, activity, actor: us, ...facts } };
  const asOther = { transaction: { id, activity, counterparty: us, ...facts } };
  return [
    { path: 'actor', situation: buildSituation(asActor, directory) },
    { path: 'counterparty', situation: buildSituation(asOther, directory) },
  ] as const;
}

/** Puts an organization, at a time, into every place of every act. */
export function placeProfile(
  profile: Profile,
  directory: PartyDirectory,
  asOf: When,
): PlacedProfile {
  const all = wordsOf(ACTIVITIES);
  return {
    point: pointOf(asOf),
    directory,
    places: new Map(all.map((one) => [one, placesOf(one, profile, directory)])),
    strangers: new Map(all.map((one) => [one, placesOf(one, undefined, directory)])),
  };
}

/** A provision asked in one place. */
interface Tried {
  readonly context: Context;
  readonly path: Place['path'];
  /** Whether the organization stands where the bound person does. */
  readonly isSelf: boolean;
  readonly bound: Tri;
  readonly reach: Tri;
}

/** Where the word of an act leaves open who supplies whom, it may be either way round. */
function dealsIn({ activity, actor, counterparty, deals }: Situation): readonly Deal[] {
  const word: ActivityWord = ACTIVITIES[activity];
  if (word.side !== 'either') return deals;
  return [
    ...deals,
    { supplier: actor, customer: counterparty },
    { supplier: counterparty, customer: actor },
  ];
}

function* tried(
  one: CompiledProhibition,
  places: readonly Place[],
  point: Point,
): Generator<Tried> {
  for (const { situation, path } of places) {
    for (const deal of dealsIn(situation)) {
      const context = newContext(situation, deal, point);
      const bound = one.bound.test(context);
      const reach = one.reach === undefined ? true : one.reach.test(context);
      const isSelf = personOf(one.source.binds, context).path === path;
      yield { context, path, isSelf, bound, reach };
    }
  }
}

function both({ bound, reach }: Tried): Tri {
  if (bound === false || reach === false) return false;
  return bound === true && reach === true ? true : undefined;
}

const RANK: readonly Tri[] = [true, undefined, false];

function best(all: readonly Tried[]): Tried | undefined {
  return [...all].sort((a, b) => RANK.indexOf(both(a)) - RANK.indexOf(both(b)))[0];
}

function activitiesOf({ source }: CompiledProhibition): readonly Activity[] {
  return source.activities === 'any' ? wordsOf(ACTIVITIES) : source.activities;
}

interface Tries {
  readonly self: readonly Tried[];
  readonly other: readonly Tried[];
}

function triesOf(one: CompiledProhibition, places: PlacedProfile['places'], point: Point): Tries {
  const all = activitiesOf(one).flatMap((activity) => [
    ...tried(one, places.get(activity) ?? [], point),
  ]);
  return { self: all.filter(({ isSelf }) => isSelf), other: all.filter(({ isSelf }) => !isSelf) };
}

function isMine(path: string, { path: own }: Tried): boolean {
  return path.startsWith(`${own}.`);
}

function kindOfSelf(found: Tried, strangers: Tries): BindingKind {
  const answer = both(found);
  if (answer === false) return 'not';
  if (found.context.missing.some((path) => isMine(path, found))) return 'open';
  if (found.bound === undefined) return 'by-act';
  return strangers.self.some(({ bound }) => bound === true) ? 'anyone' : 'binds';
}

/** A bar on others that reaches them because of who we are. */
function touching(one: CompiledProhibition, tries: Tries, strangers: Tries): Tried | undefined {
  if (one.source.reach === undefined) return undefined;
  if (strangers.other.some(({ reach }) => reach === true)) return undefined;
  return tries.other.find(({ bound, reach }) => bound !== false && reach === true);
}

const ALWAYS: Cond = { all: [] };

interface Traces {
  readonly bound: Trace;
  readonly reach: Trace;
}

function tracesOf(one: CompiledProhibition, { context }: Tried, tracer: Tracer): Traces {
  const { bound, reach = ALWAYS } = one.source;
  return { bound: traceCond(bound, context, tracer), reach: traceCond(reach, context, tracer) };
}

function carryingReasons(kind: BindingKind, { bound, reach }: Traces): readonly Reason[] {
  const isReach = kind === 'touches' || (kind === 'not' && bound.answer !== 'no');
  return reasonsOf(isReach ? reach : bound);
}

/** To bind, every part must be so; to be free, one of them must not. */
function changesFor(kind: BindingKind, { bound, reach }: Traces): readonly FactChange[] {
  const of = [bound, reach];
  if (kind === 'not' || kind === 'open') {
    const parts = of.map((one) => changesTo(one, 'yes'));
    return parts.flatMap((part) => part ?? []);
  }
  const turned = kind === 'touches' ? [reach] : of;
  const options = turned.flatMap((one) => (one.answer === 'unknown' ? [] : [changesTo(one, 'no')]));
  const known = options.filter((one) => one !== undefined);
  return known.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

/**
 * What a provision hangs on that does not bind only because nobody stated it: to take that for
 * an answer would be to take the unknown for false.
 */
function unstated(
  found: Tried,
  traces: Traces,
): Pick<ProvisionBinding, 'kind' | 'reasons' | 'where' | 'changes'> | undefined {
  const changes = changesFor('not', traces);
  const isOpen = changes.every(({ leaf }) => leaf.stated === undefined && leaf.op !== 'related');
  if (changes.length === 0 || !isOpen) return undefined;
  const needed = changes.map(({ leaf, becomes }) => ({ leaf, wants: becomes }));
  const isOurs = changes.some(({ leaf }) => isMine(leaf.path, found));
  return isOurs
    ? { kind: 'open', reasons: needed, where: [], changes }
    : { kind: 'by-act', reasons: [], where: needed, changes };
}

function provisionBinding(
  one: CompiledProhibition,
  placed: PlacedProfile,
  tracer: Tracer,
): ProvisionBinding {
  const { id, title, activities } = one.source;
  const tries = triesOf(one, placed.places, placed.point);
  const strangers = triesOf(one, placed.strangers, placed.point);
  const self = best(tries.self);
  const own = self === undefined ? 'not' : kindOfSelf(self, strangers);
  const touched = own === 'not' ? touching(one, tries, strangers) : undefined;
  const found = touched ?? self;
  const kind = touched === undefined ? own : 'touches';
  const base = { id, title, activities, kind, self: found?.path ?? 'actor' };
  if (found === undefined) return { ...base, reasons: [], where: [], missing: [], changes: [] };
  const traces = tracesOf(one, found, tracer);
  const hangsOn = kind === 'not' ? unstated(found, traces) : undefined;
  if (hangsOn !== undefined) return { ...base, ...hangsOn, missing: [] };
  return {
    ...base,
    reasons: carryingReasons(kind, traces),
    where: traces.reach.answer === 'unknown' ? reasonsOf(traces.reach) : [],
    missing: [...new Set(found.context.missing)],
    changes: changesFor(kind, traces),
  };
}

/** How a rule stands to an organization, provision by provision. */
export function bindingOf(rule: CompiledRule, placed: PlacedProfile): RuleBinding {
  const { directory } = placed;
  const tracer = newTracer({ directory, terms: rule.rule.terms ?? {} });
  const provisions = rule.prohibitions.map((one) => provisionBinding(one, placed, tracer));
  const kind = ORDER.find((word) => provisions.some((one) => one.kind === word)) ?? 'not';
  return { rule: rule.rule.id, kind, provisions };
}

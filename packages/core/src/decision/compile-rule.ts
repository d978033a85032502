import {
  STATUSES,
  type Activity,
  type Duty,
  type Force,
  type Freedom,
  type Cond,
  type Prohibition,
  type Related,
  type ResolvedCite,
  type Rule,
  type RuleException,
  type StatusSpan,
} from '../model/index.ts';
import type { PartyDirectory } from '../rulebook/index.ts';
import { cautionOf, instrumentCite, resolveCite } from './cite-row.ts';
import { compileCond, type CondScope, type Test } from './condition.ts';
import type { Clause, Numbers } from './hearing.ts';
import { compileEdge, compileSpan, type CompiledEdge, type CompiledSpan } from './point.ts';
import { amongStrangers, relationsIn, shapeOf } from './shape.ts';

export interface CompiledException {
  readonly source: RuleException;
  readonly span: CompiledSpan | undefined;
  readonly when: Test;
  readonly cite: ResolvedCite;
  readonly caution: string | undefined;
}

export interface CompiledProhibition {
  readonly source: Prohibition;
  readonly span: CompiledSpan;
  readonly bound: Clause;
  readonly reach: Clause | undefined;
  readonly target: Clause | undefined;
  readonly when: Test;
  /** Highest rank first. */
  readonly exceptions: readonly CompiledException[];
  readonly cite: ResolvedCite;
  readonly cautions: readonly string[];
}

export interface CompiledStatus {
  readonly source: StatusSpan;
  readonly span: CompiledSpan;
  readonly force: Force;
  readonly publicFrom: CompiledEdge | undefined;
  readonly cite: ResolvedCite;
  readonly caution: string | undefined;
}

export interface CompiledFreedom {
  readonly source: Freedom;
  readonly when: Clause | undefined;
  readonly cite: ResolvedCite;
  readonly caution: string | undefined;
}

export interface CompiledDuty {
  readonly source: Duty;
  readonly span: CompiledSpan | undefined;
  readonly when: Test;
  readonly cite: ResolvedCite;
}

/** A rule whose conditions are functions and whose edges are numbers. */
export interface CompiledRule {
  readonly rule: Rule;
  readonly timeline: readonly CompiledStatus[];
  readonly prohibitions: readonly CompiledProhibition[];
  readonly freedoms: readonly CompiledFreedom[];
  readonly duties: readonly CompiledDuty[];
  readonly instrumentCites: readonly [ResolvedCite];
  /** Official lists that conditions of the rule refer to. */
  readonly lists: ReadonlySet<string>;
  /** Whom the conditions of the rule name. */
  readonly relations: readonly Related[];
  /** What the rule has to say about each activity, worked out when first asked. */
  readonly plans: Map<Activity, ActivityPlan>;
}

/** The part of a rule that is about one activity. */
export interface ActivityPlan {
  readonly prohibitions: readonly CompiledProhibition[];
  readonly freedoms: readonly CompiledFreedom[];
  readonly duties: readonly CompiledDuty[];
  /** Every instant at which an answer can change, in order. */
  readonly edges: readonly CompiledEdge[];
  /** Instants at which a party the rule names came on or off a list. */
  readonly listingEdges: readonly CompiledEdge[];
  /** All of these and the dates of shares in parties, worked out when first asked for. */
  datedEdges?: readonly CompiledEdge[];
  /** A duty can arise without a bar, so that the verdict depends on it. */
  readonly hasMildDuty: boolean;
}

function always(): true {
  return true;
}

interface RuleScope extends CondScope {
  readonly shapes: Numbers['shapes'];
}

function compileClause(cond: Cond, scope: RuleScope): Clause {
  const simple = amongStrangers(cond, scope.terms);
  const text = shapeOf(simple, scope.terms);
  const shape = scope.shapes.get(text) ?? scope.shapes.size;
  scope.shapes.set(text, shape);
  return { test: compileCond(cond, scope), amongStrangers: compileCond(simple, scope), shape };
}

function clauseIf(cond: Cond | undefined, scope: RuleScope): Clause | undefined {
  return cond === undefined ? undefined : compileClause(cond, scope);
}

function compileException(source: RuleException, rule: Rule, scope: CondScope): CompiledException {
  return {
    source,
    span: source.span && compileSpan(source.span),
    when: compileCond(source.when, scope),
    cite: resolveCite(source.cite, rule.sources),
    caution: cautionOf(source.cite),
  };
}

function compileProhibition(
  source: Prohibition,
  rule: Rule,
  scope: RuleScope,
): CompiledProhibition {
  const cautions = [cautionOf(source.cite), source.caution].filter((one) => one !== undefined);
  return {
    source,
    span: compileSpan(source.span),
    bound: compileClause(source.bound, scope),
    reach: clauseIf(source.reach, scope),
    target: clauseIf(source.target, scope),
    when: source.when === undefined ? always : compileCond(source.when, scope),
    exceptions: (source.exceptions ?? [])
      .map((one) => compileException(one, rule, scope))
      .sort((a, b) => b.source.rank - a.source.rank),
    cite: resolveCite(source.cite, rule.sources),
    cautions,
  };
}

function compileStatus(source: StatusSpan, rule: Rule): CompiledStatus {
  return {
    source,
    span: compileSpan(source),
    force: STATUSES[source.state].force,
    publicFrom: source.publicFrom && compileEdge(source.publicFrom),
    cite: resolveCite(source.cite, rule.sources),
    caution: cautionOf(source.cite),
  };
}

function sortedEdges(spans: Iterable<CompiledSpan | undefined>): readonly CompiledEdge[] {
  const byUtc = new Map<number, CompiledEdge>();
  for (const span of spans) {
    if (span === undefined) continue;
    byUtc.set(span.from.utc, span.from);
    if (span.to !== undefined) byUtc.set(span.to.utc, span.to);
  }
  return [...byUtc.values()].sort((a, b) => a.utc - b.utc);
}

/** Times at which parties came on or off the lists of a rule. */
function* listingSpans(
  directory: PartyDirectory,
  lists: ReadonlySet<string>,
): Generator<CompiledSpan> {
  for (const party of directory.parties()) {
    for (const listing of party.listings ?? []) {
      if (lists.has(listing.list)) yield compileSpan(listing);
    }
  }
}

/** The part of a rule that is about an activity. */
export function planFor(
  rule: CompiledRule,
  activity: Activity,
  directory: PartyDirectory,
): ActivityPlan {
  const known = rule.plans.get(activity);
  if (known !== undefined) return known;
  const prohibitions = rule.prohibitions.filter(({ source }) =>
    coversActivity(source.activities, activity),
  );
  const duties = rule.duties.filter(({ source }) => coversActivity(source.activities, activity));
  const exceptions = prohibitions.flatMap((one) => one.exceptions);
  const freedoms = rule.freedoms.filter(({ source }) =>
    coversActivity(source.activities, activity),
  );
  const isEmpty = prohibitions.length + freedoms.length + duties.length === 0;
  const plan: ActivityPlan = {
    prohibitions,
    freedoms,
    duties,
    edges: isEmpty
      ? []
      : sortedEdges([
          ...rule.timeline.map(({ span }) => span),
          // Of the whole rule: its first phase turns `not-yet` into `permitted` elsewhere.
          ...rule.prohibitions.map(({ span }) => span),
          ...exceptions.map(({ span }) => span),
          ...duties.map(({ span }) => span),
        ]),
    listingEdges: isEmpty ? [] : sortedEdges(listingSpans(directory, rule.lists)),
    hasMildDuty: duties.some(({ source }) => source.requires !== 'barred'),
  };
  rule.plans.set(activity, plan);
  return plan;
}

function condsOf(rule: Rule): readonly Cond[] {
  const { prohibitions, freedoms = [], duties = [] } = rule;
  return [
    ...prohibitions.flatMap(({ bound, reach, target, when, exceptions = [] }) => [
      bound,
      reach,
      target,
      when,
      ...exceptions.map((one) => one.when),
    ]),
    ...freedoms.map(({ when }) => when),
    ...duties.map(({ when }) => when),
  ].filter((cond) => cond !== undefined);
}

/** Prepares one rule for deciding; `shapes` is shared by the rules of a rulebook. */
export function compileRule(
  rule: Rule,
  directory: PartyDirectory,
  shapes: Numbers['shapes'],
): CompiledRule {
  const terms = rule.terms ?? {};
  const scope: RuleScope = { directory, terms, shapes };
  const relations = condsOf(rule).flatMap((cond) => relationsIn(cond, terms));
  const timeline = rule.timeline.map((span) => compileStatus(span, rule));
  const prohibitions = rule.prohibitions.map((one) => compileProhibition(one, rule, scope));
  return {
    rule,
    timeline,
    prohibitions,
    freedoms: (rule.freedoms ?? []).map((source) => ({
      source,
      when: clauseIf(source.when, scope),
      cite: resolveCite(source.cite, rule.sources),
      caution: cautionOf(source.cite),
    })),
    duties: (rule.duties ?? []).map((source) => ({
      source,
      span: source.span && compileSpan(source.span),
      when: compileCond(source.when, scope),
      cite: resolveCite(source.cite, rule.sources),
    })),
    instrumentCites: [instrumentCite(rule)],
    lists: new Set(relations.flatMap(({ list }) => list ?? [])),
    relations,
    plans: new Map(),
  };
}

/** Whether a provision is about an activity. */
function coversActivity(activities: 'any' | readonly Activity[], activity: Activity): boolean {
  return activities === 'any' || activities.includes(activity);
}

import type { Force } from '../model/index.ts';
import type { CompiledRule, CompiledStatus } from './compile-rule.ts';
import { isBefore, locate, type Point } from './point.ts';

/** The state of a rule at a point; undefined before its first and after its last. */
export function statusAt(rule: CompiledRule, point: Point): CompiledStatus | undefined {
  for (const status of rule.timeline) {
    if (locate(point, status.span) === 'inside') return status;
  }
  return undefined;
}

/** How far a rule is in force at a point, times outside its timeline included. */
export function forceAt(rule: CompiledRule, point: Point): Force {
  const status = statusAt(rule, point);
  if (status !== undefined) return status.force;
  const first = rule.timeline[0];
  return first !== undefined && isBefore(point, first.span.from) ? 'not-yet' : 'ended';
}

/** Local text of the next time the rule comes into force. */
export function nextStart(rule: CompiledRule, point: Point): string {
  for (const { force, span } of rule.timeline) {
    if (force === 'in-force' && isBefore(point, span.from)) return span.from.text;
  }
  return 'on a date that is not set';
}

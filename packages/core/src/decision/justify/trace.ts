import type { BoundClass, Related, Scalar } from '../../model/index.ts';
import type { Tri } from '../tri.ts';

/** A three-valued truth in words, as it stands in an explanation. */
export type Answer = 'yes' | 'no' | 'unknown';

export function answerOf(value: Tri): Answer {
  return value === undefined ? 'unknown' : value ? 'yes' : 'no';
}

/** One owner of somebody, at the time asked about. */
export interface ShareTrace {
  readonly owner: string;
  /** The party of the rulebook the name stands for. */
  readonly party?: string;
  /** Absent: the share is not known. */
  readonly percent?: number;
  readonly from?: string;
  readonly to?: string;
  /** Whether the share counts for the named parties. */
  readonly counts: Answer;
  readonly why: 'named' | 'owned' | 'may-be-named' | 'bears-the-name' | 'other';
  /** Owners of the owner, where the share counts because of them. */
  readonly owners?: readonly ShareTrace[];
}

/** How somebody stands to the parties a rule names: the path is the explanation. */
export interface RelationTrace {
  readonly named: Related;
  /** Where the person stands in the transaction, such as `counterparty` or `item.maker`. */
  readonly path: string;
  readonly name?: string;
  /** The party of the rulebook the name was found to stand for. */
  readonly party?: { readonly id: string; readonly name: string };
  /** The name stated is an alias of the party, or one that others bear too. */
  readonly knownAs?: 'name' | 'alias' | 'weak-alias' | 'id';
  readonly via?: 'party' | 'group' | 'list' | 'name-token' | 'near-name' | 'owners';
  /** The owners that are looked at, with what counts. */
  readonly shares?: readonly ShareTrace[];
  /** Percent from which owners count, where they were asked about. */
  readonly percentMin?: number;
}

/** One fact that a condition asks for, with what was found. */
export interface LeafTrace {
  readonly kind: 'leaf';
  readonly fact: string;
  readonly op: string;
  readonly wanted: Scalar | readonly Scalar[] | Related;
  /** The fact in the transaction: a role such as supplier stands for one of its persons. */
  readonly path: string;
  readonly stated?: Scalar | readonly BoundClass[];
  readonly answer: Answer;
  readonly missing: readonly string[];
  readonly assumed: readonly string[];
  readonly cautions: readonly string[];
  readonly relation?: RelationTrace;
}

/** A condition with the answer of every part of it. */
export type Trace =
  | { readonly kind: 'all' | 'any'; readonly answer: Answer; readonly of: readonly Trace[] }
  | { readonly kind: 'not'; readonly answer: Answer; readonly of: Trace }
  | {
      readonly kind: 'term';
      readonly answer: Answer;
      readonly term: string;
      readonly meaning: string;
      readonly of: Trace;
    }
  | {
      readonly kind: 'inside';
      readonly answer: Answer;
      /** Absent where nothing is known about what is inside the item. */
      readonly things?: readonly { readonly thing: string; readonly of: Trace }[];
    }
  | LeafTrace;

/**
 * A report in words: what the table and the page both say, written once.
 *
 * Puts findings, dates, questions, hosts and coverage into the order in which a person reads
 * them, folds what repeats, and turns words of the vocabularies into plain ones. Every text it
 * hands out that came from the input is already safe to show (see ../text). It draws nothing
 * and decides nothing.
 */
export * from './act.ts';
export * from './agenda.ts';
export * from './answer.ts';
export * from './block.ts';
export * from './coverage.ts';
export * from './date-text.ts';
export * from './headline.ts';
export * from './host-group.ts';
export * from './host-state.ts';
export * from './name-book.ts';
export * from './open-question.ts';
export * from './order.ts';
export * from './place.ts';
export * from './profile-words.ts';
export * from './question.ts';
export * from './row-group.ts';
export * from './thing.ts';
export * from './thing-words.ts';
export * from './timeline.ts';
export * from './view.ts';
export * from './words.ts';

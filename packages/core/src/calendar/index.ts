/**
 * Dates and instants without a clock: civil dates, moments with an offset, zones of dated
 * edges, US federal business days.
 *
 * Main types: `When` (a day or a moment a question is for). Time is always an argument here;
 * nothing in this folder asks what time it is, and nothing reads the locale of the machine.
 */
export * from './business-day.ts';
export * from './civil.ts';
export * from './when.ts';
export * from './zone.ts';

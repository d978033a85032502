// The server reads the same dates and words, so the functions stand one level up.
export { parseWhenOption, parseWordOption } from '../parse-options.ts';

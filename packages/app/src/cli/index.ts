/**
 * The command line: options in, use cases called, text and exit codes out.
 *
 * Main entry: `runProgram`. Results go to standard output, everything else to standard error;
 * exit codes are stable (0 nothing, 1 found, 2 usage, 3 incomplete, 70 a
 * defect of the program). Commands parse and print;
 * what they do stands in ../check, so that the server can do the same.
 */
export { runProgram } from './program.ts';
export { EXIT, type World } from './streams.ts';

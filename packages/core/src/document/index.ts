/**
 * Documents: YAML whose values can be traced to a line and column, checks against a schema,
 * and digests of values.
 *
 * Main entries: `parseYaml`, `checkSchema`, `digestOf`. Rulebook, catalog and profile are read
 * through this folder, which knows the meaning of none of them.
 */
export { checkSchema } from './check-schema.ts';
export { canonicalJson, digestOf, digestOfText } from './digest.ts';
export { didYouMean, nearestWord } from './nearest-word.ts';
export {
  formatLocated,
  type DocumentPath,
  type LocatedProblem,
  type PathProblem,
} from './problem.ts';
export { parseYaml, type YamlDocument } from './yaml-document.ts';

/** The report as SARIF 2.1.0, for code-scanning views. Knows nothing of how it is shown. */
export { renderSarif } from './render-sarif.ts';

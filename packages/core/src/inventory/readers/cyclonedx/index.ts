/**
 * CycloneDX in its two forms.
 *
 * Main entries: `cyclonedxJson` and `cyclonedxXml`. The XML form is turned, component by
 * component, into the objects of the JSON form (`xml-shape.ts`), so that what a component says is
 * read in one place (`add-fields.ts`, `place-reader.ts`). Nothing here validates a whole
 * document: what is checked is what identification rests on.
 */
export { cyclonedxJson } from './json-reader.ts';
export { cyclonedxXml } from './xml-reader.ts';

// What works on files and in threads, without database and framework: loaded in a few milliseconds. The door is index.ts.
export { Catalogue } from './catalogue.queries.js';
export { refuse as refuseCatalogue } from './catalogue.refusals.js';
export { sentence } from './refusal-sentence.js';
export * from './entries.js';
export { catalogueFromFiles, catalogueWithNames } from './files.queries.js';
export { CatalogueNames, type NamedType } from './names.rules.js';
export { formatAmount } from './format.rules.js';
export { measure, measureAs } from './measure.rules.js';
export { mustStayCold, saysStorage } from './storage.rules.js';

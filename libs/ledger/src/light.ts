// What checks the public books on a machine that knows nothing else: no database, no framework. The door is index.ts.
export { readPublished, type Published } from './published.rules.js';
export { verifyExport } from './verify-export.rules.js';

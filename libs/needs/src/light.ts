// What works on files and in threads, without database and framework: loaded in a few milliseconds. The door is index.ts.
export { readNeed, type NeedForm } from './form.rules.js';
export { deadlineOfImport, SMALLEST_PUBLIC_COUNT } from './limits.rules.js';
export { refuse as refuseNeed } from './needs.refusals.js';
export { districtOf, isPrivateCategory } from './private.rules.js';

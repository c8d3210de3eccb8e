// What works without database and framework. The door is index.ts.
export { TRUST } from './trust.rules.js';

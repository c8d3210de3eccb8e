export { asked, type Unasked } from './shelf.js';
export * from './kits.js';

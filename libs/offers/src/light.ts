// What works on files and in threads, without database and framework: loaded in a few milliseconds. The door is index.ts.
export { readOffer, type OfferForm } from './form.rules.js';

export * from './assert.js';
export * from './clock.js';
export * from './date-format.js';
export * from './facts.js';
export * from './identifiers.rules.js';
export * from './ids.js';
export * from './quantity.rules.js';
export * from './refusal.js';
export { refuseInput } from './form.refusals.js';

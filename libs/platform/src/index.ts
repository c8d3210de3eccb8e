export * from './db.js';
export * from './facts.js';

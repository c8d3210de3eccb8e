export { donorChecks } from './donors.check.js';
export * from './donors.module.js';
export { donorNames, exportedDonor } from './donors.queries.js';
export * from './donors.service.js';
export { cleanName, donorLabel } from './names.rules.js';

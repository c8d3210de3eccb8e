// How the public books are sealed, and how anybody checks them without us: no database, no framework, no network.
export { canonical, sha256, type Canonical } from './canonical.js';
export { readPublished, type Published } from './published.rules.js';
export { dayAfter, dayDigest, GENESIS, lineHash, sealingTime, utcDay, type PublicLine } from './seal.rules.js';
export { verifyExport } from './verify-export.rules.js';

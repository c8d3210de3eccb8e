export { seedDemo, type SeedDemo } from './seed.js';
export { readDemo, writeDemo, type DemoFile, type SignIn } from './files.js';
export { DEMO_ROLES, type DemoRole } from './people.data.js';
export type { Counts } from './region.js';

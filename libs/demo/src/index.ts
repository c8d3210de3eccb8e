export { seedDemo } from './seed.js';
export { readDemo, writeDemo, type DemoFile } from './files.js';

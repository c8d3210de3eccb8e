// The door for those who read or write `demo.json` and make no region.
export { readDemo, writeDemo, type DemoFile } from './files.js';

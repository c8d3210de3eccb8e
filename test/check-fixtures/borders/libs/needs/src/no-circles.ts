import { b } from './no-circles-b.js'; export const a = () => b;

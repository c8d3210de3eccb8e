import { a } from './no-circles.js'; export const b = () => a;
